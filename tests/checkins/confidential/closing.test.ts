/** Confidential answers from the first tap to the close of their round, and what an attacker makes of what is left. */
import { sql } from "kysely";
import { describe, expect } from "vitest";

import { destroyKey, publishSealed } from "../../../src/checkins/confidential/publish.ts";
import {
  addSealed,
  hasAnsweredSealed,
  KeyMissing,
  keepSealed,
} from "../../../src/checkins/confidential/spool.ts";
import { openSpool } from "../../../src/privacy/spool.ts";
import type { Store } from "../../../src/store/store.ts";
import { database } from "../../support/databases.ts";
import { keysInMemory } from "../../support/keys.ts";
import { it } from "../../support/office.ts";
import { openSealedRound, type SealedRound } from "./stage.ts";
import { comment, says, scale, template, writes } from "./templates.ts";

const everyone = Array.from({ length: 22 }, (_, nth) => nth);

/** All 22 answer; 12 of the Core Lab and 10 of 4 West with the ICU. */
async function allAnswer(round: SealedRound): Promise<void> {
  for (const nth of everyone)
    await round.answers(nth, says("clear", 1 + (nth % 5)), writes("change", `wish number ${nth}`));
}

const values = async (round: SealedRound) =>
  (await round.published())
    .map(
      ({ group, question, value, words }) =>
        `${group} ${question} ${JSON.stringify(value ?? words)}`,
    )
    .toSorted();

