import { describe, expect } from "vitest";

import { type Actor, it, member, type Office } from "../support/office.ts";

/** Ben's other account, in Teams, and the code that makes it his. */
async function benInTeams(office: Office): Promise<Actor> {
  const teams = await office.installs("teams", "TENANT");
  return teams.person("29:ben", { name: "Benjamin Okafor" });
}

const codeIn = (text: string): string => /\b[A-Z0-9]{3}-[A-Z0-9]{3}\b/.exec(text)?.[0] ?? "";

async function link(one: Actor, other: Actor): Promise<string> {
  const code = codeIn(await one.types("/rapport link"));
  return other.types(`/rapport link ${code}`);
}

describe("becoming one person with a code", () => {
  it("shows a code on one platform and takes it on the other, however it is typed", async ({
    office,
  }) => {
    const ben = await benInTeams(office);
    const shown = await office.ben.types("/rapport link");
    expect(shown).toContain("It works once, for 10 minutes.");

    const typed = codeIn(shown).replace("-", "").toLowerCase();
    expect(await ben.types(`/rapport LINK  ${typed}`)).toContain(
      "Ben Okafor (Slack) and Benjamin Okafor (Teams) are one person here now.",
    );
  });

  it("is told to both accounts, each on its own platform", async ({ office }) => {
    const ben = await benInTeams(office);
    await link(office.ben, ben);
    await office.settle();

    for (const one of [office.ben, ben]) {
      expect(one.inbox).toEqual([expect.stringContaining("are one person here now")]);
      expect(one.inbox[0]).toContain("[That's not me]");
    }
  });

  it("counts what both were given, once parted each their own", async ({ office }) => {
    const ben = await benInTeams(office);
    await office.ana.types("/kudos @ben for the calm handover");
    await link(office.ben, ben);

    expect(await ben.types("/kudos mine")).toContain("were thanked once");
    await office.settle();
    await ben.presses("That's not me");
    expect(await ben.types("/kudos mine")).toContain("were not thanked yet");
    expect(await office.ben.types("/kudos mine")).toContain("were thanked once");
  });

  it("says what is wrong with a code, and keeps nothing", async ({ office }) => {
    const ben = await benInTeams(office);
    const says = (code: string) => ben.types(`/rapport link ${code}`);
    const code = codeIn(await office.ben.types("/rapport link"));

    expect(await says("ABC-DEF")).toContain("I don't know this code.");
    expect(await office.ben.types(`/rapport link ${code}`)).toContain(
      "This code is for your other platform.",
    );
    expect(await office.ana.types(`/rapport link ${code}`)).toContain(
      "Both accounts are in the same workspace",
    );
    office.itIs("2026-03-18T12:10:00Z");
    expect(await says(code)).toContain("This code is over");

    const second = codeIn(await office.ben.types("/rapport link"));
    await says(second);
    expect(await says(second)).toContain("This code was used before");
    const third = codeIn(await office.ben.types("/rapport link"));
    expect(await says(third)).toContain("You are one person here already");
  });

  it("takes only the last code somebody asked for", async ({ office }) => {
    const ben = await benInTeams(office);
    const first = codeIn(await office.ben.types("/rapport link"));
    await office.ben.types("/rapport link");

    expect(await ben.types(`/rapport link ${first}`)).toContain("I don't know this code.");
  });

  it("is not to be guessed: after five codes that are none, the right one waits too", async ({
    office,
  }) => {
    const ben = await benInTeams(office);
    const code = codeIn(await office.ben.types("/rapport link"));
    for (let tries = 0; tries < 5; tries += 1) await ben.types("/rapport link ABC-DEF");

    expect(await ben.types(`/rapport link ${code}`)).toContain("too many codes");
    office.itIs("2026-03-18T12:10:01Z");
    const fresh = codeIn(await office.ben.types("/rapport link"));
    expect(await ben.types(`/rapport link ${fresh}`)).toContain("are one person here now");
  });

  it("knows a code of an organization that isn't theirs, and says what to do", async ({
    office,
  }) => {
    const other = await office.installs("teams", "TENANT_B", "a token of its own");
    const stranger = await other.person("29:eve", { name: "Eve Adams" });
    expect(other.organization).not.toBe(office.organization);

    const code = codeIn(await office.ben.types("/rapport link"));
    expect(await stranger.types(`/rapport link ${code}`)).toContain(
      "This code comes from a workspace that isn't joined with this one yet.",
    );
  });

  it("is not for guests", async ({ office }) => {
    const teams = await office.installs("teams", "TENANT");
    const guest = await teams.person("29:gil", { name: "Gil Gast", kind: "guest" });
    const code = codeIn(await office.ben.types("/rapport link"));

    expect(await guest.types(`/rapport link ${code}`)).not.toContain("one person");
    expect(await office.ben.types("/rapport")).not.toContain("one person");
  });

  it("keeps of a code only its hash", async ({ office }) => {
    const code = codeIn(await office.ben.types("/rapport link"));
    const kept = await office.store.transact(async (tx) => [
      await tx.selectFrom("link_code").selectAll().execute(),
      await tx.selectFrom("delivery").selectAll().execute(),
    ]);

    expect(kept[0]).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(code);
    expect(JSON.stringify(kept)).not.toContain(code.replace("-", ""));
  });
});

