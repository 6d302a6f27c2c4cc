import { describe, expect } from "vitest";

import { plain } from "../../src/chat/line.ts";
import { hasSealed, type Template } from "../../src/checkins/template.ts";
import { fileOf, templateOf } from "../../src/checkins/templates/definition.ts";
import { findTemplate, listTemplates } from "../../src/checkins/templates/find.ts";
import { licenceLine, licenceRefusal } from "../../src/checkins/templates/licence.ts";
import { readTemplate } from "../../src/checkins/templates/read.ts";
import { shippedTemplates } from "../../src/checkins/templates/shipped/index.ts";
import type { Work } from "../../src/feature.ts";
import { emptyDirectory } from "../../src/privacy/phi/directory.ts";
import { guard } from "../../src/privacy/phi/guard.ts";
import { noSentence } from "../../src/privacy/phi/rules.ts";
import { typed } from "../../src/privacy/typed.ts";
import { speak } from "../../src/text/say.ts";
import { type Actor, it, type Office } from "../support/office.ts";

const en = speak("en", "Europe/Lisbon");
const de = speak("de", "Europe/Berlin");
const today = "2026-03-18";

/** Work in the office's organization, as a job would do it. */
const inOffice = <T>({ store, organization, now }: Office, act: (work: Work) => Promise<T>) =>
  store.transact((tx) =>
    act({
      tx,
      now: now(),
      organization: {
        id: organization,
        name: "St. Anne's",
        locale: "en",
        zone: "Europe/Lisbon",
        domains: ["annes.example"],
        recordShapes: [],
        sites: [],
      },
    }),
  );

const rowsOf = ({ store }: Office) =>
  store.transact((tx) => tx.selectFrom("template").selectAll().execute());

const shipped = (id: string): Template => {
  const template = shippedTemplates.find((one) => one.id === id);
  if (template === undefined) throw new Error(`No template ${id}`);
  return template;
};

/** Copies the weekly check-in, filled in like this. */
async function copies({ lee }: Office, filled: Parameters<Actor["fills"]>[0]): Promise<string> {
  await lee.types("/checkin templates");
  await lee.presses("Copy and edit");
  return lee.fills(filled);
}

const asks = (template: Template, say = en) => template.questions.map((one) => plain(one.ask(say)));

describe("the shipped templates", () => {
  it("are the whole catalogue", () => {
    expect(shippedTemplates.map(({ id }) => id)).toEqual([
      "weekly-checkin",
      "working-together",
      "ward-pulse-on-lab",
      "lab-pulse-on-wards",
      "speaking-up",
      "shift-end",
      "appreciation-climate",
      "strain",
      "round-feedback",
      "shadowing-before",
      "shadowing-after",
      "trust",
      "recommend",
    ]);
  });

  it("say in both languages that they are no validated instruments", () => {
    for (const { about } of shippedTemplates) {
      expect(about && plain(about(en))).toContain("not a validated instrument");
      expect(about && plain(about(de))).toContain("kein validiertes Instrument");
    }
  });

  it("keep the mood confidential where words are named", () => {
    const weekly = shipped("weekly-checkin");

    expect(weekly.sees).toBe("leads");
    expect(weekly.questions.map(({ id, confidential }) => [id, confidential])).toEqual([
      ["week", true],
      ["well", false],
      ["way", false],
      ["helped", false],
    ]);
    expect(hasSealed(weekly)).toBe(true);
  });

  it("name nobody and offer nothing where answers are confidential", () => {
    const sealed = shippedTemplates.filter(({ sees }) => sees === "groups");

    expect(sealed.length).toBeGreaterThan(5);
    for (const { questions } of sealed) {
      expect(questions.map(({ kind }) => kind)).not.toContain("people");
      expect(questions.every(({ becomes }) => becomes === null)).toBe(true);
    }
  });

  it("show strain only for groups of 10, with whom to call", () => {
    expect(shipped("strain")).toMatchObject({ least: 10, contacts: true });
  });

  it("tell whom to call wherever confidential words are written", () => {
    const written = shippedTemplates.filter(
      ({ sees, questions }) => sees === "groups" && questions.some(({ kind }) => kind === "text"),
    );

    expect(written.map(({ id, contacts }) => [id, contacts])).toEqual([
      ["ward-pulse-on-lab", true],
      ["lab-pulse-on-wards", true],
    ]);
  });

  it("ask about the unit by its name", () => {
    const [first] = shipped("working-together").questions;

    expect(first && plain(first.ask(en, [{ kind: "words", words: "4 West" }]))).toBe(
      "I can reach someone in 4 West who can help.",
    );
    expect(asks(shipped("working-together"))[0]).toBe(
      "I can reach someone in [unit] who can help.",
    );
  });

  it("are what they were after being written to a file and read back", () => {
    for (const template of shippedTemplates) {
      const file = fileOf(template);
      const read = readTemplate(JSON.parse(JSON.stringify(file)), emptyDirectory, today);
      if (read.kind === "mistakes") throw new Error(JSON.stringify(read.mistakes));

      expect(fileOf(templateOf(read.file, 0))).toEqual(file);
      expect(guard(typed(JSON.stringify(file)), emptyDirectory, { except: noSentence }).kind).toBe(
        "cleared",
      );
    }
  });
});

