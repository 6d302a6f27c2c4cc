/** Names after "Mr", "patient" or "the daughter of": a patient's, unless they are thanked, at work, or wholly known. */

import { clinicalTokens, isCase, speaksOfPatient } from "./clinical.ts";
import { doesWork, hasCareer, isSubject, leadsTeam } from "./colleague.ts";
import type { Directory } from "./directory.ts";
import { type Doubt, doubtsOf } from "./find.ts";
import { isIntroducedAsNew, worksHere } from "./introduced.ts";
import { isTheirs, nameDoubt } from "./nameDoubt.ts";
import { afterTitle, type Name, namesOf, nameWith, particles } from "./names.ts";
import { hasEvent, isOwner, liesInBed } from "./patient.ts";
import { beginsAnew, beginsClause, isAdmired, isSpokenTo, isThanked } from "./thanked.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { isToldApart, isToldOf } from "./told.ts";
import { ordinary } from "./words/ordinary.ts";
import {
  between,
  kinOf,
  offices,
  patientWords,
  roles,
  thanking,
  titles,
  workplaces,
} from "./words/roles.ts";

/** "Mr Doe", "patient John Doe", "the daughter of Jane": asked about unless they are thanked, at work, or wholly known. */
export function titledNames(text: string, directory: Directory): readonly Doubt[] {
  const tokens = tokensOf(text);
  return doubtsOf(tokens.keys(), (at) => {
    const mark = markBefore(tokens, at);
    const name = mark && titledAt(text, tokens, mark.name);
    if (mark === null || name === null) return null;
    if (mark.kind === "title" && isStaff(text, name, at, directory)) return null;
    return nameDoubt(text, tokens, name, directory);
  });
}

/** A mark at this place and where its name would begin. */
function markBefore(
  tokens: readonly Token[],
  at: number,
): { readonly kind: "title" | "patient"; readonly name: number } | null {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined || next === undefined || !marks.has(token.word)) return null;
  if (!isMarking(token, next)) return null;
  if (titles.has(token.word) && !token.possessive) {
    // "Frau Doktor Lund" and "Mr Professor" are introduced already.
    if (roles.has(next.word)) return null;
    if (token.word === "miss" && !token.capital) return null;
    return { kind: "title", name: at + 1 };
  }
  // "Granny Agnes"; "my Granny Agnes" is the author's own, and Granny Smith an apple.
  if (elders.has(token.word) && token.capital && next.capital && next.gap === " ")
    return isOwn(tokens[at - 1]) || next.word === "smith" ? null : { kind: "title", name: at + 1 };
  // "BB Delgado", a baby boy without a name yet.
  const isNewborn = token.shouted && ["bb", "bg"].includes(token.word) && next.capital;
  if (isNewborn && !ordinary.has(next.word)) return { kind: "patient", name: at + 1 };
  if (patientWords.has(token.word) || /^ \d/.test(next.gap)) {
    if (token.possessive) return null;
    if (titles.has(next.word)) return null;
    // "Baby Girl Achebe", "baby boy Ferreira"
    const isChild = ["boy", "girl", "twin", "of"].includes(next.word);
    return { kind: "patient", name: isChild ? at + 2 : at + 1 };
  }
  // "a kid named Zayn"
  if ((token.word === "named" || token.word === "called") && next.capital) {
    return someone.has(tokens[at - 1]?.word ?? "") ? { kind: "patient", name: at + 1 } : null;
  }
  if (kinOf.has(token.word) && next.word === "of" && !titles.has(tokens[at + 2]?.word ?? "")) {
    return { kind: "patient", name: at + 2 };
  }
  // "her husband Alan"; "my husband Alan" is the author's own.
  if (kinOf.has(token.word) && !token.possessive && next.capital && isTheirs(tokens[at - 1])) {
    return { kind: "patient", name: at + 1 };
  }
  return null;
}

/** "Mrs. Doe", "twin 2 Mensah". */
const isMarking = (mark: Token, next: Token): boolean =>
  afterTitle.test(next.gap) || (sharers.has(mark.word) && /^ [1-3] $/.test(next.gap));
const elders = new Set(
  "granny grandma grandpa grandad granddad nan nana nanna nonna nonno abuela abuelo oma opa uncle auntie aunty aunt oom tannie mam mama papa mzee baba gogo".split(
    " ",
  ),
);
/** Whatever may be one: most words are none. */
const marks = new Set([
  ...[...titles, ...patientWords, ...kinOf, ...elders],
  ...["bb", "bg", "named", "called", "twin", "triplet"],
]);
const isOwn = (before: Token | undefined): boolean =>
  before !== undefined && ["my", "our", "your"].includes(before.word);
const sharers = new Set(["baby", "twin", "triplet"]);

const someone = new Set(
  "kid kids boy girl lad man lady woman gentleman gent chap bloke fella child toddler teenager baby patient patients pt newborn twin twins one someone".split(
    " ",
  ),
);

