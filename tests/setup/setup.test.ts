import { describe, expect } from "vitest";

import { words } from "../../src/chat/line.ts";
import { minute } from "../../src/time/instant.ts";
import { type Actor, it } from "../support/office.ts";
import { act, acts, lastActor, organizationOf } from "./rows.ts";

const home = { place: { kind: "home" } } as const;

describe("setup", () => {
  it("is refused to a member, who reads who may", async ({ office }) => {
    expect(await office.ana.types("/rapport setup")).toBe(
      "Setup is for admins. Here that is Lee Wong: they can help.",
    );
  });

  it.for([
    "setup.open",
    "setup.more",
    "setup.tryIt",
    "setup.permissions",
    "setup.organization",
    "setup.safety",
    "setup.admins",
    "setup.addAdmins",
    "setup.removeAdmin",
  ])(
    "refuses %s to a member who presses a button not meant for them",
    async (action, { office }) => {
      const { ana, lee } = office;
      const button = { action, label: words("Press"), value: await lee.id() };

      expect(await ana.presses("Press", { on: [button] })).toContain("Setup is for admins.");
    },
  );

  it.for(["setup.organization", "setup.safety", "setup.addAdmins"])(
    "refuses what a member sends as %s, and keeps nothing of it",
    async (form, { office }) => {
      const { ana } = office;
      const before = await organizationOf(office);

      const reply = await office.handle({
        kind: "form",
        form,
        state: null,
        filled: { text: {}, picked: { admins: [await ana.id()], locale: ["de"] } },
        platform: "slack",
        workspace: office.workspaceExternal,
        account: ana.account,
        delivery: "forged",
        place: { kind: "nowhere" },
        learnt: [],
      });

      expect(JSON.stringify(reply)).toContain("Setup is for admins.");
      expect(await organizationOf(office)).toEqual(before);
      expect(await acts(office)).toEqual([]);
    },
  );

  it("says that nothing is sent yet, and what each permission is for", async ({ office }) => {
    const { lee } = office;

    expect(await lee.types("/rapport setup")).toContain(
      "What I send of my own accord: nothing yet.",
    );
    const permissions = await lee.presses("What I may do here");
    expect(permissions).toContain("Permission | What it is for");
    expect(permissions).toContain("chat:write | Posting thanks and answering you");
  });

  it("asks for the kudos channel first, and then says what goes there and to whom", async ({
    office,
  }) => {
    const { lee } = office;
    expect(await lee.types("/rapport setup")).toContain("Kudos channel: Not chosen");
    await lee.presses("Kudos channel");
    await lee.fills({ picked: { channel: ["C_KUDOS"] } });

    const setup = await lee.types("/rapport setup");

    expect(setup).toContain("Public thanks go to #C_KUDOS; whoever is thanked hears of it once");
    expect(setup).not.toContain("nothing yet");
  });

  it("has everything else under More, each with what it is set to", async ({ office }) => {
    const more = await openMore(office.lee);

    expect(more).toContain("Thanks this week: Nothing is posted.");
    expect(more).toContain("Organization: St. Anne's · English · Europe/Lisbon · annes.example");
    expect(more).not.toContain("Kudos channel");
  });

  it("tries a thanks on the admin, and keeps nothing of it", async ({ office }) => {
    const { lee } = office;
    await lee.types("/rapport setup");

    const sample = await lee.presses("Try it on me");

    expect(sample).toContain("This is a sample. Only you see it, and nothing of it is kept.");
    expect(sample).toContain("A colleague (Core Lab) thanks Lee Wong:");
    await office.settle();
    expect(office.chat.posts).toEqual([]);
    const kept = await office.store.transact((tx) =>
      tx.selectFrom("delivery").selectAll().execute(),
    );
    expect(kept).toEqual([]);
    expect(await lee.presses("Back to setup")).toContain("[Try it on me]");
  });
});

