/** A check-in, from the message that asks to what came of it, as people in front of the sandbox see it. */
import { join } from "node:path";

import type { Page } from "playwright-core";
import { describe, expect } from "vitest";

import { openPeek } from "../../adapters/sqlite/peek.ts";
import { barriers, output } from "./barriers.ts";
import {
  answer,
  becomes,
  desktop,
  dialog,
  isDrawn,
  it,
  moves,
  passes,
  phone,
  post,
  says,
  timeOn,
} from "./stage.ts";

const week = "How was your week?";

/** The check-in that opens with the mood, newest last. */
const asked = (page: Page) => post(page, week).last();

const friday = (page: Page) => passes(page, "Friday 15:00");

/** Words in the form of somebody's check-in. */
async function addsWords(page: Page, words: { readonly well?: string; readonly way?: string }) {
  await asked(page).getByRole("button", { name: "Add a few words" }).click();
  const { well, way } = words;
  if (well !== undefined) await dialog(page).getByLabel("What went well?").fill(well);
  if (way !== undefined) await dialog(page).getByLabel("What got in your way?").fill(way);
}

async function sends(page: Page) {
  await dialog(page).getByRole("button", { name: "Send", exact: true }).click();
  await dialog(page).getByText("Thank you").waitFor();
  await page.keyboard.press("Escape");
}

describe("a check-in", () => {
  it("is answered with one tap, and what was chosen is not shown", async ({ hospital }) => {
    const ana = await hospital.opens("ana", "~rapport");
    await friday(ana);
    const prompt = asked(ana);
    expect(await prompt.innerText()).toContain("Your words go to Priya Shah, with your name.");
    const before = await post(ana, "Thank you, it's in.").count();

    await prompt.getByRole("button", { name: "Good" }).click();

    await expect.poll(() => post(ana, "Thank you, it's in.").count()).toBe(before + 1);
    const stands = post(ana, "Thank you, it's in.").last();
    expect(await stands.innerText()).not.toContain("Good");
    expect(await stands.getByRole("button").allInnerTexts()).toContain("Change");
  });

  it("takes a few words, which the lead reads with their author's name", async ({ hospital }) => {
    const ben = await hospital.opens("ben", "~rapport");
    await friday(ben);
    await addsWords(ben, { well: "The night left the bench ready", way: "The label printer jams" });
    await sends(ben);

    const priya = await hospital.opens("priya", "core-lab");
    await says(priya, "/checkin answers");
    const told = answer(priya, "have answered so far");
    expect(await told.innerText()).toContain("Ben Okafor");
    expect(await told.innerText()).toContain("The label printer jams");
  });

  it("is asked once more where it was not answered, in place of the first message", async ({
    hospital,
  }) => {
    const grace = await hospital.opens("grace", "~rapport");
    await friday(grace);
    const asks = await post(grace, week).count();

    await moves(grace, 3, "15:05");

    await asked(grace).getByText("This is the only reminder.").waitFor();
    expect(await post(grace, week).count()).toBe(asks);
    expect(await asked(grace).innerText()).toContain("Still open until Thursday");
  });

  it("that has closed keeps nothing more: the words stay in the form to be copied", async ({
    hospital,
  }) => {
    const yusuf = await hospital.opens("yusuf", "~rapport");
    const priya = await hospital.opens("priya", "core-lab");
    await friday(priya);
    await addsWords(yusuf, { way: "The tube from 4 West is down again" });
    await moves(priya, 7, "09:00");
    await dialog(yusuf).getByRole("button", { name: "Send", exact: true }).click();

    const refused = dialog(yusuf).getByRole("alert").filter({ hasText: "This check-in closed on" });
    await refused.getByText("Copy your words if you need them.").waitFor();
    const words = dialog(yusuf).getByLabel("What got in your way?");
    expect(await words.inputValue()).toBe("The tube from 4 West is down again");
    await says(priya, "/checkin answers");
    expect(await answer(priya, "so far").innerText()).not.toContain("down again");
  });
});

