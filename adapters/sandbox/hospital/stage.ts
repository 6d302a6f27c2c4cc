/** The people of St. Anne's at their keyboards: what they do goes to the engine as the chat would send it, each at its moment. */
import {
  assertNever,
  type Button,
  type Engine,
  type Field,
  type Filled,
  type Inbound,
  type Instant,
  plus,
  type Reply,
  typed,
  type Word,
} from "#engine";

import { channels, installing, kudosChannel } from "./channels.ts";
import { people } from "./people.ts";
import type { HistoryPorts } from "./ports.ts";

/** Kept for giving by reaction; without colons. */
export const emoji = "kudos";

export type Playing = Omit<HistoryPorts, "engineOn"> & { readonly engine: Engine };

export type Doing = Pick<Inbound, "kind"> & Readonly<Record<string, unknown>>;

export interface Stage {
  /** Lets time pass up to a moment, and does what falls due on the way, each at its hour; what was to be said at once, three minutes later. */
  reach(at: Instant): Promise<void>;
  /** Somebody does something in a channel. */
  does(account: string, channel: string, doing: Doing): Promise<Reply>;
  /** Presses a button in what Rapport wrote to them; `on`: in which message, where it is one. */
  presses(account: string, button: Button, on?: string): Promise<Reply>;
  /** Sends the form an answer opened; what isn't filled in stays as it was drawn. */
  fills(account: string, reply: Reply, filled: Partial<Filled>): Promise<Reply>;
}

/** What an act leaves to be said at once is said with what it leaves for two minutes later: one turn of the engine instead of two. */
const together = 3 * 60_000;

export function createStage({ engine, tell, replaces }: Playing, start: Instant): Stage {
  let now = start;
  let deliveries = 0;

  async function does(account: string, channel: string, doing: Doing): Promise<Reply> {
    deliveries += 1;
    const { platform, externalId: workspace } = installing;
    return engine.handle({
      platform,
      workspace,
      account,
      delivery: `history ${deliveries}`,
      place: { kind: "channel", channel },
      learnt: [],
      ...doing,
    } as Inbound);
  }

  function toldIs(at: Instant): void {
    if (at > now) now = at;
    tell(now);
  }

  return {
    does,

    async presses(account, { action, value = null }, on) {
      const doing = { kind: "action", action, value, place: { kind: "direct" } } as const;
      const reply = await does(account, kudosChannel, doing);
      if (on !== undefined && reply.kind === "replace") replaces(on, reply.card);
      return reply;
    },

    async reach(at) {
      if (at === now) return;
      for (;;) {
        const due = await engine.nextDue();
        if (due === undefined || due > at) break;
        const soon = due > now ? due : plus(now, together);
        toldIs(soon < at ? soon : at);
        await engine.tick();
      }
      toldIs(at);
    },

    async fills(account, reply, filled) {
      if (reply.kind !== "form") throw new Error("No form was opened");
      const { form, state = null, fields } = reply.form;
      const picked = Object.fromEntries(fields.flatMap(pickedIn));
      return does(account, kudosChannel, {
        kind: "form",
        form,
        state,
        filled: { text: filled.text ?? {}, picked: { ...picked, ...filled.picked } },
      });
    },
  };
}

/** As it was drawn. */
function pickedIn(field: Field): [name: string, picked: readonly string[]][] {
  switch (field.kind) {
    case "choice":
    case "channel":
      return field.initial === undefined ? [] : [[field.name, [field.initial]]];
    case "choices":
      return field.initial === undefined ? [] : [[field.name, field.initial]];
    case "people":
      return field.initial === undefined
        ? []
        : [[field.name, field.initial.map(({ value }) => value)]];
    case "text":
    case "note":
      return [];
    default:
      return assertNever(field);
  }
}

/** What a form's field for people finds by somebody's name. */
export async function findPerson(
  engine: Engine,
  by: string,
  account: string,
): Promise<readonly string[]> {
  const { platform, externalId: workspace } = installing;
  const found = await engine.handle({
    kind: "search",
    platform,
    workspace,
    account: by,
    delivery: "none",
    place: { kind: "nowhere" },
    learnt: [],
    field: "to",
    typed: typed(people.find((one) => one.account === account)?.name ?? account),
  });
  return found.kind === "choices" ? found.choices.map(({ value }) => value) : [];
}

export const kudos = (words: readonly Word[]): Doing => ({
  kind: "command",
  command: "kudos",
  words,
});

export const reaction = (author: string, externalId: string, at: string): Doing => ({
  kind: "reaction",
  added: true,
  emoji,
  message: { author, externalId },
  at,
});

/** The channel of the unit they work in. */
export function channelOf(account: string): string {
  const unit = people.find((one) => one.account === account)?.unit ?? "";
  return (
    channels.find(({ id }) => id === unit.toLowerCase().replaceAll(" ", "-"))?.id ?? kudosChannel
  );
}
