/** What was kept under the name of one account is drawn with the name of the person they go by now. */
import { describe, expect } from "vitest";

import { keepResponse } from "../../src/checkins/answering/queries.ts";
import {
  insertAction,
  insertOutcome,
  listOpenActions,
} from "../../src/checkins/follow/queries/actions.ts";
import { insertNote, listNotes } from "../../src/checkins/follow/queries/answers.ts";
import { listSharedThanks } from "../../src/checkins/follow/queries/monday.ts";
import { listDone } from "../../src/checkins/summary/queries.ts";
import type { PersonId, RoundId, UnitId } from "../../src/ids.ts";
import { listRereads } from "../../src/leaderboards/week/queries.ts";
import { listNames } from "../../src/people/queries/erase.ts";
import type { Cleared } from "../../src/privacy/phi/cleared.ts";
import type { Tx } from "../../src/store/store.ts";
import type { Instant } from "../../src/time/instant.ts";
import { asks, rowsOf } from "../checkins/answeringStage.ts";
import { type Actor, it, type Office } from "../support/office.ts";

const words = (text: string) => text as Cleared;
const since = "2026-03-01T00:00:00.000Z" as Instant;
const until = "2026-04-01T00:00:00.000Z" as Instant;
const bounds = { since, until, firstDay: "2026-03-01", endDay: "2026-04-01" };

interface Stage {
  readonly office: Office;
  /** Ben in Teams, under another name. */
  readonly benjamin: Actor;
  readonly id: PersonId;
  readonly round: RoundId;
  readonly unit: UnitId;
}

/** Benjamin thanks Ana and is thanked; he leads, answers for what was said, and Ana says that he helped. */
async function asBenjamin(office: Office): Promise<Stage> {
  const { ana, dan, organization, store } = office;
  const teams = await office.installs("teams", "TENANT");
  const benjamin = await teams.person("29:ben", { name: "Benjamin Okafor" });
  await benjamin.types("/kudos Ana Silva for the calm night");
  await benjamin.presses("Ana Silva");
  await dan.types("/kudos Benjamin Okafor for the calm handover");
  await dan.presses("Benjamin Okafor");

  const wish = { template: "weekly-checkin", others: 0, round: { sealed: false } } as const;
  const round = await asks(office, wish, ana);
  const [unit] = await rowsOf(office, "unit");
  if (unit === undefined) throw new Error("No unit");
  const [id, author] = [await benjamin.id(), await ana.id()];
  const now = office.now();
  await store.transact(async (tx) => {
    const owned = { owner: id, dueOn: "2026-04-01" };
    const done = { round, said: words("too loud"), did: words("quieter"), by: id };
    await insertOutcome(tx, organization, { ...done, ...owned }, now);
    const action = { round, raisedBy: author, title: words("a phone"), madeBy: id } as const;
    await insertAction(tx, organization, { ...action, ...owned, unit: null, state: "open" }, now);
    const note = { round, person: author, lead: id, emoji: null };
    await insertNote(tx, organization, { ...note, words: words("thank you") }, now);
    const value = { kind: "people", persons: [id] } as const;
    const answer = { question: "helped", partner: null, value, at: now };
    await keepResponse(tx, organization, round, author, answer);
    await tx.updateTable("recognition_receiver").set({ shared_with_lead: 1 }).execute();
  });
  await office.settle();
  return { office, benjamin, id, round, unit: unit.unit_id };
}

async function join({ office, benjamin }: Stage): Promise<void> {
  const shown = await office.ben.types("/rapport link");
  await benjamin.types(`/rapport link ${/[A-Z0-9]{3}-[A-Z0-9]{3}/.exec(shown)?.[0]}`);
}

describe("the name of somebody with two accounts", () => {
  it("is one in every list that is read from rows of the other", async ({ office }) => {
    const stage = await asBenjamin(office);
    const before = await namesIn(stage);
    await join(stage);

    expect(before).toEqual(
      Object.fromEntries(Object.keys(before).map((k) => [k, "Benjamin Okafor"])),
    );
    const after = await namesIn(stage);
    expect(after).toEqual(Object.fromEntries(Object.keys(before).map((k) => [k, "Ben Okafor"])));
  });

  it("is one to the lead who reads whom somebody named", async ({ office }) => {
    const stage = await asBenjamin(office);
    await join(stage);

    const shown = await office.lee.types("/checkin answers");
    expect(shown).toContain("Ben Okafor");
    expect(shown).not.toContain("Benjamin");
    expect(await office.ana.types("/checkin mine")).toContain("Ben Okafor");
  });

  it("is one in posts that are drawn anew, and in the lists of thanks", async ({ office }) => {
    const stage = await asBenjamin(office);
    expect(office.chat.texts("C_WARD").join()).toContain("Benjamin Okafor");
    await join(stage);
    await office.dan.presses("Edit");
    await office.dan.fills({ text: { reason: "for the calm week" } });
    await office.settle();

    const post = office.chat.texts("C_WARD").find((text) => text.includes("calm week"));
    expect(post).toContain("Ben Okafor");
    expect(post).not.toContain("Benjamin");
    expect(await office.dan.types("/kudos mine")).not.toContain("Benjamin");
    expect(await office.ana.types("/kudos mine")).toContain("Ben Okafor");
  });
});

async function namesIn({ office, id, round, unit }: Stage): Promise<Record<string, string>> {
  const { organization } = office;
  const [thanks] = (await rowsOf(office, "recognition")).filter((row) => row.giver_id !== id);
  const posted = { workspace: thanks?.home_workspace_id, channel: thanks?.home_channel } as never;
  const author = await office.ana.id();
  return office.store.transact(async (tx: Tx) => {
    const [done] = await listDone(tx, organization, round, 3);
    const of = { units: [], owner: id };
    const [action] = await listOpenActions(tx, organization, of, 3);
    const [note] = await listNotes(tx, organization, round, author);
    const [shared] = await listSharedThanks(tx, organization, [unit], since, 3);
    const [reread] = await listRereads(tx, organization, posted, bounds, 3);
    const names = await listNames(tx, organization, [id]);
    return {
      done: done?.owner.name ?? "",
      action: action?.owner.name ?? "",
      note: note?.name ?? "",
      shared: shared?.giver.name ?? "",
      reread: reread?.receivers[0]?.name ?? "",
      file: names.get(id) ?? "",
    };
  });
}
