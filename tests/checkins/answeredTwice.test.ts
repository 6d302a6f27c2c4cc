/** A round by name that asked both accounts of one person: what they answered last counts, whichever account it came from. */
import { describe, expect } from "vitest";

import { countNamed } from "../../src/checkins/summary/queries.ts";
import { readSummary } from "../../src/checkins/summary/stored.ts";
import type { Summary } from "../../src/checkins/summary/summary.ts";
import { newId, type RoundId } from "../../src/ids.ts";
import { later } from "../../src/jobs/queries.ts";
import type { Schema } from "../../src/store/schema.ts";
import { type Actor, it, type Office } from "../support/office.ts";
import { asks, closesNow, rowsOf } from "./answeringStage.ts";

const direct = { place: { kind: "direct" } } as const;

interface Stage {
  readonly round: RoundId;
  /** Ben in Teams. */
  readonly other: Actor;
}

/** Ana, and Ben under both of his accounts, are asked by name; Lee leads them. */
async function askedTwice(office: Office, template = "weekly-checkin"): Promise<Stage> {
  const teams = await office.installs("teams", "TENANT");
  const other = await teams.person("29:ben", { name: "Benjamin Okafor" });
  const wish = { template, others: 0, round: { sealed: false } } as const;
  const round = await asks(office, wish, office.ana, office.ben, other);
  return { round, other };
}

async function says(actor: Actor, well: string): Promise<void> {
  await actor.presses("Add a few words", direct);
  await actor.fills({ text: { well } }, direct);
}

async function link(one: Actor, other: Actor): Promise<void> {
  const shown = await one.types("/rapport link");
  await other.types(`/rapport link ${/[A-Z0-9]{3}-[A-Z0-9]{3}/.exec(shown)?.[0]}`);
}

async function summaryOf(office: Office, round: RoundId): Promise<Summary> {
  await closesNow(office, round);
  const [row] = await rowsOf(office, "round");
  return readSummary(row?.summary ?? "");
}

/** The calm from Slack at noon, the rota from Teams an hour later, or the other way round; then they are one. */
async function answersBoth(office: Office, stage: Stage, last: "slack" | "teams"): Promise<void> {
  const [first, second] = last === "teams" ? [office.ben, stage.other] : [stage.other, office.ben];
  await says(first, "the calm");
  office.itIs("2026-03-18T13:00:00Z");
  await says(second, "the rota");
  await link(office.ben, stage.other);
  await office.settle();
}

