/** Whether a name is a patient's: by what stands before and after it. Colleagues are thanked, introduced, or in the directory. */
import { clinicalTokens, isCase, speaksOfPatient } from "./clinical.ts";
import {
  beginsAnew,
  beginsClause,
  doesWork,
  hasOccasion,
  isAdmired,
  isAtWork,
  isIntroduction,
  isSpokenTo,
  isSubject,
  isThanked,
  worksHere,
} from "./colleague.ts";
import type { Directory } from "./directory.ts";
import { type Doubt, doubtsOf } from "./find.ts";
import { type Name, namesOf, nameWith, particles } from "./names.ts";
import { nearestOf } from "./near.ts";
import { normalise } from "./normalise.ts";
import { hasEvent, isCaredFor, isOfWhom, isOwner, liesInBed, ownsClinically } from "./patient.ts";
import { type Token, tokensOf } from "./tokens.ts";
import {
  hasAge,
  isChild,
  isHousehold,
  isMixedUp,
  isPitied,
  isToldOf,
  isWrittenOn,
} from "./told.ts";
import { ordinary } from "./words/ordinary.ts";
import { between, kinOf, patientWords, roles, titles, workplaces } from "./words/roles.ts";

/** "Mr Doe", "patient John Doe", "the daughter of Jane": asked about unless they are thanked, at work, or wholly known. */
export function titledNames(text: string, directory: Directory): readonly Doubt[] {
  const tokens = tokensOf(text);
  return doubtsOf(tokens.keys(), (at) => {
    const mark = markBefore(tokens, at);
    const name = mark && titledAt(text, tokens, mark.name);
    if (mark === null || name === null) return null;
    if (mark.kind === "title" && isStaff(text, name, at, directory)) return null;
    const doubt = doubtOf(tokens, name, text);
    return isSite(text, doubt, directory) ? null : doubt;
  });
}

/** A mark at this place and where its name would begin. */
function markBefore(
  tokens: readonly Token[],
  at: number,
): { readonly kind: "title" | "patient"; readonly name: number } | null {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined || next === undefined || !/^[. ]{1,2}$/.test(next.gap)) return null;
  if (titles.has(token.word) && !token.possessive) {
    // "Frau Doktor Lund" and "Mr Professor" are introduced already.
    if (roles.has(next.word)) return null;
    if (token.word === "miss" && !token.capital) return null;
    return { kind: "title", name: at + 1 };
  }
  if (patientWords.has(token.word) && !token.possessive) {
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

const someone = new Set(
  "kid kids boy girl lad man lady woman gentleman gent chap bloke fella child toddler teenager baby patient patients pt newborn twin twins one someone".split(
    " ",
  ),
);

const isTheirs = (before: Token | undefined, or: readonly string[] = []): boolean =>
  before !== undefined &&
  (before.possessive || ["his", "her", "their", "the", "patient's", ...or].includes(before.word));

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
      ? token.capital ||
        (!ordinary.has(token.word) && !between.has(token.word) && token.word.length > 2)
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
  if (name.words.length > 1 && directory.knows(name.words)) return true;
  if (isOwner(tokens, name) || liesInBed(text, tokens, name)) return false;
  if (worksHere(tokens, name) || roles.has(tokens[mark - 1]?.word ?? "")) return true;
  if (isSpokenTo(tokens, mark, name.to) || isAdmired(tokens, mark)) return true;
  if (doesWork(tokens, name) && isSubject(tokens, { ...name, from: mark })) return true;
  return (
    isThanked(tokens, mark) && !beginsAnew(tokens, name, mark) && !beginsClause(tokens, name, mark)
  );
}