describe("a confidential answer", () => {
  it("can be changed until the close, and the last one counts", async ({ office }) => {
    const round = await openSealedRound(office, keysInMemory());
    for (const nth of everyone) await round.answers(nth, says("clear", 1 + (nth % 2)));
    for (const nth of everyone) await round.answers(nth, says("clear", 4 + (nth % 2)));

    await round.closes();

    expect(await values(round)).toHaveLength(22);
    expect((await values(round)).join()).not.toMatch(/"value":[12]/);
  });

  it("by one tap leaves the answers to other questions as they were", async ({ office }) => {
    const round = await openSealedRound(office, keysInMemory());
    for (const nth of everyone) {
      const { person, unit } = round.persons[nth] ?? { person: "" as never, unit: "" as never };
      const group = round.groups.find(({ units }) => units.includes(unit))?.key ?? "";
      const tap = (question: string, value: number) =>
        round.work((work) => addSealed(work, round.round, person, group, [says(question, value)]));
      await tap("clear", 1 + (nth % 2));
      await tap("early", 3 + (nth % 2));
      await tap("clear", 4 + (nth % 2));
    }

    await round.closes();

    expect(await values(round)).toHaveLength(44);
    expect((await values(round)).join()).not.toMatch(/"value":[12]/);
  });

  it("is known to have been given while the round is open, and by nobody afterwards", async ({
    office,
  }) => {
    const keys = keysInMemory();
    const round = await openSealedRound(office, keys);
    const hasAnswered = (nth: number) =>
      round.work((work) =>
        hasAnsweredSealed(work, round.round, round.persons[nth]?.person ?? ("" as never)),
      );
    await round.answers(3, says("clear", 2));

    expect([await hasAnswered(3), await hasAnswered(4)]).toEqual([true, false]);

    await round.closes();
    await round.work((work) => destroyKey(work, round.round));

    expect([await hasAnswered(3), await hasAnswered(4)]).toEqual([false, false]);
  });

  it("is not taken after the close, nor from somebody who wasn't asked", async ({ office }) => {
    const keys = keysInMemory();
    const round = await openSealedRound(office, keys);

    expect(await round.answers(99, says("clear", 5))).toBe("closed");
    await allAnswer(round);
    await round.closes();
    const before = await values(round);

    expect(await round.answers(0, says("clear", 5))).toBe("closed");
    expect(await values(round)).toEqual(before);
    expect((await round.rows()).spool).toEqual([]);
  });

  it("given while the round closes is either published or refused, never lost", async ({
    office,
  }) => {
    const round = await openSealedRound(office, keysInMemory());
    for (const nth of everyone.slice(1)) await round.answers(nth, says("clear", 1 + (nth % 5)));

    const [late, closed] = await Promise.all([round.answers(0, says("clear", 1)), round.closes()]);

    expect(closed).toBe("published");
    expect(await values(round)).toHaveLength(late === "kept" ? 22 : 21);
    expect((await round.rows()).spool).toEqual([]);
  });

  it.skipIf(database === "sqlite")(
    "that is being kept just then is waited for by the close",
    async ({ office }) => {
      const round = await openSealedRound(office, keysInMemory());
      for (const nth of everyone.slice(1)) await round.answers(nth, says("clear", 1 + (nth % 5)));
      const [kept, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const answering = round.work(async (work) => {
        const { person = "" as never } = round.persons[0] ?? {};
        const group = round.groups[0]?.key ?? "";
        await keepSealed(work, round.round, person, group, [says("clear", 1)]);
        kept.resolve();
        await goOn.promise;
      });
      await kept.promise;
      let isClosed = false;
      const closing = round.closes().finally(() => {
        isClosed = true;
      });
      while (!isClosed && !(await somebodyWaits(office.store)));
      goOn.resolve();

      await answering;
      expect(await closing).toBe("published");
      expect(await values(round)).toHaveLength(22);
    },
  );

  it("lies in the database as noise of one length, whether one tap or a page of words", async ({
    office,
  }) => {
    const round = await openSealedRound(office, keysInMemory());
    await round.answers(0, says("clear", 5));
    await round.answers(
      1,
      says("clear", 1),
      writes("change", "one number for every ward ".repeat(15)),
    );

    const { spool = [] } = await round.rows();

    expect(spool).toHaveLength(2);
    expect(new Set(spool.map((row) => row.length)).size).toBe(1);
    expect(spool.join()).not.toMatch(/clear|number|prs_/);
  });
});

describe("the key of a round", () => {
  it("that is missing is said to be: nothing is kept, and nothing falls back", async ({
    office,
  }) => {
    const keys = keysInMemory();
    const round = await openSealedRound(office, keys);
    await round.answers(0, says("clear", 5));
    const before = await round.rows();
    keys.destroy(round.round);

    await expect(round.answers(1, says("clear", 2))).rejects.toThrow(KeyMissing);
    await expect(round.answers(0, says("clear", 2))).rejects.toThrow(KeyMissing);
    expect(await round.rows()).toEqual(before);
    expect(keys.held.size).toBe(0);

    keys.make(round.round);
    await expect(round.answers(1, says("clear", 2))).rejects.toThrow(KeyMissing);
  });

  it("that can't be shared is not made", async ({ office }) => {
    const round = await openSealedRound(office, { ...keysInMemory(), usable: false });

    await expect(round.answers(0, says("clear", 5))).rejects.toThrow(KeyMissing);
  });

  it("that is missing at the close leaves everything waiting for it", async ({ office }) => {
    const keys = keysInMemory();
    const round = await openSealedRound(office, keys);
    await allAnswer(round);
    const key = keys.make(round.round);
    const before = await round.rows();

    keys.held.delete(round.round);
    expect(await round.closes()).toBe("key-missing");
    keys.held.set(round.round, new Uint8Array(32));
    expect(await round.closes()).toBe("key-missing");
    const { round: roundRows, ...after } = await round.rows();
    expect(before).toMatchObject(after);
    expect(roundRows?.join()).toContain('"closing"');

    keys.held.set(round.round, key);
    expect(await round.closes()).toBe("published");
    expect((await round.told()).everybody?.answered).toBe("20–29");
  });

  it("is not destroyed while answers wait for it", async ({ office }) => {
    const keys = keysInMemory();
    const round = await openSealedRound(office, keys);
    await allAnswer(round);

    await expect(round.work((work) => destroyKey(work, round.round))).rejects.toThrow();
    expect(keys.held.size).toBe(1);
  });

  it("is destroyed after the close, as often as one likes", async ({ office }) => {
    const keys = keysInMemory();
    const round = await openSealedRound(office, keys);
    await allAnswer(round);
    await round.closes();
    expect(keys.held.size).toBe(1);

    await round.work((work) => destroyKey(work, round.round));
    await round.work((work) => destroyKey(work, round.round));

    expect(keys.held.size).toBe(0);
  });
});

describe("the close", () => {
  it("publishes once what groups of five said, and comments of ten", async ({ office }) => {
    const round = await openSealedRound(office, keysInMemory());
    await allAnswer(round);

    expect(await round.closes()).toBe("published");

    const { groups, everybody } = await round.told();
    expect(groups.map(({ asked, answered }) => [asked, answered])).toEqual([
      ["10–19", "10–19"],
      ["10–19", "10–19"],
    ]);
    expect(everybody).toEqual({ asked: 22, answered: "20–29" });
    expect((await values(round)).filter((row) => row.includes("wish number"))).toHaveLength(22);
  });

  it("undone by a crash is done again from the spool, to the same end", async ({ office }) => {
    const round = await openSealedRound(office, keysInMemory());
    await allAnswer(round);
    const before = await round.rows();

    await expect(
      round.work(async (work) => {
        await publishSealed(work, round.round, template([scale("clear"), comment("change")]));
        throw new Error("the power fails");
      }),
    ).rejects.toThrow("the power fails");
    expect(await round.rows()).toEqual(before);

    await round.closes();
    expect(await values(round)).toHaveLength(44);
  });

  it("done twice by two servers publishes once", async ({ office }) => {
    const round = await openSealedRound(office, keysInMemory());
    await allAnswer(round);
    await round.closes();
    const before = await round.rows();

    await round.work((work) => publishSealed(work, round.round, template([scale("clear")])));

    expect(await round.rows()).toEqual(before);
  });

  it("leaves no list of who answered, when, or who was reminded", async ({ office }) => {
    const round = await openSealedRound(office, keysInMemory());
    for (const nth of everyone.slice(0, 15)) await round.answers(nth, says("clear", 1 + (nth % 5)));
    await round.closes();

    const { prompt = [], audit = [] } = await round.rows();
    const places = prompt.map((row) => ({ ...JSON.parse(row), person_id: "", unit_id: "" }));

    expect(places).toHaveLength(22);
    expect(new Set(places.map((row) => JSON.stringify(row))).size).toBe(1);
    expect(audit.join()).not.toContain(round.round);
  });

  it("of a check-in with names takes the mood alone", async ({ office }) => {
    const weekly = template([scale("week", { confidential: true }), comment("well")], {
      sees: "leads",
    });
    const round = await openSealedRound(office, keysInMemory(), weekly);
    for (const nth of everyone) await round.answers(nth, says("week", 1 + (nth % 5)));
    await round.closes();

    const { prompt = [], spool = [] } = await round.rows();

    expect(spool).toEqual([]);
    expect(await values(round)).toHaveLength(22);
    expect(prompt.filter((row) => row.includes('"answered"'))).toHaveLength(22);
  });
});

describe("an attacker with the database", () => {
  it("who looks at the mean before and after somebody answers sees none", async ({ office }) => {
    const round = await openSealedRound(office, keysInMemory());
    const six = [5, 5, 4, 4, 4, 3];
    for (const [nth, value] of six.entries()) await round.answers(nth, says("clear", value));
    const look = async () => [await round.published(), (await round.told()).everybody];
    const first = await look();
    await round.answers(6, says("clear", 1));

    expect(await look()).toEqual(first);
    expect(first).toEqual([[], null]);

    await round.closes();
    const once = await round.published();
    await round.answers(7, says("clear", 1));
    await round.closes();
    expect((await round.published()).length).toBe(once.length);
  });

  it("who subtracts the groups that are shown from a total gets nothing: there is none to subtract from", async ({
    office,
  }) => {
    const round = await openSealedRound(office, keysInMemory());
    // Nine of ten could not say in 4 West and the ICU: their one answer is hidden, and the Core Lab's with it.
    for (const nth of everyone)
      await round.answers(
        nth,
        says("clear", 1 + (nth % 5)),
        says("early", nth <= 12 ? 2 + (nth % 3) : null),
      );
    await round.closes();

    expect((await values(round)).filter((row) => row.includes("early"))).toEqual([]);
    expect((await values(round)).filter((row) => row.includes("clear"))).toHaveLength(22);
  });

  it("who keeps a copy of the open round and hashes the staff list finds them only with its key", async ({
    office,
  }) => {
    const keys = keysInMemory();
    const round = await openSealedRound(office, keys);
    await allAnswer(round);
    const copy = (await round.rows()).spool?.map((row) => JSON.parse(row) as Spooled) ?? [];
    const found = (key: Uint8Array) => {
      const spool = openSpool(key, 1_024);
      const places = new Map(round.persons.map(({ person }) => [spool.placeOf(person), person]));
      return copy.filter(({ spool_key }) => places.has(spool_key)).length;
    };
    expect(found(keys.make(round.round))).toBe(22);

    await round.closes();
    await round.work((work) => destroyKey(work, round.round));

    expect(keys.find(round.round)).toBeUndefined();
    expect((await round.rows()).spool).toEqual([]);
    expect(found(keysInMemory().make(round.round))).toBe(0);
  });
});

/** Whether a transaction of this database waits for another one's lock. */
const somebodyWaits = (store: Store): Promise<boolean> =>
  store.transact(async (tx) => {
    const waiting = sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    return (await waiting.execute(tx)).rows.length > 0;
  });

interface Spooled {
  readonly spool_key: string;
  readonly sealed: string;
}
