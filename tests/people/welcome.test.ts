import { describe, expect } from "vitest";

import { it, member, type Office } from "../support/office.ts";

const met = (office: Office, ...accounts: string[]) =>
  office.engine.notice({ kind: "met", platform: "teams", workspace: "TENANT", accounts });

describe("the welcome", () => {
  it("comes once to somebody who installed Rapport, however often they do", async ({ office }) => {
    const teams = await office.installs("teams", "TENANT");
    const nina = await teams.person("29:nina", { name: "Nina Nurse" });
    await met(office, "29:nina");
    await office.passes(5 * 60_000);
    await met(office, "29:nina");
    await nina.types("/kudos mine");
    await office.passes(86_400_000);

    expect(nina.inbox).toEqual([expect.stringContaining("I'm Rapport.")]);
  });

  it("isn't repeated to somebody who had it on their other platform", async ({ office }) => {
    const address = { email: "ben@annes.example" };
    await office.learns(member("U_BEN", "Ben Okafor", address));
    await office.ana.types("/kudos @ben for the calm handover");
    await office.passes(5 * 60_000);
    const teams = await office.installs("teams", "TENANT");
    const ben = await teams.person("29:ben", { name: "Ben Okafor", ...address });
    await office.settle();
    await met(office, "29:ben");
    await office.passes(86_400_000);
    await ben.types("/kudos mine");
    await office.passes(86_400_000);

    const welcomes = [...office.ben.inbox, ...ben.inbox].filter((text) =>
      text.includes("I'm Rapport."),
    );
    expect(welcomes).toHaveLength(1);
  });

  it("waits, where it was installed for more than twenty people at once, until somebody writes or is thanked", async ({
    office,
  }) => {
    const teams = await office.installs("teams", "TENANT");
    const accounts = Array.from({ length: 21 }, (_, number) => `29:nurse${number}`);
    for (const account of accounts) await teams.person(account, { name: `Nurse ${account}` });
    const nina = await teams.person("29:nurse0", { name: "Nina Nurse" });
    const mona = await teams.person("29:nurse1", { name: "Mona Nurse" });
    await met(office, ...accounts.slice(0, 10));
    office.itIs("2026-03-18T12:00:40Z");
    await met(office, ...accounts.slice(10));
    await office.passes(86_400_000);
    expect(accounts.flatMap((account) => office.chat.texts(`D_${account}`))).toEqual([]);

    await nina.types("/kudos mine");
    await nina.types("/kudos @mona for the calm handover");
    await office.passes(3 * 60_000);
    expect(nina.inbox).toEqual([expect.stringContaining("I'm Rapport.")]);
    expect(mona.inbox).toEqual([expect.stringContaining("I'm Rapport.")]);
    expect(mona.inbox[0]).toContain("calm handover");
  });

  it("comes to twenty who came one after another", async ({ office }) => {
    const teams = await office.installs("teams", "TENANT");
    for (let number = 0; number < 20; number += 1) {
      await teams.person(`29:nurse${number}`, { name: `Nurse ${number}` });
      await met(office, `29:nurse${number}`);
    }
    await office.passes(5 * 60_000);
    expect(office.chat.posts).toHaveLength(20);
  });
});
