import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, it as plainly } from "vitest";
import { z } from "zod";

import { runCommand } from "../../adapters/cli/cli.ts";
import { fileForm } from "../../src/checkins/templates/file.ts";
import { shippedTemplates } from "../../src/checkins/templates/shipped/index.ts";
import { features } from "../../src/features.ts";
import { it, type Office } from "../support/office.ts";

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command line in a folder of its own, on the office's database. */
async function inFolder(
  office: Office,
  act: (
    run: (...words: string[]) => Promise<Ended>,
    write: (yaml: string) => string,
  ) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "rapport-templates-"));
  const file = join(folder, "template.yaml");
  try {
    await act(
      async (...words) => {
        const told = { out: "", err: "" };
        const code = await runCommand(words, {
          out: (text) => (told.out += text),
          complain: (text) => (told.err += text),
          features,
          clock: office.now,
          open: async () => ({ store: office.store, applied: [], close: async () => undefined }),
          keys: { list: () => [], add: () => [] },
          backup: async () => "not SQLite",
          packTeamsApp: async () => ({ missing: [] }),
        });
        return { ...told, code, err: told.err.replaceAll(folder, "") };
      },
      (yaml) => {
        writeFileSync(file, yaml);
        return file;
      },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const good = `id: night-check
languages: [en, de]
name: { en: Night check, de: Nachtfrage }
sees: leads
kind: checkin
every: week
questions:
  - id: calm
    kind: yesNo
    ask:
      en: Was the night calm?
      de: War die Nacht ruhig?
  - id: why
    kind: text
    ask: { en: What made it hard?, de: Was machte sie schwer? }
    most: 300
    follows: { question: calm, answers: ["partly", "no"] }
`;

const kept = ({ store }: Office) =>
  store.transact((tx) =>
    tx.selectFrom("template").select(["template_id", "version", "made_by"]).execute(),
  );

describe("a template's file", () => {
  it("is checked and imported, a new version each time", async ({ office }) => {
    await inFolder(office, async (run, write) => {
      const file = write(good);

      expect(await run("template", "check", file)).toMatchObject({
        code: 0,
        out: expect.stringContaining("can be imported, as night-check."),
      });
      expect(await kept(office)).toEqual([]);
      expect((await run("template", "import", file)).out).toBe(
        "Imported night-check, version 1.\n",
      );
      expect((await run("template", "import", file)).out).toBe(
        "Imported night-check, version 2.\n",
      );
      expect(await kept(office)).toMatchObject([
        { template_id: "night-check", version: 1, made_by: null },
        { template_id: "night-check", version: 2 },
      ]);
      expect(await office.ana.types("/checkin templates")).toContain("Night check");
    });
  });

  it("comes out as it went in, of shipped templates too, in both languages", async ({ office }) => {
    await inFolder(office, async (run, write) => {
      await run("template", "import", write(good));
      for (const id of ["night-check", ...shippedTemplates.map((one) => one.id)]) {
        const { out, code } = await run("template", "export", id);
        expect([code, out]).toEqual([0, expect.stringMatching(/^id: .*\n(.*\n)+ {2}de: /)]);

        const again = await run("template", "import", write(out));

        expect(again).toMatchObject({ code: 0, err: "" });
        expect((await run("template", "export", id)).out).toBe(out);
      }
    });
  });

  it("stands in a shipped template's place under its id, and the shipped one is not lost", async ({
    office,
  }) => {
    await inFolder(office, async (run, write) => {
      await run("template", "import", write(good.replace("night-check", "trust")));

      const list = await office.ana.types("/checkin templates");

      expect(list).toContain("Night check");
      expect(list).not.toContain("Trust in this check-in");
    });
  });

  it("is refused with every mistake's line and column, and nothing is kept of it", async ({
    office,
  }) => {
    await inFolder(office, async (run, write) => {
      const file = write(`id: night-check
languages: [en]
name: { en: Night check }
sees: leads
kind: checkin
every: week
least: 3
colour: red
questions:
  - id: calm
    kind: stars
    ask: { en: How many stars? }
  - id: why
    kind: text
    ask: { en: "" }
`);

      const { code, out, err } = await run("template", "import", file);

      expect([code, out]).toEqual([65, ""]);
      expect(err.split("\n")).toEqual([
        "/template.yaml:7:1 least must be 5 or more",
        "/template.yaml:8:1 the file has a key that templates don't have",
        "/template.yaml:11:5 questions[1].kind is no kind of question I know. Kinds: scale, choice, yesNo, mood, text, people",
        "/template.yaml:13:5 questions[2].most is missing",
        "/template.yaml:15:12 questions[2].ask.en is empty",
        "Nothing was imported.",
        "",
      ]);
      expect(await kept(office)).toEqual([]);
    });
  });

  it.for<{ title: string; change: readonly string[]; says: string }>([
    {
      title: "an id that stands there twice",
      change: ["id: why", "id: calm"],
      says: ":13:5 questions[2].id stands there twice",
    },
    {
      title: "a text without its translation",
      change: ["      de: War die Nacht ruhig?\n", ""],
      says: ":10:5 questions[1].ask has no German text, and the template says it is in German",
    },
    {
      title: "a text in a language it doesn't declare",
      change: ["languages: [en, de]", "languages: [en]"],
      says: ":3:26 name.de is in a language that the template doesn't name",
    },
    {
      title: "a question that follows none that is there",
      change: ["question: calm", "question: quiet"],
      says: ":17:16 questions[2].follows.question follows a question that isn't there",
    },
    {
      title: "a question that follows itself or a later one",
      change: ["question: calm", "question: why"],
      says: "follows a question that comes later; it must stand above",
    },
    {
      title: "a question that follows an answer nobody can give",
      change: ['"partly"', '"perhaps"'],
      says: "questions[2].follows.answers[1] is no answer to the question it follows",
    },
    {
      title: "names asked for in a confidential template",
      change: [
        "sees: leads",
        "sees: groups",
        "kind: text\n    ask: { en: What made it hard?, de: Was machte sie schwer? }\n    most: 300",
        "kind: people\n    ask: { en: Who helped?, de: Wer half? }\n    becomes: kudos\n    most: 3",
      ],
      says: "questions[2].kind asks for people; where answers are confidential, nobody is named",
    },
    {
      title: "an offer in a confidential template",
      change: ["sees: leads", "sees: groups", "most: 300", "most: 300\n    becomes: request"],
      says: ":17:5 questions[2].becomes would become a request or a thanks",
    },
    {
      title: "a group of fewer than five",
      change: ["sees: leads", "sees: leads\nleast: 4"],
      says: ":5:1 least must be 5 or more",
    },
    {
      title: "a licensed instrument without its licence",
      change: ["sees: leads", "sees: leads\ninstrument: licensed"],
      says: "licence is missing: a licensed instrument needs owner, reference, expires and units",
    },
    {
      title: "a licence without owner, reference or units",
      change: [
        "sees: leads",
        "sees: leads\ninstrument: licensed\nlicence: { expires: 2027-01-01 }",
      ],
      says: "licence.owner is missing",
    },
    {
      title: "a licence that has expired",
      change: [
        "sees: leads",
        "sees: leads\nlicence: { owner: A university, reference: RC-7, expires: 2026-03-17, units: [4 West] }",
      ],
      says: ":5:50 licence.expires has expired, so this instrument can't be asked",
    },
    {
      title: "a patient's details in a question",
      change: ["Was the night calm?", "How was MRN 00482913?"],
      says: ":11:7 questions[1].ask.en looks like a patient's record number; please write it without",
    },
    {
      title: "a patient's details in a key",
      change: ["sees: leads", "sees: leads\nMRN 00482913: true"],
      says: ":5:1 the file has a key that templates don't have",
    },
    {
      title: "an identifier spread over two texts",
      change: ["en: Night check, de: Nachtfrage", 'en: Our MRN, de: "482000"'],
      says: ":1:1 the file looks like a patient's record number",
    },
    { title: "what is no YAML", change: ["id: why", "id: why: 00482913"], says: ":13:9 " },
    {
      title: "a key that stands there twice",
      change: ["sees: leads", "id: x"],
      says: ":4:1 a key stands there twice",
    },
    {
      title: "an alias",
      change: ["name: {", "name: &n {", "sees:", "about: *n\nsees:"],
      says: ":1:1 the file uses aliases",
    },
  ])("is refused for $title", async ({ change, says }, { office }) => {
    await inFolder(office, async (run, write) => {
      const [from = "", to = "", alsoFrom = "", alsoTo = ""] = change;
      const wrong = good.replace(from, to).replace(alsoFrom, alsoTo);
      expect(wrong).not.toBe(good);

      const { code, out, err } = await run("template", "import", write(wrong));

      expect([code, out]).toEqual([65, ""]);
      expect(err).toContain(says);
      expect(err).not.toContain("0048");
      expect(await kept(office)).toEqual([]);
    });
  });

  it("says what isn't there", async ({ office }) => {
    await inFolder(office, async (run) => {
      expect(await run("template", "export", "nps")).toMatchObject({
        code: 66,
        err: "nps is not a template.\n",
      });
      expect((await run("template", "check", "/nowhere/at/all.yaml")).code).toBe(66);
    });
  });
});

describe("the schema that editors complete templates with", () => {
  plainly("is that of the form; `npx vitest run -u` of this file writes it anew", async () => {
    const form = fileForm((most) => z.string().min(1).max(most));
    const schema = z.toJSONSchema(form, { io: "input" });
    const shown = { ...schema, title: "A check-in's template in Rapport" };

    await expect(`${JSON.stringify(shown, null, 2)}\n`).toMatchFileSnapshot(
      "../../docs/template.schema.json",
    );
  });
});
