/** What follows from named answers: who reads them, what they may become, and what is said about it. */
import { describe, expect } from "vitest";
import { leaveNotes } from "../../src/checkins/follow/monday.ts";
import { newId, type PersonId, type RoundId, type UnitId } from "../../src/ids.ts";
import { findOrganization } from "../../src/people/queries/organizations.ts";
import { type Actor, it, type Office } from "../support/office.ts";

const day = 24 * 60 * 60_000;

/** A weekly check-in of the Core Lab, in which Ana and Ben were asked and Ben answered; Priya leads it. */
async function coreLab(office: Office, state = "open") {
  const { store, organization, workspace } = office;
  const priya = await office.person("U_PRIYA", { name: "Priya Shah" });
  const now = office.now();
  const unit = newId("unit", now) as UnitId;
  const round = newId("round", now) as RoundId;
  const ids = {
    priya: await priya.id(),
    ana: await office.ana.id(),
    ben: await office.ben.id(),
  };
  await store.transact(async (tx) => {
    const org = { organization_id: organization };
    await tx
      .insertInto("unit")
      .values({ ...org, unit_id: unit, name: "Core Lab", name_key: " core lab" })
      .execute();
    await tx
      .insertInto("role")
      .values({ ...org, person_id: ids.priya, role: "lead", unit_id: unit })
      .execute();
    await tx
      .updateTable("person")
      .set({ unit_id: unit })
      .where("organization_id", "=", organization)
      .where("person_id", "in", [ids.ana, ids.ben])
      .execute();
    await tx
      .insertInto("round")
      .values({
        ...org,
        round_id: round,
        schedule_id: null,
        template_id: "weekly-checkin",
        template_version: 0,
        audience: JSON.stringify({ kind: "everyone" }),
        workspace_id: workspace,
        channel: "C_LAB",
        window: JSON.stringify({ kind: "week" }),
        summary_to: "channel",
        at_local: "2026-03-13T15:00",
        state,
        paused_why: null,
        sealed: 1,
        made_by: null,
        planned_at: now,
        opens_at: now,
        closes_at: now,
        closed_at: null,
        summary: null,
      })
      .execute();
    for (const person of [ids.ana, ids.ben]) {
      await tx
        .insertInto("prompt")
        .values({
          ...org,
          round_id: round,
          person_id: person,
          state: person === ids.ben ? "answered" : "asked",
          due_at: null,
          ask_at: now,
          asked_at: now,
          reminded_at: null,
          reminders: 0,
          closes_at: now,
          answered_at: person === ids.ben ? now : null,
          unit_id: unit,
          group_key: null,
        })
        .execute();
    }
    const words = {
      well: "the new rack labels",
      way: "nobody answers the ward phone after 17:00",
    };
    const questions = await questionIds();
    for (const [question, text] of [
      [questions.well, words.well],
      [questions.way, words.way],
    ] as const) {
      await tx
        .insertInto("response")
        .values({
          ...org,
          round_id: round,
          person_id: ids.ben,
          question,
          partner: "",
          value: null,
          words: text as never,
          answered_at: now,
        })
        .execute();
    }
  });
  return { priya, round, unit, ids };
}

/** The ids under which the shipped weekly check-in keeps its words. */
async function questionIds(): Promise<{ well: string; way: string }> {
  const { shippedTemplates } = await import("../../src/checkins/templates/shipped/index.ts");
  const weekly = shippedTemplates.find(({ id }) => id === "weekly-checkin");
  const texts = weekly?.questions.filter(({ kind }) => kind === "text") ?? [];
  const way = texts.find(({ becomes }) => becomes === "request")?.id ?? "";
  const well = texts.find(({ id }) => id !== way)?.id ?? "";
  return { well, way };
}

const wayWords = "nobody answers the ward phone after 17:00";

