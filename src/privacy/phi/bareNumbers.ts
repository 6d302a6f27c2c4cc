/** Numbers without a label that are as long as a patient's: a record, a sample, an account, a card. Whose they are, the words around them may say. */
import { clinicalTokens } from "./clinical.ts";
import { type Directory, emptyDirectory } from "./directory.ts";
import { type Doubt, digitsOf, doubtsOf, type Span, shaped, shapedExactly } from "./find.ts";
import { nearestOf } from "./near.ts";
import { ourLine } from "./numbers.ts";
import { tokensOf } from "./tokens.ts";

/** As long as this it is asked about wherever it stands; shorter by one, only beside a record. */
const long = 6;

/** "A/01/338842", "24M.55093.K", "7719-A44", "#224-90-17", "5550 71834 2". */
const runs = shapedExactly(
  "(?<![A-Za-z0-9_./@=&?$£€-]|\\d,)(?:[A-Za-z]{1,4}[-/.]){0,2}[A-Za-z]{0,4}\\d[A-Za-z0-9]{0,20}(?:[-./:_][A-Za-z0-9]{1,20}){0,6}(?: \\d{1,12}(?![A-Za-z0-9:/%-]|[.,]\\d)){0,4}(?![A-Za-z0-9%@]|[-/:_][A-Za-z0-9]|[.,]\\d)",
);

