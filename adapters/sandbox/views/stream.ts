/** The messages of a channel, or a person's home. */
import { html } from "hono/html";

import { type Card, localDate } from "#engine";
import { channelOf } from "../answers.ts";
import { app } from "../chat.ts";
import { direct, home } from "../dialogs.ts";
import { emoji } from "../emoji.ts";
import type { Message } from "../room.ts";
import { drawCard, type Html } from "./cards.ts";
import { groundOf, pathOf, type Scene, timeIn, zoneOf } from "./scene.ts";

export function drawStream(scene: Scene, homeCard: Card | undefined, most: number): Html {
  if (scene.window.where === home)
    return homeCard === undefined
      ? html``
      : html`<div class="home">${drawCard(homeCard, groundOf(scene, {}))}</div>`;
  const all = scene.room.read(channelOf(scene.window), scene.window.account);
  const messages = all.slice(-most);
  const zone = zoneOf(scene);
  let day = "";
  return html`<div class="log" role="log" aria-label="Messages">
    ${messages.length < all.length ? html`<p class="older"><a href="${pathOf(scene.window)}?most=${most + 100}">Older messages</a></p>` : ""}
    ${messages.length === 0 ? html`<p class="nothing">${nothingIn(scene)}</p>` : ""}
    ${messages.map((message) => {
      const date = localDate(message.at, zone);
      const begins = date !== day;
      day = date;
      return html`${begins ? html`<h2 class="day" id="day-${date}"><span>${timeIn(zone, message.at, "day")}</span></h2>` : ""}${drawMessage(message, scene)}`;
    })}
  </div>`;
}

const nothingIn = ({ window }: Scene): string =>
  window.where === direct
    ? "Nothing yet. Rapport writes here when somebody thanks you."
    : "Nothing yet. Say something, or type / for the commands.";

function drawMessage(message: Message, scene: Scene): Html {
  const { id, author, at, said, edited, only } = message;
  const member = scene.room.member(author);
  const name = author === app ? "Rapport" : (member?.facts.name ?? author);
  const zone = zoneOf(scene);
  return html`<article class="message${only === undefined ? "" : " only"}" id="m-${id}" aria-label="${name}, ${timeIn(zone, at, "time")}">
    ${drawFace(author, name)}
    <div class="said">
      <div class="who"><strong>${name}</strong>${author === app ? html`<span class="tag">App</span>` : ""}
        <time datetime="${at}">${timeIn(zone, at, "time")}</time>${edited ? html`<span class="edited">(edited)</span>` : ""}
        ${only === undefined ? "" : html`<span class="eyes">Only you can see this</span>${dismiss(id, scene)}`}</div>
      ${said.kind === "text" ? html`<p class="text">${said.text}</p>` : drawCard(said.card, groundOf(scene, { message: id }))}
      ${drawReactions(message, scene)}
    </div>
    ${only === undefined ? html`<button type="button" class="more" data-menu="${id}" data-author="${author}" aria-label="React to or thank for the message of ${name}" aria-haspopup="true">⋯</button>` : ""}
  </article>`;
}

const dismiss = (id: string, { window }: Scene): Html => {
  const path = `${pathOf(window)}/dismiss`;
  return html`<form class="dismiss" method="post" action="${path}" hx-post="${path}" hx-swap="none"><button name="message" value="${id}">Dismiss</button></form>`;
};

function drawReactions({ id, reactions }: Message, scene: Scene): Html {
  const there = Object.entries(reactions);
  if (there.length === 0) return html``;
  const path = `${pathOf(scene.window)}/react`;
  const nameOf = (account: string) => scene.room.member(account)?.facts.name ?? account;
  return html`<form class="reactions" method="post" action="${path}" hx-post="${path}" hx-swap="none">
    <input type="hidden" name="message" value="${id}">
    ${there.map(([name, accounts]) => {
      const mine = accounts.includes(scene.window.account);
      const who = accounts.map(nameOf).join(", ");
      return html`<button name="emoji" value="${name}" aria-pressed="${mine ? "true" : "false"}" title=":${name}: ${who}" aria-label=":${name}: ${accounts.length} from ${who}"><span aria-hidden="true">${emoji[name] ?? `:${name}:`}</span> ${accounts.length}</button>`;
    })}
  </form>`;
}

const tints = 6;

export function drawFace(account: string, name: string): Html {
  if (account === app) return html`<span class="face app" aria-hidden="true">R</span>`;
  const tint = [...account].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % tints;
  const initials = name
    .split(" ")
    .map((part) => part.charAt(0))
    .slice(0, 2)
    .join("");
  return html`<span class="face tint-${tint}" aria-hidden="true">${initials}</span>`;
}

/** Reacting, and the message menu: one for all messages; the script says which it is for. */
export function drawMenu(scene: Scene): Html {
  const path = pathOf(scene.window);
  return html`<div id="menu" popover aria-label="For this message">
    <form method="post" action="${path}/react" hx-post="${path}/react" hx-swap="none">
      <input type="hidden" name="message" data-message>
      ${Object.entries(emoji).map(([name, sign]) => html`<button name="emoji" value="${name}" aria-label="React with :${name}:" title=":${name}:">${sign}</button>`)}
    </form>
    <form method="post" action="${path}/kudos" hx-post="${path}/kudos" hx-swap="none">
      <input type="hidden" name="message" data-message>
      <button class="wide">Give kudos</button>
    </form>
  </div>`;
}

export function titleOf({ window, room }: Scene): {
  readonly title: string;
  readonly about: string;
} {
  if (window.where === home) return { title: "Rapport", about: "Home: yours alone" };
  if (window.where === direct)
    return { title: "Rapport", about: "Your private conversation with the app" };
  const channel = room.channels.find(({ id }) => id === window.where);
  return { title: `#${channel?.name ?? window.where}`, about: channel?.about ?? "" };
}