describe("a check-in answered from both accounts before they were one", () => {
  it.for(["slack", "teams"] as const)(
    "is one answer to its lead, the last: that from %s",
    async (last, { office }) => {
      const stage = await askedTwice(office);
      await answersBoth(office, stage, last);

      const shown = await office.lee.types("/checkin answers");
      expect(shown).toContain("1 of 2 have answered so far.");
      expect(shown).toContain("the rota");
      expect(shown).not.toContain("the calm");
      expect(shown.split("Ben Okafor")).toHaveLength(2);
      expect(shown).not.toContain("Benjamin");
    },
  );

  it("says where the earlier answer stands, and among their own, that it counts no more", async ({
    office,
  }) => {
    const stage = await askedTwice(office);
    await answersBoth(office, stage, "teams");

    expect(office.ben.inbox.join()).toContain("The answer you gave last counts, and this one");
    expect(stage.other.inbox.join()).toContain("Thank you, it's in.");
    const mine = await office.ben.types("/checkin mine");
    expect(mine).toContain("the rota");
    expect(mine).not.toContain("the calm");
    expect(mine).toContain("What you answered on Wednesday 18 March with another account");
    expect((await office.ben.types("/checkin")).split("Weekly check-in")).toHaveLength(2);
  });

  it("is counted once in the round's numbers", async ({ office }) => {
    const stage = await askedTwice(office);
    await answersBoth(office, stage, "teams");

    const { asked, answered } = await summaryOf(office, stage.round);
    expect({ asked, answered }).toEqual({
      asked: 2,
      answered: { kind: "count", count: 1, quiet: 0 },
    });
  });

  it("is counted once in the means", async ({ office }) => {
    const stage = await askedTwice(office, "shift-end");
    for (const [actor, value] of [
      [office.ben, "1"],
      [stage.other, "5"],
      [office.ana, "5"],
    ] as const) {
      await actor.presses("Add a few words", direct);
      await actor.fills({ picked: { energy: [value] } }, direct);
      office.itIs(new Date(Date.parse(office.now()) + 60_000).toISOString());
    }
    await link(office.ben, stage.other);
    await office.settle();

    const given = await office.store.transact((tx) =>
      countNamed(tx, office.organization, stage.round),
    );
    expect(given.map(({ value, count }) => ({ value, count }))).toEqual([
      { value: { kind: "scale", value: 5 }, count: 2 },
    ]);
  });

  it("is two answers again once they are parted", async ({ office }) => {
    const stage = await askedTwice(office);
    await answersBoth(office, stage, "teams");
    await office.ben.presses("That's not me");
    await office.settle();

    const shown = await office.lee.types("/checkin answers");
    expect(shown).toContain("2 of 3 have answered so far.");
    expect(shown).toContain("the rota");
    expect(shown).toContain("the calm");
    expect(office.ben.inbox.join()).toContain("Thank you, it's in.");
    expect(office.ben.inbox.join()).not.toContain("The answer you gave last counts");
    expect(await office.ben.types("/checkin mine")).not.toContain("with another account");
  });

  it("is changed from either account: there is one answer to change", async ({ office }) => {
    const stage = await askedTwice(office);
    await answersBoth(office, stage, "teams");
    office.itIs("2026-03-18T14:00:00Z");
    await office.ben.types("/checkin");
    await office.ben.presses("Change");
    await office.ben.fills({ text: { well: "the tea" } });

    const shown = await office.lee.types("/checkin answers");
    expect(shown).toContain("the tea");
    expect(shown).not.toContain("the rota");
    expect(shown).not.toContain("the calm");
    expect(shown).toContain("1 of 2 have answered so far.");
  });

  it("is nothing to report, where that was said last", async ({ office }) => {
    const stage = await askedTwice(office);
    await says(office.ben, "the calm");
    office.itIs("2026-03-18T13:00:00Z");
    await stage.other.presses("Nothing to report", direct);
    await link(office.ben, stage.other);

    const shown = await office.lee.types("/checkin answers");
    expect(shown).not.toContain("the calm");
    const { answered } = await summaryOf(office, stage.round);
    expect(answered).toEqual({ kind: "count", count: 1, quiet: 1 });
  });

  it("is one answer also where they became one after it closed", async ({ office }) => {
    const stage = await askedTwice(office);
    await says(office.ben, "the calm");
    office.itIs("2026-03-18T13:00:00Z");
    await says(stage.other, "the rota");
    await closesNow(office, stage.round);
    await link(office.ben, stage.other);

    const shown = await office.lee.types("/checkin answers");
    expect(shown).toContain("the rota");
    expect(shown).not.toContain("the calm");
    expect(shown).toContain("1 of 2 have answered");
  });
});

describe("a round that is planned while two become one", () => {
  it("asks them once, although the other had a place already", async ({ office }) => {
    const { other } = await askedTwice(office);
    const persons = [await office.ben.id(), await other.id()];
    const [before] = await rowsOf(office, "round");
    const places = await rowsOf(office, "prompt");
    const place = places.find((row) => row.person_id === persons[1]);
    const id = newId("round", office.now());
    await office.store.transact(async (tx) => {
      const audience = JSON.stringify({ kind: "persons", persons });
      const round = { ...before, round_id: id, audience, at_local: "2026-03-18T13:00" };
      await tx
        .insertInto("round")
        .values({ ...round, sealed: 1, state: "planning" } as Schema["round"])
        .execute();
      await tx
        .insertInto("prompt")
        .values({ ...place, round_id: id, state: "waiting" } as Schema["prompt"])
        .execute();
    });
    await link(office.ben, other);
    await office.store.transact((tx) =>
      later(tx, office.organization, office.now(), {
        kind: "checkins.begin",
        payload: { round: id },
        due: office.now(),
      }),
    );
    await office.settle();

    const all = await rowsOf(office, "prompt");
    expect(all.filter((row) => row.round_id === id).map((row) => row.person_id)).toEqual([
      persons[1],
    ]);
  });
});
