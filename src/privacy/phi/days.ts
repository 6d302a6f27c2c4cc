/** Days of which something is told that happens to patients; and full dates so long ago that they are births. */
import { clinicalTokens, isCase } from "./clinical.ts";
import { fullDate, ordinalDay, plainDate } from "./dates.ts";
import { emptyDirectory } from "./directory.ts";
import { type Doubt, doubtsOf, type Span, shaped } from "./find.ts";
import { isNearer, nearestOf } from "./near.ts";
import { tokensOf } from "./tokens.ts";
import { placesOfCare } from "./words/clinical.ts";

const machines =
  "freezer|fridge|analy[sz]er|centrifuge|machine|printer|server|system|phone|battery|laptop|computer|boiler|lift|elevator|scanner|network|wifi|lims";

/** It begins or ends a stay or a life: beside it an ordinal alone is a day of somebody's. */
const turning = [
  "(?:re)?admi(?:t|ts|tted|ssion)|discharged?|d\\/c|deceased|died|death|dod|dies|dying|passed(?: away| on)?(?! (?:the|her|his|my|our|their|an?|it) )",
  "(?:we|i|they|was|were|family|mum|dad) (?:\\w{1,10} )?lost|lost (?:on|her|him|them|the baby|a baby)|stillb\\w{1,5}|born|birth|dob|(?:infant|pregnancy|baby|neonatal|sad|their|her|his) loss|loss of (?:her|his|the|their)|gone (?:by|on)|(?:been )?(?:in|an inpatient|on the ward) since|been (?:here|with us) since|surgery (?:for|is|was|moved|booked|on)|day-?case|(?:gall ?bladder|hip|knee|cataract|hernia|appendix|bowel|valve|aneurysm|tumou?r|kidney)(?:,? (?:was )?(?:done|fixed|replaced|removed|on|out))|day of (?:surgery|her|his|the|their|admission)|(?:had|has|having|got|after|before|since) (?:her|his|their) (?:\\w{1,16} ){1,2}(?:on|was|is|done)",
  "(?:went|go(?:es|ing)?|got|gets|sent|came|is|back|allowed|finally|and) home|home on|walked (?:out|home)|off to (?:rehab|hospice)",
  "operated|underwent|(?:her|his|their|patient'?s) (?:\\w{1,12} )?(?:surgery|op|operation|procedure|scan|mri|ct|chemo|appointment|birthday|transplant|funeral|fall|stroke|biopsy|section|tube|line|drain|stitches|cannula|catheter|pacemaker|plaster|cast|clips|trache|waters)",
  "ecmo|vented|ventilated|(?:ex|in)tubated|transplant(?:ed)?|delivered (?:at|by|her|him|a baby|the|twins)|(?:we|midwives|she|he|they) delivered|(?:twins?|baby|girl|boy) (?:was |were )?delivered|c-?section|arrested|collapsed|crashed in|funeral|waters broke|miscarr\\w{1,6}",
];
/** It is done to somebody, or waited for. */
const done = [
  "diagnos(?:ed|is)|biops(?:y|ied)|hospitali[sz](?:ed|ation)|transfused|transfer(?:red)?|presented|last seen|seen (?:on|in|at|by)|lmp|edd|collected|stroke(?! (?:pager|bleep|team|phone|unit|ward|nurse|call|bag|course|rehab|and|&))|fell|fall|seizure|infusion|dose",
  "came (?:in|to us|through|back in)|brought (?:in|to)|blue-?lighted|airlifted|waited|theatre (?:on|by|at)|(?:to|in|into|from) theatre|(?:re-?)?scanned|imaged|coded|rosc|chemo|radiotherapy|radiation|mdt",
  "(?:pacer|pacemaker|stent|line|drain|port|shunt|plate|valve|filter|graft|catheter|device|icd) (?:was |were )?(?:we |they |you )?(?:placed|fitted|inserted|removed|replaced|changed)|(?:lap |open )?chole|crani|\\w{2,16}(?:ectomy|otomy|ostomy|plasty|scopy|centesis|angiogram|embolization|embolisation)|amputated|stented|cath|lvad|cabg|tavi|section|lscs|flap",
  "stabbing|assault|shooting|burn|accident|rt[ac]|mvc|(?:motor)?bike crash|crash(?! (?:course|trolley|cart|mat|test))|referred|clerked|dialysed|swabbed|overdose|deteriorated|relapsed|on the list|listed for|bleed|bled",
];
/** Somebody of whom one tells without a name. */
const someone =
  "(?:the|this|that|our|an?|young|old|wee|little|poor) (?:\\w{1,12} )?(?:lad|lady|gent|gentleman|man|bloke|chap|fella|girl|boy|kid|child|baby|infant|newborn|mum|mom|dad|toddler|teenager|twins?|grandad|granny|nan|patient|pt)(?:'s)? (?:of|who|that|we|from|with|is|was|came|on|has|have|had|in(?! (?:day-?care|school|nursery|college|uni)))";

const marks = (parts: readonly string[]) =>
  shaped(
    `(?<![a-z])(?<!(?:${machines}|my (?:own )?\\w{1,12}) (?:just |finally |has |had |also |was )?)(?:${parts.join("|")})(?![a-z])`,
  );
