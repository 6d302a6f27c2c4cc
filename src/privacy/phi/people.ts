/** Names without a title: whether one is a patient's, by what stands before and after it. Colleagues are thanked, introduced, or in the directory. */
import { namesAlike } from "./alike.ts";
import { clinicalTokens, isCase, speaksOfPatient } from "./clinical.ts";
import { doesWork, hasOccasion, isAtWork, isSubject } from "./colleague.ts";
import type { Directory } from "./directory.ts";
import { type Doubt, doubtsOf } from "./find.ts";
import { isIntroduction, worksHere } from "./introduced.ts";
import { isTheirs, nameDoubt } from "./nameDoubt.ts";
import { mostNames, type Name, namesOf } from "./names.ts";
import { hasEvent, isCaredFor, isOfWhom, isOwner, liesInBed, ownsClinically } from "./patient.ts";
import { lone } from "./strangers.ts";
import { isSpokenTo, isThanked } from "./thanked.ts";
import { type Token, tokensOf } from "./tokens.ts";
import {
  hasAge,
  hasThankfulKin,
  isChild,
  isClan,
  isHousehold,
  isMixedUp,
  isPitied,
  isRegistered,
  isToldApart,
  isToldOf,
  isTreated,
  isWrittenOn,
} from "./told.ts";
import { articles, kinOf } from "./words/roles.ts";

/** Names that nobody here has, where a patient is spoken of. */
export function unknownNames(text: string, directory: Directory): readonly Doubt[] {
  const tokens = tokensOf(text);
  const names = namesOf(text);
  const alone = directory.isStaffed ? lone(tokens) : [];
  if (names.length + alone.length === 0) return [];
  const situation: Situation = {
    text,
    tokens,
    alike: namesAlike(names),
    isCase: isCase(text),
    isClinical: clinicalTokens(tokens).length > 0 || speaksOfPatient(text),
    isStaffed: directory.isStaffed,
  };
  return doubtsOf([...names, ...alone].slice(0, mostNames), (name) =>
    (directory.knows(name.words) ? isNamesake : pointsToPatient)(situation, name)
      ? nameDoubt(text, tokens, name, directory)
      : null,
  );
}

/** "Maria's potassium" is hardly that of the Maria who works here: part of a name, and something is told of it that patients alone have. */
function isNamesake({ text, tokens, isClinical }: Situation, name: Name): boolean {
  if (name.make === "whole" || name.make === "pair") return false;
  return (
    (name.possessive && (ownsClinically(tokens, name) || (isClinical && isOwner(tokens, name)))) ||
    isToldApart(text, tokens, name) ||
    liesInBed(text, tokens, name) ||
    hasAge(text, tokens, name) ||
    isChild(text, tokens, name) ||
    isTreated(text, tokens, name)
  );
}

interface Situation {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly alike: ReadonlySet<Name>;
  readonly isCase: boolean;
  readonly isClinical: boolean;
  readonly isStaffed: boolean;
}

function pointsToPatient(
  { text, tokens, alike, isCase, isClinical, isStaffed }: Situation,
  name: Name,
): boolean {
  const before = tokens[name.from - 1];
  const isKin = kinOf.has(before?.word ?? "") && isTheirs(tokens[name.from - 2], ["my", "your"]);
  if (before !== undefined && !isKin && isIntroduction(before, tokens[name.from])) return false;
  // "the new Bair Hugger" is a thing.
  const isThing = name.make === "pair" && articles.has(before?.word ?? "");
  const isWhole = name.make === "whole" || (name.make === "pair" && !isThing);
  if (!isThing && liesInBed(text, tokens, name)) return true;
  if (hasEvent(tokens, name)) return true;
  if (
    isHousehold(tokens, name) ||
    isClan(text, tokens, name) ||
    (isWhole && isToldOf(text, tokens, name))
  )
    return true;
  if (isChild(text, tokens, name) || hasAge(text, tokens, name)) return true;
  if (isOwner(tokens, name)) {
    if (isWhole || isClinical || isCase) return true;
    return ownsClinically(tokens, name) || hasThankfulKin(text, tokens, name);
  }
  if (isOfWhom(tokens, name) || (isWhole && isRegistered(tokens, name))) return true;
  if (worksHere(tokens, name) || isThanked(tokens, name.from)) return false;
  if (isSpokenTo(tokens, name.from, name.to) || isAtWork(tokens, name)) return false;
  if (isCase) return name.make === "given" ? !isSubject(tokens, name) : name.make !== "single";
  if (isCaredFor(tokens, name, isClinical)) return !hasOccasion(tokens, name);
  if (alike.has(name)) return !hasOccasion(tokens, name);
  if (isMixedUp(tokens, name)) return isClinical;
  if (isPitied(tokens, name))
    return (name.make !== "single" || isStaffed) && (isWhole || isClinical || isStaffed);
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
