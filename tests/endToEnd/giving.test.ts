/** Thanks, as somebody in front of the sandbox gives, mends, takes back and joins them. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";

import { adds, answer, dialog, it, moves, picks, post, says } from "./stage.ts";

describe("a thanks", () => {
  it("is given in one line, with names completed as they are typed", async ({ hospital }) => {
    const priya = await hospital.opens("priya", "core-lab");
    const box = priya.getByLabel("Message to #core-lab");
    await box.pressSequentially("/kudos @Mar");
    await priya.getByRole("option", { name: /^Marcus Reed/ }).waitFor();
    await box.press("Tab");
    await box.pressSequentially("for the calm handover");
    await box.press("Enter");

    await answer(priya, "Sent to Marcus Reed, posted in #kudos.").waitFor();
    await priya.getByRole("navigation").getByRole("link", { name: "kudos" }).click();
    const posted = post(priya, "“for the calm handover”");
    expect(await posted.innerText()).toContain("Priya Shah (Core Lab) thanks Marcus Reed");
  });

  it("is given in a form, which first shows what will stand there", async ({ hospital }) => {
    const ana = await hospital.opens("ana", "kudos");
    await ana.getByRole("button", { name: "Give kudos", exact: true }).last().click();
    await picks(ana, "Dana Ortiz");
    await dialog(ana).getByLabel("What for?").fill("for walking the blood gas down");
    await dialog(ana).getByLabel("Kindness").check();
    await dialog(ana).getByRole("button", { name: "Preview" }).click();

    await dialog(ana).getByText("Shall I send this?").waitFor();
    const preview = await dialog(ana).innerText();
    await dialog(ana).getByRole("button", { name: "Send", exact: true }).click();
    await dialog(ana).getByText("Sent to Dana Ortiz").waitFor();
    await dialog(ana).getByRole("button", { name: "Close" }).last().click();

    expect(preview).toContain("“for walking the blood gas down”");
    await post(ana, "“for walking the blood gas down”").waitFor();
    expect(await post(ana, "“for walking the blood gas down”").innerText()).toContain("Kindness");
  });

  it("is given from a message's own menu, to whoever wrote it", async ({ hospital }) => {
    const wei = await hospital.opens("wei", "microbiology");
    await says(wei, "The new plates are poured and labelled");
    const ingrid = await hospital.opens("ingrid", "microbiology");
    const message = post(ingrid, "The new plates are poured");
    await message.hover();
    await message.getByRole("button", { name: /thank for the message of Wei Zhang/ }).click();
    await ingrid.locator("#menu").getByRole("button", { name: "Give kudos" }).click();
    await dialog(ingrid).getByRole("button", { name: "Remove Wei Zhang" }).waitFor();
    await dialog(ingrid).getByLabel("What for?").fill("for pouring plates on a Sunday");
    await dialog(ingrid).getByRole("button", { name: "Preview" }).click();
    await dialog(ingrid).getByText("Shall I send this?").waitFor();
    await dialog(ingrid).getByRole("button", { name: "Send", exact: true }).click();

    await dialog(ingrid).getByText("Sent to Wei Zhang").waitFor();
    await wei.goto("/as/wei/kudos");
    await post(wei, "“for pouring plates on a Sunday”").waitFor();
  });

  it("to oneself is turned down kindly, and the form that asks who else keeps the words", async ({
    hospital,
  }) => {
    const ben = await hospital.opens("ben", "core-lab");
    await says(ben, "/kudos @Ben Okafor for staying late with the analyser");

    const refused = answer(ben, "Who else was in it?");
    await refused.getByRole("button", { name: "Choose people" }).click();
    const words = dialog(ben).getByLabel("What for?");
    expect(await words.inputValue()).toBe("for staying late with the analyser");
    await picks(ben, "Yusuf Demir");
    await dialog(ben).getByRole("button", { name: "Preview" }).click();
    await dialog(ben).getByText("Shall I send this?").waitFor();
    await dialog(ben).getByRole("button", { name: "Send", exact: true }).click();
    await dialog(ben).getByText("Sent to Yusuf Demir").waitFor();
  });

  it("that names a patient is refused, posted nowhere, and mended in a form", async ({
    hospital,
  }) => {
    const dana = await hospital.opens("dana", "4-west");
    const everybody = await hospital.opens("mia", "kudos");
    await says(dana, "/kudos @Ben Okafor for catching the potassium, MRN 00482913");

    const refused = answer(dana, "Not sent, not kept");
    expect(await refused.innerText()).toContain("MRN ••••");
    await refused.getByRole("button", { name: "Fix it" }).click();
    const words = dialog(dana).getByLabel("What for?");
    expect(await words.inputValue()).toBe("for catching the potassium, MRN ••••");
    await dialog(dana).getByRole("button", { name: "Remove Ben Okafor" }).waitFor();

    await words.fill("for catching the potassium of 00482913, MRN 00482913");
    await dialog(dana).getByRole("button", { name: "Preview" }).click();
    await dialog(dana).getByRole("alert").filter({ hasText: "record number" }).waitFor();
    await words.fill("for catching the potassium");
    await dialog(dana).getByRole("button", { name: "Preview" }).click();
    await dialog(dana).getByText("Shall I send this?").waitFor();
    await dialog(dana).getByRole("button", { name: "Send", exact: true }).click();

    await post(everybody, "“for catching the potassium”").waitFor();
    expect(await everybody.locator("#stream").innerText()).not.toContain("00482913");
  });

  it("that may point to a patient is asked about: sent as it is, changed, or let go", async ({
    hospital,
  }) => {
    const dana = await hospital.opens("dana", "4-west");
    const everybody = await hospital.opens("mia", "kudos");
    const doubtful = "for sorting out bed 12 and the potassium";
    await says(dana, `/kudos @Ben Okafor ${doubtful}`);

    const asked = answer(dana, "Not sent yet. “bed 12” next to “potassium”");
    await asked.getByRole("button", { name: "Change the words" }).click();
    const words = dialog(dana).getByLabel("What for?");
    expect(await words.inputValue()).toBe(doubtful);
    await dialog(dana).getByRole("button", { name: "Preview" }).click();
    await dialog(dana).getByRole("alert").filter({ hasText: "could point to a patient" }).waitFor();

    await dialog(dana).getByLabel("No patient in it").check();
    await dialog(dana).getByRole("button", { name: "Preview" }).click();
    await dialog(dana).getByText("Shall I send this?").waitFor();
    await dialog(dana).getByRole("button", { name: "Send", exact: true }).click();
    await dialog(dana).getByRole("button", { name: "Close" }).last().click();
    await post(everybody, `“${doubtful}”`).waitFor();

    await says(dana, "/kudos @Ben Okafor for the biopsy of Ruth Penhallow");
    const named = answer(dana, "I don't know “Ruth Penhallow” here.");
    await named.getByRole("button", { name: "Cancel" }).click();
    await answer(dana, "Not sent, and nothing was kept.").waitFor();
    expect(await everybody.locator("#stream").innerText()).not.toContain("Penhallow");
  });

  it("is taken back with one click: the post goes, also where others are reading it", async ({
    hospital,
  }) => {
    const rosa = await hospital.opens("rosa", "phlebotomy");
    const kofi = await hospital.opens("kofi", "kudos");
    await says(rosa, "/kudos @Kofi Mensah for the second round of draws");
    await post(kofi, "“for the second round of draws”").waitFor();

    await answer(rosa, "Sent to Kofi Mensah").getByRole("button", { name: "Undo" }).click();

    await answer(rosa, "Taken back.").waitFor();
    expect(await rosa.getByRole("button", { name: "Undo" }).count()).toBe(0);
    await post(kofi, "“for the second round of draws”").waitFor({ state: "detached" });
  });

  it("is joined by others with “Me too”, and the post then names them", async ({ hospital }) => {
    const keisha = await hospital.opens("keisha", "emergency");
    await says(keisha, "/kudos @Lee Wong for the steady voice on the phone");
    const lucas = await hospital.opens("lucas", "kudos");
    const posted = post(lucas, "“for the steady voice on the phone”");
    await posted.getByRole("button", { name: "Me too" }).click();

    await posted.getByText("Me too: Lucas Meyer").waitFor();
    await answer(lucas, "You're with it, too.").waitFor();
  });

  it("is given by an emoji, once whoever runs the place has chosen one", async ({ empty }) => {
    const you = await empty.opens("you", "general");
    await adds(you, "Ana Silva");
    await adds(you, "Ben Okafor");
    await says(you, "/rapport");
    const settings = you.locator("article.only").last();
    await settings.getByRole("button", { name: "Setup" }).click();
    await settings.getByRole("button", { name: "More" }).click();
    await settings.getByRole("button", { name: "Giving by reaction" }).click();
    await dialog(you).getByLabel("Which emoji is kept for it?").fill("kudos");
    await dialog(you).getByRole("button", { name: "Save" }).click();
    await dialog(you).getByText("Saved.").waitFor();

    const ana = await empty.opens(await accountOf(you, "Ana Silva"), "general");
    const ben = await empty.opens(await accountOf(you, "Ben Okafor"), "general");
    await says(ben, "I stayed to finish the crossmatches");
    const message = post(ana, "I stayed to finish the crossmatches");
    await message.hover();
    await message.getByRole("button", { name: /React/ }).click();
    await ana.getByRole("button", { name: "React with :kudos:" }).click();
    await message.getByRole("button", { name: ":kudos: 1 from Ana Silva" }).waitFor();

    await ben.getByRole("link", { name: /Messages/ }).click();
    await moves(ben, 1, "13:00");
    await post(ben, "Ana Silva thanked you with a reaction").waitFor();
  });
});

/** As a new colleague's own window is addressed. */
async function accountOf(page: Page, name: string): Promise<string> {
  const href = await page.getByRole("link", { name, exact: true }).getAttribute("href");
  return href?.split("/")[2] ?? "";
}
