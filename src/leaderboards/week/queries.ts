/** The SQL of "Thanks this week". */
import { sql } from "kysely";

import type { OrganizationId, PersonId, RecognitionId, WorkspaceId } from "../../ids.ts";
import type { Cleared } from "../../privacy/phi/cleared.ts";
import type { Tx } from "../../store/store.ts";
import type { PersonRow } from "../queries.ts";
import type { Bounds } from "../span.ts";

/** A week may hold tens of thousands of thanks; the newest few hundred are enough to choose from. */
const newest = 300;

/** A thanks that may be read again. */
export interface Reread {
  readonly id: RecognitionId;
  readonly reason: Cleared;
  readonly giver: Omit<PersonRow, "points">;
  readonly receivers: readonly Omit<PersonRow, "points">[];
}

/** Whether one of these gave or was given anything in that time: nobody else is named in what is told of it. */
export async function hasThanksOf(
  tx: Tx,
  organization: OrganizationId,
  persons: readonly PersonId[],
  { since, until }: Bounds,
): Promise<boolean> {
  for (const side of ["giver_id", "receiver_id"] as const) {
    const row = await tx
      .selectFrom("ledger")
      .select("ledger_id")
      .where("organization_id", "=", organization)
      .where(side, "in", persons)
      .where("given_at", ">=", since)
      .where("given_at", "<", until)
      .limit(1)
      .executeTakeFirst();
    if (row !== undefined) return true;
  }
  return false;
}

/** Counted thanks by local day, the days without any left out. */
export async function listDays(
  tx: Tx,
  organization: OrganizationId,
  bounds: Bounds,
): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom("rollup")
    .select(["day", "thanks"])
    .where("organization_id", "=", organization)
    .where("board", "=", "all")
    .where("day", ">=", bounds.firstDay)
    .where("day", "<", bounds.endDay)
    .execute();
  return new Map(rows.map((row) => [row.day, row.thanks]));
}

/** First thanks from one unit to another in that time, by public thanks that still stand. */
export async function listNewBridges(
  tx: Tx,
  organization: OrganizationId,
  bounds: Bounds,
  most: number,
): Promise<{ from: string; to: string }[]> {
  return tx
    .selectFrom("bridge as b")
    .innerJoin("recognition as r", (join) =>
      join
        .onRef("r.organization_id", "=", "b.organization_id")
        .onRef("r.recognition_id", "=", "b.recognition_id"),
    )
    .innerJoin("unit as f", (join) =>
      join
        .onRef("f.organization_id", "=", "b.organization_id")
        .onRef("f.unit_id", "=", "b.from_unit_id"),
    )
    .innerJoin("unit as t", (join) =>
      join
        .onRef("t.organization_id", "=", "b.organization_id")
        .onRef("t.unit_id", "=", "b.to_unit_id"),
    )
    .select(["f.name as from", "t.name as to"])
    .where("b.organization_id", "=", organization)
    .where("b.first_at", ">=", bounds.since)
    .where("b.first_at", "<", bounds.until)
    .where("r.visibility", "=", "public")
    .where("r.undone_at", "is", null)
    .orderBy("b.first_at")
    .orderBy("f.name")
    .orderBy("t.name")
    .limit(most)
    .execute();
}

/**
 * Thanks posted in that channel which anybody may read again: public, standing, nobody in them private, without their name,
 * questioned, off the boards or gone. Those most people joined in come first, then the newest.
 */
