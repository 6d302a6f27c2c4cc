/** What says of a name that it is a patient's: something of theirs is told, they lie in a bed, or are cared for. */
import { hasOccasion } from "./colleague.ts";
import type { Name } from "./names.ts";
import { isThanked } from "./thanked.ts";
import type { Token } from "./tokens.ts";
import { caresFor, sees } from "./words/care.ts";
import { aboutWords, clinicalWords, familyWords, ownedWords } from "./words/clinical.ts";
import { between, pitying, workplaces } from "./words/roles.ts";

/** "Doe's potassium", "Teresa Blunt's mum". */
export const isOwner = (tokens: readonly Token[], name: Name): boolean =>
  name.possessive && owns(tokens, name, (word) => isOwned(word) || familyWords.has(word));

const isOwned = (word: string): boolean => ownedWords.has(word) || clinicalWords.has(word);

export const ownsClinically = (tokens: readonly Token[], name: Name): boolean =>
  owns(tokens, name, (word) => ownedWords.has(word));

/** One of the two words after the name; but a talk about it, or a list of them, is anybody's. */
function owns(tokens: readonly Token[], { to }: Name, isOne: (word: string) => boolean): boolean {
  const [next, second, third, fourth] = tokens.slice(to + 1, to + 5);
  const found = [next, second].findIndex((one) => one !== undefined && isOne(one.word));
  if (found < 0 || (found === 1 && between.has(next?.word ?? "") && !pitying.has(next?.word ?? "")))
    return false;
  const after = found === 0 ? [second, third] : [third, fourth];
  return !after.some((one) => one !== undefined && aboutWords.has(one.word));
}

const imaged = new Set(
  "head chest abdo abdomen pelvis spine neck brain knee hip heart leg legs arm hand foot angio request form result results report bottle tube card count film".split(
    " ",
  ),
);

/** "Critical on Mbeki". */
const phoned = new Set("critical criticals culture cultures smear group".split(" "));

/** "the MRI for Alan", "bloods on Doe", "discharge of Ruth". */
export function isOfWhom(tokens: readonly Token[], name: Name): boolean {
  const preposition = tokens[name.from - 1];
  const thing = tokens[name.from - 2];
  if (preposition === undefined || thing === undefined || workplaces.has(name.words[0] ?? ""))
    return false;
  if (name.possessive) return false;
  return (
    ["for", "of", "on", "from"].includes(preposition.word) &&
    preposition.gap === " " &&
    (ownedWords.has(thing.word) ||
      (preposition.word === "on" && phoned.has(thing.word)) ||
      (thing.gap === " " &&
        imaged.has(thing.word) &&
        ownedWords.has(tokens[name.from - 3]?.word ?? ""))) &&
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
export function hasEvent(tokens: readonly Token[], name: Name): boolean {
  const [next, after] = [tokens[name.to + 1], tokens[name.to + 2]];
  if (next === undefined) return false;
  if (/^[.]? ?[,(] ?\(?$/.test(next.gap) && /^(?:aged?|dob|born|nhs|mrn)$/.test(next.word))
    return true;
  if (next.gap === " (" && /^(?:patient|pt|inpatient|bed|mrn|nhs|dob)$/.test(next.word))
    return true;
  if (next.gap.trim() !== "" || next.first) return false;
  if (events.has(next.word)) return next.word !== "passed" || !hasOccasion(tokens, name);
  return auxiliaries.has(next.word) && after !== undefined && passive.has(after.word);
}

const inBed =
  /^(?:,| \() ?\d{1,3}[A-F](?=[,;)]| (?:is|was|has|had|wants|needs|son|daughter))|^(?: ?[,(])? ?(?:(?:in|from|on) )?(?:(?:the )?(?:bed|bay|room|rm|cubicle|side ?room|cot|couch|incubator|trolley|theatre)(?: ?#?\d[\da-z]{0,3}| (?:[a-h]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|by|near|at|next))(?![a-z])|in the (?:end|corner|next|first|last|middle|window) (?:bed|cot|cubicle)(?![a-z])|in \d{1,3}[a-d]?(?![\d:.]|[a-z]{2}| (?:min|sec|hour|day|week|month|year)))/i;

/** "Mrs Ashcombe in bed 4", "Mr Vasquez in 12B". */
export function liesInBed(text: string, tokens: readonly Token[], name: Name): boolean {
  if (name.possessive) return false;
  const end = tokens[name.to]?.end ?? text.length;
  return inBed.test(text.slice(end, end + 40));
}

/** "sitting with Gladys", "turning Ruth", "looking after Tom". */
export function isCaredFor(tokens: readonly Token[], name: Name, isClinical: boolean): boolean {
  const [one, two] = [tokens[name.from - 1], tokens[name.from - 2]];
  if (one === undefined || tokens[name.from]?.first) return false;
  if (caresFor.has(one.word)) return name.make !== "single" || isClinical;
  const saw =
    sees.has(one.word) ||
    (["with", "for", "after", "to", "back"].includes(one.word) && sees.has(two?.word ?? ""));
  return saw && (name.make === "whole" || name.make === "pair" || isClinical);
}
