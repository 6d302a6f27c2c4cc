import { describe, expect } from "vitest";

import { openFor, type Person } from "../../src/people/person.ts";
import { findOrganization } from "../../src/people/queries/organizations.ts";
import { findPerson, markWelcomed } from "../../src/people/queries/persons.ts";
import { welcomeBlocks } from "../../src/people/welcome.ts";
import { speak } from "../../src/text/say.ts";
import { day, minute } from "../../src/time/instant.ts";
import { type Actor, it, type Office } from "../support/office.ts";

const home = { place: { kind: "home" } } as const;

describe("about you", () => {
  it("is asked at home while something is unknown, and then no more", async ({ office }) => {
    const { ana } = office;
    expect(await ana.opensHome()).toContain("About you: unit, profession, when you work.");
    await ana.presses("Fill in, ten seconds", home);

    const kept = await ana.fills(
      {
        text: { otherUnit: "Core Lab" },
        picked: { discipline: [await disciplineId(office, "Technician")], pattern: ["nights"] },
      },
      home,
    );

    expect(kept).toContain("Thank you, that's kept.");
    expect(kept).toContain("About you: unit Core Lab · profession Technician · work Nights");
    expect(kept).not.toContain("[Fill in, ten seconds]");
    expect(await ana.opensHome()).not.toContain("[Fill in, ten seconds]");
  });

  it("keeps what is left empty as it was", async ({ office }) => {
    const { ana } = office;
    await fillsAbout(ana, { text: { otherUnit: "Core Lab" } });

    const kept = await fillsAbout(ana, { picked: { pattern: ["days"] } });

    expect(kept).toContain("unit Core Lab · profession not set · work Days");
  });

  it("knows a unit by its name, however it is written", async ({ office }) => {
    const { ana, ben } = office;
    await fillsAbout(ana, { text: { otherUnit: "Core Lab" } });

    expect(await fillsAbout(ben, { text: { otherUnit: " core  LAB " } })).toContain(
      "unit Core Lab",
    );
    await ben.types("/rapport");
    await ben.presses("About you");
    expect(unitsOffered(ben)).toEqual(["Core Lab"]);
  });

  it("dates a move, so that what was before stays with the unit of its day", async ({ office }) => {
    const { ana } = office;
    await fillsAbout(ana, { text: { otherUnit: "Core Lab" } });
    await office.passes(3 * day);
    await fillsAbout(ana, { text: { otherUnit: "4 West" } });
    await office.passes(day);
    await fillsAbout(ana, { text: { otherUnit: "4 West" } });

    const moves = await office.store.transact((tx) =>
      tx
        .selectFrom("person_unit as m")
        .innerJoin("unit as u", "u.unit_id", "m.unit_id")
        .select(["m.since", "u.name"])
        .orderBy("m.since")
        .execute(),
    );
    expect(moves).toEqual([
      { since: "2026-03-18T12:00:00.000Z", name: "Core Lab" },
      { since: "2026-03-21T12:00:00.000Z", name: "4 West" },
    ]);
  });

  it("refuses a unit's name that looks like a patient, and keeps nothing of it", async ({
    office,
  }) => {
    const { ana } = office;

    const reply = await fillsAbout(ana, {
      text: { otherUnit: "ward of MRN 00482913" },
      picked: { pattern: ["days"] },
    });

    expect(reply).toContain("otherUnit: Not kept: this looks like");
    expect(ana.last.kind).toBe("invalid");
    const { pattern, unit } = await personOf(office, ana);
    expect({ pattern, unit }).toEqual({ pattern: null, unit: null });
  });

  it("takes no unit and no profession of another making", async ({ office }) => {
    const { ana } = office;

    const kept = await fillsAbout(ana, {
      picked: { unit: ["unt_elsewhere"], discipline: ["dsc_elsewhere"], pattern: ["always"] },
    });

    expect(kept).toContain("unit not set · profession not set · work not set");
    const { unit, discipline, pattern } = await personOf(office, ana);
    expect([unit, discipline, pattern]).toEqual([null, null, null]);
  });

  it("calls a profession as its reader does, whatever the organization's language", async ({
    office,
  }) => {
    const ute = await office.person("U_UTE", { name: "Ute Kern", locale: "de" });

    const kept = await fillsAbout(
      ute,
      { picked: { discipline: [await disciplineId(office, "Nurse")], pattern: ["nights"] } },
      "Über Sie",
    );

    expect(kept).toContain("Danke, das ist gespeichert.");
    expect(kept).toContain("Über Sie: Bereich nicht angegeben · Beruf Pflege · Arbeit Nachts");
  });
});