export async function listRereads(
  tx: Tx,
  organization: OrganizationId,
  posted: { readonly workspace: WorkspaceId; readonly channel: string },
  bounds: Bounds,
  most: number,
): Promise<Reread[]> {
  const rows = await tx
    .with("candidate", (db) =>
      db
        .selectFrom("recognition as r")
        .innerJoin("recognition_text as t", (join) =>
          join
            .onRef("t.organization_id", "=", "r.organization_id")
            .onRef("t.recognition_id", "=", "r.recognition_id"),
        )
        .innerJoin("person as giver", (join) =>
          join
            .onRef("giver.organization_id", "=", "r.organization_id")
            .onRef("giver.person_id", "=", "r.giver_id"),
        )
        .innerJoin("person as g", (join) =>
          join
            .onRef("g.organization_id", "=", "r.organization_id")
            .on("g.person_id", "=", sql<PersonId>`coalesce(giver.merged_into, giver.person_id)`),
        )
        .select([
          "r.recognition_id",
          "r.given_at",
          "t.reason",
          "g.person_id as giver_id",
          "g.name as giver_name",
        ])
        .where("r.organization_id", "=", organization)
        .where("r.given_at", ">=", bounds.since)
        .where("r.given_at", "<", bounds.until)
        .where("r.visibility", "=", "public")
        .where("r.kind", "=", "words")
        .where("r.undone_at", "is", null)
        .where((eb) =>
          eb.or([
            eb.and([
              eb("r.home_workspace_id", "=", posted.workspace),
              eb("r.home_channel", "=", posted.channel),
            ]),
            // A copy of a thanks whose home is in another workspace.
            eb.exists(
              eb
                .selectFrom("message as m")
                .select("m.subject")
                .whereRef("m.organization_id", "=", "r.organization_id")
                .where("m.workspace_id", "=", posted.workspace)
                .where("m.channel", "=", posted.channel)
                .where(
                  "m.subject",
                  "=",
                  eb.fn<string>("concat", [eb.cast(eb.val("kudos:"), "text"), "r.recognition_id"]),
                ),
            ),
          ]),
        )
        .where("g.state", "=", "here")
        .where("g.off_boards", "=", 0)
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom("recognition_receiver as o")
                .innerJoin("person as receiver", (join) =>
                  join
                    .onRef("receiver.organization_id", "=", "o.organization_id")
                    .onRef("receiver.person_id", "=", "o.person_id"),
                )
                .innerJoin("person as p", (join) =>
                  join
                    .onRef("p.organization_id", "=", "o.organization_id")
                    .on(
                      "p.person_id",
                      "=",
                      sql<PersonId>`coalesce(receiver.merged_into, receiver.person_id)`,
                    ),
                )
                .select("o.person_id")
                .whereRef("o.organization_id", "=", "r.organization_id")
                .whereRef("o.recognition_id", "=", "r.recognition_id")
                .where((o) =>
                  o.or([
                    o("o.private", "=", 1),
                    o("o.name_hidden", "=", 1),
                    o("o.questioned_at", "is not", null),
                    o("p.prefers_private", "=", 1),
                    o("p.off_boards", "=", 1),
                    o("p.state", "<>", "here"),
                  ]),
                ),
            ),
          ),
        )
        .orderBy("r.given_at", "desc")
        .limit(newest),
    )
    .selectFrom("candidate as c")
    .select((eb) => [
      "c.recognition_id",
      "c.reason",
      "c.giver_id",
      "c.giver_name",
      eb
        .selectFrom("second as s")
        .select((s) => s.fn.countAll<number>().as("n"))
        .where("s.organization_id", "=", organization)
        .whereRef("s.recognition_id", "=", "c.recognition_id")
        .where("s.undone_at", "is", null)
        .as("seconds"),
    ])
    .orderBy(sql`seconds`, "desc")
    .orderBy("c.given_at", "desc")
    .limit(most)
    .execute();
  if (rows.length === 0) return [];
  const receivers = await tx
    .selectFrom("recognition_receiver as o")
    .innerJoin("person as receiver", (join) =>
      join
        .onRef("receiver.organization_id", "=", "o.organization_id")
        .onRef("receiver.person_id", "=", "o.person_id"),
    )
    .innerJoin("person as p", (join) =>
      join
        .onRef("p.organization_id", "=", "o.organization_id")
        .on("p.person_id", "=", sql<PersonId>`coalesce(receiver.merged_into, receiver.person_id)`),
    )
    .select(["o.recognition_id", "p.person_id", "p.name"])
    .where("o.organization_id", "=", organization)
    .where(
      "o.recognition_id",
      "in",
      rows.map((row) => row.recognition_id),
    )
    .orderBy("o.position")
    .execute();
  return rows.map((row) => ({
    id: row.recognition_id,
    reason: row.reason,
    giver: { id: row.giver_id, name: row.giver_name },
    // Two who turned out to be one are named once.
    receivers: [
      ...new Map(
        receivers
          .filter((one) => one.recognition_id === row.recognition_id)
          .map((one) => [one.person_id, { id: one.person_id, name: one.name }]),
      ).values(),
    ],
  }));
}
