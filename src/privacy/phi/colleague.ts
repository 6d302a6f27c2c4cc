/** What says of a name that it is a colleague's: they are thanked, introduced by what they do, or begin the story. */
import { afterTitle, type Name } from "./names.ts";
import type { Token } from "./tokens.ts";
import { clinicalWords } from "./words/clinical.ts";
import { givenNames } from "./words/given.ts";
import {
  between,
  careers,
  occasions,
  patientWords,
  roles,
  thanking,
  titles,
  workplaces,
  workVerbs,
} from "./words/roles.ts";

/** "Dr. Smith", "porter Phil"; titles have a rule of their own, and a Chief may be one of a people. */
export const isIntroduction = (before: Token, name: Token | undefined): boolean =>
  ((roles.has(before.word) && before.word !== "chief") ||
    (titles.has(before.word) && !before.shouted && (before.capital || before.word !== "miss"))) &&
  name !== undefined &&
  afterTitle.test(name.gap);

/** Introduced after the name: "Mr Khan, our porter", "Gareth in IT", "Val in the discharge lounge". */
export function worksHere(
  tokens: readonly Token[],
  name: Name,
  places: ReadonlySet<string> = workplaces,
): boolean {
  if (isIntroducedAsNew(tokens, name.from)) return true;
  // "Kaya's big sister", "Bronwyn's chair": neither is her work.
  if (name.possessive) return false;
  let placed = false;
  for (let at = name.to + 1; at <= name.to + 5; at += 1) {
    const token = tokens[at];
    if (token === undefined || !(at === name.to + 1 ? /^,? \(?$/ : /^ $/).test(token.gap))
      return false;
    if (roles.has(token.word) && token.word !== "ate")
      return tokens[at + 1]?.word !== "of" || token.word !== "resident";
    if (at === name.to + 1 && token.gap.includes("(") && workplaces.has(token.word)) return true;
    if (placed && (places.has(token.word) || (isUnit(token) && places === workplaces))) return true;
    if (placesOf.has(token.word)) placed = true;
    else if (!introducing.has(token.word) && !(placed && isUnitsPart(token))) return false;
  }
  return false;
}

/** "Gareth in IT"; but not "down before her MRI". */
const isUnit = ({ shouted, word }: Token): boolean =>
  shouted && /^[^\d]{2,}$/.test(word) && !clinicalWords.has(word);

/** "from the night team", "in Corporate Services". */
const isUnitsPart = ({ capital, word }: Token): boolean =>
  capital ||
  [
    "night",
    "day",
    "early",
    "late",
    "agency",
    "community",
    "staffing",
    "temp",
    "locum",
    "cleaning",
    "security",
  ].includes(word);

const placesOf = new Set(["in", "from", "at", "of", "on", "down", "over"]);
const introducing = new Set(
  "the our a an my new lovely up your who is one big wonderful their great brilliant fantastic".split(
    " ",
  ),
);

/** Back over small words, roles and other names to a word of thanks. */
export function isThanked(tokens: readonly Token[], from: number): boolean {
  let isFor = false;
  for (let at = from - 1; at >= 0 && from - at <= 14; at -= 1) {
    const token = tokens[at];
    const after = tokens[at + 1];
    if (token === undefined || after === undefined) return false;
    if (after.first && /[.;?]/.test(after.gap) && !after.gap.includes(":")) return false;
    if (token.word === "dear" && /^(?:our|the|my|a)$/.test(tokens[at - 1]?.word ?? ""))
      return false;
    if (thanking.has(token.word)) return !token.possessive && !isGiver(tokens, from);
    // "Thanks to HR's Pippa Lang"
    if (token.possessive && !workplaces.has(token.word)) return false;
    // "Thanks Ana for Mrs Doe": what comes after the "for" is not who is thanked.
    if (token.word === "for") isFor = true;
    else if (isFor && token.capital && !between.has(token.word) && !token.first) return false;
    if (workplaces.has(token.word) && token.possessive) continue;
    if (between.has(token.word) || roles.has(token.word) || titles.has(token.word)) continue;
    // "PA Noelle Vance"; but not "catch on the INR for"
    if (!token.capital && !(token.shouted && at === from - 1)) return false;
  }
  return false;
}

/** "a hug from Mrs Chatterjee". */
const isGiver = (tokens: readonly Token[], from: number): boolean =>
  tokens[from - 1]?.word === "from" && given.has(tokens[from - 2]?.word ?? "");
const given = new Set(
  "hug hugs card cards flowers letter letters note cake kiss you u love regards wishes".split(" "),
);

/** It begins the sentence, alone or with others, and so does something: colleagues mostly. */
export function isSubject(tokens: readonly Token[], name: Name): boolean {
  for (let at = name.from; at >= 0 && name.from - at <= 8; at -= 1) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (token.first) return true;
    const before = tokens[at - 1];
    if (before === undefined) return true;
    if (!before.capital && !between.has(before.word) && !roles.has(before.word)) return false;
  }
  return false;
}

