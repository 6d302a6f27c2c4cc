/** Whatever happens in whatever order, the boards say what the ledger says, and nobody gives more than they may. */
import fc from "fast-check";
import { describe, expect } from "vitest";

import { findOrganization } from "../../src/people/queries/organizations.ts";
import { rollingWindow } from "../../src/recognition/allowance.ts";
import { rebuildScores } from "../../src/recognition/ledger/enter.ts";
import { bucketsOf } from "../../src/recognition/ledger/entry.ts";
import { listEntries } from "../../src/recognition/ledger/queries.ts";
import { hour, type Instant, minute, plus } from "../../src/time/instant.ts";
import { localDate, periodName } from "../../src/time/zone.ts";
import { type Actor, it, type Office } from "../support/office.ts";
import { buttonsIn, is, settles, unit } from "./stage.ts";

const amount = 7;
const accounts = ["ana", "ben", "cleo", "dan"] as const;
type Name = (typeof accounts)[number];

/** Something people do; who is who and which post is meant follows from the numbers. */
type Act =
  | {
      readonly kind: "gives";
      readonly by: Name;
      readonly to: readonly Name[];
      readonly points: number;
    }
  | { readonly kind: "undoes"; readonly by: Name }
  | { readonly kind: "seconds"; readonly by: Name; readonly post: number }
  | { readonly kind: "reacts"; readonly by: Name; readonly to: Name; readonly added: boolean }
  | {
      readonly kind: "reactsOnPost";
      readonly by: Name;
      readonly post: number;
      readonly added: boolean;
    }
  | { readonly kind: "prefersPrivate"; readonly by: Name; readonly now: boolean }
  | { readonly kind: "waits"; readonly milliseconds: number };

const name = fc.constantFrom(...accounts);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constant("gives" as const),
    by: name,
    to: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
    points: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ kind: fc.constant("undoes" as const), by: name }),
  fc.record({ kind: fc.constant("seconds" as const), by: name, post: fc.nat(5) }),
  fc.record({ kind: fc.constant("reacts" as const), by: name, to: name, added: fc.boolean() }),
  fc.record({
    kind: fc.constant("reactsOnPost" as const),
    by: name,
    post: fc.nat(5),
    added: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("prefersPrivate" as const), by: name, now: fc.boolean() }),
  fc.record({
    kind: fc.constant("waits" as const),
    milliseconds: fc.constantFrom(1, minute, 5 * minute, 3 * hour, 30 * hour, 24 * 9 * hour),
  }),
);

async function does(office: Office, one: Act, at: number): Promise<void> {
  const actor = (who: Name): Actor => office[who];
  switch (one.kind) {
    case "gives":
      await actor(one.by).types(
        `/kudos ${one.to.map((who) => `@${who}`).join(" ")} ${one.points} for act ${at}`,
      );
      return office.settle();
    case "undoes":
      await actor(one.by).types("/kudos undo");
      return office.settle();
    case "seconds": {
      const on = buttonsIn(office, "C_WARD").slice(one.post, one.post + 1);
      if (on.length > 0) await actor(one.by).presses("Me too", { on });
      return;
    }
    case "reacts": {
      const { account } = actor(one.to);
      const { added } = one;
      const message = `of ${one.to}`;
      await actor(one.by).reacts({
        emoji: "kudos",
        author: account,
        message,
        added,
        at: stamp(at),
      });
      return;
    }
    case "reactsOnPost": {
      const post = office.chat.posts.filter(({ channel }) => channel === "C_WARD")[one.post];
      if (post === undefined) return;
      const { id: message } = post;
      const { added } = one;
      await actor(one.by).reacts({
        emoji: "kudos",
        author: "U_BOT",
        message,
        added,
        at: stamp(at),
      });
      return;
    }
    case "prefersPrivate":
      return is(office, actor(one.by), { prefersPrivate: one.now });
    case "waits":
      office.itIs(plus(office.now(), one.milliseconds));
      return;
  }
}

const stamp = (at: number): string => String(at).padStart(8, "0");

type Sums = Record<string, number>;