describe("the organization", () => {
  it("gets its domains from an admin, who is written down", async ({ office }) => {
    const { lee } = office;
    await openMore(lee);
    await lee.presses("Organization");

    const kept = await lee.fills({
      text: {
        name: "St. Anne's",
        zone: "Europe/Lisbon",
        domains: "annes.example, @Lab.Annes.example",
      },
      picked: { locale: ["en"] },
    });

    expect(kept).toContain(
      "Organization: St. Anne's · English · Europe/Lisbon · annes.example, lab.annes.example",
    );
    expect((await organizationOf(office)).domains).toEqual(["annes.example", "lab.annes.example"]);
    expect(await acts(office)).toEqual([
      act("setup.kept", { setting: "organization", changed: ["domains"] }),
    ]);
    expect(await lastActor(office)).toBe(await lee.id());
  });

  it("may lose all of its domains", async ({ office }) => {
    const { lee } = office;
    await openMore(lee);
    await lee.presses("Organization");

    expect(await lee.fills({ text: {} })).toContain("Europe/Lisbon · no e-mail domains");
  });

  it("changes its name, language and zone, and channels' words with them", async ({ office }) => {
    const { lee, ana } = office;
    await openMore(lee);
    await lee.presses("Organization");

    await lee.fills({
      text: { name: "Sankt Anna", zone: "Europe/Berlin", domains: "annes.example" },
      picked: { locale: ["de"] },
    });

    expect(await organizationOf(office)).toMatchObject({
      name: "Sankt Anna",
      locale: "de",
      zone: "Europe/Berlin",
    });
    // Ana's platform told no language: hers is the organization's.
    expect(await ana.types("/rapport")).toContain("Ihre Einstellungen");
  });

  it("counts the months anew where another zone has them begin at other moments", async ({
    office,
  }) => {
    const { ana, lee } = office;
    // Still March in Lisbon, already April in Berlin.
    office.itIs("2026-03-31T22:30:00Z");
    await ana.types("/kudos @ben for the calm handover");
    expect(await ana.types("/leaderboard")).toContain("Ben Okafor");
    await openMore(lee);
    await lee.presses("Organization");

    await lee.fills({ text: { zone: "Europe/Berlin", domains: "annes.example" } });
    await office.settle();

    const months = await office.store.transact((tx) =>
      tx
        .selectFrom("score")
        .select("bucket")
        .where("board", "=", "receivers")
        .where("bucket", "like", "month %")
        .execute(),
    );
    expect(months).toEqual([{ bucket: "month 2026-04-01" }]);
  });

  it.for([
    { field: "zone", typed: "Lisbon time", says: "zone: I don't know this time zone." },
    { field: "domains", typed: "annes", says: "domains: I can't read this as e-mail domains." },
    { field: "domains", typed: "ana@annes.example", says: "domains: I can't read this" },
    { field: "name", typed: "MRN 00482913", says: "name: Not kept: this looks like" },
  ])("keeps nothing where the $field is “$typed”", async ({ field, typed, says }, { office }) => {
    const { lee } = office;
    const before = await organizationOf(office);
    await openMore(lee);
    await lee.presses("Organization");

    const reply = await lee.fills({ text: { domains: "other.example", [field]: typed } });

    expect(reply).toContain(says);
    expect(lee.last.kind).toBe("invalid");
    expect(await organizationOf(office)).toEqual(before);
    expect(await acts(office)).toEqual([]);
  });

  it("writes nothing down where nothing changed, and once where a delivery came twice", async ({
    office,
  }) => {
    const { lee } = office;
    const same = { name: "St. Anne's", domains: "annes.example" };
    await openMore(lee);
    await lee.presses("Organization");
    await lee.fills({ text: same });
    expect(await acts(office)).toEqual([]);

    await openMore(lee);
    await lee.presses("Organization");
    const form = lee.last;
    const first = await lee.fills({ text: { ...same, name: "Anne" } }, { delivery: "view 1" });
    expect(form.kind).toBe("form");
    const again = await office.handle({
      kind: "form",
      form: "setup.organization",
      state: null,
      filled: { text: {}, picked: {} },
      platform: "slack",
      workspace: office.workspaceExternal,
      account: lee.account,
      delivery: "view 1",
      place: { kind: "nowhere" },
      learnt: [],
    });

    expect(await acts(office)).toHaveLength(1);
    expect(first).toContain("Anne · English");
    expect(again).toEqual(lee.last);
  });
});

describe("safety and help", () => {
  it("stand under forms with free text once an admin has set them", async ({ office }) => {
    const { ana, lee } = office;
    expect(await aboutForm(ana)).toContain("No patient details, please.");
    await openMore(lee);
    await lee.presses("Safety and help");

    const kept = await lee.fills({
      text: { incidents: "SafetyNet", contacts: "peer support, ext. 4411" },
    });

    expect(kept).toContain(
      "Safety and help: safety events: SafetyNet · someone now: peer support, ext. 4411",
    );
    expect(await aboutForm(ana)).toContain(
      "No patient details. Safety events go to SafetyNet. Need someone now: peer support, ext. 4411.",
    );
    expect(await acts(office)).toEqual([
      act("setup.kept", { setting: "safety", changed: ["incidentSystem", "contacts"] }),
    ]);
  });

  it("can be unset, one without the other", async ({ office }) => {
    const { ana, lee } = office;
    await openMore(lee);
    await lee.presses("Safety and help");
    await lee.fills({ text: { incidents: "SafetyNet", contacts: "ext. 4411" } });

    await openMore(lee);
    await lee.presses("Safety and help");
    await lee.fills({ text: { contacts: "ext. 4411" } });

    expect(await aboutForm(ana)).toContain("No patient details. Need someone now: ext. 4411.");
  });

  it("may hold a telephone number among the contacts, for nobody could be called without; but no record number", async ({
    office,
  }) => {
    const { ana, lee } = office;
    await openMore(lee);
    await lee.presses("Safety and help");
    expect(await lee.fills({ text: { contacts: "peer support, MRN 00482913" } })).toContain(
      "contacts: ",
    );
    await openMore(lee);
    await lee.presses("Safety and help");
    await lee.fills({ text: { contacts: "peer support, 555-867-5309" } });

    expect(await aboutForm(ana)).toContain("Need someone now: peer support, 555-867-5309.");
  });
});

