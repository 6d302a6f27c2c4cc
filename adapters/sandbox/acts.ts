/** What people do in the sandbox, one act after another: read into the engine's words, kept by the engine, then answered. */
import { randomUUID } from "node:crypto";

import {
  type AccountFacts,
  type Card,
  type Choice,
  type Clock,
  type Engine,
  Fault,
  type Filled,
  faultCard,
  type Inbound,
  type Json,
  nearestLocale,
  type Place,
  typed,
} from "#engine";
import { channelOf, createAnswers, type Shown, type Way } from "./answers.ts";
import { type Dialog, type Dialogs, direct, home, nowhere, type Window } from "./dialogs.ts";
import { inboundSeen, whatOf } from "./happened.ts";
import type { Recorder } from "./recorder.ts";
import type { Room } from "./room.ts";
import { handlesOf, readWords } from "./words.ts";

export interface ActPorts {
  readonly engine: () => Engine;
  readonly workspace: string;
  readonly room: Room;
  readonly dialogs: Dialogs;
  readonly recorder: Recorder;
  readonly now: Clock;
  /** Does what is due. */
  readonly settle: () => Promise<void>;
  /** Runs when whatever is under way is over. */
  readonly turn: <T>(work: () => Promise<T>) => Promise<T>;
}

/** A fault told to a command's author is retried with this button. */
const again = "again";

export type Acts = ReturnType<typeof createActs>;

