// What a page needs beside htmx: live updates, dialogs, completion of commands and names, and the message menu.

const commands = [
  ["/kudos", "@somebody for what they did"],
  ["/kudos undo", "takes the last thanks back"],
  ["/kudos mine", "your own record"],
  ["/kudos help", "what one can write"],
  ["/checkin", "what waits for you"],
  ["/checkin mine", "what you answered"],
  ["/checkin answers", "for leads: what their people answered"],
  ["/checkin respond", "for leads: you said, we did"],
  ["/checkin schedule", "for leads: what is asked, when and whom"],
  ["/checkin templates", "what can be asked"],
  ["/leaderboard", "receivers this month"],
  ["/leaderboard givers", "who thanks"],
  ["/leaderboard units week", "thanks per person, by unit"],
  ["/leaderboard bridges", "thanks that cross professions"],
  ["/rapport", "settings and privacy"],
];

const by = (id) => document.getElementById(id);
const on = (type, selector, act) =>
  document.addEventListener(type, (event) => {
    const found = event.target instanceof Element ? event.target.closest(selector) : null;
    if (found) act(found, event);
  });

// Live: the server says that something changed, and this window asks for what it shows.

function look() {
  by("live").dispatchEvent(new CustomEvent("changed"));
  if (!by("drawer").hidden) by("happenings").dispatchEvent(new CustomEvent("look"));
}

// Also at first: something may have changed since the page was drawn.
const live = new EventSource("/live");
live.addEventListener("changed", look);
live.addEventListener("open", look);
addEventListener("pagehide", () => live.close());

// A page of another start of the sandbox has nothing to say any more.
document.addEventListener("htmx:before:response", (event) => {
  if (event.detail.ctx.response.status === 403) location.reload();
});

// Dialogs.

const dialog = by("dialog");
let cameFrom = null;

function showDialog() {
  const holds = dialog.childElementCount > 0;
  if (holds && !dialog.open) {
    cameFrom = document.activeElement;
    dialog.showModal();
  }
  if (!holds && dialog.open) dialog.close();
  if (holds) {
    const first = dialog.querySelector(
      ".inside input:not([type=hidden]), .inside textarea, .inside select, .inside button",
    );
    (first ?? by("dialog-title")).focus();
  }
}

new MutationObserver(showDialog).observe(dialog, { childList: true });
dialog.addEventListener("close", () => {
  dialog.replaceChildren();
  if (cameFrom?.isConnected) cameFrom.focus();
  else by("box")?.focus();
});
on("click", "[data-close]", () => dialog.close());

// Words under a field: it is marked, and the first of them is gone to.
document.addEventListener("htmx:after:swap", () => {
  const wrong = [...dialog.querySelectorAll(".error")].filter((one) => one.textContent !== "");
  for (const field of dialog.querySelectorAll(".field")) {
    const bad = wrong.some((one) => field.contains(one));
    for (const input of field.querySelectorAll("input:not([type=hidden]), textarea, select"))
      input.toggleAttribute("aria-invalid", bad);
  }
  const field = wrong[0]?.closest(".field");
  if (field && !field.contains(document.activeElement))
    field.querySelector("input:not([type=hidden]), textarea, select")?.focus();
});

// What was sent leaves the box; what could not be sent stays.
document.addEventListener("htmx:after:request", (event) => {
  const { sourceElement, response } = event.detail.ctx;
  if (!sourceElement.matches?.("form.box, form.join") || response?.status !== 200) return;
  sourceElement.reset();
  const box = sourceElement.querySelector("textarea, input");
  if (box) box.value = "";
});
document.addEventListener("htmx:error", () => {
  by("notice").textContent = "The sandbox does not answer. Is it still running?";
});
document.addEventListener("htmx:before:request", (event) => {
  if (event.detail.ctx.sourceElement.matches?.("form[action$='/clock']"))
    document.body.classList.add("passing");
});
document.addEventListener("htmx:finally:request", () => document.body.classList.remove("passing"));

// At home the answer stands on top.
document.addEventListener("htmx:before:swap", (event) => {
  const home = event.detail.ctx?.sourceElement?.closest?.(".home");
  if (home) home.closest(".scroll").scrollTop = 0;
});

// A list to choose from, under a box that is typed in. The box keeps the focus, as screen readers expect.

function options(box) {
  return [...by(box.getAttribute("aria-controls")).querySelectorAll("[role=option]")];
}

function mark(box, index) {
  const all = options(box);
  all.forEach((one, at) => {
    one.setAttribute("aria-selected", at === index ? "true" : "false");
    if (at === index) one.scrollIntoView({ block: "nearest" });
  });
  if (box.role === "combobox") box.ariaExpanded = String(all.length > 0);
  if (all[index]) box.setAttribute("aria-activedescendant", all[index].id);
  else box.removeAttribute("aria-activedescendant");
}

function closeList(box) {
  by(box.getAttribute("aria-controls")).replaceChildren();
  mark(box, -1);
}

function steer(box, event, choose) {
  const all = options(box);
  const now = all.findIndex((one) => one.getAttribute("aria-selected") === "true");
  if (all.length === 0) return false;
  if (event.key === "ArrowDown") mark(box, (now + 1) % all.length);
  else if (event.key === "ArrowUp") mark(box, (now - 1 + all.length) % all.length);
  else if (event.key === "Escape") closeList(box);
  else if ((event.key === "Enter" || event.key === "Tab") && now >= 0) choose(all[now]);
  else return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}