const turns = marks(turning);
const happenings = marks([...turning, ...done, someone]);
/** What happens to us and to our things. */
const ours = shaped(
  `(?<![a-z])(?:shifts?|rota|roster|(?:annual|maternity|paternity|sick|on) leave|leave (?:from|starts|on)|holidays?|go-?live|audit|inspection|visit|accreditation|meeting|huddle|course|class|training|exams?|workshop|webinar|conference|deadline|retir\\w{1,6}|joined|joins|starts?|started|starting|begins?|beginning|moved to|room change|moved|schedule|missing|lost|borrowed|tag|pager|agenda|cover(?:ed|ing)?|swap\\w{0,5}|lot|batch|exp(?:iry|ires|ired)?|${machines}|upgrade|build|recalibrated|comparison|downtime|release|launch|opens?|party|wedding|pay ?day|invoice|deliver(?:y|ies)|courier|interview|appraisal|policy|survey|on[- ]call|bank holiday|nights? (?:on|of)|owe you|rest days?|validation|qc|closed|lunch)(?![a-z])`,
);

/** "10/10" is praise and "24/7" is always. */
const plainDates = shaped(`(?<![\\w/.-])${plainDate}(?![\\w/])`, (date) => {
  const [day = "", month = "", more] = date.split("/");
  if (month === "" || more !== undefined) return true;
  return day !== month && Math.min(Number(day), Number(month)) <= 12 && date !== "24/7";
});

/** "due 15/12", "to be done by 11 Dec": a day of ours that is still to come. */
const due =
  /(?<![a-z])(?:due|deadline|target)(?:[:,]| date| on| by| before| for){0,3}[ :(]{1,2}$|(?<![a-z])(?:done|ready|complete|completed|finish|finished|sent|updated?|drafted|signed off) by $|(?<![a-z])(?:action|actions|to do|todo)(?![a-z]).{0,160}(?<![a-z])(?:by|before|until|for)(?: (?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6})? $/i;

export function daysOfPatients(text: string): readonly Doubt[] {
  const spans = plainDates(text, emptyDirectory).filter(
    ({ start }) => !due.test(text.slice(Math.max(0, start - 200), start)),
  );
  if (spans.length === 0) return spans;
  const inCase = isCase(text);
  const happened = happenings(text, emptyDirectory);
  const clinical = clinicalTokens(tokensOf(text)).filter(({ word }) => !placesOfCare.has(word));
  const elsewhere = ours(text, emptyDirectory);
  return doubtsOf(spans, (span) => {
    const near = nearestOf(happened, span, 70) ?? nearestOf(clinical, span, 45);
    if (inCase) return { ...span, beside: near };
    if (near === null || isNearer(nearestOf(elsewhere, span, 40), near, span)) return null;
    return { ...span, beside: near };
  });
}

const ordinals = shaped(ordinalDay);

/** "the 19th", with nothing else said of when. */
export function ordinalsOfPatients(text: string): readonly Doubt[] {
  const spans = ordinals(text, emptyDirectory);
  if (spans.length === 0) return spans;
  const turned = turns(text, emptyDirectory);
  const happened = happenings(text, emptyDirectory);
  const elsewhere = ours(text, emptyDirectory);
  return doubtsOf(spans, (span) => {
    const near = nearestOf(turned, span, 60) ?? nearestOf(happened, span, 40);
    if (near === null || isNearer(nearestOf(elsewhere, span, 40), near, span)) return null;
    return { ...span, beside: near };
  });
}

/** Not "1900-0300" and not "20/00/04": of the numbers beside the year one is a day and one a month. */
function isDay(date: string): boolean {
  const numbers = date.replace(/(?:19|20)\d{2}/, "").match(/\d{1,2}/g) ?? [];
  const [one = 1, other = 1] = numbers.map(Number);
  return (
    /\p{L}/u.test(date) ||
    (one > 0 && other > 0 && Math.min(one, other) <= 12 && Math.max(one, other) <= 31)
  );
}

/** Whoever was born later works here or is a child; two figures of a year are read as this century's while they can be. */
const lastOfLongAgo = 2011;
const fullDates = shaped(`(?<![\\w/.:-])${fullDate}(?![\\w/]|[.:-]\\d)`, (date) => {
  if (!/\D/.test(date)) return false;
  if (!isDay(date) || /^\d{4}-\d{4}$/.test(date)) return false;
  const year = Number(/(?:19|20)\d{2}/.exec(date)?.[0] ?? `20${date.slice(-2)}`);
  return year <= lastOfLongAgo || (year > 2030 && year < 2100);
});
const notBorn =
  /(?<![a-z])(?:v|version|build|release|clause|section|since|joined|start(?:ed|ing)?|opened|founded|established|built|hired|employed|qualified|retired|copyright|dated|effective|issued|published|here|service|firmware|shift was|day was)[ :.]{0,2}(?:on|in|from|of|since)? ?$/i;

export const longAgo = (text: string): readonly Doubt[] =>
  fullDates(text, emptyDirectory).filter(
    ({ start }: Span) => !notBorn.test(text.slice(Math.max(0, start - 30), start)),
  );
