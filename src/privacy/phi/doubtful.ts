/**
 * What may be a patient's, and may not: each of these rows asks. Its author is told what was seen and says what is true; a date, an
 * age, a bed or a name is one only where something clinical stands beside it.
 */
import { besideOf, clinicalTokens, isCase } from "./clinical.ts";
import { plainDate } from "./dates.ts";
import { type Directory, emptyDirectory } from "./directory.ts";
import { type Doubt, doubtsOf, type Find, type Span, shaped, shapedExactly } from "./find.ts";
import { titledNames, unknownNames } from "./people.ts";
import type { Rule } from "./rule.ts";
import { tokensOf } from "./tokens.ts";

type DoubtfulRule = Omit<Rule, "certainty">;

/** Where a clinical word stands in the same sentence or near it. */
const beside =
  (find: Find, far: number): Find =>
  (text, directory) => {
    const spans = find(text, directory);
    if (spans.length === 0) return spans;
    const clinical = clinicalTokens(tokensOf(text));
    return doubtsOf(spans, (span) => {
      const word = besideOf(clinical, span, far);
      return word && { ...span, beside: word };
    });
  };

/** What happened to somebody on a date, not what was done on it. */
const happened =
  /(?<![a-z])(?:(?:re)?admi(?:t|tted|ssion)|discharged?|d\/c|diagnos(?:ed|is)|deceased|died|death|dod|biops(?:y|ied)|operated|underwent|hospitali[sz](?:ed|ation)|transfused|presented|last seen|seen (?:on|in|at)|(?:her|his|their|patient'?s) (?:\w{1,12} )?(?:surgery|op|operation|procedure|scan|mri|ct|chemo|appointment|birthday)|lmp|edd|collected|dob|born|stroke|fell|fall|seizure|infusion|dose)(?![a-z])/i;

/** "10/10" is praise and "24/7" is always. */
const plainDates = shaped(`(?<![\\w/.-])${plainDate}(?![\\w/])`, (date) => {
  const [day = "", month = "", more] = date.split("/");
  if (month === "" || more !== undefined) return true;
  return day !== month && Math.min(Number(day), Number(month)) <= 12 && date !== "24/7";
});

function clinicalDates(text: string): readonly Doubt[] {
  const spans = plainDates(text, emptyDirectory);
  if (spans.length === 0) return spans;
  const inCase = isCase(text);
  return doubtsOf(spans, (span) => {
    const from = Math.max(0, span.start - 60);
    const near = happened.exec(text.slice(from, span.end + 40));
    if (near === null && !inCase) return null;
    const word = near && { start: from + near.index, end: from + near.index + near[0].length };
    return { ...span, beside: word !== null && apart(word, span) ? word : null };
  });
}

/** What a number without a label numbers, if it is a patient's. */
const numbered =
  /(?<![a-z])(?:charts?|records?|files?|notes|merg(?:e|ed|ing)|duplicates?|pts?|(?:a|the|this|her|his) patients?|tubes?|accession|add(?:ed|ing)?[- ]on|emr|ehr|epic)(?![a-z])/i;

/** Tickets, lots, orders and documents have numbers, too. */
const ours =
  /(?:ticket|lot|batch|po|order|inc|req|ref|cat|invoice|serial|sn|npi|part|item|asset|model|job|case|doc|sop|form|version|employee|badge|ext|extension|bleep|pager|room|code|id)s?[ :#.-]{0,3}(?:number|no)?[ :#.]{0,2}$/i;

const longNumbers = shapedExactly(
  "(?<![A-Za-z0-9.$£€#/-])(?!INC|REQ|CHG|TKT|RITM|TASK|PRB|SOP|LOT|PO|SN|REF|CR|SR|ISO|EN)(?:[A-Z]{1,3}-?\\d{6,9}|\\d{2}[A-Z]{1,2}-?\\d{5,8}|\\d{7,10}|\\d{2,4}-\\d{2,4}-\\d{2,5})(?![A-Za-z0-9%/-]|[.,]\\d)",
);

function bareNumbers(text: string, directory: Directory): readonly Doubt[] {
  const spans = longNumbers(text, directory).filter(
    ({ start }) => !ours.test(text.slice(Math.max(0, start - 24), start)),
  );
  if (spans.length === 0) return spans;
  const clinical = clinicalTokens(tokensOf(text));
  return doubtsOf(spans, (span) => {
    const near = besideOf(clinical, span, 80);
    if (near !== null) return { ...span, beside: near };
    const from = Math.max(0, span.start - 50);
    const word = numbered.exec(text.slice(from, span.end + 50));
    if (word === null) return null;
    return {
      ...span,
      beside: { start: from + word.index, end: from + word.index + word[0].length },
    };
  });
}

const apart = (one: Span, other: Span): boolean => one.end <= other.start || one.start >= other.end;

const age = "(?:9\\d|1[01]\\d)";
const somebody =
  "(?:patient|pt|lady|lad|man|woman|gentleman|gent|female|male|resident|mother|father|granny|nan|grandad|m|f)";

const inIt = new RegExp(`(?<![a-z])${somebody} (?:was |who )?(?:in|from|at) (?:the )?$`, "i");

/** With something clinical near it, or somebody in it: "the gentleman in bed 9". */
function beds(find: Find): Find {
  const withWords = beside(find, 120);
  return (text, directory) => {
    const clinical = withWords(text, directory);
    return clinical.length > 0
      ? clinical
      : find(text, directory).filter(({ start }) =>
          inIt.test(text.slice(Math.max(0, start - 40), start)),
        );
  };
}

export const doubtfulRules = [
  {
    name: "titled-name",
    type: "name",
    why: "Patients and their kin are Mr, Mrs, patient or baby; colleagues so called are thanked, or introduced by what they do",
    find: titledNames,
  },
  {
    name: "bed-or-room",
    type: "place",
    why: "A bed beside what somebody in it has leads to whoever lay there",
    find: beds(
      shaped(
        "(?<![a-z0-9])(?:bed|bedspace|room|rm|bay|cubicle|side ?room|cot|incubator) ?(?:no\\.? ?|number |#)?\\d{1,4}[a-d]?(?![a-z0-9:])",
      ),
    ),
  },
  {
    name: "age-over-89",
    type: "age",
    why: "Few are over 89, and so an age alone can point to one of them (HIPAA's list of identifiers)",
    find: (text, directory) => [
      ...beside(
        shaped(
          `(?<![a-z0-9])(?:(?:aged?|age of|turned|turning) ${age}(?!\\d)|${age}[- ]?(?:years?|yrs?)[- ]old|${age} ?(?:yo|y\\/o|yof|yom)(?![a-z]))`,
        ),
        160,
      )(text, directory),
      ...shaped(
        `(?<![a-z])(?:he|she|they|who)(?:['’]?s| is| was| turned| just turned| are|['’]re) (?<id>${age})(?![\\d%:/.]|[a-z]| (?:%|min|percent))`,
      )(text, directory),
      ...shaped(
        `(?<![a-z0-9])${age}[- ]?(?:(?:years?|yrs?)[- ]?old|yo|y\\/o)?[- ]{1,2}(?:old )?${somebody}(?![a-z])`,
      )(text, directory),
    ],
  },
  {
    name: "bare-number",
    type: "record",
    why: "A number as long as a record's or a specimen's, beside what one patient has: its label may just be missing",
    find: bareNumbers,
  },
  {
    name: "clinical-date",
    type: "date",
    why: "The day of an admission, a diagnosis or an operation is one patient's; a year alone is nobody's",
    find: clinicalDates,
  },
  {
    name: "unknown-name",
    type: "name",
    why: "A name that nobody here has, where a patient is spoken of",
    find: unknownNames,
  },
] as const satisfies readonly DoubtfulRule[];