/** Tickets, lots, orders, documents, colleagues and standards have numbers, too: the word may stand a few small ones before. */
const ours =
  /(?<![a-z])(?:tickets?|assignment|wo|w\/o|work orders?|lots?|batch(?:es)?|p\.?o|orders?|incidents?|inc|req|requests?|ref|references?|cat(?:alog(?:ue)?)?|invoices?|quotes?|serial|s\/?n|npi|parts?|items?|assets?|tags?|models?|modules?|jobs?|docs?|documents?|sops?|forms?|versions?|ver|v|builds?|releases?|firmware|employee|staff|payroll|badge|ext|extensions?|bleeps?|beeper|pager|dect|rooms?|codes?|pin|passcode|password|id|zoom|meeting|webinar|conference|datix|ulysses|complaint|changes?|problems?|tasks?|jira|bug|commit|cent(?:re|er)|budget|gl|fund|gmc|nmc|hcpc|gphc|clia|cap|ukas|iso|iec|rfc|ndc|cas|loinc|snomed|cpt|icd|pmid|pmcid|pmc|doi|isbn|issn|nct|trial|grant|irb|ethics|rec|protocol|sku|gtin|ean|rma|kit|support case|memos?|circular|bulletin|hotline[^.!?\n]{0,30} case|(?:roche|beckman|siemens|abbott|sysmex|vendor|supplier|engineer|helpdesk|help desk)[^.!?\n]{0,30} case|leak|fault|windows|call ?sign|locker|polic(?:y|ies)|shelf|seals?|reagent|control|calibrator|year|budget|wifi|error|vat|charity|company|permit|pr|bid|runs?|cra|zone|panel|purchase|tender|contract|project|approval|voucher|pat test(?: sticker)?|drawer|rack|alarm|door|gate|tips|pallet|shipment|tracking|parcel|delivery|crates?)(?:'s)?(?:[ :#.=(-]{0,3}|[ :#]{1,2}(?:[A-Za-z0-9-]{3,14}(?:, ?| and | & )){1,4})(?:(?:number|num|no|nr|id|code|logged|raised|reported|is|was|as|under|ref|now|still|the|for|it|to|of|in|no longer|not|called|has|have)[ :#.-]{1,3}){0,4}$|\d x $/i;

/** What a maker, a courier or a workshop numbers. */
const machines =
  /(?<![a-z])(?:errors?|modules?|engineer|hotline|service call|call-?out|helpdesk|jams?|probe|arcing|waybill|courier|dhl|fedex|ups|returned|sr|wo|rma|case|opened with|logged (?:it )?with|swap(?:ped)?|seal|lock|loler|cert(?:ificate)?|sticker|waste|cartridge|kit|quarantine|autoclave|alarm|filed|incident|datix|ge|bd|cepheid|siemens|roche|beckman|abbott|sysmex|thermo|stryker|pyxis|omnicell)(?![a-z])[^.!?\n]{0,50}$/i;
const records =
  /(?<![a-z])(?:mrn|patients?|pts?|charts?|records?|her|his|account|acct|claim|policy|mum|dad|wife|husband|notes|wristband)(?![a-z])/i;

/** A claim's or a policy's, and a bill that goes to a patient. */
const theirs = /^(?:CLM|CLAIM|POL|POLICY|ACCT|MEM)[-_/. ]?\d/i;
const insured =
  /(?<![a-z])(?:lapsed|insur\w{1,6}|aetna|cigna|blue cross|bupa|humana|axa|vhi|medicaid|medicare|payer|prior auth|claim|denied|rejected|coverage)(?![a-z])/i;
const sentTo =
  /(?<![a-z])(?:patient|pt|student|lady|man|gent\w{0,5}|widow|family|her|his|him|home)(?![a-z])/i;

/** The same, written as one with the number. */
const oursWithin =
  /^(?:INC|REQ|CHG|TKT|RITM|TASK|PRB|SOP|LOT|PO|SN|REF|CR|ISO|EN|IEC|NCT|PMID|PMC|CVE|RFC|EP|GP|POCT|CLSI|DOC|FRM|LP|HR|QMS|KB|CAPA|DR)(?:[-_/. ][A-Z]{1,5})?[-_/. ]?\d/;

/** "120000 tests", and not "5512093 needs a new one". */
const counted =
  /^[ -](?:\w{1,14} )?(?:samples?|specimens?|tubes?|tests?|cases|results?(?= and| a | this| in a| for one)|results in|slides|patients|people|orders|pages|records|charts|times|calls|doses|units|steps|views|hits|messages|emails|rows|lines|labels|jabs|vaccin\w{1,8}|requests|copies|miles|km|kilomet\w{1,4}|met\w{1,4}|hours|minutes|days|cells|bytes|points|pounds|dollars|euros|quid|followers|members|staff|visitors|swabs|transactions|entries|files|forms|procedures|operations|attendances|appointments|scans|bloods|deliveries|babies|meals|letters|words|kg|mg|ml|lit\w{1,4}|duplicates|masks|gloves|bottles|a year|per|of|in|square|rpm|mrns?)(?![a-z])/i;

/** What a number without a label numbers, if it is a patient's. */
const recordWords = shaped(
  "(?<![a-z])(?:charts?|records?|files?|folders?|notes|cultures?|bottles?|blocks?|slides?|biops(?:y|ies)|merg(?:e|ed|ing)|duplicates?|pts?|(?:a|the|this|her|his) patients?|tubes?|accession|add(?:ed|ing)?[- ]on|emr|ehr|epic|wristbands?|stickers?)(?![a-z])",
);

/** New Zealand's: three letters and four digits. */
const nhi = shapedExactly("(?<![A-Za-z0-9-])[A-HJ-NP-Z]{3}\\d{4}(?![A-Za-z0-9-])");

export function bareNumbers(text: string, directory: Directory): readonly Doubt[] {
  const spans = [
    ...runs(text, directory).filter((span) => isNumber(text, span)),
    ...nhi(text, directory).filter(
      (span) =>
        nearestOf(clinicalTokens(tokensOf(text)), span, 40) !== null &&
        !ours.test(text.slice(Math.max(0, span.start - 48), span.start)),
    ),
  ];
  if (spans.length === 0) return spans;
  const clinical = clinicalTokens(tokensOf(text));
  const records = recordWords(text, emptyDirectory);
  return doubtsOf(spans, (span) => {
    const beside = nearestOf(clinical, span, 80) ?? nearestOf(records, span, 50);
    const digits = digitsOf(text.slice(span.start, span.end)).length;
    if (digits === long - 1 && nearestOf(records, span, 50) === null) return null;
    return { ...span, beside };
  });
}

function isNumber(text: string, { start, end }: Span): boolean {
  const run = text.slice(start, end);
  const digits = digitsOf(run);
  if (digits.length < long - 1 || oursWithin.test(run) || isNoNumber(run)) return false;
  const isCount = /^[1-9]\d{0,11}(?: 000| \d{3}){0,3}$/.test(run);
  if (isCount && (/000$/.test(run) || counted.test(text.slice(end, end + 32)))) return false;
  if (digits.length < long && !/^[A-Za-z]{0,3}-?\d{5}$/.test(run)) return false;
  const before = text.slice(Math.max(0, start - 48), start);
  if (
    theirs.test(run) ||
    (/invoices?|claims?|bills?/i.test(before) && sentTo.test(text.slice(end, end + 60))) ||
    (/polic(?:y|ies)[ #:]{1,3}(?:no\.? |number )?$/i.test(before) && insured.test(text))
  )
    return true;
  if (machines.test(before) && !records.test(before + text.slice(end, end + 24))) return false;
  return !ours.test(before) && !ourLine.test(before);
}

const day = "\\d{1,2}";
const year = "(?:19|20)\\d{2}";
const clock = "(?:[01]?\\d|2[0-4])[:.]?[0-5]\\d(?:[:.][0-5]\\d)?";
const noNumber = new RegExp(
  `^(?:${[
    `${clock}(?:[-/ ]${clock})?`,
    `${year}[-/](?:${year}|${day})(?:[-/.]${day})?(?:[T ]${clock})?`,
    `(?:0?[1-9]|[12]\\d|3[01])[-/.](?:0?[1-9]|[12]\\d|3[01])[-/.](?:${year}|\\d{2})(?: ${clock})?`,
    `${day}[-/.]${day}(?: ${year}| ${clock})?`,
    `${day}[-/.]${day}-${day}[-/.]${day}(?:[-/.](?:${year}|\\d{2}))?`,
    `${year}(?: ${year}){1,4}`,
    `${day}[-/.]${year}`,
    `${year}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:[-_][A-Za-z0-9]{1,3})?`,
    "\\d{1,9}(?:st|nd|rd|th|k|m|rpm|kg|mg|ml|ug|km|hz|mb|gb|px)",
    "\\d{1,12}\\.\\d{1,3}",
    "[A-Za-z]{1,4}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,6}",
    "\\d{1,3}(?:[ -]\\d{1,3}){1,2}",
    "(?:[A-Za-z]{0,2}\\d{1,3}[-/.: ]){1,6}[A-Za-z]{0,2}\\d{1,2}[A-Za-z]{0,2}",
  ].join("|")})$`,
);

/** Times, dates, spans of them, ordinals, measures, and what is made of short parts alone: "120/80/100". */
const isNoNumber = (run: string): boolean =>
  noNumber.test(run) &&
  !/^\d{2,3}[- ]\d{2,3}[- ]\d{2,4}$/.test(run.replace(/^\d{2}[- ]\d{2}[- ]\d{2}$/, "")) &&
  !/^(?:\d-\d{3}-\d{3}|\d{2}(?:-\d{2}){3,4}|(?:3[2-9]|[4-9]\d)-\d{2}-\d{2})$/.test(run);
