/** Several people in front of the sandbox, and the hours between them. */
import { describe, expect } from "vitest";

import { answer, becomes, isDrawn, it, moves, passes, post, posts, says, timeOn } from "./stage.ts";

describe("two people side by side", () => {
  it("see each other's thanks and words as they come, without loading the page again", async ({
    hospital,
  }) => {
    const priya = await hospital.opens("priya", "kudos");
    const tessa = await hospital.opens("tessa", "emergency");
    await tessa.evaluate("window.loadedOnce = true");
    const channel = tessa.getByRole("navigation").getByRole("link", { name: /kudos/ });
    const before = await channel.innerText();
    await says(priya, "/kudos @Tessa van Dijk for sharing the coffee at three");
    await post(priya, "“for sharing the coffee at three”").waitFor();

    await expect.poll(() => channel.innerText()).not.toBe(before);
    const dana = await hospital.opens("dana", "emergency");
    await says(dana, "Two beds are free on 4 West");
    await post(tessa, "Two beds are free on 4 West").waitFor();
    expect(await tessa.evaluate("window.loadedOnce")).toBe(true);
  });

  it("don't read what Rapport answers the other", async ({ hospital }) => {
    const priya = await hospital.opens("priya", "core-lab");
    const hannah = await hospital.opens("hannah", "core-lab");
    await says(priya, "/kudos @Hannah Weiss for explaining the clotted tube");
    await answer(priya, "Sent to Hannah Weiss").waitFor();
    await says(priya, "Good evening, all");

    await post(hannah, "Good evening, all").waitFor();
    expect(await hannah.locator("article.only").count()).toBe(0);
    expect(await hannah.locator("#stream").innerText()).not.toContain("Sent to");
  });
});

describe("the sandbox's clock", () => {
  it("lets whoever works nights sleep: what waited is read in the evening, in one message", async ({
    hospital,
  }) => {
    const priya = await hospital.opens("priya", "core-lab");
    const tomas = await hospital.opens("tomas", "~rapport");
    await says(priya, "/kudos @Tomas Novak for the calm handover");
    await answer(priya, "Sent to Tomas Novak").waitFor();
    const elena = await hospital.opens("elena", "core-lab");
    await says(elena, "/kudos @Tomas Novak for the second look at that smear");
    await answer(elena, "Sent to Tomas Novak").waitFor();
    await passes(priya, "Next hour");
    await expect.poll(async () => (await timeOn(tomas)).hour).toBe(11);
    const asleep = await tomas.locator("#stream").innerText();

    await passes(priya, "This evening");

    const waited = post(tomas, "for the calm handover");
    await waited.getByText("for the second look at that smear").waitFor();
    expect(await waited.innerText()).toContain("thanked you");
    expect(await waited.count()).toBe(1);
    expect(asleep).not.toContain("for the calm handover");
  });

  it("lets whoever works days sleep: what was said at night is read the morning after", async ({
    hospital,
  }) => {
    const marcus = await hospital.opens("marcus", "core-lab");
    const priya = await hospital.opens("priya", "~rapport");
    await moves(marcus, 0, "23:30");
    await says(marcus, "/kudos @Priya Shah for leaving the bench ready");
    await answer(marcus, "Sent to Priya Shah").waitFor();
    await passes(marcus, "Next hour");
    await expect.poll(async () => (await timeOn(priya)).hour).toBe(0);
    const asleep = await priya.locator("#stream").innerText();

    await passes(marcus, "Next morning");

    await post(priya, "for leaving the bench ready").waitFor();
    expect(await post(priya, "for leaving the bench ready").innerText()).toContain("Marcus Reed");
    expect(asleep).not.toContain("for leaving the bench ready");
  });

  it("goes on by an hour, to the morning, and to Friday at three", async ({ hospital }) => {
    const priya = await hospital.opens("priya", "~home");
    const before = await timeOn(priya);

    await passes(priya, "Next hour");
    const hour = await timeOn(priya);
    await passes(priya, "Next morning");
    const morning = await timeOn(priya);
    await passes(priya, "Friday 15:00");
    const friday = await timeOn(priya);

    expect([before.hour, hour.hour]).toEqual([10, 11]);
    expect([morning.hour, morning.minute]).toEqual([8, 0]);
    expect([friday.dayOfWeek, friday.hour, friday.minute]).toEqual([5, 15, 0]);
  });
});

describe("a board", () => {
  it("is drawn for whoever asks: a table, and another one in its place", async ({ hospital }) => {
    const dana = await hospital.opens("dana", "4-west");
    await says(dana, "/leaderboard");
    const board = answer(dana, "Thanks in");
    await board.getByRole("table").getByRole("row").nth(5).waitFor();
    await board.getByRole("button", { name: "Units" }).click();

    await board.getByRole("cell", { name: "Core Lab" }).waitFor();
    expect(await board.count()).toBe(1);
  });
});

describe("the tour", () => {
  it("goes as the list on the page says", async ({ hospital }) => {
    const page = await hospital.opens("priya", "kudos");
    await page.goto("/");
    await page.getByText("You are Priya Shah").waitFor();

    await page.getByRole("link", { name: "Put it in the box" }).first().click();
    await page.getByRole("button", { name: "Send" }).click();
    await answer(page, "Sent to Marcus Reed, posted in #kudos.").waitFor();

    await passes(page, "This evening");
    await page.getByRole("link", { name: "Be Marcus" }).click();
    await page.getByText("You are Marcus Reed").waitFor();
    await post(page, "for keeping us calm when the analyser went down").waitFor();

    await becomes(page, "Priya Shah");
    await page.getByRole("link", { name: "Put it in the box" }).nth(1).click();
    await page.getByRole("button", { name: "Send" }).click();
    await answer(page, "Not sent, not kept").getByRole("button", { name: "Fix it" }).waitFor();

    await page.getByRole("link", { name: "Put it in the box" }).last().click();
    await page.getByRole("button", { name: "Send" }).click();
    await answer(page, "Not sent yet.").getByRole("button", { name: "Cancel" }).waitFor();

    await passes(page, "To Monday");
    await page.getByRole("link", { name: "Open #kudos" }).click();
    const week = posts(page).last();
    await week.getByText("Thanks this week").waitFor();
    const chart = week.getByRole("img");
    await isDrawn(chart);
    expect(await chart.getAttribute("alt")).toMatch(/^Thanks each day: Monday \d/);
  });
});
