/**
 * The stage: a real engine on a real database with a told clock, and a few people of St. Anne's.
 * Only the chat is a stand-in, which keeps what it was asked to post.
 */
import { test } from "vitest";

import type { Button, Json } from "../../src/chat/card.ts";
import type { Filled, Form } from "../../src/chat/form.ts";
import type {
  AccountFacts,
  Inbound,
  MessageSeen,
  Place,
  Platform,
  Word,
} from "../../src/chat/inbound.ts";
import { plain } from "../../src/chat/line.ts";
import type { Reply } from "../../src/chat/reply.ts";
import { createEngine, type Engine } from "../../src/engine.ts";
import { features } from "../../src/features.ts";
import type { OrganizationId, PersonId, WorkspaceId } from "../../src/ids.ts";
import { createSealer } from "../../src/privacy/seal.ts";
import { typed } from "../../src/privacy/typed.ts";
import type { Event } from "../../src/report.ts";
import type { Store } from "../../src/store/store.ts";
import { type Instant, plus, readInstant } from "../../src/time/instant.ts";
import { type StageChat, stageChat } from "./chat.ts";
import { openTestStore } from "./databases.ts";
import { keysInMemory } from "./keys.ts";
import { replyText } from "./text.ts";

/** Wednesday noon in Lisbon, where St. Anne's is. */
export const opening = "2026-03-18T12:00:00Z";

type FromDelivery = { readonly delivery?: string; readonly place?: Place };

/** Someone at the stage: what they do goes through the engine as an adapter would send it. */
export interface Actor {
  readonly account: string;
  readonly name: string;
  /** Their own id in the organization. */
  id(): Promise<PersonId>;
  /** `ana.types("/kudos @ben for the calm launch")`; names after @ are people of the stage. */
  types(text: string, from?: FromDelivery): Promise<string>;
  /** Presses the button with that label on the last card they were shown, or on one of the given buttons. */
  presses(
    label: string,
    from?: FromDelivery & { readonly on?: readonly Button[] },
  ): Promise<string>;
  /** Fills in the form they have open. Text by field name, picks by field name. */
  fills(
    filled: {
      readonly text?: Record<string, string>;
      readonly picked?: Record<string, readonly string[]>;
    },
    from?: FromDelivery,
  ): Promise<string>;
  shortcut(shortcut: string, message?: MessageSeen, from?: FromDelivery): Promise<string>;
  reacts(reaction: {
    readonly emoji: string;
    readonly author: string;
    readonly message: string;
    readonly added?: boolean;
    readonly at?: string;
    readonly place?: Place;
    readonly delivery?: string;
  }): Promise<string>;
  opensHome(): Promise<string>;
  searches(text: string): Promise<string>;
  /** The last reply, whole. */
  readonly last: Reply;
  /** What stands in their direct messages. */
  readonly inbox: string[];
}

export interface Office {
  readonly engine: Engine;
  readonly store: Store;
  readonly chat: StageChat;
  readonly events: Event[];
  /** The keys of rounds, as the key folder holds them. */
  readonly keys: ReturnType<typeof keysInMemory>;
  readonly organization: OrganizationId;
  readonly workspace: WorkspaceId;
  /** Ana and Ben are technicians in the Core Lab's channel, Cleo and Dan nurses, Lee the admin. */
  readonly ana: Actor;
  readonly ben: Actor;
  readonly cleo: Actor;
  readonly dan: Actor;
  readonly lee: Actor;
  now(): Instant;
  itIs(at: string): void;
  /** Lets time pass, and does what fell due on the way, minute by minute for an hour and then hour by hour. */
  passes(milliseconds: number): Promise<void>;
  /** Does what is due now. */
  settle(): Promise<void>;
  person(account: string, facts?: Partial<AccountFacts>): Promise<Actor>;
  learns(...facts: AccountFacts[]): Promise<void>;
  /** Another workspace; of the same organization where neither has a token (null) of its own. */
  installs(
    platform: Platform,
    external: string,
    token?: string | null,
  ): Promise<Pick<Office, "person" | "learns" | "organization" | "workspace">>;
  /** Any inbound, as an adapter would send it. */
  handle(inbound: Inbound): Promise<Reply>;
  readonly workspaceExternal: string;
}

const people: readonly (readonly [account: string, name: string])[] = [
  ["U_ANA", "Ana Silva"],
  ["U_BEN", "Ben Okafor"],
  ["U_CLEO", "Cleo Martin"],
  ["U_DAN", "Dan Ortiz"],
];