describe("becoming one person by an address", () => {
  const address = { email: "ben.okafor@annes.example" };

  it("happens where the address is in the organization's own domains", async ({ office }) => {
    await office.learns(member("U_BEN", "Ben Okafor", address));
    await office.ben.types("/kudos @ana for the calm handover");
    const teams = await office.installs("teams", "TENANT");
    const ben = await teams.person("29:ben", {
      name: "Benjamin Okafor",
      email: "Ben.Okafor@Annes.example",
    });
    await office.settle();

    expect(await ben.types("/kudos mine")).toContain("You thanked somebody once");
    expect(office.ben.inbox.join()).toContain("are one person here now");
    expect(ben.inbox.join()).toContain("are one person here now");
  });

  it("happens when an address becomes known later, and when its domain becomes the organization's own", async ({
    office,
  }) => {
    const elsewhere = { email: "cleo@wards.example" };
    const teams = await office.installs("teams", "TENANT");
    const ben = await teams.person("29:ben", { name: "Benjamin Okafor", ...address });
    await teams.learns(member("29:cleo", "Cleo M.", elsewhere));
    await office.learns(member("U_CLEO", "Cleo Martin", elsewhere));
    await office.settle();
    expect(await office.ana.searches("cleo")).toContain("Cleo M.");

    await office.learns(member("U_BEN", "Ben Okafor", address));
    await office.settle();
    await office.ana.types("/kudos @ben for the calm handover");
    expect(await ben.types("/kudos mine")).toContain("were thanked once");

    await office.lee.types("/rapport setup");
    await office.lee.presses("More");
    await office.lee.presses("Organization");
    await office.lee.fills({
      text: { name: "St. Anne's", zone: "Europe/Lisbon", domains: "annes.example, wards.example" },
    });
    await office.settle();
    expect(await office.ana.searches("cleo")).toMatch(/^Cleo M(\.|artin) · Slack, Teams$/);
  });

  it("never happens for guests, strangers, bots and addresses of anyone's provider", async ({
    office,
  }) => {
    await office.learns(
      member("U_BEN", "Ben Okafor", { email: "ben@mail.example" }),
      member("U_CLEO", "Cleo Martin", { email: "cleo@annes.example" }),
    );
    const teams = await office.installs("teams", "TENANT");
    const ben = await teams.person("29:ben", { name: "Ben Again", email: "ben@mail.example" });
    for (const kind of ["guest", "stranger", "bot"] as const) {
      await teams.learns(member(`29:${kind}`, "Cleo", { kind, email: "cleo@annes.example" }));
    }
    await office.settle();
    await office.ana.types("/kudos @ben @cleo for the calm handover");

    expect(await ben.types("/kudos mine")).toContain("were not thanked yet");
    expect(await office.ana.searches("cleo")).toBe("Cleo Martin · Slack");
  });

  it("does not come back after somebody said that's not me", async ({ office }) => {
    await office.learns(member("U_BEN", "Ben Okafor", address));
    await office.ben.types("/kudos @ana for the calm handover");
    const teams = await office.installs("teams", "TENANT");
    const ben = await teams.person("29:ben", { name: "Bernd Okafor", ...address });
    await office.settle();
    expect(await ben.presses("That's not me")).toContain("Parted");
    await office.settle();
    await teams.learns(member("29:ben", "Bernd Okafor", address));
    await office.learns(member("U_BEN", "Ben Okafor", { email: "b@annes.example" }));
    await office.learns(member("U_BEN", "Ben Okafor", address));
    await office.settle();

    expect(await ben.types("/kudos mine")).toContain("You thanked nobody yet");
    expect(office.ben.inbox.join()).toContain("Parted");
    expect(office.ben.inbox.join()).not.toContain("[That's not me]");
  });

  it("writes nothing to people who have never met Rapport: they find it in their settings", async ({
    office,
  }) => {
    await office.learns(member("U_BEN", "Ben Okafor", address));
    const teams = await office.installs("teams", "TENANT");
    const ben = await teams.person("29:ben", { name: "Benjamin Okafor", ...address });
    await office.settle();

    expect([...office.ben.inbox, ...ben.inbox]).toEqual([]);
    expect(await ben.types("/rapport")).toContain("You are one person here with");
    await ben.presses("That's not me");
    expect(await ben.types("/rapport")).not.toContain("You are one person here with");
  });
});

describe("being one person", () => {
  it("brings along what is known of either, and keeps the more private wish", async ({
    office,
  }) => {
    const ben = await benInTeams(office);
    await ben.types("/rapport");
    await ben.presses("Keep my thanks private");
    await link(office.ben, ben);
    expect(await office.ben.types("/rapport")).toContain("Your thanks: private.");

    await office.ben.presses("That's not me");
    expect(await office.ben.types("/rapport")).toContain("Your thanks: shared.");
    expect(await ben.types("/rapport")).toContain("Your thanks: private.");
  });

  it("is an admin wherever one of the two was", async ({ office }) => {
    const ben = await benInTeams(office);
    await office.lee.types("/rapport setup");
    await office.lee.presses("More");
    await office.lee.presses("Admins");
    await office.lee.presses("Add an admin");
    await office.lee.fills({ picked: { admins: [await ben.id()] } });
    await link(office.ben, ben);

    expect(await office.ben.types("/rapport")).toContain("[Setup]");
  });

  it("is here as long as one account is", async ({ office }) => {
    const ben = await benInTeams(office);
    await link(office.ben, ben);
    await office.learns(member("U_BEN", "Ben Okafor", { kind: "deactivated" }));
    expect(await office.ana.searches("okafor")).toBe("Ben Okafor · Teams");
  });

  it("is noted in the audit, joined and parted", async ({ office }) => {
    const ben = await benInTeams(office);
    await link(office.ben, ben);
    await ben.presses("That's not me");
    const acts = await office.store.transact((tx) =>
      tx.selectFrom("audit").select("act").orderBy("act").execute(),
    );

    expect(acts.map((row) => row.act)).toEqual(["person.joined", "person.parted"]);
  });
});
