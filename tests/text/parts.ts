/** What a message is made of, read from its source. */
import { IntlMessageFormat } from "intl-messageformat";

import type { Values } from "../../src/text/message.ts";

export interface Parts {
  /** Every value it takes. */
  readonly takes: ReadonlySet<string>;
  /** Those that are shown; the others only decide which words stand there. */
  readonly shows: ReadonlySet<string>;
  /** Values that count, and so decide between singular and plural. */
  readonly counts: ReadonlySet<string>;
  /** Values that are one of a few words, with the words: "per" → "day", "week", "other". */
  readonly cases: ReadonlyMap<string, readonly string[]>;
  /** What it shows as something to type. */
  readonly typed: readonly string[];
}

export function readParts(source: string): Parts {
  const takes = new Set<string>();
  const shows = new Set<string>();
  const counts = new Set<string>();
  const cases = new Map<string, readonly string[]>();
  const typed: string[] = [];

  const read = (parts: Ast, counted: string): void => {
    for (const part of parts) {
      if ("children" in part) {
        if (part.value === "c") typed.push(part.children.map(literal).join(""));
        read(part.children, counted);
      } else if ("options" in part) {
        takes.add(part.value);
        const plural = "pluralType" in part;
        if (plural) counts.add(part.value);
        else cases.set(part.value, Object.keys(part.options).sort());
        for (const option of Object.values(part.options)) {
          read(option.value, plural ? part.value : counted);
        }
      } else if (!("value" in part)) {
        shows.add(counted);
      } else if (part.type !== literalType) {
        takes.add(part.value);
        shows.add(part.value);
      }
    }
  };
  read(parse(source), "");
  return { takes, shows, counts, cases, typed };
}

/** Values to try a message with: every case, and numbers that languages tell apart. */
export function valuesFor(source: string): Values[] {
  const { takes, counts, cases } = readParts(source);
  return [...takes].reduce<Values[]>(
    (tried, name) => {
      const samples = counts.has(name) ? [0, 1, 2, 21] : (cases.get(name) ?? ["Ana & <Ben>"]);
      return tried.flatMap((values) => samples.map((sample) => ({ ...values, [name]: sample })));
    },
    [{}],
  );
}

function parse(source: string): Ast {
  try {
    return new IntlMessageFormat(source, "en").getAst();
  } catch (cause) {
    throw new Error(`No message: ${source}`, { cause });
  }
}

type Ast = ReturnType<IntlMessageFormat["getAst"]>;
const literalType = 0;

const literal = (part: Ast[number]): string => ("value" in part ? String(part.value) : "#");