describe("what leads read", () => {
  it("is what their people answered by name, as it comes", async ({ office }) => {
    const { priya } = await coreLab(office);

    const shown = await priya.types("/checkin answers");

    expect(shown).toContain("1 of 2 have answered so far.");
    expect(shown).toContain("Ben Okafor");
    expect(shown).toContain(wayWords);
  });

  it("is nothing to an admin, to the lead of another unit, or to a colleague", async ({
    office,
  }) => {
    const { round, ids } = await coreLab(office);
    const dana = await office.person("U_DANA", { name: "Dana Cole" });
    await lead(office, await dana.id());

    for (const reader of [office.lee, dana, office.ana]) {
      expect(await reader.types("/checkin answers")).not.toContain(wayWords);
      const pressed = await press(office, reader, "checkins.answers", { round, from: 0 });
      expect(pressed).not.toContain(wayWords);
      const about = { round, person: ids.ben };
      expect(await press(office, reader, "checkins.makeAction", about)).not.toContain(wayWords);
      expect(await press(office, reader, "checkins.comment", about)).not.toContain("Ben");
    }
  });

  it("goes by the unit somebody had when they were asked", async ({ office }) => {
    const { priya, ids } = await coreLab(office);
    await office.store.transact(async (tx) => {
      await tx
        .updateTable("person")
        .set({ unit_id: null })
        .where("organization_id", "=", office.organization)
        .where("person_id", "=", ids.ben)
        .execute();
    });

    expect(await priya.types("/checkin answers")).toContain(wayWords);
  });
});

describe("what a lead says to it", () => {
  it("reaches its author alone, in one message that grows", async ({ office }) => {
    const { priya } = await coreLab(office);

    await priya.types("/checkin answers");
    await priya.presses("🙏 Thank you");
    await office.settle();
    expect(office.ben.inbox.join()).toContain("Priya Shah: 🙏 Thank you");

    await priya.types("/checkin answers");
    await priya.presses("Comment");
    await priya.fills({ text: { words: "I'll ask for a second phone" } });
    await office.settle();

    expect(office.ben.inbox).toHaveLength(1);
    expect(office.ben.inbox[0]).toContain("🙏 Thank you");
    expect(office.ben.inbox[0]).toContain("I'll ask for a second phone");
    expect(office.ana.inbox).toEqual([]);
    expect(office.chat.posts.every(({ channel }) => channel.startsWith("D_"))).toBe(true);
  });

  it("is refused where it could point to a patient, and the form stays open", async ({
    office,
  }) => {
    const { priya } = await coreLab(office);

    await priya.types("/checkin answers");
    await priya.presses("Comment");
    const answer = await priya.fills({ text: { words: "was it about MRN 00482913?" } });
    await office.settle();

    expect(priya.last.kind).toBe("invalid");
    expect(answer).toContain("Not kept");
    expect(office.ben.inbox).toEqual([]);
  });
});

describe("what got in the way", () => {
  it("becomes an action with an owner and a date, and whoever raised it hears when it is done", async ({
    office,
  }) => {
    const { priya, ids } = await coreLab(office);

    await priya.types("/checkin answers");
    const form = await priya.presses("Make it an action");
    expect(form).toContain(wayWords);
    const kept = await priya.fills({
      text: { title: "One number on every ward phone" },
      picked: { owner: [ids.ana], due: ["fortnight"] },
    });
    expect(kept).toContain("Ana Silva, by Wednesday 1 April");
    await office.settle();
    expect(office.ana.inbox.join()).toContain("One number on every ward phone");

    await office.ana.presses("Done");
    await office.settle();

    expect(office.ben.inbox.join()).toContain("What you raised is done, says Ana Silva:");
    expect(office.ben.inbox.join()).toContain("One number on every ward phone");
  });

  it("is offered once: neither the list nor the Monday note asks again for what has an owner", async ({
    office,
  }) => {
    const { priya, ids } = await coreLab(office);
    await priya.types("/checkin answers");
    await priya.presses("Make it an action");
    await priya.fills({ text: { title: "A second phone" }, picked: { owner: [ids.priya] } });

    expect(await priya.types("/checkin answers")).not.toContain("[Make it an action]");
    await plan(office, ids.priya);
    await office.passes(5 * day);

    expect(priya.inbox[0]).toContain("Monday note for Core Lab");
    expect(priya.inbox[0]).not.toContain("[Make it an action]");
  });

  it("may be put aside, kindly, and once only", async ({ office }) => {
    const { priya, ids } = await coreLab(office);
    await priya.types("/checkin answers");
    await priya.presses("Make it an action");
    await priya.fills({ text: { title: "Ask the ward" }, picked: { owner: [ids.priya] } });
    await priya.types("/checkin answers");

    await priya.presses("Not now");
    await priya.types("/checkin answers");
    await office.settle();

    expect(office.ben.inbox.join()).toContain("can't take it up now");
    expect(await priya.types("/checkin answers")).not.toContain("Ask the ward");
  });

  it("can be asked of a lead by its author, and taken up by the lead", async ({ office }) => {
    const { priya, round, ids } = await coreLab(office);

    const form = await press(office, office.ben, "checkins.request", { round });
    expect(form).toContain(wayWords);
    const sent = await office.ben.fills({ text: { words: wayWords } });
    expect(sent).toContain("Sent to Priya Shah");
    await office.settle();
    expect(priya.inbox.join()).toContain("Ben Okafor asks:");

    await priya.presses("Make it an action");
    await priya.fills({ text: { title: "A second phone" }, picked: { owner: [ids.priya] } });
    await priya.types("/checkin answers");
    await priya.presses("Done");
    await office.settle();

    expect(office.ben.inbox.join()).toContain("What you raised is done");
  });
});

