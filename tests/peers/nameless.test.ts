import { describe, expect } from "vitest";

import type { PersonId } from "../../src/ids.ts";
import { sealedSize } from "../../src/peers/words.ts";
import { openSpool } from "../../src/privacy/spool.ts";
import type { Schema } from "../../src/store/schema.ts";
import type { Store } from "../../src/store/store.ts";
import { day, hour } from "../../src/time/instant.ts";
import { openTestStore } from "../support/databases.ts";
import { type Actor, it, type Office, openOffice } from "../support/office.ts";
import { asks, closes, contactsStand, five, gives, rowsOf } from "./stage.ts";

/** Five are asked for Ana, without names. */
async function begins(office: Office): Promise<readonly Actor[]> {
  const raters = await five(office);
  await contactsStand(office);
  await asks(office.ana, raters, { nameless: true });
  await office.settle();
  return raters;
}

async function allGive(raters: readonly Actor[]): Promise<void> {
  for (const [index, rater] of raters.entries()) {
    await gives(rater, { keep: `keep ${index}`, next: `next ${index}` });
  }
}

describe("feedback without names", () => {
  it("says before anything is written what is kept, who reads it, and that words can give one away", async ({
    office,
  }) => {
    await begins(office);

    expect(office.ben.inbox[0]).toContain(
      "Your answers are stored without your name. After it closes, at the latest at 13:00, Wednesday 1 April, nobody, including administrators of the database, can join them to you from what the database holds. While you answer, our server and Slack or Teams know it is you. Ana Silva alone reads them, after it closes, in no order, and only if 5 or more people answered. The words can give you away.",
    );
    expect(await office.ben.presses("Give feedback")).toContain(
      "Nobody reads this as it arrives.\nNo patient details. Need someone now: the help line.",
    );
  });

  it("shows nothing of what was written, not to its author either, and opens empty again", async ({
    office,
  }) => {
    await begins(office);
    expect(await gives(office.ben, { keep: "the calm handovers" })).toContain(
      "Thank you, you have answered. What you wrote isn't shown here.",
    );
    await office.settle();

    expect(office.ben.inbox[0]).toMatch(/^Thank you, you have answered\./);
    expect(await office.ben.presses("Answer again")).toContain("keep doing?: \n");
    expect(office.ana.inbox).toEqual([]);
    await office.ana.types("/feedback");
    expect(await office.ana.presses("What you received")).toContain("Nothing yet.");
  });

  it("shows the subject the words of five, without a name, once it has closed", async ({
    office,
  }) => {
    const raters = await begins(office);
    await allGive(raters);
    await office.passes(2 * hour);

    const [read = ""] = office.ana.inbox;
    expect(read).toMatch(/^Feedback for you, closed on Wednesday 18 March\nKeep doing\n/);
    for (const index of [0, 1, 2, 3, 4]) expect(read).toContain(`“keep ${index}”`);
    for (const { name } of raters) expect(read).not.toContain(name);
    expect(read).toContain("Only you read this. The order says nothing.");
  });

  it("keeps every answer where five send theirs at the same moment", async ({ office }) => {
    const raters = await begins(office);
    await Promise.all(raters.map((rater) => rater.presses("Give feedback")));
    await Promise.all(
      raters.map((rater, index) => rater.fills({ text: { keep: `keep ${index}` } })),
    );
    await office.passes(2 * hour);

    expect(office.ana.inbox[0]?.match(/“keep \d”/g)).toHaveLength(5);
    expect(office.ana.inbox).toHaveLength(1);
  });

  it("counts what somebody wrote last, and only that", async ({ office }) => {
    const raters = await begins(office);
    await allGive(raters);
    await office.ben.presses("Answer again");
    await office.ben.fills({ text: { together: "a weekly call" } });
    await office.passes(2 * hour);

    expect(office.ana.inbox[0]).toContain("“a weekly call”");
    expect(office.ana.inbox[0]).not.toContain("“keep 0”");
  });

  it("shows nothing where four answered: both sides are told why, and the words are deleted", async ({
    office,
  }) => {
    const raters = await begins(office);
    await allGive(raters.slice(0, 4));
    await closes(office);

    expect(office.ana.inbox).toEqual([
      "The feedback for you without names is closed. Fewer than 5 people answered, and with so few each could be guessed, so nothing is shown and what was written is deleted. You could ask more people, or ask with names.",
    ]);
    expect(office.ben.inbox).toEqual([
      "Feedback for Ana Silva is closed. Thank you.",
      "Feedback for Ana Silva is closed. Fewer than 5 people answered, and with so few each could be guessed, so nothing was passed on and what you wrote is deleted. Thank you for it all the same: Ana Silva may like to hear it in person.",
    ]);
    expect(raters[4]?.inbox).toEqual(["Feedback for Ana Silva is closed. Thank you."]);
    expect(await rowsOf(office, "peer_spool")).toEqual([]);
    expect(await rowsOf(office, "peer_published")).toEqual([]);
    expect(office.keys.held.size).toBe(0);
  });

  it("keeps no words that can be read, and no name beside them, while it is open", async ({
    office,
  }) => {
    const raters = await begins(office);
    await allGive(raters.slice(0, 3));
    const everything = JSON.stringify(await everyRow(office));

    expect(everything).not.toMatch(/keep \d|next \d/);
    const spool = JSON.stringify(await rowsOf(office, "peer_spool"));
    for (const rater of raters) expect(spool).not.toContain(await rater.id());
    expect(JSON.stringify(office.events)).not.toMatch(/keep \d|next \d/);
  });

  it("leaves no row that joins words to a rater, or tells who answered, after the close", async ({
    office,
  }) => {
    const raters = await begins(office);
    const [request] = await rowsOf(office, "peer_request");
    const before = await rowsOf(office, "peer_spool");
    expect(before).toEqual([]);
    await allGive(raters);
    const backup = await rowsOf(office, "peer_spool");
    await office.passes(2 * hour);

    const all = await everyRow(office);
    const withWords = Object.entries(all).filter(([, rows]) =>
      /keep \d/.test(JSON.stringify(rows)),
    );
    expect(withWords.map(([table]) => table)).toEqual(["peer_published"]);
    expect(Object.keys(all.peer_published?.[0] ?? {}).toSorted()).toEqual(
      ["answer_key", "organization_id", "peer_id", "question", "words"].toSorted(),
    );
    expect(all.peer_published).toHaveLength(10);
    expect(new Set(all.peer_published?.map((row) => row.answer_key)).size).toBe(10);
    expect(all.peer_spool).toEqual([]);
    // Whoever was asked stands there alike.
    expect(new Set(all.peer_rater?.map(({ state, reminders }) => `${state} ${reminders}`))).toEqual(
      new Set(["closed 0"]),
    );
    for (const rater of raters) {
      const id = await rater.id();
      const about = [all.message, all.job, all.audit].flat();
      expect(
        about.filter((row) => JSON.stringify(row).includes(`${request?.peer_id}:${id}`)),
      ).toEqual([]);
    }
    // An old copy of the sealed answers says nothing either: the key is gone, and all are of one size.
    expect(office.keys.held.size).toBe(0);
    expect(new Set(backup.map(({ sealed }) => String(sealed).length)).size).toBe(1);
  });

  it("seals a word and three of the longest answers at one size", () => {
    const spool = openSpool(new Uint8Array(32), sealedSize);
    const place = spool.placeOf("prs_1" as PersonId);
    const longest = ["ä", "漢", "😀", "\u0000"].map((one) =>
      JSON.stringify({
        keep: one.repeat(1_000 / one.length),
        next: one.repeat(1_000 / one.length),
        together: one.repeat(1_000 / one.length),
      }),
    );
    const sizes = [JSON.stringify({ keep: "x" }), ...longest].map((text) => {
      const sealed = spool.seal(place, text);
      expect(spool.open(place, sealed)).toBe(text);
      return sealed.length;
    });

    expect(new Set(sizes).size).toBe(1);
    expect(() => spool.open("elsewhere", spool.seal(place, "moved"))).toThrow();
    expect(() =>
      openSpool(new Uint8Array(32).fill(1), sealedSize).open(place, spool.seal(place, "x")),
    ).toThrow();
  });

  it("notes a refused word without its author or its length", async ({ office }) => {
    await begins(office);

    expect(await gives(office.ben, { keep: "MRN 00482913" })).toContain("keep: Not kept:");
    expect(await rowsOf(office, "peer_spool")).toEqual([]);
    const [noted] = (await rowsOf(office, "audit")).filter(({ act }) => act === "guard.refused");
    expect(noted).toMatchObject({
      person_id: null,
      details: JSON.stringify({ rule: "medical-record-number", count: 1 }),
    });
  });

  it("notes that the guard was overruled without its author or the length", async ({ office }) => {
    await begins(office);
    const words = { keep: "how you kept bed 12 and the potassium in mind" };

    expect(await gives(office.ben, words)).toContain("keep: Not sent yet.");
    await office.ben.fills({ text: words, picked: { noPatient: ["yes"] } });

    expect(await rowsOf(office, "peer_spool")).toHaveLength(1);
    const noted = (await rowsOf(office, "audit")).filter(({ act }) => act === "guard.overruled");
    expect(noted).toMatchObject([
      { person_id: null, details: JSON.stringify({ rule: "bed-or-room", count: 1 }) },
    ]);
  });

  it("keeps nothing under a name where the key is gone, and says so; what was there waits for the key", async ({
    office,
  }) => {
    const raters = await begins(office);
    await allGive(raters);
    const held = [...office.keys.held];
    office.keys.held.clear();

    await office.ben.presses("Answer again");
    expect(await office.ben.fills({ text: { keep: "again" } })).toContain(
      "keep: I can't keep answers without names just now",
    );
    expect(await rowsOf(office, "peer_answer")).toEqual([]);
    await office.passes(3 * hour);
    expect(office.ana.inbox).toEqual([]);
    expect(office.events).toContainEqual(
      expect.objectContaining({ kind: "job-failed", job: "peers.close" }),
    );
    for (const [round, key] of held) office.keys.held.set(round, key);
    await office.passes(2 * hour);

    expect(office.ana.inbox[0]).toContain("“keep 4”");
    expect(office.keys.held.size).toBe(0);
  });

  it("tells it once, whole, where the server dies between closing and publishing", async () => {
    const store = await openTestStore();
    const power = { fails: false };
    const office = await openOffice({ store: failing(store, power) });
    const raters = await begins(office);
    await allGive(raters);
    power.fails = true;
    await office.passes(2 * hour);
    expect(office.ana.inbox).toEqual([]);
    expect(office.keys.held.size).toBe(1);
    power.fails = false;
    await office.passes(1 * day);

    expect(office.ana.inbox).toHaveLength(1);
    expect(office.ana.inbox[0]?.match(/“keep \d”/g)).toHaveLength(5);
    expect(await rowsOf(office, "peer_published")).toHaveLength(10);
    expect(office.keys.held.size).toBe(0);
    await store.close();
  });
});

/** As if the power went just before whatever has published is committed. */
const failing = (store: Store, power: { readonly fails: boolean }): Store => ({
  ...store,
  transact: (work, options) =>
    store.transact(async (tx) => {
      const result = await work(tx);
      const published = await tx.selectFrom("peer_published").select("peer_id").execute();
      if (power.fails && published.length > 0) throw new Error("The power is gone");
      return result;
    }, options),
});

const tables: readonly (keyof Schema)[] = [
  "peer_request",
  "peer_rater",
  "peer_answer",
  "peer_spool",
  "peer_published",
  "message",
  "job",
  "delivery",
  "audit",
];

async function everyRow(office: Office): Promise<Record<string, Record<string, unknown>[]>> {
  const all: Record<string, Record<string, unknown>[]> = {};
  for (const table of tables) all[table] = await rowsOf(office, table);
  return all;
}
