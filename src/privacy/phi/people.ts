/** Whether a name is a patient's: by what stands before and after it. Colleagues are thanked, introduced, or in the directory. */
import { besideOf, clinicalTokens, isCase, speaksOfPatient } from "./clinical.ts";
import type { Directory } from "./directory.ts";
import type { Doubt } from "./find.ts";
import { type Name, namesOf } from "./names.ts";
import { normalise } from "./normalise.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { aboutWords, clinicalWords, familyWords, ownedWords } from "./words/clinical.ts";
import { ordinary } from "./words/ordinary.ts";
import {
  between,
  kinOf,
  patientWords,
  roles,
  thanking,
  titles,
  workplaces,
} from "./words/roles.ts";

/** "Mr Doe", "patient John Doe", "the daughter of Jane": asked about unless they are thanked, at work, or wholly known. */
export function titledNames(text: string, directory: Directory): readonly Doubt[] {
  const tokens = tokensOf(text);
  const doubts: Doubt[] = [];
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) continue;
    const marks = markBefore(tokens, at);
    if (marks === null) continue;
    const from = marks.name;
    const name = titledAt(text, tokens, from);
    if (name === null) continue;
    if (marks.kind === "patient" || !isStaff(text, name, at, directory)) {
      doubts.push(doubtOf(tokens, name, text));
    }
    at = name.to;
  }
  return doubts;
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
    if (token.word === "miss" && !token.capital) return null;
    return { kind: "title", name: at + 1 };
  }
  if (patientWords.has(token.word) && !token.possessive) {
    return titles.has(next.word) ? null : { kind: "patient", name: at + 1 };
  }
  if (kinOf.has(token.word) && next.word === "of" && !titles.has(tokens[at + 2]?.word ?? "")) {
    return { kind: "patient", name: at + 2 };
  }
  return null;
}