const add = (sums: Sums, key: string, by: number): void => {
  sums[key] = (sums[key] ?? 0) + by;
};
const standing = (sums: Sums): Sums =>
  Object.fromEntries(
    Object.entries(sums)
      .filter(([, sum]) => sum !== 0)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** What the boards ought to say, added up from the ledger in the plainest way. */
async function fromLedger(office: Office) {
  return office.store.transact(async (tx) => {
    const { zone } = await findOrganization(tx, office.organization);
    const entries = await listEntries(tx, office.organization, null, 10_000);
    const scores: Sums = {};
    const rollups: Sums = {};
    for (const entry of entries.filter(({ counted }) => counted)) {
      for (const bucket of bucketsOf(entry.givenAt, zone)) {
        add(scores, `receivers ${bucket} ${entry.receiver}`, entry.points);
        add(scores, `givers ${bucket} ${entry.giver}`, entry.points);
      }
      const day = localDate(entry.givenAt, zone);
      add(rollups, `all ${day} all`, entry.thanks);
      if (entry.receiverUnit !== null)
        add(rollups, `unit ${day} ${entry.receiverUnit}`, entry.thanks);
    }
    return { entries, scores: standing(scores), rollups: standing(rollups) };
  });
}

/** What the tables say. */
async function fromTables(office: Office) {
  return office.store.transact(async (tx) => {
    const scores: Sums = {};
    for (const row of await tx.selectFrom("score").selectAll().execute()) {
      add(scores, `${row.board} ${row.bucket} ${row.member}`, row.points);
    }
    const rollups: Sums = {};
    for (const row of await tx.selectFrom("rollup").selectAll().execute()) {
      add(rollups, `${row.board} ${row.day} ${row.member}`, row.thanks);
    }
    return { scores: standing(scores), rollups: standing(rollups) };
  });
}

async function startsOver(office: Office): Promise<void> {
  await office.store.transact(async (tx) => {
    for (const table of [
      "recognition",
      "recognition_text",
      "recognition_receiver",
      "ledger",
      "score",
      "rollup",
      "second",
      "reaction",
      "bridge",
      "job",
      "message",
      "tell",
      "allowance_use",
    ] as const) {
      await tx.deleteFrom(table).execute();
    }
  });
  office.chat.posts.splice(0);
  office.itIs("2026-03-18T12:00:00Z");
}

describe.for(["rolling", "day", "week"] as const)("the ledger, with an allowance per %s", (per) => {
  it("says what the boards say, after anything people do", { timeout: 120_000 }, async ({
    office,
  }) => {
    await settles(office, {
      emoji: "kudos",
      mostPoints: 3,
      allowance: { amount, per },
    });
    const lab = await unit(office, "Core Lab");
    const west = await unit(office, "4 West");
    await is(office, office.ana, { unit: lab });
    await is(office, office.ben, { unit: lab });
    await is(office, office.cleo, { unit: west });

    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40 }), async (acts) => {
        await startsOver(office);
        for (const [at, one] of acts.entries()) {
          await does(office, one, at);
        }
        const { entries, ...due } = await fromLedger(office);

        expect(await fromTables(office)).toEqual(due);
        expect(overspent(entries, per)).toEqual([]);
        expect(wronglyReversed(entries)).toEqual([]);

        await office.store.transact(async (tx) =>
          rebuildScores({
            tx,
            now: office.now(),
            organization: await findOrganization(tx, office.organization),
          }),
        );
        expect(await fromTables(office)).toEqual(due);
      }),
      { numRuns: 30 },
    );
  });
});

type Entries = Awaited<ReturnType<typeof fromLedger>>["entries"];

/** Whenever somebody gave, what they had spent by then, with what was taken back by then taken off. */
function overspent(entries: Entries, per: "rolling" | "day" | "week"): string[] {
  return entries
    .filter((entry) => entry.reverses === null)
    .flatMap((entry) => {
      const spent = entries
        .filter((one) => one.giver === entry.giver && one.enteredAt <= entry.enteredAt)
        .filter((one) => isSame(one.givenAt, entry.givenAt))
        .reduce((sum, one) => sum + one.cost, 0);
      return spent > amount ? [`${entry.giver} spent ${spent} by ${entry.givenAt}`] : [];
    });

  function isSame(one: Instant, other: Instant): boolean {
    if (per === "rolling") return one > plus(other, -rollingWindow) && one <= other;
    return periodName(one, per, "Europe/Lisbon") === periodName(other, per, "Europe/Lisbon");
  }
}

/** A reversal names one entry, once, and is its negative with its hour. */
function wronglyReversed(entries: Entries): Entries {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const reversed = new Set<string>();
  return entries.filter((entry) => {
    if (entry.reverses === null) return false;
    const taken = byId.get(entry.reverses);
    const isAgain = reversed.has(entry.reverses);
    reversed.add(entry.reverses);
    return (
      isAgain ||
      taken === undefined ||
      entry.givenAt !== taken.givenAt ||
      entry.counted !== taken.counted ||
      entry.points + taken.points !== 0 ||
      entry.cost + taken.cost !== 0 ||
      entry.thanks + taken.thanks !== 0
    );
  });
}