// The message box.

const box = by("box");

function offersFor(text) {
  const named = /@([^@\n]{0,40})$/.exec(text);
  if (named) {
    const typed = named[1].toLowerCase();
    const fits = ([name]) =>
      name.toLowerCase().startsWith(typed) ||
      name
        .toLowerCase()
        .split(" ")
        .some((part) => typed !== "" && part.startsWith(typed));
    const head = text.slice(0, named.index);
    return JSON.parse(box.dataset.names)
      .filter(fits)
      .slice(0, 8)
      .map(([name, about]) => ({ label: name, about, text: `${head}@${name} ` }))
      .filter((offer) => offer.text.trim() !== text.trim());
  }
  if (!/^\/\S*( \S*)?$/.test(text)) return [];
  return commands
    .filter(([command]) => command.startsWith(text) && command !== text.trim())
    .map(([command, about]) => ({ label: command, about, text: `${command} ` }));
}

function offer() {
  const offers = box.selectionStart === box.value.length ? offersFor(box.value) : [];
  by("offers").replaceChildren(
    ...offers.map(({ label, about, text }, at) => {
      const item = document.createElement("li");
      item.role = "option";
      item.id = `offer-${at}`;
      item.dataset.text = text;
      const hint = document.createElement("small");
      hint.textContent = about;
      item.append(label, hint);
      return item;
    }),
  );
  mark(box, offers.length > 0 ? 0 : -1);
}

function takeOffer(item) {
  box.value = item.dataset.text;
  box.focus();
  offer();
}

if (box) {
  box.addEventListener("input", offer);
  box.addEventListener("blur", () => setTimeout(() => closeList(box), 150));
  box.addEventListener("keydown", (event) => {
    // A whole command is sent by Enter, though a longer one begins like it.
    const whole = event.key === "Enter" && commands.some(([name]) => name === box.value.trim());
    if (!whole && steer(box, event, takeOffer)) return;
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    closeList(box);
    if (box.value.trim() !== "") box.form.requestSubmit();
  });
  if (box.value !== "") box.setSelectionRange(box.value.length, box.value.length);
}
on("mousedown", "#offers [role=option]", (item, event) => {
  event.preventDefault();
  takeOffer(item);
});

// Choosing people in a form.

function pick(input, item) {
  const chips = input.closest(".field").querySelector(".chips");
  const { people: field, most } = input.dataset;
  const has = [...chips.querySelectorAll("input")].some((one) => one.value === item.dataset.value);
  if (!has && chips.childElementCount < Number(most)) {
    const chip = document.createElement("li");
    const value = document.createElement("input");
    Object.assign(value, { type: "hidden", name: `pick:${field}`, value: item.dataset.value });
    const label = document.createElement("span");
    label.textContent = item.textContent;
    const away = document.createElement("button");
    Object.assign(away, { type: "button", textContent: "×" });
    away.dataset.unpick = "";
    away.setAttribute("aria-label", `Remove ${item.textContent}`);
    chip.append(value, label, away);
    chips.append(chip);
  }
  input.value = "";
  closeList(input);
  input.focus();
}

document.addEventListener("keydown", (event) => {
  const input = event.target.closest?.("[data-people]");
  if (!input) return;
  if (steer(input, event, (item) => pick(input, item))) return;
  // Enter looks for somebody; it doesn't send the form half filled in.
  if (event.key === "Enter") event.preventDefault();
  if (event.key === "Backspace" && input.value === "")
    input.closest(".field").querySelector(".chips li:last-child")?.remove();
});
on("mousedown", "[data-people] ~ .found [role=option]", (item, event) => {
  event.preventDefault();
  pick(item.closest(".field").querySelector("[data-people]"), item);
});
on("click", "[data-unpick]", (button) => {
  const input = button.closest(".field").querySelector("[data-people]");
  button.closest("li").remove();
  input.focus();
});
document.addEventListener("htmx:after:swap", (event) => {
  const input = event.detail.ctx?.sourceElement;
  if (input?.matches?.("[data-people]")) mark(input, options(input).length > 0 ? 0 : -1);
});

// The message menu.

on("click", "[data-menu]", (button) => {
  const menu = by("menu");
  for (const input of menu.querySelectorAll("[data-message]")) input.value = button.dataset.menu;
  menu.showPopover();
  const at = button.getBoundingClientRect();
  const size = menu.getBoundingClientRect();
  menu.style.top = `${Math.max(8, Math.min(at.bottom + 4, innerHeight - size.height - 8))}px`;
  menu.style.left = `${Math.max(8, at.right - size.width)}px`;
  menu.querySelector("button").focus();
});
on("click", "#menu button", () => by("menu").hidePopover());

// The sides.

on("click", "[data-drawer]", () => {
  const drawer = by("drawer");
  drawer.hidden = !drawer.hidden;
  document.body.classList.toggle("drawn", !drawer.hidden);
  for (const button of document.querySelectorAll("[data-drawer]"))
    button.setAttribute("aria-expanded", String(!drawer.hidden));
  if (!drawer.hidden) {
    look();
    drawer.querySelector("button").focus();
  }
});
on("click", "[data-side]", (button) => {
  const shown = document.body.classList.toggle("sided");
  button.setAttribute("aria-expanded", String(shown));
});
on("click", "[data-people-list]", () => document.body.classList.add("sided"));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.body.classList.remove("sided");
});

if (location.hash) by(location.hash.slice(1))?.classList.add("meant");
