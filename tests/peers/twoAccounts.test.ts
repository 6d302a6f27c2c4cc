import { describe, expect } from "vitest";

import { type Actor, it, type Office } from "../support/office.ts";
import { asks, closes, gives } from "./stage.ts";

async function inTeams(office: Office): Promise<Actor> {
  const teams = await office.installs("teams", "TENANT");
  return teams.person("29:ben", { name: "Benjamin Okafor" });
}

async function link(one: Actor, other: Actor): Promise<void> {
  const shown = await one.types("/rapport link");
  await other.types(`/rapport link ${/[A-Z0-9]{3}-[A-Z0-9]{3}/.exec(shown)?.[0]}`);
}

const heads = (text: string | undefined) => (text ?? "").split("Ben Okafor").length - 1;

describe("feedback that is asked of both accounts of one person", () => {
  it("is one answer to its subject, from one name, and they are asked no more", async ({
    office,
  }) => {
    const other = await inTeams(office);
    await asks(office.ana, [office.ben, other]);
    await office.settle();
    await gives(other, { keep: "the calm" });
    await link(office.ben, other);
    await closes(office);

    expect(office.ben.inbox.join()).not.toContain("[Give feedback]");
    const read = office.ana.inbox.find((text) => text.includes("the calm"));
    expect(heads(read)).toBe(1);
    expect(read).not.toContain("Benjamin");
  });

  it("is one answer also where both had answered", async ({ office }) => {
    const other = await inTeams(office);
    await asks(office.ana, [office.ben, other]);
    await office.settle();
    await gives(other, { keep: "the calm" });
    await gives(office.ben, { keep: "the tea" });
    await link(office.ben, other);
    await closes(office);

    const read = office.ana.inbox.find((text) => text.includes("the tea"));
    expect(heads(read)).toBe(1);
    expect(read).not.toContain("the calm");
  });
});