/** Names that nobody here has, where a patient is spoken of. */
export function unknownNames(text: string, directory: Directory): readonly Doubt[] {
  const tokens = tokensOf(text);
  const names = namesOf(text);
  if (names.length === 0) return [];
  const situation: Situation = {
    text,
    tokens,
    isCase: isCase(text),
    isClinical: clinicalTokens(tokens).length > 0 || speaksOfPatient(text),
  };
  return doubtsOf(names, (name) => {
    if (directory.knows(name.words) || !pointsToPatient(situation, name)) return null;
    const doubt = doubtOf(tokens, name, text);
    return isSite(text, doubt, directory) ? null : doubt;
  });
}

interface Situation {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly isCase: boolean;
  readonly isClinical: boolean;
}

function pointsToPatient({ text, tokens, isCase, isClinical }: Situation, name: Name): boolean {
  const before = tokens[name.from - 1];
  const isKin = kinOf.has(before?.word ?? "") && isTheirs(tokens[name.from - 2], ["my", "your"]);
  if (before !== undefined && !isKin && isIntroduction(before, tokens[name.from])) return false;
  // "the new Bair Hugger" is a thing.
  const isThing = name.make === "pair" && articles.has(before?.word ?? "");
  const isWhole = name.make === "whole" || (name.make === "pair" && !isThing);
  if (!isThing && liesInBed(text, tokens, name)) return true;
  if (hasEvent(tokens, name)) return true;
  if (isHousehold(tokens, name) || (isWhole && isToldOf(text, tokens, name))) return true;
  if (isChild(text, tokens, name) || hasAge(text, tokens, name)) return true;
  if (isOwner(tokens, name)) return isWhole || isClinical || ownsClinically(tokens, name) || isCase;
  if (isOfWhom(tokens, name)) return true;
  if (worksHere(tokens, name) || isThanked(tokens, name.from)) return false;
  if (isSpokenTo(tokens, name.from, name.to) || isAtWork(tokens, name)) return false;
  if (isCase) return name.make === "given" ? !isSubject(tokens, name) : name.make !== "single";
  if (isCaredFor(tokens, name, isClinical)) return !hasOccasion(tokens, name);
  if (isMixedUp(tokens, name)) return isClinical;
  if (isPitied(tokens, name)) return name.make !== "single" && (isWhole || isClinical);
  if (isWhole && isWrittenOn(tokens, name)) return true;
  // A whole name that nobody thanks and that does nothing here: whose is it?
  if (name.make !== "whole" || hasOccasion(tokens, name)) return false;
  return (
    !isSubject(tokens, name) || (isClinical && !doesWork(tokens, name) && isPassive(tokens, name))
  );
}

/** "Peter Lomax was on the wrong list": beside something clinical. */
const isPassive = (tokens: readonly Token[], { to }: Name): boolean =>
  passive.has(tokens[to + 1]?.word ?? "") && tokens[to + 1]?.gap === " ";
const passive = new Set(
  "was is were had got needs needed went lost waited remains keeps kept".split(" "),
);

const articles = new Set("the a an new our this that these both every each another".split(" "));

function doubtOf(tokens: readonly Token[], name: Name, text: string): Doubt {
  const before = tokens[name.from - 1];
  const titled =
    before !== undefined &&
    (titles.has(before.word) || patientWords.has(before.word)) &&
    /^[. ]{1,2}$/.test(tokens[name.from]?.gap ?? "");
  const start = (titled ? before : tokens[name.from])?.start ?? 0;
  const last = tokens[name.to];
  const end =
    last === undefined ? start : last.initial && text[last.end] === "." ? last.end + 1 : last.end;
  return {
    start,
    end,
    beside: nearestOf(clinicalTokens(tokens), { start, end }),
    name: name.words,
  };
}

/** "Jackson Memorial" is where people work, whoever Jackson was. */
function isSite(text: string, { start, end }: Doubt, { sites }: Directory): boolean {
  return sites.some((site) => {
    const plain = normalise(site).text.toLowerCase();
    if (plain === "") return false;
    const around = text.slice(Math.max(0, end - plain.length), start + plain.length).toLowerCase();
    return around.includes(plain);
  });
}
