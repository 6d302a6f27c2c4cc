/** Reads what was typed after /kudos: whom, for what, which values, how many points. Pure; what it can't place stays reason. */
import type { Word } from "../chat/inbound.ts";
import { reveal, type Typed, typed } from "../privacy/typed.ts";
import { tagOf } from "./value.ts";

export interface KudosWords {
  readonly accounts: readonly string[];
  /** Names written without a mention: "Ben Okafor and Mia for …". */
  readonly names: readonly string[];
  /** Tags that are values here; they are taken out of the reason. */
  readonly tags: readonly string[];
  /** How many other #tags were written: they stay in the reason. */
  readonly unknownTags: number;
  readonly points: number | null;
  readonly reason: Typed;
}

const between = /\s*(?:,|&|\+|\band\b|\bund\b)\s*/iu;
/** A name, as people write one after /kudos: one to four words, no digits. */
const nameLike = /^@?\p{L}[\p{L}.'’-]*(?:\s+\p{L}[\p{L}.'’-]*){0,3}$/u;
const tag = /(^|\s)#(\p{L}[\p{L}\p{N}_-]{0,40})/gu;
/** "/kudos @ana for" says nothing yet. */
const bareLead = /^(?:for|für|because|weil|wegen)$/iu;
const leadingPoints = /^(?:\+\s?)?(\d{1,3})(?=\s|$)/u;

/** `takesPoints`: whether a number before the reason means points (where more than one may be given). */
export function readKudos(
  words: readonly Word[],
  here: { readonly takesPoints: boolean; readonly tags: ReadonlySet<string> },
): KudosWords {
  const accounts: string[] = [];
  const texts: string[] = [];
  for (const word of words) {
    switch (word.kind) {
      case "account":
        accounts.push(word.externalId);
        break;
      case "group":
        accounts.push(...word.members);
        break;
      case "text":
        texts.push(reveal(word.text));
        break;
    }
  }
  const named = accounts.length > 0;
  // Between two mentions people write "and" or a comma; only what stands after the last one is the reason.
  const pieces = named ? texts.filter((text) => !isJoint(text)) : texts;
  const written = pieces.join(" ").trim();
  const { names, rest } = named ? { names: [], rest: written } : splitNames(written);

  const tags = [...rest.matchAll(tag)].map((match) => tagOf(match[2] ?? ""));
  const known = tags.filter((one) => here.tags.has(one));
  let reason = rest
    .replaceAll(tag, (whole, before: string, name: string) =>
      here.tags.has(tagOf(name)) ? before : whole,
    )
    .replaceAll(/[^\S\n]+/g, " ").trim();
  let points: number | null = null;
  const counted = here.takesPoints ? leadingPoints.exec(reason) : null;
  if (counted !== null) {
    points = Number(counted[1]);
    reason = reason.slice(counted[0].length).trim();
  }
  return {
    accounts: [...new Set(accounts)],
    names,
    tags: [...new Set(known)],
    unknownTags: tags.length - known.length,
    points,
    reason: typed(bareLead.test(reason) ? "" : reason),
  };
}

const isJoint = (text: string): boolean => /^(?:,|&|\+|and|und)$/iu.test(text.trim());

/** "Ben and Mia for the calm handover" → the two names and "for the calm handover"; otherwise it is all reason. */
function splitNames(written: string): { names: readonly string[]; rest: string } {
  const lead = /\s(?:for|für|because|weil|wegen)\s/iu.exec(written);
  const before = lead === null ? (written.startsWith("@") ? written : "") : written.slice(0, lead.index);
  const names = before.split(between).filter(Boolean);
  if (names.length === 0 || names.length > 20 || !names.every((name) => nameLike.test(name))) {
    return { names: [], rest: written };
  }
  return {
    names: names.map((name) => name.replace(/^@/, "")),
    rest: lead === null ? "" : written.slice(lead.index).trim(),
  };
}