/** The name after a mark. In small letters it is one only after a title, and where it is no ordinary word. */
function titledAt(text: string, tokens: readonly Token[], from: number): Name | null {
  const token = tokens[from];
  const before = tokens[from - 1];
  if (token === undefined || before === undefined) return null;
  const found = namesOf(text).find((name) => name.from <= from && from <= name.to);
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

function isStaff(text: string, name: Name, mark: number, directory: Directory): boolean {
  const tokens = tokensOf(text);
  if (name.words.length > 1 && directory.knows(name.words)) return true;
  if (isOwner(tokens, name) || liesInBed(text, tokens, name)) return false;
  return worksHere(tokens, name) || isThanked(tokens, mark);
}

/** Names that nobody here has, where a patient is spoken of. */
export function unknownNames(text: string, directory: Directory): readonly Doubt[] {
  const tokens = tokensOf(text);
  const names = namesOf(text);
  if (names.length === 0) return [];
  const clinical = clinicalTokens(tokens);
  const situation: Situation = {
    text,
    tokens,
    isCase: isCase(text),
    clinical,
    isClinical: clinical.length > 0 || speaksOfPatient(text),
  };
  return names
    .filter((name) => !directory.knows(name.words) && pointsToPatient(situation, name))
    .map((name) => doubtOf(tokens, name, text))
    .filter((doubt) => !isSite(text, doubt, directory));
}

interface Situation {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly isCase: boolean;
  readonly clinical: readonly Token[];
  readonly isClinical: boolean;
}

function pointsToPatient(
  { text, tokens, isCase, isClinical, clinical }: Situation,
  name: Name,
): boolean {
  const before = tokens[name.from - 1];
  if (before !== undefined && isIntroduction(before, tokens[name.from])) return false;
  if (liesInBed(text, tokens, name) || hasEvent(tokens, name)) return true;
  if (isOwner(tokens, name)) return name.make === "whole" || ownsClinically(tokens, name) || isCase;
  if (isOfWhom(tokens, name)) return true;
  if (worksHere(tokens, name) || isThanked(tokens, name.from)) return false;
  if (isCase) return name.make === "given" ? !isSubject(tokens, name) : name.make !== "single";
  if (isCaredFor(tokens, name)) return name.make === "whole" || isClinical;
  if (isSubject(tokens, name)) return false;
  const near = besideOf(clinical, {
    start: tokens[name.from]?.start ?? 0,
    end: tokens[name.to]?.end ?? 0,
  });
  return name.make === "whole" && (near !== null || isClinical);
}

/** "Dr. Smith", "porter Phil"; titles have a rule of their own. */
const isIntroduction = (before: Token, name: Token | undefined): boolean =>
  (roles.has(before.word) || (titles.has(before.word) && !before.shouted)) &&
  name !== undefined &&
  /^[. ]{1,2}$/.test(name.gap);

/** "Doe's potassium", "Teresa Blunt's mum". */
function isOwner(tokens: readonly Token[], name: Name): boolean {
  if (!name.possessive) return false;
  const [next, after, third] = [tokens[name.to + 1], tokens[name.to + 2], tokens[name.to + 3]];
  if (next === undefined) return false;
  const owns = (one: Token | undefined, then: Token | undefined) =>
    one !== undefined &&
    (ownedWords.has(one.word) || familyWords.has(one.word) || clinicalWords.has(one.word)) &&
    !aboutWords.has(then?.word ?? "");
  return owns(next, after) || (!between.has(next.word) && owns(after, third));
}

function ownsClinically(tokens: readonly Token[], name: Name): boolean {
  const [next, after, third] = [tokens[name.to + 1], tokens[name.to + 2], tokens[name.to + 3]];
  const is = (one: Token | undefined, then: Token | undefined) =>
    one !== undefined && ownedWords.has(one.word) && !aboutWords.has(then?.word ?? "");
  return is(next, after) || is(after, third);
}

/** "the MRI for Alan", "bloods on Doe", "discharge of Ruth". */
function isOfWhom(tokens: readonly Token[], name: Name): boolean {
  const preposition = tokens[name.from - 1];
  const thing = tokens[name.from - 2];
  if (preposition === undefined || thing === undefined || workplaces.has(name.words[0] ?? ""))
    return false;
  if (name.possessive) return false;
  return (
    ["for", "of", "on", "from"].includes(preposition.word) &&
    preposition.gap === " " &&
    ownedWords.has(thing.word) &&
    !isThanked(tokens, name.from)
  );
}

const events = new Set(
  `fell coded arrested died collapsed deteriorated bled seized passed relapsed vomited aspirated stabilised stabilized crashed desaturated
  dob born admitted readmitted diagnosed presented underwent suffers suffered hospitalised hospitalized`.split(
    /\s+/,
  ),
);
const passive = new Set(
  `admitted readmitted discharged diagnosed transferred intubated extubated resuscitated transfused operated hospitalised hospitalized rushed
  unresponsive unwell sick confused bleeding dying septic hypo unconscious pregnant palliative deteriorating incontinent found`.split(
    /\s+/,
  ),
);
const auxiliaries = new Set(["was", "is", "got", "had", "has", "been", "being", "were"]);

/** "Gladys fell", "John Doe was admitted", "Anna S., 34". */
function hasEvent(tokens: readonly Token[], name: Name): boolean {
  const [next, after] = [tokens[name.to + 1], tokens[name.to + 2]];
  if (next === undefined) return false;
  if (/^[.]? ?[,(] ?\(?$/.test(next.gap) && /^(?:aged?|dob|born|nhs|mrn)$/.test(next.word))
    return true;
  if (next.gap.trim() !== "" || next.first) return false;
  if (events.has(next.word)) return true;
  return auxiliaries.has(next.word) && after !== undefined && passive.has(after.word);
}

const inBed =
  /^(?: ?[,(])? ?(?:(?:in|from|on) )?(?:(?:the )?(?:bed|bay|room|rm|cubicle|side ?room|cot|couch|incubator) ?#?[\da-z]{1,4}(?![a-z])|in \d{1,3}[a-d]?(?![\d:.]|[a-z]{2}| (?:min|sec|hour|day|week|month|year)))/i;

/** "Mrs Ashcombe in bed 4", "Mr Vasquez in 12B". */
function liesInBed(text: string, tokens: readonly Token[], name: Name): boolean {
  const end = tokens[name.to]?.end ?? text.length;
  return inBed.test(text.slice(end, end + 40));
}

const cares = new Set(
  `turn turning turned wash washing washed feed feeding fed bathe bathing reassure reassuring reassured settle settling settled cannulate
  cannulating cannulated admit admitting discharge discharging discharged transfer transferring transferred intubate intubating intubated
  resuscitate resuscitating stabilise stabilising stabilised stabilize stabilizing stabilized treat treating treated nurse nursing mobilise
  mobilising mobilised mobilize mobilizing toilet toileting comfort comforting comforted clerk clerking consent consenting scan scanning
  bleed bleeding hoist hoisting sit sitting sat walk walking walked take taking took get getting got bring bringing brought calm calming
  calmed find finding found move moving moved lift lifting lifted rush rushing rushed see seeing saw chase chasing chased call calling
  called ring ringing rang phone phoning phoned hold holding held escort escorting escorted push pushing pushed look looking looked cared caring
  persuade persuading persuaded convince convincing convinced`.split(/\s+/),
);

/** "sitting with Gladys", "turning Ruth", "looking after Tom". */
function isCaredFor(tokens: readonly Token[], name: Name): boolean {
  const [one, two] = [tokens[name.from - 1], tokens[name.from - 2]];
  if (one === undefined) return false;
  if (cares.has(one.word)) return true;
  return (
    ["with", "for", "after", "to", "back"].includes(one.word) &&
    two !== undefined &&
    cares.has(two.word)
  );
}

/** Introduced after the name: "Mr Khan, our porter", "Gareth in IT", "Val in the discharge lounge". */
function worksHere(tokens: readonly Token[], name: Name): boolean {
  let placed = false;
  for (let at = name.to + 1; at <= name.to + 5; at += 1) {
    const token = tokens[at];
    if (token === undefined || !(at === name.to + 1 ? /^,? \(?$/ : /^ $/).test(token.gap))
      return false;
    if (roles.has(token.word)) return tokens[at + 1]?.word !== "of" || token.word !== "resident";
    if (placed && (workplaces.has(token.word) || (token.shouted && token.word.length > 1)))
      return true;
    if (placesOf.has(token.word)) placed = true;
    else if (!introducing.has(token.word) && !placed) return false;
  }
  return false;
}

const placesOf = new Set(["in", "from", "at", "of", "on", "down", "over"]);
const introducing = new Set(
  "the our a an my new lovely up your who is one big wonderful".split(" "),
);

/** Back over small words, roles and other names to a word of thanks. */
export function isThanked(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= 0 && from - at <= 14; at -= 1) {
    const token = tokens[at];
    const after = tokens[at + 1];
    if (token === undefined || after === undefined) return false;
    if (thanking.has(token.word)) return !token.possessive;
    if (after.first && /[.;:?]/.test(after.gap) && !/[:]/.test(after.gap)) return false;
    if (token.possessive) return false;
    if (between.has(token.word) || roles.has(token.word) || titles.has(token.word)) continue;
    if (!token.capital) return false;
  }
  return false;
}

/** It begins the sentence, alone or with others, and so does something: colleagues mostly. */
function isSubject(tokens: readonly Token[], name: Name): boolean {
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

function doubtOf(tokens: readonly Token[], name: Name, text: string): Doubt {
  const before = tokens[name.from - 1];
  const titled = before !== undefined && (titles.has(before.word) || patientWords.has(before.word));
  const start = (titled ? before : tokens[name.from])?.start ?? 0;
  const last = tokens[name.to];
  const end =
    last === undefined ? start : last.initial && text[last.end] === "." ? last.end + 1 : last.end;
  return { start, end, beside: besideOf(clinicalTokens(tokens), { start, end }), name: name.words };
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