/** "Thanks Tom, Mrs Doe got it in time": after the comma something else is told, of somebody else. */
export function beginsAnew(tokens: readonly Token[], name: Name, mark: number): boolean {
  const next = tokens[name.to + 1];
  return (
    tokens[mark]?.gap.includes(",") === true &&
    next?.gap === " " &&
    !["and", "for", "who", "from", "in"].includes(next.word)
  );
}

/** "Three cheers for OT: Mr Lam can use his spoon". */
export function beginsClause(tokens: readonly Token[], name: Name, mark: number): boolean {
  const next = tokens[name.to + 1];
  return (
    tokens[mark]?.gap.includes(":") === true &&
    next?.gap === " " &&
    !next.first &&
    !["and", "for", "who", "from", "in", "with", "of", "our"].includes(next.word)
  );
}

/** "Ms Whitfield, thanks for letting me go"; "we will miss you, Gwen Parry". */
export function isSpokenTo(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from];
  const next = tokens[to + 1];
  if (first === undefined) return false;
  if (first.first && next !== undefined && /^[,:–—-]| [–—-]/.test(next.gap))
    return spoken.has(next.word) || thanking.has(next.word);
  const ends = next === undefined || next.first || /[.!?]/.test(next.gap);
  if (!first.gap.includes(",") || !ends) return false;
  return tokens
    .slice(Math.max(0, from - 8), from)
    .some(({ word }) => spoken.has(word) || thanking.has(word));
}

const spoken = new Set(
  "you your yours u i i'm im sorry well what how we this that's it".split(" "),
);

/** "Mrs Lockhart taught me", "Mr Sandhu and his registrar", "Mr Osei did a ward round". */
export function doesWork(tokens: readonly Token[], name: Name): boolean {
  let at = name.to + 1;
  while (at < name.to + 4 && still.has(tokens[at]?.word ?? "") && !tokens[at]?.first) at += 1;
  const [verb, object, third, fourth] = tokens.slice(at, at + 4);
  if (verb === undefined || verb.first || verb.gap.trim() !== "") return false;
  if (workVerbs.has(verb.word)) return object?.word !== "out" && object?.word !== "up";
  if (verb.word === "did" || verb.word === "does" || verb.word === "and" || verb.word === "has")
    return [object, third, fourth].some((one) => one !== undefined && work.has(one.word));
  return false;
}

const still = new Set("always just also still never who has really even again once".split(" "));
const work = new Set(
  "round rounds list lists clinic clinics teaching registrar registrars secretary team firm juniors fellow trainees staff shift shifts rota".split(
    " ",
  ),
);

/** "Mr Kerr's list", "Mr Osei's new registrar". */
export const leadsTeam = (tokens: readonly Token[], { to, possessive }: Name): boolean =>
  possessive && tokens.slice(to + 1, to + 3).some(({ word }) => work.has(word) || roles.has(word));

/** "What a class act Mr Okafor is". */
export function isAdmired(tokens: readonly Token[], from: number): boolean {
  const start = tokens.slice(Math.max(0, from - 6), from);
  const what = start.findLastIndex(({ word }) => word === "what");
  return (
    what >= 0 &&
    /^an?$/.test(start[what + 1]?.word ?? "") &&
    start.some(({ word }) => admired.has(word))
  );
}

