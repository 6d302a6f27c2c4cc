/** Labelled texts, and what the guard says of them. */
import { readFileSync } from "node:fs";

import { type Directory, emptyDirectory, knowing } from "../../src/privacy/phi/directory.ts";
import { foldedName, guard, type Verdict } from "../../src/privacy/phi/guard.ts";
import type { RuleName } from "../../src/privacy/phi/rules.ts";
import { typed } from "../../src/privacy/typed.ts";

export interface Labelled {
  readonly text: string;
  /** Of the identifiers in it; none: clean. */
  readonly types: readonly string[];
  /** The text with identifiers of this type alone; undefined where it can't be had. */
  only(type: string): string | undefined;
}

export type Guarded = Verdict["kind"];

/** Of a hospital none of whose people are entered yet. */
export const unstaffed: Directory = {
  ...emptyDirectory,
  domains: ["mercy.example", "stmarys.example"],
};

export const judgeFor = (
  text: string,
  directory: Directory,
  except: readonly RuleName[] = [],
): Guarded => guard(typed(text), directory, { except }).kind;

const read = (name: string): string =>
  readFileSync(new URL(`../fixtures/phi/${name}`, import.meta.url), "utf8");

const linesOf = (name: string): string[] => read(name).trim().split("\n");

/** The people of a hospital, one a line. */
export function staffedBy(name: string): Directory {
  const names = linesOf(name).map((line) => foldedName(typed(line)));
  return { ...unstaffed, knows: knowing(names), isStaffed: true };
}

const setOf = (hospital: string) => ({
  hospital,
  texts: `${hospital}.jsonl`,
  staff: `${hospital}-staff.txt`,
});

/** Hospitals of whose messages the rules were written, and from which the reading of a text is learnt. */
export const taught = [
  "wards",
  "floors",
  "mersey",
  "rockies",
  "regions",
  "teaching",
  "north",
  "laboratory",
  "acute",
  "children",
  "midlands",
  "rural",
  "women",
  "general",
  "scotland",
  "safetynet",
  "group",
  "district",
  "prairies",
  "hospices",
  "theatres",
  "county",
  "yorkshire",
  "oncology",
  "boston",
  "westcountry",
  "south",
  "london",
  "tasman",
  "pacific",
].map(setOf);

/** Hospitals whose messages nobody reads: for measuring alone. */
export const heldOut = ["cheshire", "trent", "sunbelt", "capital"].map(setOf);

export function readThanks(name: string): Labelled[] {
  return linesOf(name).map((line) => {
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
