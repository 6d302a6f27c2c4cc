/** Reads what was typed after /kudos: whom, for what, which values, how many points. Pure; what it can't place stays reason. */
import { assertNever } from "../assert.ts";
import type { Word } from "../chat/inbound.ts";
import { reveal, type Typed, typed } from "../privacy/typed.ts";
import { mostReceivers } from "./recognition.ts";
import { tagOf } from "./value.ts";

export interface KudosWords {
  readonly accounts: readonly string[];
  /** Of the groups that were named, without those named themselves. */
  readonly members: readonly string[];
  /** Names written without a mention: "Ben Okafor and Mia for …", "@ben and Mia for …". */
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
/** "3 for …", "2 points for …", "+2 …". "24 hours without a break" is a reason. */
const leadingPoints =
  /^(?:\+\s?(\d{1,3})(?=\s|$)|(\d{1,3})(?:\s+(?:points?|punkte?))?(?=\s*$|\s+(?:for|für|because|weil|wegen)\s))/iu;
/** What joins one name to the next, and is no word of the reason. */
const joint = /^(?:,|&|\+|and|und)$/iu;
const leadingComma = /^,[\s,]*(?=\S)/u;
/** "@ben and Mia Lund for …": names go on after a mention, each with a capital. */
const goesOn = /^(?:&|\+|and|und)\s+/iu;
const capital = /^\p{Lu}/u;

/** `takesPoints`: whether a number before the reason means points (where more than one may be given). */
export function readKudos(
  words: readonly Word[],
  here: { readonly takesPoints: boolean; readonly tags: ReadonlySet<string> },
): KudosWords {
  const accounts = new Set<string>();
  const members = new Set<string>();
  const texts: string[] = [];
  for (const word of words) {
    switch (word.kind) {
      case "account":
        accounts.add(word.externalId);
        break;
      case "group":
        for (const member of word.members) members.add(member);
        break;
      case "text":
        texts.push(reveal(word.text));
        break;
      case "channel":
        texts.push(`#${word.name}`);
        break;
      default:
        return assertNever(word);
    }
  }
  const isNamed = accounts.size + members.size > 0;
  // Between two mentions people write "and" or a comma; only what stands after the last one is the reason.
  const written = (isNamed ? texts.filter((text) => !joint.test(text.trim())) : texts)
    .join(" ")
    .trim();
  const { names, rest } = isNamed ? splitMore(written) : splitNames(written);

  const tags = [...rest.matchAll(tag)].map((match) => tagOf(match[2] ?? ""));
  const known = tags.filter((one) => here.tags.has(one));
  let reason = rest
    .replaceAll(tag, (whole, before: string, name: string) =>
      here.tags.has(tagOf(name)) ? before : whole,
    )
    .replaceAll(/[^\S\n]+/g, " ")
    .trim();
  let points: number | null = null;
  const counted = here.takesPoints ? leadingPoints.exec(reason) : null;
  if (counted !== null) {
    points = Number(counted[1] ?? counted[2]);
    reason = reason.slice(counted[0].length).trim();
  }
  return {
    accounts: [...accounts],
    members: [...members].filter((member) => !accounts.has(member)),
    names,
    tags: [...new Set(known)],
    unknownTags: tags.length - known.length,
    points,
    reason: typed(bareLead.test(reason) ? "" : reason),
  };
}

interface Split {
  readonly names: readonly string[];
  readonly rest: string;
}

const lead = /\s(?:for|für|because|weil|wegen)\s/iu;

/** "Ben and Mia for the calm handover" → the two names and "for the calm handover"; otherwise it is all reason. */
function splitNames(written: string): Split {
  const found = lead.exec(written);
  const before =
    found === null ? (written.startsWith("@") ? written : "") : written.slice(0, found.index);
  const names = namesIn(before);
  if (names.length === 0) return { names: [], rest: written };
  return { names, rest: found === null ? "" : written.slice(found.index).trim() };
}

/** After a mention: "and Mia Lund for the calm handover" → her name and the rest; otherwise it is all reason. */
function splitMore(written: string): Split {
  const rest = written.replace(leadingComma, "");
  const found = lead.exec(rest);
  const start = goesOn.exec(rest)?.[0].length ?? 0;
  if (found === null || (start === 0 && !rest.startsWith("@"))) return { names: [], rest };
  const names = namesIn(rest.slice(start, found.index));
  const areMeant = rest.startsWith("@") || names.every((name) => capital.test(name));
  if (names.length === 0 || !areMeant) return { names: [], rest };
  return { names, rest: rest.slice(found.index).trim() };
}

function namesIn(written: string): string[] {
  const names = written.split(between).filter(Boolean);
  const areNames = names.length <= mostReceivers && names.every((name) => nameLike.test(name));
  return areNames ? names.map((name) => name.replace(/^@/, "")) : [];
}
