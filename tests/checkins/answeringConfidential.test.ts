import { describe, expect } from "vitest";

import { plain } from "../../src/chat/line.ts";
import { insertUnit } from "../../src/people/queries/about.ts";
import { type Actor, it, type Office, openOffice } from "../support/office.ts";
import { asks, closesNow, everythingIn, rowsOf, stateOf } from "./answeringStage.ts";

const direct = { place: { kind: "direct" } } as const;
const wardPulse = { template: "ward-pulse-on-lab" } as const;

describe("a confidential check-in", () => {
  it("says what is promised, word for word, and with whom one is counted, before anything is answered", async ({
    office,
  }) => {
    const { ana } = office;

    await asks(office, { template: "strain" }, ana);

    const [prompt = ""] = ana.inbox;
    expect(prompt).toContain(
      "Your answers are stored without your name. After the round closes nobody, including administrators of the database, can join them to you from what the database holds.\n" +
        "While you answer, our server and Slack or Teams know it is you. Results appear only for groups of 10 or more, comments of 10 or more. The words of a comment can give you away.",
    );
    expect(prompt).toContain(
      "You are counted together with: Core Lab and people whose unit isn't known.",
    );
    expect(prompt).not.toContain("Nothing to report");
  });

  it("names no topic in a notification", async ({ office }) => {
    const { ana } = office;
    await asks(office, { template: "strain" }, ana);
    expect(summaries(office)).toEqual(["A check-in is open for you."]);

    await ana.presses("5 · Completely", direct);
    await office.settle();

    expect(summaries(office)).toEqual([
      "Thank you, you have answered. What you chose isn't shown here.",
    ]);
  });

  it("says afterwards only that it was answered, and opens empty to be answered again", async ({
    office,
  }) => {
    const { ana } = office;
    const round = await asks(office, { template: "strain" }, ana);

    await ana.presses("5 · Completely", direct);
    await office.settle();

    expect(ana.inbox[0]).toMatch(/^Thank you, you have answered\. .*\n\[Answer again\]/);
    expect(await stateOf(office, round, ana)).toBe("answered");
    const form = await ana.presses("Answer again", direct);
    expect(form).toContain("How worn down has work left you this month?: \n");
    expect(form).toContain("What you send takes the place of what you answered before.");
  });

  it("leaves the same in the database, the chat and the log, whatever was chosen", async () => {
    const found = [];
    for (const choice of ["1 · Not at all", "5 · Completely"]) {
      const office = await openOffice();
      await asks(office, { template: "strain" }, office.ana);
      await office.ana.presses(choice, direct);
      await office.settle();
      await office.ana.presses("Answer again", direct);
      await office.ana.fills({ picked: { worn: [choice.slice(0, 1)] } }, direct);
      await office.settle();
      found.push(await everythingIn(office));
      await office.store.close();
    }

    expect(found[0]).toEqual(found[1]);
    expect(`${found[0]}`).toContain("checkins.stands");
  });

  it("keeps a comment nowhere but sealed", async ({ office }) => {
    const { ana } = office;
    await asks(office, wardPulse, ana);

    await ana.presses("Answer", direct);
    await ana.fills({ text: { change: "Xylophones on every ward" } }, direct);
    await office.settle();

    expect(await rowsOf(office, "spool")).toHaveLength(1);
    expect(JSON.stringify(await rowsOf(office, "spool"))).not.toContain("Xylophones");
    expect(`${await everythingIn(office)}`).not.toContain("Xylophones");
  });

  it("notes neither who wrote words that were refused, nor how long they were", async ({
    office,
  }) => {
    const { ana } = office;
    const round = await asks(office, wardPulse, ana);

    await ana.presses("Answer", direct);
    const reply = await ana.fills({ text: { change: "Ask about MRN 00482913" } }, direct);

    expect(reply).toMatch(/^change: Not kept/);
    const refused = (await rowsOf(office, "audit")).find(({ act }) => act === "guard.refused");
    expect(refused?.person_id).toBeNull();
    expect(refused?.details).toBe('{"rule":"medical-record-number","count":1}');
    expect(office.events).toContainEqual({
      kind: "guarded",
      rule: "medical-record-number",
      length: 0,
      count: 1,
    });
    expect(await rowsOf(office, "spool")).toEqual([]);
    expect(await stateOf(office, round, ana)).toBe("asked");
  });

  it("asks for a comment only where ten could answer, and says whom to call", async ({
    office,
  }) => {
    const { ana, ben } = office;
    await asks(office, { ...wardPulse, others: 9 }, ana);
    await asks(office, { ...wardPulse, others: 8 }, ben);

    const withTen = await ana.presses("Answer", direct);
    const withNine = await ben.presses("Answer", direct);

    expect(withTen).toContain("What is one thing the lab could change?");
    expect(withTen).toContain("Nobody reads answers as they arrive.");
    expect(withNine).not.toContain("What is one thing the lab could change?");
    expect(withNine).toContain("Calling the lab is respectful.");
  });

  it("says loudly where its key is missing, and keeps nothing", async ({ office }) => {
    const { ana } = office;
    const round = await asks(office, { template: "trust" }, ana);
    // Somebody has answered under a key that is gone.
    await office.store.transact((tx) =>
      tx
        .insertInto("spool")
        .values({
          organization_id: office.organization,
          round_id: round,
          spool_key: "somebody",
          sealed: "noise",
        })
        .execute(),
    );

    const reply = await ana.presses("5 · Strongly agree", direct);

    expect(reply).toContain("Nothing was kept: the key that seals confidential answers is missing");
    expect(await rowsOf(office, "spool")).toHaveLength(1);
    expect(await rowsOf(office, "response")).toEqual([]);
    expect(await stateOf(office, round, ana)).toBe("asked");
  });

  it("keeps two questions in the message, each changed by its own tap, and publishes the last ones", async ({
    office,
  }) => {
    const { ana, ben, cleo, dan, lee } = office;
    const everybody = [ana, ben, cleo, dan, lee];
    const round = await asks(office, { template: "trust", others: 0 }, ...everybody);

    for (const [at, actor] of everybody.entries()) {
      await taps(office, actor, "confidential", "2");
      await taps(office, actor, "change", at < 2 ? "4" : "5");
      if (at > 2) await taps(office, actor, "confidential", "4"); // after all
    }
    await office.settle();
    expect(ana.inbox[0]).toContain("Another tap takes the place of the one before.");
    await closesNow(office, round);

    const published = await rowsOf(office, "published");
    const values = (question: string) =>
      published
        .filter((row) => row.question === question)
        .map(({ value }) => (JSON.parse(value ?? "null") as { value: number }).value)
        .sort();
    expect(values("confidential")).toEqual([2, 2, 2, 4, 4]);
    expect(values("change")).toEqual([4, 4, 5, 5, 5]);
    expect(await rowsOf(office, "spool")).toEqual([]);
  });
});

