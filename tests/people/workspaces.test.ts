import { describe, expect } from "vitest";

import { type Actor, it, member, type Office } from "../support/office.ts";

const codeIn = (text: string): string => /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/.exec(text)?.[0] ?? "";

async function addWorkspace(admin: Actor): Promise<string> {
  await admin.types("/rapport setup");
  await admin.presses("More");
  return codeIn(await admin.presses("Add another workspace"));
}

/** A Teams workspace that was installed for itself, with its admin. */
async function another(office: Office) {
  const teams = await office.installs("teams", "TENANT", "a token of its own");
  const admin = await teams.person("29:tess", { name: "Tess Admin", runsWorkspace: true });
  return { teams, admin };
}

describe("a second workspace", () => {
  it("joins by an admin's code, with its people, and nothing is left of the organization it had", async ({
    office,
  }) => {
    const { teams, admin } = await another(office);
    const nina = await teams.person("29:nina", { name: "Nina Nurse" });
    await nina.types("/rapport");
    await nina.presses("About you");
    await nina.fills({ text: { otherUnit: "4 West" }, picked: { pattern: ["nights"] } });
    const code = await addWorkspace(office.lee);

    expect(await admin.types(`/rapport join ${code}`)).toContain(
      "Joined: this workspace belongs to St. Anne's now.",
    );
    expect(await office.ana.searches("nurse")).toBe("Nina Nurse · 4 West · Teams");
    await nina.types("/kudos Ben Okafor for the calm handover");
    await nina.presses("Ben Okafor");
    expect(await office.ben.types("/kudos mine")).toContain("were thanked once");
    expect(await rowsOf(office, teams.organization)).toEqual([]);
  });

  it("says so when the same code comes again", async ({ office }) => {
    const { admin } = await another(office);
    const code = await addWorkspace(office.lee);
    await admin.types(`/rapport join ${code}`);
    expect(await admin.types(`/rapport join ${code}`)).toContain(
      "This workspace belongs to St. Anne's already.",
    );
  });

  it("keeps to itself once anybody was thanked there", async ({ office }) => {
    const { teams, admin } = await another(office);
    await teams.person("29:nina", { name: "Nina Nurse" });
    await admin.types("/kudos @nina for the calm handover");
    const code = await addWorkspace(office.lee);

    expect(await admin.types(`/rapport join ${code}`)).toContain("Not joined");
    expect(await office.ana.searches("nurse")).toBe("");
  });

  it("takes a code from an admin alone, once, within its ten minutes", async ({ office }) => {
    const { teams, admin } = await another(office);
    const nina = await teams.person("29:nina", { name: "Nina Nurse" });
    const code = await addWorkspace(office.lee);
    expect(await nina.types(`/rapport join ${code}`)).toContain("Setup is for admins.");
    expect(await admin.types("/rapport join")).toContain("Type the code too");
    expect(await admin.types("/rapport join ABCD-EFGH")).toContain("I don't know this code.");
    office.itIs("2026-03-18T12:11:00Z");
    expect(await admin.types(`/rapport join ${code}`)).toContain("This code is over");
  });

  it("makes one person of whoever has an address of the organization's own in both", async ({
    office,
  }) => {
    await office.learns(member("U_BEN", "Ben Okafor", { email: "ben@annes.example" }));
    const { teams, admin } = await another(office);
    await teams.person("29:ben", { name: "Ben O.", email: "ben@annes.example" });
    await admin.types(`/rapport join ${await addWorkspace(office.lee)}`);
    await office.settle();

    expect(await office.ana.searches("ben")).toMatch(/^Ben O(kafor|\.) · Slack, Teams$/);
  });
});

describe("Slack and Teams, both configured by the environment", () => {
  it("are one organization, in whichever order they come", async ({ office }) => {
    const teams = await office.installs("teams", "TENANT");
    expect(teams.organization).toBe(office.organization);
  });

  it("become one where the second was there before and nothing was kept in it", async ({
    office,
  }) => {
    const before = await office.installs("teams", "TENANT", "a token of its own");
    expect(before.organization).not.toBe(office.organization);
    expect((await office.installs("teams", "TENANT")).organization).toBe(office.organization);
  });

  it("stay two where something was", async ({ office }) => {
    const before = await office.installs("teams", "TENANT", "a token of its own");
    const tess = await before.person("29:tess", { name: "Tess" });
    await before.person("29:nina", { name: "Nina Nurse" });
    await tess.types("/kudos @nina for the calm handover");
    expect((await office.installs("teams", "TENANT")).organization).toBe(before.organization);
  });
});

/** The tables that still hold something of an organization. */
async function rowsOf({ store }: Office, organization: string): Promise<string[]> {
  return store.transact(async (tx) => {
    const tables = await tx.introspection.getTables();
    const holding: string[] = [];
    for (const { name, columns } of tables) {
      if (!columns.some((column) => column.name === "organization_id")) continue;
      const row = await tx
        .selectFrom(name as "person")
        .select("organization_id")
        .where("organization_id", "=", organization as never)
        .executeTakeFirst();
      if (row !== undefined) holding.push(name);
    }
    expect(tables.length).toBeGreaterThan(30);
    return holding;
  });
}