describe("what came of it", () => {
  it("stands in the channel as a summary: how many answered, the mood, the trend in a picture", async ({
    hospital,
  }) => {
    const priya = await hospital.opens("priya", "core-lab");
    const summaries = post(priya, "Core Lab, week to");
    const before = await summaries.count();
    expect(await summaries.last().innerText()).toMatch(/\d of 10 answered\. Mood \d\.\d of 5/);
    await isDrawn(summaries.last().getByRole("img"));

    const one = await hospital.opens("ben", "~rapport");
    await friday(one);
    for (const account of ["ben", "ana", "joy", "elena", "yusuf"]) {
      await one.goto(`/as/${account}/~rapport`);
      await asked(one).getByRole("button", { name: "Good" }).click();
      await post(one, "Thank you, it's in.").last().waitFor();
    }
    await moves(priya, 7, "09:05");

    await expect.poll(() => summaries.count()).toBeGreaterThan(before);
    expect(await summaries.last().innerText()).toContain("5 of 10 answered.");
    expect(await summaries.last().innerText()).toContain("between 4 and 5 of 5");
  });

  it("reaches the lead on Monday: what got in the way becomes an action, whose author hears when it is done", async ({
    hospital,
  }) => {
    const joy = await hospital.opens("joy", "~rapport");
    await friday(joy);
    await addsWords(joy, { way: "The second fridge alarms twice a night" });
    await sends(joy);
    await passes(joy, "To Monday, 09:05");
    await becomes(joy, "Priya Shah");
    const note = post(joy, "Monday note for Core Lab").last();
    await note.getByText("The second fridge alarms twice a night").waitFor();

    const action = note
      .locator("blockquote", { hasText: "second fridge" })
      .locator("xpath=following-sibling::form[1]");
    await action.getByRole("button", { name: "Make it an action" }).click();
    await dialog(joy).getByLabel("What will be done").fill("Have the second fridge looked at");
    await dialog(joy).getByRole("button", { name: "Keep" }).click();
    await dialog(joy).getByText("Kept: Priya Shah").waitFor();
    await joy.keyboard.press("Escape");
    await joy.goto("/as/priya/core-lab");
    await says(joy, "/checkin answers");
    const open = answer(joy, "so far").locator("p", { hasText: "second fridge looked at" });
    await open
      .locator("xpath=following-sibling::form[1]")
      .getByRole("button", { name: "Done" })
      .click();
    await answer(joy, "Well done.").waitFor();

    await becomes(joy, "Joy Mbeki");
    await joy.goto("/as/joy/~rapport");
    await post(joy, "What you raised is done, says Priya Shah").waitFor();
  });

  it("is told to everybody: you said, we did", async ({ hospital }) => {
    const priya = await hospital.opens("priya", "core-lab");
    await says(priya, "/checkin respond");
    await dialog(priya).getByLabel("You said", { exact: true }).fill("Mornings are too loud");
    await dialog(priya).getByLabel("We will").fill("Move the centrifuge out of the corridor");
    await dialog(priya).getByRole("button", { name: "Publish" }).click();
    await dialog(priya).getByText("Published in #core-lab.").waitFor();

    const tomas = await hospital.opens("tomas", "core-lab");
    const told = await post(tomas, "Mornings are too loud").innerText();
    expect(told).toContain("You said: Mornings are too loud");
    expect(told).toContain("We will: Move the centrifuge out of the corridor");
  });
});

describe("a confidential answer", () => {
  it("can be looked for in the database by whoever likes: it is sealed, and names nobody", async ({
    hospital,
    world,
  }) => {
    const priya = await hospital.opens("priya", "~rapport");
    const prompt = post(priya, "I believe my answers stay confidential.").last();
    await prompt.getByRole("button", { name: "Strongly disagree" }).first().click();
    await post(priya, "Thank you, you have answered.").waitFor();

    await priya.getByRole("button", { name: "What just happened" }).click();
    const drawer = priya.getByRole("complementary", { name: "What just happened" });
    await drawer.getByText("button checkins.tap").click();
    for (const part of ["Came in", "Rows"])
      await drawer
        .locator("details[open] > details")
        .filter({ hasText: part })
        .first()
        .locator("summary")
        .click();
    await drawer.getByText("spool +1").waitFor();
    expect(await drawer.innerText()).not.toContain('"v": "1"');
    await drawer.getByText("All tables of the database").click();
    await drawer.getByText(/^spool \(\d+\)/).click();
    const rows = drawer.getByLabel("Rows of spool");
    await rows.getByText("sealed").waitFor();
    await priya.screenshot({ path: `${output}light-checkin-drawer.png` });

    const peek = openPeek(join(world.folder, "data", "sandbox.db"));
    const tables = new Map(peek.rows().map(({ table, rows }) => [table, rows]));
    peek.close();
    const person = (tables.get("account") ?? [])
      .map((row) => JSON.parse(row) as Record<string, string>)
      .find((row) => row.external_id === "priya")?.person_id;
    const named = [...tables.values()].flat().filter((row) => row.includes(person ?? "nobody"));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((row) => row.includes('"scale"') || row.includes("disagree"))).toEqual([]);
    for (const row of tables.get("spool") ?? []) {
      expect(Object.keys(JSON.parse(row) as object)).toEqual([
        "organization_id",
        "round_id",
        "spool_key",
        "sealed",
      ]);
      expect(row).not.toContain(person);
    }
  });
});

/** Prompt, form, summaries, note: each looked at, and kept as a picture. */
const sights: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async prompt(page) {
    await friday(page);
    await asked(page).scrollIntoViewIfNeeded();
  },
  async form(page) {
    await asked(page).getByRole("button", { name: "Add a few words" }).click();
    await dialog(page).getByLabel("What went well?").waitFor();
  },
  async answered(page) {
    await dialog(page).getByRole("button", { name: "Cancel" }).click();
    await asked(page).getByRole("button", { name: "Good" }).click();
    await post(page, "Thank you, it's in.").last().waitFor();
  },
  async summary(page) {
    await page.goto("/as/priya/core-lab");
    const last = post(page, "Core Lab, week to").last();
    await isDrawn(last.getByRole("img"));
  },
  async feedback(page) {
    await page.goto("/as/priya/everyone");
    const last = post(page, "Only groups of 5 or more").last();
    await last.getByRole("table").first().waitFor();
    await last.getByRole("table").first().scrollIntoViewIfNeeded();
  },
  async note(page) {
    await moves(page, 8 - (await timeOn(page)).dayOfWeek, "09:05");
    await page.goto("/as/priya/~rapport");
    await post(page, "Monday note for Core Lab").last().scrollIntoViewIfNeeded();
  },
};

describe("the sandbox", () => {
  it.for([
    ["light", { ...desktop, colorScheme: "light" as const }],
    ["phone", phone],
  ] as const)("keeps nobody out of a check-in (%s)", async ([name, device], { hospital }) => {
    const page = await hospital.opens("priya", "~rapport", device);
    for (const [sight, look] of Object.entries(sights)) {
      await look(page);
      expect(await barriers(page), sight).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth"), sight).toBe(
        device.viewport.width,
      );
      await page.screenshot({ path: `${output}${name}-checkin-${sight}.png` });
    }
  });
});
