/** The contract's stage in Teams: the real adapter behind real HTTP, and every activity signed as Teams would. */
import { addRole } from "../../src/operator.ts";
import { findWorkspace } from "../../src/people/queries/workspaces.ts";
import { typed } from "../../src/privacy/typed.ts";
import type { ChatStage, Name } from "../adapters/contract.ts";
import type { Drawn } from "./fakeConnector.ts";
import {
  buttonsIn,
  executes,
  inputsIn,
  presses,
  typesInChannel,
  typesPrivately,
  type Where,
} from "./teamsActs.ts";
import {
  type Answered,
  channel,
  inChannel,
  openTeamsOffice,
  privateChat,
  type TeamsOffice,
  tenant,
  wordsIn,
} from "./teamsOffice.ts";
import { replyText } from "./text.ts";
import { codeElsewhere, gatherWard } from "./ward.ts";

interface Before {
  readonly card: Drawn;
  readonly where: Where;
}

export async function openTeamsStage(): Promise<ChatStage> {
  const office = await openTeamsOffice();
  const { connector } = office;
  await keepEmoji(office);
  /** What each read last. */
  const seen = new Map<Name, Before>();

  const chatOf = (name: Name) => connector.standing(privateChat(office, name));
  const newest = () => connector.standing(channel).at(-1);

  /** What came of it for whoever did it: in the answer itself, or in their private conversation. */
  async function acts(
    name: Name,
    where: Where | null,
    does: () => Promise<Answered>,
  ): Promise<string> {
    const before = chatOf(name).length;
    const { status, body } = await does();
    if (status !== 200) throw new Error(`Answered ${status}`);
    await office.settle();
    const { type, value } = body as { type?: string; value?: unknown };
    if (type === "application/vnd.microsoft.card.adaptive" && where !== null)
      return reads(name, { card: value as Drawn, where });
    const [told] = chatOf(name).slice(before);
    if (told === undefined) return String(value ?? "");
    return reads(name, { card: told.card, where: { message: told.id, channel: false } });
  }

  function reads(name: Name, before: Before): string {
    seen.set(name, before);
    return wordsIn(before.card);
  }

  return {
    types: (name, text) => acts(name, null, () => typesInChannel(office, name, text)),

    leads: (name) => gatherWard(office.store, office.now(), name),
    codeElsewhere: () => codeElsewhere(office.store, office.now()),

    async presses(name, label) {
      const says = ({ card }: Before) => buttonsIn(card).some(({ title }) => title === label);
      const post = newest();
      const places: Before[] = [
        ...(post === undefined
          ? []
          : [{ card: post.card, where: { message: post.id, channel: true } }]),
        ...chatOf(name).map(({ id, card }) => ({ card, where: { message: id, channel: false } })),
      ];
      const own = seen.get(name);
      const found = own !== undefined && says(own) ? own : places.findLast(says);
      if (found === undefined) throw new Error(`No button says "${label}"`);
      return acts(name, found.where, () => presses(office, name, found.card, label, found.where));
    },

    async fills(name, fields) {
      const form = seen.get(name);
      const [submit] = buttonsIn(form?.card);
      if (form === undefined || submit === undefined) throw new Error("No form is open");
      const written = Object.entries(fields).map(([field, text]) => [`field ${field}`, text]);
      const inputs = { ...inputsIn(form.card), ...Object.fromEntries(written) };
      return acts(name, form.where, () => executes(office, name, submit, form.where, inputs));
    },

    opensHome: (name) => acts(name, null, () => typesPrivately(office, name, "home")),

    async reacts(name, emoji) {
      await office.send({
        type: "messageReaction",
        ...inChannel(office, name),
        replyToId: newest()?.id,
        reactionsAdded: [{ type: emoji }],
      });
    },

    reads: async () => connector.standing(channel).map(({ card }) => wordsIn(card)),
    inbox: async (name) => chatOf(name).map(({ card }) => wordsIn(card)),
    passes: (minutes) => office.passes(minutes * 60_000),
    close: office.close,
  };
}

/** Lee runs the hospital's Rapport, and keeps an emoji for thanks. */
async function keepEmoji({ engine, store, people, now }: TeamsOffice): Promise<void> {
  await store.transact(async (tx) => {
    const home = await findWorkspace(tx, "teams", tenant);
    if (home === undefined) throw new Error("Teams is not installed");
    const work = { tx, now: now(), organization: home.organization };
    await addRole(work, "admin", people.lee?.email ?? "");
  });
  const reply = await engine.handle({
    platform: "teams",
    workspace: tenant,
    account: people.lee?.objectId ?? "",
    delivery: "emoji",
    place: { kind: "home" },
    learnt: [],
    kind: "form",
    form: "recognition.emoji",
    state: null,
    filled: { text: { emoji: typed("kudos") }, picked: {} },
  });
  if (!replyText(reply).includes("Saved")) throw new Error(replyText(reply));
}
