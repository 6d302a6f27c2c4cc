import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type Element, findAll, hasClass, wordsOf } from "../support/markup.ts";
import { openSandboxOffice, type SandboxOffice } from "../support/sandboxOffice.ts";

/** One hospital for all: each looks at what it did itself, and the last one lets a week pass. */
let office: SandboxOffice;
beforeAll(async () => {
  office = await openSandboxOffice(false);
}, 60_000);
afterAll(() => office.close());

const articles = (page: Element): Element[] => findAll(page, ({ name }) => name === "article");
const privately = (page: Element): string[] =>
  articles(page)
    .filter((one) => hasClass(one, "only"))
    .map(wordsOf);
const withId = (page: Element, id: string): string =>
  findAll(page, ({ attributes }) => attributes.id === id)
    .map(wordsOf)
    .join("");
const linkTo = (page: Element, where: string): string => {
  const links = findAll(page, ({ attributes }) => attributes.href?.endsWith(`/${where}`) === true);
  return links.map(wordsOf)[0] ?? "";
};
const timeOn = (page: Element): string =>
  findAll(page, ({ attributes }) => attributes.id === "clock")
    .flatMap((clock) => findAll(clock, ({ name }) => name === "time"))
    .map(({ attributes }) => attributes.datetime ?? "")
    .join("");

const says = (account: string, text: string) =>
  office.sends(`/as/${account}/core-lab/say`, [["text", text]]);

describe("a window of the sandbox", () => {
  it("shows a private answer to the one who asked, and to nobody else", async () => {
    await office.opens("/as/priya/core-lab");
    await says("priya", "/kudos @Marcus Reed for the calm handover");

    expect(privately(await office.opens("/as/priya/core-lab")).join()).toContain("Sent to Marcus");
    expect(privately(await office.opens("/as/ben/core-lab"))).toEqual([]);
  });

  it("forgets a private answer once it is dismissed", async () => {
    await office.opens("/as/ana/core-lab");
    const answered = await says("ana", "/kudos help");
    const [id = ""] = articles(answered)
      .filter((one) => hasClass(one, "only"))
      .map(({ attributes }) => attributes.id?.replace("m-", "") ?? "");

    const left = await office.sends("/as/ana/core-lab/dismiss", [["message", id]]);

    expect(privately(left)).toEqual([]);
  });

  it("counts what a person has not read, and nothing they wrote themselves", async () => {
    await office.opens("/as/ben/core-lab");
    await office.opens("/as/priya/core-lab");
    await says("priya", "Morning, all");

    expect(linkTo(await office.opens("/as/ben/kudos"), "ben/core-lab")).toContain("1 unread");
    expect(linkTo(await office.opens("/as/priya/kudos"), "priya/core-lab")).not.toContain("unread");
    await office.opens("/as/ben/core-lab");
    expect(linkTo(await office.opens("/as/ben/kudos"), "ben/core-lab")).not.toContain("unread");
  });

  it("shows what people type as they typed it, and never as markup", async () => {
    const typed = `<img src=x onerror=alert(1)> & "quotes" <hx-partial hx-target="#stream">`;
    await office.opens("/as/priya/core-lab");

    await says("priya", typed);

    expect(
      articles(await office.opens("/as/ben/core-lab"))
        .map(wordsOf)
        .at(-1),
    ).toContain(typed);
  });

  it("keeps nothing of a refused sentence, also not where it shows what happened", async () => {
    await office.opens("/as/priya/core-lab");
    const answered = await says(
      "priya",
      "/kudos @Marcus Reed Thanks for catching Mr John Doe's potassium, MRN 00482913",
    );

    expect(privately(answered).join()).toContain("Not sent, not kept");
    const behind = wordsOf(await office.opens("/as/priya/core-lab/happenings"));
    expect(behind).toContain("command");
    expect(behind).not.toMatch(/00482913|Doe/);
  });

  it("never goes back in time", async () => {
    const before = timeOn(await office.opens("/as/priya/core-lab"));

    const told = await office.sends("/as/priya/core-lab/clock", [
      ["to", "pick"],
      ["at", "2020-01-01T09:00"],
    ]);

    expect(wordsOf(told)).toContain("only goes forward");
    expect(timeOn(await office.opens("/as/priya/core-lab")) >= before).toBe(true);
  });

  it("tells every other window that something changed", async () => {
    await office.opens("/as/priya/core-lab");
    const live = await fetch(`${office.address}/live`);
    const stream = live.body?.pipeThrough(new TextDecoderStream()).getReader();
    await stream?.read();

    await says("priya", "Morning, all");

    expect((await stream?.read())?.value).toContain("event: changed");
    await stream?.cancel();
  });

  it("says under a field what is wrong with it, and keeps the form", async () => {
    await office.opens("/as/priya/core-lab");
    const opened = await says("priya", "/kudos");
    const [form] = findAll(opened, (one) => one.name === "form" && hasClass(one, "fields"));

    const told = await office.sends(form?.attributes.action ?? "", [["text:reason", "for it all"]]);

    const errors = findAll(told, ({ attributes }) =>
      (attributes["hx-target"] ?? "").startsWith("#error-"),
    ).map(wordsOf);
    expect(errors.join("")).toContain("Who is it for?");
    expect(withId(told, "dialog")).toBe("");
  });

  it("lets a week pass in its own order: who slept reads in the evening, the channel on Monday", async () => {
    await office.opens("/as/priya/core-lab");
    await says("priya", "/kudos @Marcus Reed for the calm handover");
    const sleeping = await office.opens("/as/marcus/~rapport");
    await office.sends("/as/priya/core-lab/clock", [["to", "evening"]]);
    const awake = await office.opens("/as/marcus/~rapport");
    await office.sends("/as/priya/core-lab/clock", [["to", "monday"]]);
    const kudos = await office.opens("/as/priya/kudos");

    expect(wordsOf(sleeping)).not.toContain("for the calm handover");
    expect(wordsOf(awake)).toContain("for the calm handover");
    expect(articles(kudos).map(wordsOf).at(-1)).toContain("Thanks this week");
  });
});