describe("the first message", () => {
  const buttons = welcomeBlocks(speak("en", "Europe/Lisbon")).flatMap((block) =>
    block.kind === "buttons" ? block.buttons : [],
  );

  it.for([
    { says: "Days", from: "21:00", to: "07:00" },
    { says: "Evenings", from: "00:00", to: "09:00" },
    { says: "Nights", from: "08:00", to: "18:00" },
    { says: "It varies", from: "21:00", to: "07:00" },
  ])(
    "asks when somebody works; $says holds messages from $from to $to",
    async (told, { office }) => {
      const { ana } = office;

      const answer = await ana.presses(told.says, { on: buttons });

      expect(answer).toContain(`Noted: ${told.says}. From ${told.from} to ${told.to} your time`);
      // The thanks above the question stays where it is.
      expect(ana.last.kind).toBe("card");
    },
  );

  it("lets somebody keep their thanks private at once", async ({ office }) => {
    const { ana } = office;

    await ana.presses("Keep my thanks private", { on: buttons });

    expect((await personOf(office, ana)).prefersPrivate).toBe(true);
  });

  it("is one, ever: the first time stays", async ({ office }) => {
    const { ana, store, organization } = office;
    const id = await ana.id();
    await store.transact((tx) => markWelcomed(tx, organization, id, office.now()));
    await office.passes(day);
    await store.transact((tx) => markWelcomed(tx, organization, id, office.now()));

    expect((await personOf(office, ana)).welcomedAt).toBe("2026-03-18T12:00:00.000Z");
  });
});

describe("a person's own settings", () => {
  it("say when somebody works, and ask again", async ({ office }) => {
    const { ana } = office;
    await ana.types("/rapport");
    await ana.presses("When I work");

    expect(await ana.presses("Nights")).toContain("From 08:00 to 18:00");
    expect(ana.last.kind).toBe("replace");
    expect(await ana.presses("All my settings")).toContain("work Nights");
  });

  it("keep thanks private, and share them again", async ({ office }) => {
    const { ana } = office;
    await ana.types("/rapport");

    expect(await ana.presses("Keep my thanks private")).toContain(
      "From now on thanks reach you privately: no post and no boards for you.",
    );
    expect(ana.last.kind).toBe("replace");
    expect(await ana.types("/rapport")).toContain("Your thanks: private.");
    expect(await ana.presses("Share my thanks again")).toContain("shared again");
    expect((await personOf(office, ana)).prefersPrivate).toBe(false);
  });

  it.for([
    {
      until: "tomorrow",
      says: "Paused until Thursday 19 March.",
      opens: "2026-03-19T07:00:00.000Z",
    },
    { until: "week", says: "Paused until Wednesday 25 March.", opens: "2026-03-25T07:00:00.000Z" },
    // Lisbon moves to summer time on 29 March.
    { until: "month", says: "Paused until Friday 17 April.", opens: "2026-04-17T06:00:00.000Z" },
  ])(
    "pause: until $until, what waits opens at $opens",
    async ({ until, says, opens }, { office }) => {
      const { ana } = office;
      await ana.types("/rapport");
      expect(await ana.presses("Pause until …")).toContain("Until when?");

      expect(await ana.fills({ picked: { until: [until] } })).toContain(says);

      expect(openFor(await personOf(office, ana), office.now())).toBe(opens);
    },
  );

  it("hold thanks while paused, and let them come once it ends early", async ({ office }) => {
    const { ana, ben } = office;
    await pauses(ben, "month");
    await ana.types("/kudos @ben for the calm handover");
    await office.passes(day);
    expect(ben.inbox).toEqual([]);

    await ben.types("/rapport");
    await ben.presses("Resume");
    await office.passes(minute);

    expect(ben.inbox).toEqual([expect.stringContaining("for the calm handover")]);
  });

  it("end a pause early", async ({ office }) => {
    const { ana } = office;
    await pauses(ana, "month");
    expect(await ana.types("/rapport")).toContain("Paused until Friday 17 April.");

    expect(await ana.presses("Resume")).toContain("Welcome back.");

    expect(openFor(await personOf(office, ana), office.now())).toBe(office.now());
    expect(await ana.types("/rapport")).toContain("[Pause until …]");
  });

  it("forget a pause that is over", async ({ office }) => {
    const { ana } = office;
    await pauses(ana, "tomorrow");
    await office.passes(day);

    expect(await ana.types("/rapport")).not.toContain("Paused");
  });
});

const disciplineId = (office: Office, name: string): Promise<string> =>
  office.store.transact(async (tx) => {
    const row = await tx
      .selectFrom("discipline")
      .select("discipline_id")
      .where("organization_id", "=", office.organization)
      .where("name", "=", name)
      .executeTakeFirstOrThrow();
    return row.discipline_id;
  });

async function personOf(office: Office, actor: Actor): Promise<Person> {
  const id = await actor.id();
  const found = await office.store.transact(async (tx) =>
    findPerson(tx, await findOrganization(tx, office.organization), id),
  );
  if (found === undefined) throw new Error(`${actor.name} is nobody here`);
  return found;
}

async function fillsAbout(
  actor: Actor,
  filled: Parameters<Actor["fills"]>[0],
  button = "About you",
): Promise<string> {
  await actor.types("/rapport");
  await actor.presses(button);
  return actor.fills(filled);
}

async function pauses(actor: Actor, until: string): Promise<void> {
  await actor.types("/rapport");
  await actor.presses("Pause until …");
  await actor.fills({ picked: { until: [until] } });
}

function unitsOffered(actor: Actor): string[] {
  const field =
    actor.last.kind === "form"
      ? actor.last.form.fields.find((one) => one.kind === "choice" && one.name === "unit")
      : undefined;
  return field?.kind === "choice"
    ? field.choices.map((choice) =>
        choice.label.map((span) => ("words" in span ? span.words : "")).join(""),
      )
    : [];
}