export const member = (
  externalId: string,
  name: string,
  more: Partial<AccountFacts> = {},
): AccountFacts => ({
  externalId,
  name,
  kind: "member",
  runsWorkspace: false,
  ...more,
});

export async function openOffice(
  options: { readonly store?: Store; readonly external?: string } = {},
): Promise<Office> {
  const store = options.store ?? (await openTestStore());
  const chat = stageChat();
  const events: Event[] = [];
  const keys = keysInMemory();
  let now = readInstant(opening);
  const engine = createEngine({
    store,
    chat,
    clock: () => now,
    report: (event) => events.push(event),
    features,
    sealer: createSealer([{ id: "test", secret: new Uint8Array(32) }]),
    roundKeys: keys,
    chance: () => 0.5,
  });
  const external = options.external ?? "T_ANNES";
  const address = await engine.install({
    platform: "slack",
    externalId: external,
    name: "St. Anne's",
    token: null,
    installation: "{}",
    installer: null,
    zone: "Europe/Lisbon",
    locale: "en",
    domains: ["annes.example"],
  });
  const learnsIn =
    (platform: Platform, workspace: string) =>
    (...accounts: AccountFacts[]) =>
      engine.notice({ kind: "accounts", platform, workspace, accounts });
  const learns = learnsIn("slack", external);
  await learns(
    ...people.map(([account, name]) => member(account, name)),
    member("U_LEE", "Lee Wong", { runsWorkspace: true }),
    member("U_BOT", "Rapport", { kind: "bot" }),
  );
  const organizationOf = (workspace: string) =>
    store.transact(async (tx) => {
      const row = await tx
        .selectFrom("workspace")
        .select("organization_id")
        .where("external_id", "=", workspace)
        .executeTakeFirstOrThrow();
      return row.organization_id;
    });
  const organization = await organizationOf(external);

  let deliveries = 0;
  const names = new Map<string, string>([
    ...people.map(([account, name]) => [firstOf(name), account] as const),
    ["lee", "U_LEE"],
    ["bot", "U_BOT"],
  ]);

  const office: Office = {
    engine,
    store,
    chat,
    events,
    keys,
    organization,
    workspace: address.id,
    workspaceExternal: external,
    ana: actor("U_ANA", "Ana Silva"),
    ben: actor("U_BEN", "Ben Okafor"),
    cleo: actor("U_CLEO", "Cleo Martin"),
    dan: actor("U_DAN", "Dan Ortiz"),
    lee: actor("U_LEE", "Lee Wong"),
    now: () => now,
    itIs(at) {
      now = readInstant(at);
    },
    async passes(milliseconds) {
      const end = plus(now, milliseconds);
      for (let step = 0; now < end; step += 1) {
        const next = plus(now, step < 60 ? 60_000 : 3_600_000);
        now = next < end ? next : end;
        await engine.tick();
      }
    },
    async settle() {
      await engine.tick();
    },
    async person(account, facts = {}) {
      const name = facts.name ?? account;
      await learns(member(account, name, facts));
      names.set(firstOf(name), account);
      return actor(account, name);
    },
    learns,
    async installs(platform, other, token = null) {
      const { id } = await engine.install({
        platform,
        externalId: other,
        name: "St. Anne's wards",
        token,
        installation: "{}",
        installer: null,
        zone: "Europe/Lisbon",
        locale: "en",
        domains: ["annes.example"],
      });
      const learnsThere = learnsIn(platform, other);
      const namesThere = new Map<string, string>();
      return {
        organization: await organizationOf(other),
        workspace: id,
        learns: learnsThere,
        async person(account, facts = {}) {
          const name = facts.name ?? account;
          await learnsThere(member(account, name, facts));
          namesThere.set(firstOf(name), account);
          return actor(account, name, { platform, workspace: other }, namesThere);
        },
      };
    },
    handle: (inbound) => engine.handle(inbound),
  };
  return office;

  function actor(
    account: string,
    name: string,
    at: { readonly platform: Platform; readonly workspace: string } = {
      platform: "slack",
      workspace: external,
    },
    known: ReadonlyMap<string, string> = names,
  ): Actor {
    let last: Reply = { kind: "nothing" };
    /** It stays open while it is told what is wrong with it. */
    let open: Form | undefined;
    async function does(
      what: Record<string, unknown> & { readonly kind: Inbound["kind"] },
      from: FromDelivery = {},
    ): Promise<string> {
      deliveries += 1;
      last = await engine.handle({
        ...at,
        account,
        delivery: from.delivery ?? `delivery ${deliveries}`,
        place: from.place ?? { kind: "channel", channel: "C_WARD" },
        learnt: [],
        ...what,
      } as unknown as Inbound);
      if (last.kind === "form") open = last.form;
      else if (last.kind !== "invalid") open = undefined;
      return replyText(last);
    }
    return {
      account,
      name,
      get last() {
        return last;
      },
      get inbox() {
        return chat.texts(`D_${account}`);
      },
      async id() {
        return store.transact(async (tx) => {
          const row = await tx
            .selectFrom("account as a")
            .innerJoin("workspace as w", "w.workspace_id", "a.workspace_id")
            .select("a.person_id")
            .where("w.platform", "=", at.platform)
            .where("w.external_id", "=", at.workspace)
            .where("a.external_id", "=", account)
            .executeTakeFirstOrThrow();
          return row.person_id as PersonId;
        });
      },
      types(text, from) {
        const [command = "", ...rest] = text.split(/\s+/);
        return does(
          {
            kind: "command",
            command: command.replace("/", ""),
            words: wordsOf(rest.join(" "), known),
          },
          from,
        );
      },
      presses(label, from = {}) {
        const button = (from.on ?? buttonsOf(last, chat, account)).find(
          (one) => plain(one.label) === label,
        );
        if (button === undefined) throw new Error(`No button says "${label}" to ${name}`);
        return does(
          { kind: "action", action: button.action, value: (button.value ?? null) as Json },
          from,
        );
      },
      fills(filled, from) {
        if (open === undefined) throw new Error(`${name} has no form open`);
        const { form, state = null } = open;
        const text = Object.fromEntries(
          Object.entries(filled.text ?? {}).map(([field, words]) => [field, typed(words)]),
        );
        const values: Filled = { text, picked: filled.picked ?? {} };
        return does({ kind: "form", form, state, filled: values }, from);
      },
      shortcut: (shortcut, message, from) =>
        does({ kind: "shortcut", shortcut, ...(message === undefined ? {} : { message }) }, from),
      reacts: ({ emoji, author, message, added = true, at = "1.0", place, delivery }) =>
        does(
          { kind: "reaction", added, emoji, message: { author, externalId: message }, at },
          {
            ...(place === undefined ? {} : { place }),
            ...(delivery === undefined ? {} : { delivery }),
          },
        ),
      opensHome: () => does({ kind: "home" }, { place: { kind: "home" } }),
      searches: (text) => does({ kind: "search", field: "receivers", typed: typed(text) }),
    };
  }
}