describe("a licensed instrument", () => {
  const licensed: Template = {
    ...shipped("trust"),
    licence: {
      owner: "A university",
      reference: "RC-7",
      expires: today,
      units: ["4 West", "Core Lab"],
    },
  };

  it("may be asked of its units until the day its licence expires", () => {
    expect(licenceRefusal(licensed, ["4 west", "Core Lab"], today)).toBeNull();
    expect(licenceRefusal(shipped("trust"), [null], "2099-01-01")).toBeNull();
  });

  it("is refused afterwards, and to others, with the reason", () => {
    const late = licenceRefusal(licensed, ["4 West"], "2026-03-19");
    const elsewhere = licenceRefusal(licensed, ["4 West", "Pharmacy", null], today);

    expect(late && plain(licenceLine(en, late))).toContain("ended on 2026-03-18");
    expect(elsewhere && plain(licenceLine(en, elsewhere))).toBe(
      "Its licence does not cover Pharmacy and not set.",
    );
  });
});

describe("templates in chat", () => {
  it("are listed with what they ask and who sees it; a member only looks", async ({ office }) => {
    const text = await office.ana.types("/checkin templates");

    expect(text).toContain("Weekly check-in");
    expect(text).toContain("4 questions. Words go to the lead of the unit, with names;");
    expect(text).toContain(
      "One question. Confidential: shown once, after the close, for groups of 10",
    );
    expect(text).toContain("[Look]");
    expect(text).not.toContain("[Copy and edit]");
  });

  it("show their questions to whoever looks, and the way back", async ({ office }) => {
    await office.ana.types("/checkin templates");

    const look = await office.ana.presses("Look");

    expect(look).toContain("1. How was your week? (five faces, confidential)");
    expect(look).toContain("4. Who helped you? (names)");
    expect(await office.ana.presses("All templates")).toContain("Working Together Map");
  });

  it("say to whoever may open one what there is to type for it", async ({ office }) => {
    const on = [
      {
        action: "checkins.template",
        label: [{ kind: "words", words: "look" }],
        value: { id: "ward-pulse-on-lab" },
      },
    ] as const;

    expect(await office.lee.presses("look", { on })).toContain(
      "To open it now: /checkin start ward-pulse-on-lab.",
    );
    expect(await office.ana.presses("look", { on })).not.toContain("/checkin start");
  });

  it("refuse a member who copies one all the same", async ({ office }) => {
    await office.lee.types("/checkin templates");
    await office.lee.presses("Copy and edit");
    const copy = [
      {
        action: "checkins.copyTemplate",
        label: [{ kind: "words", words: "x" }],
        value: { id: "trust" },
      },
    ] as const;

    const reply = await office.ana.presses("x", { on: copy });

    expect(reply).toContain("Lee Wong");
    expect(office.ana.last.kind).toBe("card");
  });

  it("are copied under a new name, their questions changed, left, and added to", async ({
    office,
  }) => {
    const saved = await copies(office, {
      text: {
        name: "Friday in the Core Lab",
        questions: [
          "How was your week? [mood]",
          "What was good this week? [words]",
          "What got in your way? [words]",
          "",
          "Who helped you? [people]",
          "Which shift was hardest? [choice: early, late, night]",
          "How busy was it? [1-5: quiet, far too much]",
          "The handover was calm. [agree]",
        ].join("\n"),
      },
      picked: { sees: ["leads"] },
    });

    expect(saved).toContain("Saved.");
    expect(saved).toContain("2. What was good this week? (words)");
    expect(saved).toContain("5. Which shift was hardest? (one of: early, late, night)");
    expect(saved).toContain("6. How busy was it? (1 quiet to 5 far too much)");
    const template = await inOffice(office, (work) => findTemplate(work, "friday-in-the-core-lab"));
    expect(template?.version).toBe(1);
    expect(template?.questions.map(({ id, becomes }) => [id, becomes])).toEqual([
      ["week", null],
      ["well", null],
      ["way", "request"],
      ["helped", "kudos"],
      ["q1", null],
      ["q2", null],
      ["q3", null],
    ]);
    expect(template?.questions[0]?.confidential).toBe(true);
    expect((await inOffice(office, listTemplates)).at(-1)?.id).toBe("friday-in-the-core-lab");
  });

  it("are edited in place, as a new version; the old one stays for rounds that began with it", async ({
    office,
  }) => {
    await copies(office, { text: { name: "Our week", questions: "How was it? [mood]" } });
    await office.lee.presses("Edit");

    await office.lee.fills({
      text: { name: "Our own week", questions: "How was it, all in all? [mood]" },
    });

    const [newest, first] = await inOffice(office, (work) =>
      Promise.all([findTemplate(work, "our-week"), findTemplate(work, "our-week", 1)]),
    );
    expect(newest && [newest.version, asks(newest)]).toEqual([2, ["How was it, all in all?"]]);
    expect(newest?.questions[0]?.id).toBe("week");
    expect(first && asks(first)).toEqual(["How was it?"]);
  });

  it("lose their offers and names with the names of those who answer", async ({ office }) => {
    const lines = ["What got in your way? [words]", "Who helped you? [people]"];
    const fill = (questions: string) =>
      copies(office, { text: { name: "Safe week", questions }, picked: { sees: ["groups"] } });

    expect(await fill(lines.join("\n"))).toBe(
      "questions: Line 2: asks for people; where answers are confidential, nobody is named",
    );
    expect(await fill(lines[0] ?? "")).toContain("Whom to call now stands beside it.");
    const template = await inOffice(office, (work) => findTemplate(work, "safe-week"));
    expect(template?.questions).toMatchObject([{ id: "way", becomes: null, hint: null }]);
  });

  it("never keep a patient's details in a question, an option or a name", async ({ office }) => {
    const fill = (name: string, questions: string) => copies(office, { text: { name, questions } });

    const asked = await fill("Case", "How was it?\nWhat did you learn from MRN 00482913? [words]");
    const option = await fill("Case", "Which one? [choice: MRN 00482913, another]");
    const named = await fill("MRN 00482913", "How was it?");

    expect(asked).toMatch(/^questions: Line 2: Not kept: this looks like/);
    expect(option).toMatch(/^questions: Line 1: Not kept/);
    expect(named).toMatch(/^name: Not kept/);
    expect(`${asked}${option}${named}`).not.toContain("0048");
    expect(await rowsOf(office)).toEqual([]);
    expect(office.events.filter(({ kind }) => kind === "guarded")).toHaveLength(3);
  });

  it("refuse an identifier that is spread over two questions", async ({ office }) => {
    const reply = await copies(office, {
      text: { name: "Spread", questions: "Which one? [choice: MRN, 00482913]" },
    });

    expect(reply).toContain("questions: ");
    expect(await rowsOf(office)).toEqual([]);
  });

  it.for([
    { questions: "", says: "Please ask at least one question." },
    { questions: "How? [stars]", says: "Line 1: I don't know what stands in the brackets." },
    { questions: "How?\n[mood]", says: "Line 2: the question itself is missing." },
    { questions: "How?\nHow much? [5-1]", says: "Line 2: doesn't fit the scale" },
    { questions: "Which? [choice: one]", says: "Line 1: has too few entries" },
    { questions: "Which? [choice: one, one]", says: "Line 1: stands there twice" },
    { questions: "In {unit}?", says: "Line 1: has a place for a unit" },
    { questions: "a\n".repeat(21), says: "has too many entries: at most 20" },
  ])(
    "say under the field what is wrong with “$questions”",
    async ({ questions, says }, { office }) => {
      const reply = await copies(office, { text: { name: "Mine", questions } });

      expect(reply).toMatch(/^questions: /);
      expect(reply).toContain(says);
    },
  );

  it("want a name that nobody else has", async ({ office }) => {
    expect(await copies(office, { text: { name: "strain", questions: "How?" } })).toContain(
      "name: There is a template of that name already.",
    );
    expect(await copies(office, { text: { name: "🙂", questions: "How?" } })).toContain(
      "name: Please give it a name with letters in it",
    );
  });
});
