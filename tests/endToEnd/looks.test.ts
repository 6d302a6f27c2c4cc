/** How the sandbox looks, in light, in dark and on a phone, and whether everybody can use it. Its pictures are kept. */
import { fileURLToPath } from "node:url";

import type { Page } from "playwright-core";
import { describe, expect } from "vitest";

import { barriers, output } from "./barriers.ts";
import {
  adds,
  answer,
  desktop,
  dialog,
  isDrawn,
  it,
  moves,
  phone,
  post,
  posts,
  says,
  timeOn,
} from "./stage.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** With this the picture in the README is taken anew. */
const forReadme = process.env.RAPPORT_PICTURE === "1";

/** Every kind of thing the sandbox shows, one after another, in one window. */
const sights: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async kudos(page) {
    await says(page, "/kudos @Marcus Reed for keeping us calm when the analyser went down");
    await answer(page, "Sent to Marcus Reed").waitFor();
  },
  async refused(page) {
    await page.goto("/as/priya/core-lab");
    await says(page, "/kudos @Marcus Reed for catching the potassium, MRN 00482913");
    await answer(page, "Not sent, not kept").waitFor();
  },
  async form(page) {
    await answer(page, "Not sent, not kept").getByRole("button", { name: "Fix it" }).click();
    await dialog(page).getByLabel("What for?").fill("for catching the potassium, MRN 00482913");
    await dialog(page).getByRole("button", { name: "Preview" }).click();
    await dialog(page).getByRole("alert").filter({ hasText: "record number" }).waitFor();
  },
  async board(page) {
    await dialog(page).getByRole("button", { name: "Cancel" }).click();
    await says(page, "/leaderboard");
    await answer(page, "Thanks in").getByRole("table").waitFor();
  },
  async settings(page) {
    await page.goto("/as/priya/core-lab");
    await says(page, "/rapport");
    const told = page.locator("article.only").last();
    await told.getByRole("button", { name: "Setup" }).click();
    await told.getByRole("button", { name: "More" }).waitFor();
  },
  async messages(page) {
    await page.goto("/as/joy/~rapport");
    await posts(page).last().waitFor();
  },
  async home(page) {
    await page.goto("/as/priya/~home");
    await page.getByRole("heading", { name: "Last received" }).waitFor();
  },
  async week(page) {
    await page.goto("/as/priya/kudos");
    await moves(page, 8 - (await timeOn(page)).dayOfWeek, "09:05");
    await isDrawn(posts(page).last().getByRole("img"));
  },
};

describe("the sandbox", () => {
  it.for(["light", "dark"] as const)(
    "keeps nobody out in %s",
    async (colorScheme, { hospital }) => {
      const page = await hospital.opens("priya", "kudos", { ...desktop, colorScheme });
      for (const [name, look] of Object.entries(sights)) {
        await look(page);
        expect(await barriers(page), name).toEqual([]);
        await page.screenshot({ path: `${output}${colorScheme}-${name}.png` });
        if (name === "kudos" && colorScheme === "light" && forReadme)
          await page.screenshot({ path: at("../../docs/sandbox.png") });
      }
    },
  );

  it("fits a phone: nothing has to be pushed sideways", async ({ hospital }) => {
    const page = await hospital.opens("priya", "kudos", phone);
    for (const [name, look] of Object.entries(sights)) {
      await look(page);
      expect(await page.evaluate("document.documentElement.scrollWidth"), name).toBe(390);
      expect(await barriers(page), name).toEqual([]);
      await page.screenshot({ path: `${output}phone-${name}.png` });
    }
  });

  it("shows whoever asks what just happened: what came in, the rows, the jobs, the card as Slack and Teams draw it", async ({
    empty,
  }) => {
    const page = await empty.opens("you", "general");
    await adds(page, "Ana Silva");
    await says(page, "/kudos @Ana Silva for the calm handover");
    await answer(page, "Ana Silva").waitFor();
    await page.getByRole("button", { name: "What just happened" }).click();
    const drawer = page.getByRole("complementary", { name: "What just happened" });
    await drawer.getByText("/kudos").first().click();
    const parts = drawer.locator("details[open] > details");
    const drawings = [/#general, as Block Kit/, /#general, as an Adaptive Card/];
    for (const part of ["Came in", "Came of it", "Rows", "Jobs", ...drawings])
      await parts.filter({ hasText: part }).first().locator("summary").click();

    const told = await drawer.innerText();
    expect(told).toContain('"command": "kudos"');
    expect(told).toContain("recognition.sent");
    expect(told).toContain("recognition.tell");
    expect(told).toContain('"type": "section"');
    expect(told).toContain('"type": "AdaptiveCard"');
    expect(told).toContain('"type": "RichTextBlock"');
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await barriers(page)).toEqual([]);
      await page.screenshot({ path: `${output}${colorScheme}-drawer.png` });
    }
  });

  it("says of whom in the list that they are in Teams, too", async ({ hospital }) => {
    const page = await hospital.opens("priya", "kudos");
    const people = page.locator("li").filter({ hasText: "also in Teams" });

    expect(await people.allInnerTexts()).toEqual([
      expect.stringContaining("Elena Petrova"),
      expect.stringContaining("Dana Ortiz"),
      expect.stringContaining("Peter Lindholm"),
      expect.stringContaining("Lee Wong"),
    ]);
  });

  it("can be used by keyboard alone: from the first Tab to a thanks that stands there", async ({
    hospital,
  }) => {
    const page = await hospital.opens("priya", "kudos");
    const focus = page.locator(":focus");
    const tabTo = async (words: string) => {
      while ((await focus.innerText()) !== words) await page.keyboard.press("Tab");
    };
    await page.keyboard.press("Tab");
    await tabTo("To the message box");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await tabTo("Give kudos");
    await page.keyboard.press("Enter");
    await dialog(page).waitFor();
    await page.keyboard.type("dana");
    await dialog(page).getByRole("option", { name: "Dana Ortiz" }).waitFor();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("for reading the critical call back");
    await page.keyboard.press("Tab");
    await tabTo("Preview");
    await page.keyboard.press("Enter");
    await dialog(page).getByText("Shall I send this?").waitFor();
    // The page puts the focus into what it has just drawn.
    await dialog(page).locator(":focus").waitFor();
    await tabTo("Send");
    await page.keyboard.press("Enter");
    await dialog(page).getByText("Sent to Dana Ortiz").waitFor();
    await page.keyboard.press("Escape");

    await dialog(page).waitFor({ state: "hidden" });
    await post(page, "“for reading the critical call back”").waitFor();
    expect(await focus.innerText()).toBe("Give kudos");
  });
});