const admired = new Set(
  "act star legend leader boss surgeon consultant hero professional teacher mentor gem credit asset team doctor nurse rock machine".split(
    " ",
  ),
);

/** A leaving do, a promotion, a poster: near one of these. */
export const hasOccasion = (tokens: readonly Token[], { from, to }: Name): boolean =>
  tokens
    .slice(Math.max(0, from - 7), to + 8)
    .some(({ word }, at, near) =>
      word === "month" ? near[at - 1]?.word === "the" : occasions.has(word),
    );

/** They came to us, move up or leave us. */
export const hasCareer = (tokens: readonly Token[], { from, to }: Name): boolean =>
  tokens.slice(Math.max(0, from - 5), to + 7).some(({ word }) => careers.has(word));

/** "Our new PT, Giulia Marchetti"; "the rep from Medtronic, Lorcan Vesey"; "their engineer is Marek"; "the new guy Florian"; "Omnicell's Ravi". */
export function isIntroducedAsNew(tokens: readonly Token[], from: number): boolean {
  const gap = tokens[from]?.gap ?? "";
  const last = tokens[from - 1];
  if (last === undefined || (gap !== " " && !/^, (?:a )?$|^ \($/.test(gap))) return false;
  if (gap === " ") {
    if (last.possessive && last.capital && !last.first && !givenNames.has(last.word)) return true;
    const role = tokens[from - 2]?.word ?? "";
    if (last.word === "is" && (roles.has(role) || role === "contact")) return true;
    const near = tokens.slice(Math.max(0, from - 3), from);
    return (
      near.some(({ word }) => word === "new") && !near.some(({ word }) => patientWords.has(word))
    );
  }
  const before = tokens.slice(Math.max(0, from - 6), from);
  const near = before.slice(
    Math.max(
      0,
      before.findLastIndex(({ first }) => first),
    ),
  );
  return near.some(({ word }) => arriving.has(word) || roles.has(word)) || isFromFirm(near);
}

/** "the gentleman from Philips". */
const isFromFirm = (before: readonly Token[]): boolean =>
  !before.some(({ word }) => patientWords.has(word)) &&
  before.some(
    ({ word }, at) =>
      word === "from" &&
      before[at + 1]?.capital === true &&
      !/^(?:bay|bed|ward|room)$/.test(before[at + 1]?.word ?? ""),
  );

const arriving = new Set("new agency locum bank supply visiting temp".split(" "));

/** "fixed by Steve Marks", "worked with Ana Ribeiro", "proud of Joanna Clarke", "could Lena Hartwig". */
export function isAtWork(tokens: readonly Token[], { from }: Name): boolean {
  const [one, two] = [tokens[from - 1], tokens[from - 2]];
  if (one === undefined || tokens[from]?.gap !== " ") return false;
  if (one.word === "by" || asking.has(one.word)) return true;
  return (
    (one.word === "with" && withWhom.has(two?.word ?? "")) ||
    (one.word === "of" && two?.word === "proud") ||
    (one.word === "was" && two?.word === "it") ||
    (one.word === "from" &&
      tokens.slice(Math.max(0, from - 6), from - 1).some(({ word }) => learning.has(word))) ||
    (one.word === "to" && toWhom.has(two?.word ?? "")) ||
    signs.has(one.word)
  );
}

const toWhom = new Set(
  "luck goes go welcome qs questions question queries report reports reply replies rsvp applications".split(
    " ",
  ),
);
const signs = new Set("signed witnessed verified owner lead author contact".split(" "));
const asking = new Set(
  "could can may would please will ask contact via alongside welcome without nominee love".split(
    " ",
  ),
);
const learning = new Set(
  "learned learnt learn inspired advice help helped talk email heard training teaching handover".split(
    " ",
  ),
);
const withWhom = new Set(
  "chat coffee lunch talk call sat-down swapped nights work working works worked paired shift shifts team teamed nights alongside".split(
    " ",
  ),
);