/** The name after a mark. In small letters it is one only after a title, and where it is no ordinary word. */
function titledAt(text: string, tokens: readonly Token[], start: number): Name | null {
  const from = afterParticles(tokens, start);
  const token = tokens[from];
  const before = tokens[start - 1];
  if (token === undefined || before === undefined) return null;
  const found = nameWith(namesOf(text), from);
  if (found !== undefined) return { ...found, from };
  const isName =
    titles.has(before.word) && token.word.length > 1
      ? token.capital || (!ordinary.has(token.word) && !between.has(token.word))
      : token.capital && !ordinary.has(token.word) && !workplaces.has(token.word);
  if (!isName) return null;
  const next = tokens[from + 1];
  const more =
    next?.capital === true && next.gap === " " && !token.possessive && !ordinary.has(next.word);
  const to = more ? from + 1 : from;
  return {
    from,
    to,
    words: tokens.slice(from, to + 1).map(({ word }) => word),
    make: more ? "whole" : "single",
    possessive: tokens[to]?.possessive === true,
  };
}

/** "Mr du Plessis", "Mr A. Feldman". */
function afterParticles(tokens: readonly Token[], start: number): number {
  let at = start;
  while (at < start + 2) {
    const [here, next] = [tokens[at], tokens[at + 1]];
    if (here === undefined || next?.capital !== true) break;
    const leads = here.initial
      ? /^\.? $/.test(next.gap)
      : particles.has(here.word) && next.gap === " ";
    if (!leads) break;
    at += 1;
  }
  return at;
}

function isStaff(text: string, name: Name, mark: number, directory: Directory): boolean {
  const tokens = tokensOf(text);
  if (isToldApart(text, tokens, name)) return false;
  if (name.words.length > 1 && directory.knows(name.words)) return true;
  if (
    directory.isStaffed &&
    directory.knows(name.words) &&
    !isTreatedHere(text, tokens, name, mark)
  )
    return true;
  if (leadsTeam(tokens, name)) return true;
  if (isOwner(tokens, name) || liesInBed(text, tokens, name)) return false;
  if (worksHere(tokens, name, offices) || isRoleBefore(tokens, mark)) return true;
  if (isIntroducedAsNew(tokens, mark)) return true;
  if (isDoneWith(tokens, mark)) return false;
  if (endsThanks(tokens, mark, name.to)) return true;
  if (isSpokenTo(tokens, mark, name.to) || isAdmired(tokens, mark)) return true;
  if (hasCareer(tokens, name)) return true;
  if (doesWork(tokens, name) && isSubject(tokens, { ...name, from: mark })) return true;
  return (
    isThanked(tokens, mark) && !beginsAnew(tokens, name, mark) && !beginsClause(tokens, name, mark)
  );
}

const isRoleBefore = (tokens: readonly Token[], mark: number): boolean =>
  roles.has(tokens[mark - 1]?.word ?? "") && tokens[mark]?.gap === " ";

/** Whoever has the surname of somebody here is not they, if something of a patient is told. */
const isTreatedHere = (text: string, tokens: readonly Token[], name: Name, mark: number): boolean =>
  isOwner(tokens, name) ||
  liesInBed(text, tokens, name) ||
  hasEvent(tokens, name) ||
  isToldOf(text, tokens, name) ||
  speaksOfPatient(text) ||
  isCase(text) ||
  clinicalTokens(tokens).length > 0 ||
  isTheirs(tokens[mark - 1]);

/** No preposition and nothing that is done to somebody; of the words in -ing, what one is given. */
const isThing = (word: string): boolean =>
  lessons.has(word) || !(before.has(word) || /(?:ed|ing)$/.test(word));
const lessons = new Set("teaching training briefing coaching mentoring cooking baking".split(" "));
const before = new Set(
  "to for of with on at by from in about over after beside behind near around when and gave got brought took".split(
    " ",
  ),
);

/** "Great job today with Mrs Oyelaran": the work was done with her, the thanks are somebody else's. */
function isDoneWith(tokens: readonly Token[], mark: number): boolean {
  if (tokens[mark - 1]?.word !== "with") return false;
  let at = mark - 2;
  while (at > mark - 6 && whenDone.has(tokens[at]?.word ?? "")) at -= 1;
  return workDone.has(tokens[at]?.word ?? "");
}

const whenDone = new Set(
  "today tonight yesterday again this last morning afternoon evening night there earlier".split(
    " ",
  ),
);
const workDone = new Set("job work effort efforts teamwork done save patience going".split(" "));

/** "Thanks for the ECG refresher Ms Balan": spoken to her, without a comma. */
function endsThanks(tokens: readonly Token[], mark: number, to: number): boolean {
  const next = tokens[to + 1];
  if (next !== undefined && !next.first) return false;
  const start = tokens.slice(0, mark).findLastIndex(({ first }) => first);
  const [thanks, reason, which, ...what] = tokens.slice(start, mark);
  return (
    thanking.has(thanks?.word ?? "") &&
    reason?.word === "for" &&
    ["the", "your", "that", "a", "an", "all", "those", "another"].includes(which?.word ?? "") &&
    what.length > 0 &&
    what.length < 7 &&
    !what.some(({ word }) => ["you", "we", "i", "she", "he", "they", "who"].includes(word)) &&
    isThing(what.at(-1)?.word ?? "")
  );
}