describe("you said, we did", () => {
  it("is published where the round was, and read at home by those who were asked", async ({
    office,
  }) => {
    const { priya, ids } = await coreLab(office, "closed");

    await priya.types("/checkin respond");
    const done = await priya.fills({
      text: {
        said: "after 17:00 nobody knows whom to call",
        did: "put one number on every phone.",
      },
      picked: { round: [await roundOf(office)], owner: [ids.priya], due: ["month"] },
    });
    await office.settle();

    expect(done).toContain("Published in #C_LAB. Nothing holds the next round.");
    const posted = office.chat.texts("C_LAB").join();
    expect(posted).toContain("You said: after 17:00 nobody knows whom to call");
    expect(posted).toContain(
      "We will: put one number on every phone. Priya Shah, by Friday 17 April.",
    );
    expect(await office.ana.opensHome()).toContain("put one number on every phone");
    expect(await office.cleo.opensHome()).not.toContain("put one number on every phone");
  });

  it("needs words, an owner, and a round of one's own", async ({ office }) => {
    const { priya, ids } = await coreLab(office, "closed");
    const round = await roundOf(office);

    await priya.types("/checkin respond");
    await priya.fills({ text: { did: "nothing" }, picked: { round: [round], owner: [ids.priya] } });
    expect(priya.last).toMatchObject({ kind: "invalid", fields: { said: expect.anything() } });

    expect(await office.cleo.types("/checkin respond")).toContain("no closed round of yours");
  });
});

describe("the Monday note", () => {
  it("comes at 08:30 where the lead is, and says what got in the way and what is due", async ({
    office,
  }) => {
    const { priya, ids } = await coreLab(office);
    await plan(office, ids.priya);

    await office.passes(4 * day + 20 * 60 * 60_000); // Monday 08:00 in Lisbon
    expect(priya.inbox).toEqual([]);
    await office.passes(45 * 60_000);

    expect(priya.inbox).toHaveLength(1);
    expect(priya.inbox[0]).toContain("Monday note for Core Lab");
    expect(priya.inbox[0]).toContain("1 of 2 have answered.");
    expect(priya.inbox[0]).toContain(wayWords);
    expect(priya.inbox[0]).toContain("Last thanked:");
    expect(priya.inbox[0]).toContain("[Make it an action]");
  });

  it("is not sent where there is nothing to say", async ({ office }) => {
    const priya = await office.person("U_PRIYA", { name: "Priya Shah" });
    await lead(office, await priya.id());
    await plan(office, await priya.id());

    await office.passes(8 * day);

    expect(priya.inbox).toEqual([]);
  });
});

async function plan({ store, organization, now }: Office, person: PersonId): Promise<void> {
  await store.transact(async (tx) => {
    const work = { tx, now: now(), organization: await findOrganization(tx, organization) };
    await leaveNotes(work, [person]);
  });
}

async function lead({ store, organization, now }: Office, person: PersonId): Promise<UnitId> {
  const unit = newId("unit", now()) as UnitId;
  await store.transact(async (tx) => {
    await tx
      .insertInto("unit")
      .values({ organization_id: organization, unit_id: unit, name: "4 West", name_key: " 4 west" })
      .execute();
    await tx
      .insertInto("role")
      .values({ organization_id: organization, person_id: person, role: "lead", unit_id: unit })
      .execute();
  });
  return unit;
}

const roundOf = async ({ store, organization }: Office): Promise<string> =>
  store.transact(async (tx) => {
    const row = await tx
      .selectFrom("round")
      .select("round_id")
      .where("organization_id", "=", organization)
      .executeTakeFirstOrThrow();
    return row.round_id;
  });

/** Presses a button that somebody else was shown. */
async function press(_: Office, actor: Actor, action: string, value: unknown): Promise<string> {
  const label = [{ kind: "words", words: "it" }] as const;
  return actor.presses("it", { on: [{ action, label, value: value as never }] });
}