const firstOf = (name: string): string => (name.split(" ")[0] ?? name).toLowerCase();

/** "@ben for it" → a mention of Ben and the words after him; "@nobody" stays words. "<#C_LAB|lab>" is a channel that was picked. */
export function wordsOf(text: string, names: ReadonlyMap<string, string>): Word[] {
  return text
    .split(/(@[\w-]+|<#\w+\|[\w-]+>)/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part): Word => {
      const [, channel, name = ""] = /^<#(\w+)\|([\w-]+)>$/.exec(part) ?? [];
      if (channel !== undefined) return { kind: "channel", channel, name };
      const account = part.startsWith("@") ? names.get(part.slice(1).toLowerCase()) : undefined;
      return account === undefined
        ? { kind: "text", text: typed(part) }
        : { kind: "account", externalId: account };
    });
}

/** The buttons a person can press: those of the last reply, and of their direct messages. */
function buttonsOf(last: Reply, chat: StageChat, account: string): Button[] {
  const cards = chat.posts
    .filter((post) => post.channel === `D_${account}`)
    .map((post) => post.card);
  if (last.kind === "card" || last.kind === "replace") cards.unshift(last.card);
  return cards.flatMap((card) =>
    card.blocks.flatMap((block) => (block.kind === "buttons" ? [...block.buttons] : [])),
  );
}

/** `it("…", async ({ office }) => …)`: an office of its own for each specification. */
export const it = test.extend<{ office: Office }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names it destructures.
  office: async ({}, use) => {
    const office = await openOffice();
    await use(office);
    await office.store.close();
  },
});
