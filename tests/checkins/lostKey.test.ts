/** A round whose key never comes back: an admin ends it without results, and everybody who was asked hears why. */
import { describe, expect } from "vitest";

import { type Actor, it, type Office } from "../support/office.ts";
import { gatherLab, postsTo, roundsOf, rowsOf, until } from "./scheduleStage.ts";

const direct = { place: { kind: "direct" } } as const;
const lab = { place: { kind: "channel", channel: "C_LAB" } } as const;

/** Ten of the Core Lab are asked, Ana and Ben have answered, and the key is gone. */
async function loses(office: Office, template: string, at = "2026-03-20T12:00:00Z"): Promise<void> {
  const more: Actor[] = [];
  for (let at = 0; at < 6; at += 1) more.push(await office.person(`U_P${at}`));
  await gatherLab(office, ...more);
  const { ana, ben, lee } = office;
  await lee.types(`/checkin start ${template}`, lab);
  await office.settle();
  await lee.presses("Start now", direct);
  await office.settle();
  for (const actor of [ana, ben]) await answers(actor, template);
  office.keys.held.clear();
  await until(office, at);
}

async function answers(actor: Actor, template: string): Promise<void> {
  if (template === "weekly-checkin") {
    await actor.presses("Add a few words", direct);
    await actor.fills({ picked: { week: ["4"] }, text: { well: "Calm handovers" } }, direct);
  } else {
    await actor.presses("Answer", direct);
    await actor.fills({ picked: { help: ["4"] } }, direct);
  }
}

/** Those in somebody's messages, as they stand. */
const buttonsOf = ({ chat }: Office, { account }: Actor) =>
  chat.posts
    .filter(({ channel }) => channel === `D_${account}`)
    .flatMap(({ card }) => card.blocks)
    .flatMap((block) => (block.kind === "buttons" ? [...block.buttons] : []));

async function givesUp({ lee }: Office): Promise<string> {
  await lee.presses("End it without results", direct);
  return lee.presses("End it without results");
}

describe("a key that is lost", () => {
  it("is told to the admins as soon as somebody's answer can't be kept", async ({ office }) => {
    const { lee, ana } = office;
    await loses(office, "speaking-up", "2026-03-18T12:30:00Z");
    expect(lee.inbox.join()).not.toContain("stands still");

    await ana.presses("Answer again", direct);
    await ana.fills({ picked: { help: ["2"] } }, direct);
    await office.settle();
    await office.settle();

    expect(lee.inbox.at(-1)).toContain("Speaking up stands still.");
  });

  it("is told to the admins within six hours, though nobody answers", async ({ office }) => {
    await loses(office, "speaking-up", "2026-03-18T18:30:00Z");

    expect(office.lee.inbox.at(-1)).toContain("Speaking up stands still.");
  });
});

describe("a round whose key never comes back", () => {
  it("is ended by an admin, once they have read what that means", async ({ office }) => {
    const { lee } = office;
    await loses(office, "speaking-up");
    expect(lee.inbox.at(-1)).toContain("Speaking up stands still.");

    const asks = await lee.presses("End it without results", direct);

    expect(asks).toContain("deleted unread and can't be brought back");
    expect((await rowsOf(office, "spool")).length).toBe(2);
    expect(await lee.presses("Wait for the key")).toContain("Speaking up stands still.");
    expect(await givesUp(office)).toContain("Speaking up ends without results");
    await office.settle();

    expect(await rowsOf(office, "spool")).toEqual([]);
    expect(await rowsOf(office, "published")).toEqual([]);
    expect((await roundsOf(office)).map(({ state }) => state)).toEqual(["closed"]);
    const acts = (await rowsOf(office, "audit")).filter(({ act }) => act === "checkins.gaveUp");
    expect(acts.map((row) => row.person_id)).toEqual([await lee.id()]);
  });

  it("tells everyone who was asked, alike, and shows nobody who had answered", async ({
    office,
  }) => {
    await loses(office, "speaking-up");
    const { ana, cleo } = office;

    await givesUp(office);
    await until(office, "2026-03-21T12:00:00Z");

    expect(ana.inbox.at(-1)).toContain("I'm sorry: Speaking up ended without results.");
    expect(ana.inbox).toEqual(cleo.inbox);
    expect(ana.inbox[0]).toBe("This check-in is closed.");
    const states = (await rowsOf(office, "prompt")).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(["gone"]));
  });

  it("wakes nobody to tell it", async ({ office }) => {
    await loses(office, "speaking-up");
    office.itIs("2026-03-20T22:30:00Z");
    await office.settle();
    const before = postsTo(office, office.ana);

    await givesUp(office);
    await office.settle();
    expect(postsTo(office, office.ana)).toBe(before);

    await until(office, "2026-03-21T08:00:00Z");
    expect(postsTo(office, office.ana)).toBe(before + 1);
  });

  it("posts nothing, and tells whoever started it why", async ({ office }) => {
    await loses(office, "speaking-up");

    await givesUp(office);
    await until(office, "2026-03-24T12:00:00Z");

    expect(office.chat.texts("C_LAB")).toEqual([]);
    expect(office.lee.inbox.at(-1)).toContain("Speaking up ended without results: an admin gave");
  });

  it("takes no answer any more, and says why in one sentence", async ({ office }) => {
    await loses(office, "speaking-up");
    const { dan } = office;
    expect(await dan.presses("Answer", direct)).toContain("Your admins know.");
    await givesUp(office);

    const reply = await dan.presses("Answer", { ...direct, on: buttonsOf(office, dan) });

    expect(reply).toBe(
      "This check-in has ended: the key to its confidential answers is lost. So I haven't kept this.",
    );
    expect(await rowsOf(office, "spool")).toEqual([]);
  });

  it("keeps the words that have names: only what was confidential is lost", async ({ office }) => {
    await loses(office, "weekly-checkin");

    await givesUp(office);
    await until(office, "2026-03-21T12:00:00Z");

    expect(await office.lee.types("/checkin answers")).toContain("Calm handovers");
    expect(office.ana.inbox.at(-1)).toContain("Your words with your name are not touched.");
  });

  it("is nobody's to end but an admin's, and not once the key is back", async ({ office }) => {
    await loses(office, "speaking-up");
    const { lee, ana } = office;
    const on = buttonsOf(office, lee);

    expect(await ana.presses("End it without results", { ...direct, on })).toContain("Lee Wong");

    await lee.presses("End it without results", direct);
    const [round] = await rowsOf(office, "round");
    if (round === undefined) throw new Error("No round");
    office.keys.make(round.round_id);
    expect(await lee.presses("End it without results")).toContain("no longer waits for its key");
    expect((await rowsOf(office, "spool")).length).toBe(2);
  });
});
