import { readdirSync, readFileSync } from "node:fs";
import { format, inspect } from "node:util";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { reveal, typed, typedLength } from "../../src/privacy/typed.ts";

/** Who may see the words, and what for. Everybody else passes them on unread. */
const mayReveal: Readonly<Record<string, string>> = {
  "src/privacy/phi/guard.ts": "judges them",
  "src/privacy/asking.ts": "tells their author what the guard saw in them",
  "src/router.ts": "looks for a command's name in them",
  "src/people/search.ts": "looks for a colleague by them",
  "src/recognition/values/search.ts": "looks for a value by them",
  "adapters/teams/inbound.ts": "looks for a command's name in them",
  "src/leaderboards/words.ts": "looks for a board and a period in them",
  "src/checkins/schedules/typedWords.ts": "reads a rhythm, or what to start and whom to ask",
  "src/people/linking/words.ts": "reads a one-time code in them",
  "src/recognition/words.ts": "tells names and points from the reason",
  "src/recognition/command.ts": "looks for a # in them",
  "src/recognition/draft.ts": "packs them into their author's own card, and unpacks them",
  "src/recognition/problem.ts": "gives masked words back to their author",
  "src/recognition/setup/rules.ts": "reads a number or an emoji's name in them",
  "src/checkins/templates/lines.ts": "tells a question from how it is answered",
  "src/recognition/setup/values.ts": "tells a value's emoji from its name",
  "src/index.ts": "hands it to the adapters, which draw a form again with what was typed",
  "adapters/slack/forms.ts": "draws a form again with what was typed",
  "adapters/slack/cards.ts": "gives refused words back to their author",
  "adapters/sandbox/views/forms.ts": "draws a form again with what was typed",
  "adapters/teams/forms.ts": "draws a form again with what was typed",
};

const secret = "MRN 00482913 belongs to Mr John Doe";

describe("typed text", () => {
  it("never shows its words in a log, a template, a JSON body or an error", () => {
    const text = typed(secret);
    const shown = [
      `${text}`,
      String(text),
      `${text}`.concat(text.toString()),
      JSON.stringify({ text, list: [text] }),
      inspect(text),
      inspect({ deep: { text } }, { depth: 9, showHidden: true }),
      format("%s %o %O %j", text, text, text, text),
      JSON.stringify(Object.entries(text)),
      inspect(Reflect.ownKeys(text).map((key) => Reflect.get(text, key))),
      inspect({ ...text }),
      new Error(`could not read ${text}`).message,
    ].join("\n");

    expect(shown).toContain("[typed text]");
    expect(shown).not.toMatch(/0048|Doe|belongs/);
  });

  it("never shows them, whatever they are", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (words) => {
        const text = typed(words);
        expect([`${text}`, inspect(text), JSON.stringify(text)]).toEqual([
          "[typed text]",
          "[typed text]",
          '"[typed text]"',
        ]);
        expect(reveal(text)).toBe(words);
        expect(typedLength(text)).toBe(words.length);
      }),
    );
  });

  it("is not a string to the compiler either", () => {
    // @ts-expect-error a string is what it must not be
    const text: string = typed(secret);

    expect(typeof text).toBe("object");
  });

  it("refuses to reveal a copy", () => {
    expect(() => reveal({ ...typed(secret) })).toThrow("only typed()");
  });

  it("is revealed in the few files that need the words", () => {
    const revealing = sources(["src", "adapters"])
      .filter(({ path, code }) => path !== "src/privacy/typed.ts" && /\breveal\b/.test(code))
      .map(({ path }) => path);

    expect(revealing).toContain("src/privacy/phi/guard.ts");
    expect(revealing.filter((path) => !(path in mayReveal))).toEqual([]);
  });
});

describe("cleared text", () => {
  it("is made in one place", () => {
    const making = sources(["src", "adapters", "migrations"])
      .filter(({ code }) => /\bas\s+Cleared\b|<Cleared>\s*[\w("'`]/.test(code))
      .map(({ path }) => path);

    expect(making).toEqual(["src/privacy/phi/guard.ts"]);
  });
});

/** Every program file below the folders, its line comments gone. */
function sources(folders: readonly string[]) {
  const root = new URL("../../", import.meta.url);
  return folders.flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `${folder}/${name}`)
      .map((path) => ({
        path,
        code: readFileSync(new URL(path, root), "utf8").replaceAll(
          /\/\/.*$|\/\*[\s\S]*?\*\//gm,
          "",
        ),
      })),
  );
}