export function createActs(ports: ActPorts) {
  const { room, dialogs, recorder, engine } = ports;
  const answer = createAnswers(room, dialogs, ports.now);

  type Deed = Record<string, unknown> & { readonly kind: Inbound["kind"] };

  const inboundOf = (window: Window, deed: Deed, delivery: string): Inbound =>
    ({
      platform: "sandbox",
      workspace: ports.workspace,
      account: window.account,
      delivery,
      place: placeOf(window.where),
      learnt: [],
      ...deed,
    }) as unknown as Inbound;

  /** Whoever was erased, and acts again, is looked up as a platform would be. */
  async function learnt({ account }: Window): Promise<AccountFacts[]> {
    const [unknown] = await engine().unknownAccounts("sandbox", ports.workspace, [account]);
    const member = unknown === undefined ? undefined : room.member(unknown);
    return member === undefined ? [] : [member.facts];
  }

  async function act(
    window: Window,
    way: Way,
    deed: Deed,
    delivery: string = randomUUID(),
    line?: string,
  ): Promise<Shown> {
    const inbound = inboundOf(window, deed, delivery);
    const who = room.member(window.account)?.facts;
    const subject = {
      who: who?.name ?? window.account,
      what: whatOf(inbound),
      inbound: inboundSeen(inbound),
    };
    return ports.turn(() =>
      recorder.record(subject, async () => {
        try {
          const reply = await engine().handle({ ...inbound, learnt: await learnt(window) });
          recorder.answered(reply);
          return answer(window, way, reply);
        } catch (error) {
          if (!(error instanceof Fault)) throw error;
          const retry = line === undefined ? undefined : { line };
          return failed(window, way, faultCard(error, nearestLocale(who?.locale), retry));
        } finally {
          // What must be said because of it is said at once.
          await ports.settle();
        }
      }),
    );
  }

  /** A form keeps its words, and says so under its first field. */
  function failed(window: Window, way: Way, card: Card): Shown {
    if (way.kind === "form" && way.dialog.shows.kind === "form") {
      const field = way.dialog.shows.form.fields.find((one) => one.kind !== "note");
      if (field !== undefined)
        return { errors: { dialog: way.dialog, fields: { [field.name]: card.summary } } };
    }
    const shown: Way = way.kind === "home" ? { kind: "shortcut" } : way;
    return answer(window, shown, { kind: "card", card });
  }

  function command(window: Window, way: Way, line: string, delivery?: string): Promise<Shown> {
    const [, name = "", text = ""] = /^\/(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
    const words = readWords(text, handlesOf(room.members, room.channels));
    return act(window, way, { kind: "command", command: name, words }, delivery, line);
  }

  return {
    /** A line that begins with / is a command; anything else is a message to everybody there. */
    async says(window: Window, line: string): Promise<Shown> {
      if (line.startsWith("/")) return command(window, { kind: "box" }, line.trim());
      const said = { kind: "text", text: line.trim() } as const;
      if (said.text !== "")
        room.say({ channel: channelOf(window), author: window.account, at: ports.now(), said });
      return {};
    },

    /** A button in a message, in a dialog, or at home. */
    presses(window: Window, on: Pressed, action: string, value: Json): Promise<Shown> {
      const delivery = `${on.kind}:${randomUUID()}`;
      if (on.kind === "message" && action === again) {
        const line = isRetry(value) ? value.line : "/";
        return command(window, { ...on, again: true }, line, delivery);
      }
      const way: Way = on.kind === "message" ? { ...on, again: false } : on;
      const where = on.kind === "dialog" ? on.dialog.origin.where : window.where;
      return act({ ...window, where }, way, { kind: "action", action, value }, delivery);
    },

    fills(window: Window, dialog: Dialog, filled: Filled): Promise<Shown> {
      if (dialog.shows.kind !== "form") return Promise.resolve({ dialog: null });
      const { form, state } = dialog.shows.form;
      const deed = { kind: "form", form, state: state ?? null, filled } as const;
      const there = { ...window, where: dialog.origin.where };
      return act(there, { kind: "form", dialog }, deed, `${dialog.id}:${form}`);
    },

    reacts({ account, where }: Window, id: string, emoji: string): Promise<Shown> {
      const message = room.message(id);
      const done = room.react(id, account, emoji);
      if (message === undefined || done === undefined) return Promise.resolve({});
      const seen = { author: message.author, externalId: id };
      // Two within one millisecond still have their order.
      const at = `${ports.now()} ${String(room.next()).padStart(12, "0")}`;
      const deed = { kind: "reaction", added: done.added, emoji, message: seen, at } as const;
      return act({ account, where }, { kind: "shortcut" }, deed);
    },

    /** "Give kudos" on a message, or anywhere. */
    gives(window: Window, message?: { readonly author: string; readonly link: string }) {
      const shortcut = message === undefined ? "give_kudos" : "give_kudos_for_message";
      const there = message === undefined ? { ...window, where: nowhere } : window;
      return act(there, { kind: "shortcut" }, { kind: "shortcut", shortcut, message });
    },

    async opensHome(account: string): Promise<Card> {
      const inbound = inboundOf({ account, where: home }, { kind: "home" }, randomUUID());
      const reply = await ports.turn(() => engine().handle(inbound));
      return reply.kind === "replace" || reply.kind === "card"
        ? reply.card
        : { summary: [], blocks: [] };
    },

    async searches(window: Window, dialog: Dialog, field: string, text: string) {
      const there = { ...window, where: dialog.origin.where };
      const deed = { kind: "search", field, typed: typed(text) } as const;
      const reply = await engine().handle(inboundOf(there, deed, "search"));
      return reply.kind === "choices" ? reply.choices : ([] as readonly Choice[]);
    },
  };
}

export type Pressed =
  | { readonly kind: "message"; readonly message: string }
  | { readonly kind: "dialog"; readonly dialog: Dialog }
  | { readonly kind: "home" };

function placeOf(where: string): Place {
  switch (where) {
    case home:
      return { kind: "home" };
    case direct:
      return { kind: "direct" };
    case nowhere:
      return { kind: "nowhere" };
    default:
      return { kind: "channel", channel: where, shared: false };
  }
}

const isRetry = (value: Json): value is { readonly line: string } =>
  typeof value === "object" && value !== null && "line" in value && typeof value.line === "string";
