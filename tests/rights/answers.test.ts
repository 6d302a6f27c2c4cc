/** What check-ins hold of whoever is erased: named answers, sealed ones while they can be found, and what was made of them. */
import { describe, expect } from "vitest";

import type { PersonId } from "../../src/ids.ts";
import { hour } from "../../src/time/instant.ts";
import { asks, closesNow, rowsOf, stateOf } from "../checkins/answeringStage.ts";
import { starts } from "../checkins/scheduleStage.ts";
import { type Actor, it, type Office } from "../support/office.ts";
import { everyRow } from "../support/rows.ts";
import { erases } from "./erases.ts";

const direct = { place: { kind: "direct" } } as const;

/** Everything that stands in a table or in anybody's messages. */
async function everything(office: Office): Promise<string> {
  const rows = (await everyRow(office)).map(({ text }) => text);
  return [...rows, ...office.chat.posts.map(({ card }) => JSON.stringify(card))].join("\n");
}

async function makesAdmin(office: Office, actor: Actor): Promise<void> {
  const { lee } = office;
  await lee.types("/rapport setup");
  await lee.presses("More");
  await lee.presses("Admins");
  await lee.presses("Add an admin");
  await lee.fills({ picked: { admins: [await actor.id()] } });
}

describe("an answer given by name", () => {
  it("goes with its author, from the table and from where leads read it", async ({ office }) => {
    const { ana, ben, lee } = office;
    await asks(office, { template: "weekly-checkin" }, ana, ben);
    await ben.presses("Add a few words", direct);
    await ben.fills({ text: { way: "nobody answers the ward phone" } }, direct);
    await ben.presses("Make it a request to my lead", direct);
    await ben.fills({ text: { words: "please get us a second phone" } }, direct);
    await ana.presses("Add a few words", direct);
    await ana.fills({ text: { way: "the printer is out of labels" } }, direct);
    await office.settle();
    expect(lee.inbox.join()).toContain("a second phone");

    await erases(office, ben);

    const left = await everything(office);
    expect(left).not.toMatch(/ward phone|second phone|Ben Okafor/);
    expect(left).toContain("out of labels");
    expect(await lee.types("/checkin answers")).not.toMatch(/Ben|former/);
    expect(await ben.inbox).toEqual([]);
  });

  it("is no reason to ask its author again", async ({ office }) => {
    const { ana, ben } = office;
    const old = (await ben.id()) as PersonId;
    const round = await asks(office, { template: "weekly-checkin" }, ana, ben);
    await erases(office, ben);
    await office.passes(48 * hour);

    const rows = await rowsOf(office, "prompt");
    const theirs = rows.filter((row) => row.round_id === round && row.person_id === old);
    expect(theirs).toMatchObject([{ state: "gone", due_at: null }]);
    expect(ben.inbox).toEqual([]);
    expect(await stateOf(office, round, ana)).toBe("asked");
  });
});

describe("a confidential answer", () => {
  it("goes with its author while the round is open, and the others' are published", async ({
    office,
  }) => {
    const { ana, ben, cleo, dan } = office;
    const eva = await office.person("U_EVA", { name: "Eva Stone" });
    const fay = await office.person("U_FAY", { name: "Fay Reed" });
    const all = [ana, ben, cleo, dan, eva, fay];
    const round = await asks(office, { template: "weekly-checkin", others: 0 }, ...all);
    for (const actor of all) await actor.presses("🙂 Good", direct);
    expect(await rowsOf(office, "spool")).toHaveLength(6);

    await erases(office, ben);

    expect(await rowsOf(office, "spool")).toHaveLength(5);
    await closesNow(office, round);
    expect(await rowsOf(office, "spool")).toEqual([]);
    expect(office.events.filter(({ kind }) => kind === "fault" || kind === "job-failed")).toEqual(
      [],
    );
  });
});

describe("what a lead wrote", () => {
  it("goes with the lead, and what they started goes on", async ({ office }) => {
    const { ana, ben, lee } = office;
    await makesAdmin(office, ana);
    await asks(office, { template: "weekly-checkin" }, ana, ben);
    await ben.presses("Add a few words", direct);
    await ben.fills({ text: { way: "nobody answers the ward phone" } }, direct);
    await lee.types("/checkin answers");
    await lee.presses("Comment");
    await lee.fills({ text: { words: "I will ask the matron" } });
    await lee.types("/checkin answers");
    await lee.presses("Make it an action");
    await lee.fills({
      text: { title: "One number on every phone" },
      picked: { owner: [await ana.id()] },
    });
    office.chat.gather("C_LAB", [ana.account, ben.account, office.cleo.account, lee.account]);
    await starts(office);
    const audience = { kind: "persons", persons: [await lee.id(), await ana.id()] };
    await office.store.transact((tx) =>
      tx
        .updateTable("schedule")
        .set({ audience: JSON.stringify(audience) })
        .execute(),
    );
    await office.settle();
    expect(ben.inbox.join()).toContain("ask the matron");
    expect(ana.inbox.join()).toContain("One number");

    const id = await lee.id();
    await erases(office, lee);

    const named = /ask the matron|One number|Lee Wong/;
    const left = (await everything(office)).split("\n").filter((line) => named.test(line));
    expect(left).toEqual([]);
    expect(await rowsOf(office, "action")).toMatchObject([{ title: "" }]);
    expect(await ana.opensHome()).toContain("(words removed)");
    const schedules = await rowsOf(office, "schedule");
    expect(schedules).toMatchObject([{ made_by: null, state: "started" }]);
    expect(JSON.stringify(schedules)).not.toContain(id);
    expect(JSON.stringify(schedules)).toContain(await ana.id());
  });
});