describe("admins", () => {
  it("are added by an admin, and may then set Rapport up", async ({ office }) => {
    const { ana, lee } = office;
    await openAdmins(lee);
    await lee.presses("Add an admin");

    const added = await lee.fills({ picked: { admins: [await ana.id()] } });

    expect(added).toContain("Ana Silva is an admin now.");
    expect(added).toContain("[Remove Ana Silva]");
    expect(await ana.types("/rapport setup")).toContain("[Try it on me]");
    expect(await acts(office)).toEqual([act("admin.added", { person: await ana.id() })]);
  });

  it("are removed by an admin, and then may no more", async ({ office }) => {
    const { ana, ben, lee } = office;
    await makeAdmins(lee, ana, ben);
    await office.passes(minute);
    await openAdmins(ana);

    expect(await ana.presses("Remove Ben Okafor")).toContain("Ben Okafor is no longer an admin.");
    expect(await ben.types("/rapport setup")).toContain("Setup is for admins.");
    expect((await acts(office)).at(-1)).toBe(act("admin.removed", { person: await ben.id() }));
  });

  it("keep the last of them, who is asked to add another first", async ({ office }) => {
    const { ana, ben, lee } = office;
    await makeAdmins(lee, ana, ben);
    // Lee no longer runs the workspace.
    await office.learns({
      externalId: "U_LEE",
      name: "Lee Wong",
      kind: "member",
      runsWorkspace: false,
    });
    await openAdmins(ana);
    await ana.presses("Remove Ben Okafor");

    expect(await ana.presses("Remove Ana Silva")).toContain("Ana Silva is the last admin");
    expect(await ana.types("/rapport setup")).toContain("[Try it on me]");
    expect(await lee.types("/rapport setup")).toContain("Here that is Ana Silva");
  });

  it("may leave while another remains, and read no more of it", async ({ office }) => {
    const { ana, lee } = office;
    await makeAdmins(lee, ana);
    await openAdmins(ana);

    expect(await ana.presses("Remove Ana Silva")).toBe("Ana Silva is no longer an admin.");
    expect(await ana.types("/rapport setup")).toContain("Setup is for admins.");
  });

  it("who run the workspace can't be removed here", async ({ office }) => {
    const { lee } = office;

    const admins = await openAdmins(lee);

    expect(admins).toContain("Lee Wong (runs the workspace)");
    expect(admins).not.toContain("[Remove Lee Wong]");
  });

  it("who have left count no more", async ({ office }) => {
    const { ana, ben, lee } = office;
    await makeAdmins(lee, ana);
    await office.learns({
      externalId: "U_ANA",
      name: "Ana Silva",
      kind: "deactivated",
      runsWorkspace: false,
    });

    expect(await ben.types("/rapport setup")).toContain("Here that is Lee Wong:");
  });

  it("are nobody who isn't here", async ({ office }) => {
    const { lee } = office;
    await openAdmins(lee);
    await lee.presses("Add an admin");

    expect(await lee.fills({ picked: { admins: ["prs_nobody"] } })).toContain("Nobody was added");
  });

  it("are named to whoever asks, five and a count", async ({ office }) => {
    const { ana, ben, cleo, dan, lee } = office;
    const eve = await office.person("U_EVE", { name: "Eve Adler" });
    const fay = await office.person("U_FAY", { name: "Fay Brook" });
    const gil = await office.person("U_GIL", { name: "Gil Costa" });
    await makeAdmins(lee, ana, ben, cleo, dan, eve, fay);

    expect(await gil.types("/rapport setup")).toBe(
      "Setup is for admins. Here that is Ana Silva, Ben Okafor, Cleo Martin, Dan Ortiz, Eve Adler and 2 others: they can help.",
    );
  });

  it("are missing where nobody is one, and whoever runs the server is named", async ({
    office,
  }) => {
    await office.learns({
      externalId: "U_LEE",
      name: "Lee Wong",
      kind: "member",
      runsWorkspace: false,
    });

    expect(await office.lee.types("/rapport setup")).toContain("rapport admin add EMAIL");
  });
});

async function openMore(actor: Actor): Promise<string> {
  await actor.types("/rapport setup");
  return actor.presses("More");
}

async function openAdmins(actor: Actor): Promise<string> {
  await openMore(actor);
  return actor.presses("Admins");
}

async function makeAdmins(by: Actor, ...made: readonly Actor[]): Promise<void> {
  await openAdmins(by);
  await by.presses("Add an admin");
  await by.fills({ picked: { admins: await Promise.all(made.map((one) => one.id())) } });
}

async function aboutForm(actor: Actor): Promise<string> {
  await actor.opensHome();
  return actor.presses("Fill in, ten seconds", home);
}
