/** Labelled texts, and what the guard says of them where nobody's name is known to it. */
import { readFileSync } from "node:fs";

import { emptyDirectory } from "../../src/privacy/phi/directory.ts";
import { guard, type Verdict } from "../../src/privacy/phi/guard.ts";
import { typed } from "../../src/privacy/typed.ts";

export interface Labelled {
  readonly text: string;
  /** Of the identifiers in it; none: clean. */
  readonly types: readonly string[];
  /** The text with identifiers of this type alone; undefined where it can't be had. */
  only(type: string): string | undefined;
}

export type Guarded = Verdict["kind"];

const hospital = { ...emptyDirectory, domains: ["mercy.example", "stmarys.example"] };
export const judgeFor = (text: string): Guarded => guard(typed(text), hospital).kind;

const read = (name: string): string =>
  readFileSync(new URL(`../fixtures/phi/${name}`, import.meta.url), "utf8");

export function readThanks(name: string): Labelled[] {
  return read(name)
    .trim()
    .split("\n")
    .map((line) => {
      const { text, types } = JSON.parse(line) as { text: string; types: string[] };
      return { text, types, only: () => (types.length === 1 ? text : undefined) };
    });
}

export function readAsq(name: string): Labelled[] {
  return read(name)
    .split("===QUERY===")
    .slice(1)
    .map((part) => {
      const [text = "", tags = ""] = part.split("===PHI_TAGS===").map((half) => half.trim());
      const found = tags
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { identifier_type: string; value: string });
      return {
        text,
        types: [...new Set(found.map(({ identifier_type }) => identifier_type))],
        only: (type) =>
          found
            .filter(({ identifier_type, value }) => identifier_type !== type && value !== "")
            .reduce((left, { value }) => left.replaceAll(value, ""), text),
      };
    });
}