describe("a check-in about partner units", () => {
  it("asks about at most three, one form after another, those nearest chosen already", async ({
    office,
  }) => {
    const { ana } = office;
    const names = ["4 West", "Emergency", "Pharmacy", "Theatre"];
    const ids = await office.store.transact(async (tx) => {
      const made = [];
      for (const name of names)
        made.push(await insertUnit(tx, office.organization, name, office.now()));
      return made;
    });
    const round = await asks(office, { template: "working-together" }, ana);
    const [west = "", emergency = "", , theatre = ""] = ids;

    const pick = await ana.presses("Answer", direct);
    expect(pick).toContain("Which units do you work with most?");
    expect(await ana.fills({ picked: { units: ids } }, direct)).toContain("three units at most");
    await ana.presses("Answer", direct);
    const first = await ana.fills({ picked: { units: [theatre, west, emergency] } }, direct);
    expect(first).toContain("About 4 West (1 of 3)");
    expect(first).toContain("I can reach someone in 4 West who can help.");
    expect(first).not.toContain("Core Lab");
    const names1 = ana.last.kind === "form" ? ana.last.form.form : "";
    const second = await ana.fills({ picked: { reach: ["4"] } }, direct);
    expect(second).toContain("About Emergency (2 of 3)");
    expect(ana.last.kind === "form" && ana.last.form.form).not.toBe(names1);
    const third = await ana.fills({ picked: { reach: ["5"] } }, direct);
    expect(third).toContain("About Theatre (3 of 3)");
    const done = await ana.fills({ picked: {} }, direct);

    expect(done).toContain("Thank you, you have answered.");
    expect(await stateOf(office, round, ana)).toBe("answered");
    expect(await rowsOf(office, "spool")).toHaveLength(1);
    const deliveries = JSON.stringify(await rowsOf(office, "delivery"));
    for (const id of ids) expect(deliveries).not.toContain(id);
  });
});

const summaries = (office: Office): string[] =>
  office.chat.posts.map(({ card }) => plain(card.summary));

/** On the prompt in their direct messages, also after it changed. */
function taps(office: Office, actor: Actor, question: string, value: string): Promise<string> {
  const button = office.chat.posts
    .filter(({ channel }) => channel === `D_${actor.account}`)
    .flatMap(({ card }) => card.blocks)
    .flatMap((block) => (block.kind === "buttons" ? block.buttons : []))
    .find((one) => JSON.stringify(one.value).includes(`"q":"${question}","v":"${value}"`));
  if (button === undefined) throw new Error(`Nobody asks ${actor.name} ${question}`);
  return actor.presses(plain(button.label), { ...direct, on: [button] });
}
