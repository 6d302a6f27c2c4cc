/** What the specifications of recognition start from: settings as an admin left them, who belongs where, and what the boards say. */
import { sql } from "kysely";

import type { Button } from "../../src/chat/card.ts";
import type { Word } from "../../src/chat/inbound.ts";
import { newId, type UnitId } from "../../src/ids.ts";
import type { Pattern } from "../../src/people/person.ts";
import { type RecognitionSettings, recognitionSettings } from "../../src/recognition/settings.ts";
import { findSetting, keepSetting } from "../../src/store/settings.ts";
import type { Actor, Office } from "../support/office.ts";
import { replyText } from "../support/text.ts";

/** Settles what an admin may settle, over what stands. */
export async function settles(
  office: Office,
  change: Partial<Omit<RecognitionSettings, "allowance">> & {
    readonly allowance?: Partial<RecognitionSettings["allowance"]>;
  },
): Promise<void> {
  await office.store.transact(async (tx) => {
    const before = await findSetting(tx, office.organization, recognitionSettings);
    await keepSetting(tx, office.organization, recognitionSettings, {
      ...before,
      ...change,
      allowance: { ...before.allowance, ...change.allowance },
    });
  });
}

/** A kudos channel is chosen: C_KUDOS. */
export const choosesChannel = (office: Office): Promise<void> =>
  settles(office, {
    channel: {
      workspace: office.workspace,
      channel: "C_KUDOS",
      brokenSince: null,
      toldAt: null,
    },
  });

interface Belongings {
  readonly pattern?: Pattern;
  readonly prefersPrivate?: boolean;
  readonly zone?: string;
  readonly unit?: UnitId;
  readonly pausedUntil?: string;
  readonly welcomed?: boolean;
}

/** What somebody, or an admin for them, has said of them. */
export async function is(office: Office, actor: Actor, what: Belongings): Promise<void> {
  const id = await actor.id();
  await office.store.transact((tx) =>
    tx
      .updateTable("person")
      .set({
        ...(what.pattern === undefined ? {} : { pattern: what.pattern }),
        ...(what.prefersPrivate === undefined
          ? {}
          : { prefers_private: what.prefersPrivate ? (1 as const) : (0 as const) }),
        ...(what.zone === undefined ? {} : { zone: what.zone }),
        ...(what.unit === undefined ? {} : { unit_id: what.unit }),
        ...(what.pausedUntil === undefined ? {} : { paused_until: sql`${what.pausedUntil}` }),
        ...(what.welcomed ? { welcomed_at: office.now() } : {}),
      })
      .where("organization_id", "=", office.organization)
      .where("person_id", "=", id)
      .execute(),
  );
}

export async function unit(office: Office, name: string): Promise<UnitId> {
  const id = newId("unit", office.now());
  await office.store.transact((tx) =>
    tx
      .insertInto("unit")
      .values({ organization_id: office.organization, unit_id: id, name, name_key: name })
      .execute(),
  );
  return id;
}

export async function holds(
  office: Office,
  actor: Actor,
  role: "lead" | "admin" | "compliance",
  of: UnitId | null = null,
): Promise<void> {
  const person = await actor.id();
  await office.store.transact((tx) =>
    tx
      .insertInto("role")
      .values({
        organization_id: office.organization,
        person_id: person,
        role,
        unit_id: of ?? "",
      })
      .execute(),
  );
}

/** The buttons under what stands in a channel. */
export const buttonsIn = (office: Office, channel: string): Button[] =>
  office.chat.posts
    .filter((post) => post.channel === channel)
    .flatMap(({ card }) =>
      card.blocks.flatMap((block) => (block.kind === "buttons" ? [...block.buttons] : [])),
    );

/** The buttons on the card somebody was shown last. */
export function buttonsOn({ last }: Actor): Button[] {
  if (last.kind !== "card" && last.kind !== "replace") return [];
  return last.card.blocks.flatMap((block) => (block.kind === "buttons" ? [...block.buttons] : []));
}

/** Presses "Me too" under the first post of a channel. */
export const meToo = (office: Office, actor: Actor, channel = "C_WARD"): Promise<string> =>
  actor.presses("Me too", { on: buttonsIn(office, channel) });

/** What the boards of persons hold, by name: "Ben Okafor 2, Mia Lund 1". */
export async function scores(
  office: Office,
  board: "receivers" | "givers" = "receivers",
): Promise<string> {
  const rows = await office.store.transact((tx) =>
    tx
      .selectFrom("score as s")
      .innerJoin("person as p", (join) =>
        join
          .onRef("p.organization_id", "=", "s.organization_id")
          .on("p.person_id", "=", sql`s.member`),
      )
      .select(["p.name", "s.points"])
      .where("s.organization_id", "=", office.organization)
      .where("s.board", "=", board)
      .where("s.bucket", "=", "all")
      .where("s.points", "!=", 0)
      .orderBy("p.name")
      .execute(),
  );
  return rows.map((row) => `${row.name} ${row.points}`).join(", ");
}

/** What the rows hold, counted. */
export async function count(
  office: Office,
  table: "recognition" | "ledger" | "audit" | "delivery" | "reaction" | "second",
): Promise<number> {
  const row = await office.store.transact((tx) =>
    tx
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where("organization_id", "=", office.organization)
      .executeTakeFirstOrThrow(),
  );
  return Number(row.count);
}

let typings = 0;

/** Types a command whose words the platform has already told apart: a user group, say. */
export async function typesWords(
  office: Office,
  actor: Actor,
  words: readonly Word[],
): Promise<string> {
  typings += 1;
  const reply = await office.handle({
    kind: "command",
    command: "kudos",
    words,
    platform: "slack",
    workspace: office.workspaceExternal,
    account: actor.account,
    delivery: `words ${typings}`,
    place: { kind: "channel", channel: "C_WARD" },
    learnt: [],
  });
  return replyText(reply);
}

/** The state of the form somebody has open, for choices that are picked by id. */
export async function valueId(office: Office, tag: string): Promise<string> {
  const row = await office.store.transact((tx) =>
    tx
      .selectFrom("value")
      .select("value_id")
      .where("organization_id", "=", office.organization)
      .where("tag", "=", tag)
      .where("retired_at", "is", null)
      .executeTakeFirstOrThrow(),
  );
  return row.value_id;
}
