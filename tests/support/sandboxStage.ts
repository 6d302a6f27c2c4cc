/** The contract's stage in the sandbox: pages and forms as a browser gets and sends them, over real HTTP. */
import { typed } from "../../src/privacy/typed.ts";
import type { ChatStage, Name } from "../adapters/contract.ts";
import { type Element, fieldsOf, findAll, hasClass, wordsOf } from "./markup.ts";
import { openSandboxOffice, type SandboxOffice } from "./sandboxOffice.ts";
import { replyText } from "./text.ts";
import { codeElsewhere, gatherWard } from "./ward.ts";

const names: Readonly<Record<Name, string>> = {
  ana: "Ana Silva",
  ben: "Ben Okafor",
  cleo: "Cleo Martin",
};
const channel = "general";

/** Opens with nobody but the one who runs it; three colleagues join as anybody may. */
export async function openSandboxStage(): Promise<ChatStage> {
  const office = await openSandboxOffice(true);
  const accounts = await joinAll(office);
  const windowOf = (name: Name, where: string) => `/as/${accounts.get(names[name])}/${where}`;
  /** What each has before them, besides the channel. */
  const seen = new Map<Name, Element>();

  const inChannel = (name: Name, where = channel) =>
    office.opens(windowOf(name, where)).then(articlesOf);

  /** What came of it for whoever did it: a dialog, their home, or the private message that is new or not as it was. */
  async function acts(
    name: Name,
    path: string,
    fields: readonly (readonly [string, string])[],
  ): Promise<string> {
    const before = new Map((await inChannel(name)).map((one) => [idOf(one), wordsOf(one)]));
    const direct = (await inChannel(name, "~rapport")).map(wordsOf);
    const pieces = await office.sends(path, fields);
    const [dialog] = findAll(pieces, ({ attributes }) => attributes["hx-target"] === "#dialog");
    if (dialog !== undefined && dialog.inside.length > 0) return reads(name, dialog);
    const errors = findAll(pieces, ({ attributes }) =>
      (attributes["hx-target"] ?? "").startsWith("#error-"),
    ).map(wordsOf);
    if (errors.length > 0) return errors.join("");
    const told = articlesOf(pieces).filter(
      (one) => hasClass(one, "only") && before.get(idOf(one)) !== wordsOf(one),
    );
    const changed = (await inChannel(name, "~rapport")).filter(
      (one) => !direct.includes(wordsOf(one)),
    );
    const last = told.at(-1) ?? changed.at(-1);
    if (last === undefined) throw new Error("Nothing was told");
    return reads(name, last);
  }

  function reads(name: Name, what: Element): string {
    seen.set(name, what);
    return wordsOf(what);
  }

  await keepEmoji(office);
  return {
    types: (name, text) =>
      acts(name, `${windowOf(name, channel)}/say`, [["text", completed(text)]]),

    leads: (name) => gatherWard(office.store, office.now(), name),
    codeElsewhere: () => codeElsewhere(office.store, office.now()),

    async presses(name, label) {
      const places = [...(await inChannel(name)), ...(await inChannel(name, "~rapport"))];
      const before = seen.get(name);
      if (before !== undefined && before.name !== "article") places.push(before);
      for (const place of places.toReversed()) {
        for (const form of findAll(place, (one) => one.name === "form")) {
          const button = findAll(form, (one) => one.name === "button").find(
            (one) => wordsOf(one).trim() === label,
          );
          if (button === undefined) continue;
          const { name: key = "", value = "" } = button.attributes;
          const sent = [...fieldsOf(form), [key, value] as const];
          return acts(name, form.attributes.action ?? "", sent);
        }
      }
      throw new Error(`No button says "${label}"`);
    },

    async fills(name, fields) {
      const [form] = findAll(seen.get(name) ?? nothing, (one) => one.name === "form");
      if (form === undefined) throw new Error("No form is open");
      const written = new Map(Object.entries(fields).map(([key, text]) => [`text:${key}`, text]));
      const sent = fieldsOf(form).map(([key, value]) => [key, written.get(key) ?? value] as const);
      return acts(name, form.attributes.action ?? "", sent);
    },

    async opensHome(name) {
      const page = await office.opens(windowOf(name, "~home"));
      const [home] = findAll(page, (one) => hasClass(one, "home"));
      return reads(name, home ?? nothing);
    },

    async reacts(name, emoji) {
      const post = (await inChannel(name)).findLast((one) => !hasClass(one, "only"));
      const message = post === undefined ? "" : idOf(post);
      await office.sends(`${windowOf(name, channel)}/react`, [
        ["message", message],
        ["emoji", emoji],
      ]);
    },

    reads: async () =>
      (await inChannel("cleo")).filter((one) => !hasClass(one, "only")).map(wordsOf),
    inbox: async (name) => (await inChannel(name, "~rapport")).map(wordsOf),
    passes: (minutes) => office.passes(minutes * 60_000),
    close: office.close,
  };
}

const nothing: Element = { name: "", attributes: {}, inside: [] };

const articlesOf = (page: Element): Element[] => findAll(page, ({ name }) => name === "article");
const idOf = ({ attributes }: Element): string => (attributes.id ?? "").replace("m-", "");

/** As the box completes a name. */
const completed = (text: string): string =>
  text.replaceAll(/@(ana|ben|cleo)\b/g, (_, name: Name) => `@${names[name]}`);

/** Resolves to their accounts by name. */
async function joinAll({ opens, sends }: SandboxOffice): Promise<ReadonlyMap<string, string>> {
  await opens(`/as/you/${channel}`);
  for (const name of Object.values(names))
    await sends(`/as/you/${channel}/people`, [["name", name]]);
  const page = await opens(`/as/you/${channel}`);
  const links = findAll(page, ({ attributes }) => (attributes.href ?? "").startsWith("/as/"));
  return new Map(
    Object.values(names).map((name) => {
      const link = links.find((one) => wordsOf(one).includes(name));
      return [name, link?.attributes.href?.split("/")[2] ?? ""];
    }),
  );
}

/** Whoever runs the workspace keeps an emoji for thanks. */
async function keepEmoji({ sandbox }: SandboxOffice): Promise<void> {
  const [workspace] = await sandbox.engine.workspaces("sandbox");
  const reply = await sandbox.engine.handle({
    platform: "sandbox",
    workspace: workspace?.externalId ?? "",
    account: "you",
    delivery: "emoji",
    place: { kind: "direct" },
    learnt: [],
    kind: "form",
    form: "recognition.emoji",
    state: null,
    filled: { text: { emoji: typed("kudos") }, picked: {} },
  });
  if (!replyText(reply).includes("Saved")) throw new Error(replyText(reply));
}
