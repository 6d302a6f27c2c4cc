/**
 * The hard identifiers, in order of certainty: by shape, by checksum, by label. Each of these rows blocks: a text that one of
 * them finds is refused, nothing of it is kept, and the rule's name is all that a log may hold.
 */
import { anyDate, fullDate } from "./dates.ts";
import { any, between, labelled, shaped, shapedExactly } from "./find.ts";
import { innocent, isNhsNumber, isSocialSecurityNumber } from "./numbers.ts";
import { reachRules } from "./reach.ts";
import type { Rule } from "./rule.ts";

type HardRule = Omit<Rule, "certainty">;

/** "no", "number", "#" and their like, after the word they number. */
const number =
  "[ .]{0,2}(?:#|nos?(?![a-z])|nrs?(?![a-z])|num(?:bers?)?(?![a-z])|id(?![a-z])|identifier|nummer)";
export const hardRules = [
  {
    name: "medical-record-number",
    type: "record",
    why: "A number with the label of a record, a chart or a hospital leads to one patient",
    find: any(
      labelled(
        `m[. ]?r[. ]?n(?:s|\\.)?|m[. ]?r\\.? ?#|(?:med(?:ical)?[. ]{0,2}rec(?:ord)?s?|chart|hosp(?:ital)?|unit|patient|pat|pt|record|case|encounter|visit|admission|fin|har|ur)${number}|nhi|urn|csn|patienten(?:nr|nummer|id)|fall(?:nr|nummer)|akten(?:nr|nummer|zeichen)`,
        4,
      ),
      labelled("med(?:ical)?[. ]{0,2}rec(?:ord)?s?", 5),
      labelled(`(?:folder|pas|epr|[kxrd]|case ?notes?|wristband|armband)${number}|ur|crn`, 5),
      shaped(
        "(?<![a-z0-9])(?:m[. ]?r[. ]?ns?|(?:medical record|chart|hospital|patient) (?:number|no|id))(?![a-z])\\D{1,40}(?<id>\\d{6,20})(?!\\d)",
      ),
      labelled("(?:chart|patient|pt|record|emr|ehr)(?!\\.[a-z])", 6),
      shaped(
        "(?<![a-z0-9])(?<id>[a-z]{0,4}-?\\d{5,12})[ (,=-]{1,3}(?:(?:is|as|was) )?(?:(?:the|her|his|their) )?m[. ]?r[. ]?n(?![a-z])",
      ),
    ),
  },
  {
    name: "social-security-number",
    type: "national",
    why: "Nine digits as 3-2-4, or after their label; taxpayer numbers (9xx) have the same shape, and other countries' have labels",
    find: any(
      labelled("s[. ]?s[. ]?n(?:s|\\.)?|soc(?:ial)?[. ]{0,2}sec(?:urity)?|ss ?#|i?tin", 4),
      labelled("soc(?:ial)?", 9),
      labelled("(?:ni|nino|national insurance)(?: ?(?:number|no|nr|#))?", 6),
      shaped(
        "(?<![a-z])(?:pps|ppsn|fair deal|sin|sss)(?![a-z])[^.!?\\n]{0,40} (?<id>\\d{7}[a-w][a-i]?|\\d{3}[- ]\\d{3}[- ]\\d{3}|\\d{2}-\\d{7}-\\d)(?![\\w-])",
      ),
      shaped(
        "(?<![\\w-])(?<id>\\d{7}[a-w][a-i]?|\\d{3}[- ]\\d{3}[- ]\\d{3})(?![\\w-])[^.!?\\n]{0,30}(?<![a-z])(?:pps|ppsn|sin)(?![a-z])",
      ),
      shaped(
        "(?<![a-z])(?:ssn|social(?: security)?)(?: (?:number|no))?,? (?:last (?:4|four)(?: digits)?|ending|ends)(?: (?:in|with|of|is|are|was)){0,2}[ :]{1,2}(?<id>\\d{4})(?!\\d)",
      ),
      shapedExactly(
        "(?<![A-Za-z0-9])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D](?![A-Za-z0-9])",
      ),
      labelled(
        "(?:ni|nino|national insurance|pps|ppsn|sin|aadhaar|nin)(?: ?(?:number|no|nr|card|#))?",
        7,
      ),
      shaped(
        "(?<!\\d)\\d{3}(?: ?[-./_] ?| )\\d{2}(?: ?[-./_] ?| )\\d{4}(?!\\d)",
        isSocialSecurityNumber,
      ),
      // Each digit by itself, in groups: "1 2 3 - 4 5 - 6 7 8 9".
      shaped(
        "(?<!\\d[ -]?)\\d \\d \\d ?[-./_] ?\\d \\d ?[-./_] ?\\d \\d \\d \\d(?![ -]?\\d)",
        isSocialSecurityNumber,
      ),
    ),
  },
  {
    name: "nhs-number",
    type: "national",
    why: "Ten digits whose last checks the others (mod 11), or after their label",
    find: any(
      labelled("nhs|chi(?: number| no| #)", 9),
      shaped(`${innocent}(?<![a-z0-9])\\d{3} ?\\d{3} ?\\d{4}(?![a-z0-9])`, isNhsNumber),
      shaped(`${innocent}(?<![a-z0-9]|\\d )\\d{4,7}[ -]\\d{3,6}(?![a-z0-9]| \\d)`, isNhsNumber),
    ),
  },
  {
    name: "medicare-number",
    type: "health-plan",
    why: "A Medicare beneficiary identifier: eleven places, each of a fixed kind (CMS)",
    find: shaped(
      "(?<![a-z0-9])[1-9][ac-hjkmnp-rt-y][ac-hjkmnp-rt-y0-9]\\d[- ]?[ac-hjkmnp-rt-y][ac-hjkmnp-rt-y0-9]\\d[- ]?[ac-hjkmnp-rt-y]{2}\\d{2}(?![a-z0-9])",
    ),
  },
  {
    name: "health-plan-number",
    type: "health-plan",
    why: "A number with the label of an insurance, a plan or a membership",
    find: any(
      labelled(`(?:insurance|insur(?:er)?|subscriber|beneficiary)${number}`, 3),
      labelled(
        `(?:ins|(?:health[ -]?)?plan|member(?:ship)?|medicaid|medicare|dva|payer|policy|claim)${number}|insurance(?: (?:plan|policy))?|insur(?:er)?|ins|hbn|hicn|hcn|phn|(?:health|ohip) card|membership|medicaid|medicare|versicherten(?:nr|nummer)`,
        5,
      ),
    ),
  },
  {
    name: "specimen-number",
    type: "specimen",
    why: "A laboratory's own number for one patient's sample, by label or by its usual shapes",
    find: any(
      labelled(
        `(?:accession|acc|specimen|sample|lab)${number}|(?:auftrags|proben|befund)nummer`,
        4,
      ),
      labelled("accession|specimen|sample", 5),
      shapedExactly(
        "(?<![A-Za-z0-9-])(?:(?:S|SP|SU|C|CY|NG)\\d{2}-\\d{3,8}|[A-Z]{1,3}\\d{2}-(?!(?:19|20)\\d{2}(?!\\d))\\d{4,8}|[A-Z]{1,2}-\\d{2}-\\d{4,8}|\\d{2}:[A-Z]{1,3}-?\\d{4,8}|\\d{2}[A-Z]{1,2}-\\d{5,8})(?![A-Za-z0-9-])",
      ),
    ),
  },
  {
    name: "date-of-birth",
    type: "birth",
    why: "A date with the label of a birth",
    find: any(
      shaped(
        `(?<![a-z0-9])(?:d[. ]?o[. ]?b\\.?|date of birth|birth ?date|d\\/o\\/b|b-?day|geburtsdatum)(?![a-z])${between}(?<id>${anyDate})`,
      ),
      shaped(
        `(?<![a-z0-9])(?:dob|birth ?date|date of birth)(?![a-z])[^.!?\\d]{1,40} (?<id>${fullDate})`,
      ),
      shaped(
        `(?<![a-z0-9])(?:born|birthday|geboren|geb)(?![a-z])(?: on| am)?${between}(?<id>${fullDate})`,
      ),
      // "Santos, b. 7.9.26", "(b 12/02/1951)"; "plan B. 12/3/26" is none.
      shaped(
        `(?<!(?:hep|hepatitis|plan|vitamin|vit|group|type|influenza|flu|part|section|appendix|team|bay|ward|level|side) )(?<![\\w.-])(?:b\\.|(?<=[,(] ?)b) ?(?<id>${fullDate})`,
      ),
    ),
  },
  ...reachRules,
  {
    name: "account-number",
    type: "account",
    why: "A number with the label of an account or of a licence",
    find: any(
      labelled(`(?:account|acct|a/c|billing|bill)${number}|konto(?:nr|nummer)`, 4),
      labelled(`acct|(?:licen[cs]e|passport|certificate)${number}|passport`, 5),
    ),
  },
  {
    name: "device-number",
    type: "device",
    why: "The serial number of what a patient carries, or the plate of a car",
    find: any(
      labelled(
        `(?:pacemaker|implant|prosthesis|stent|device|icd|valve|insulin pump|hearing aid)(?: serial)?(?:${number}|(?![a-z]))`,
        5,
      ),
      labelled(`(?:pacemaker|implant|prosthesis|stent|device)(?: serial)?${number}`, 4),
      labelled("vin", 6),
      shaped(
        "(?<![a-z])(?:reg|registration|plate|car|vehicle|van|parked)(?![a-z])[^.!?\\d]{1,30} (?<id>[a-z]{2}\\d{2} ?[a-z]{3})(?![a-z0-9])",
      ),
      shaped(
        `(?<![a-z0-9])(?:(?:licen[cs]e|number|registration) plates?|car reg(?:istration)?|reg(?= [a-z]{2}\\d{2} ?[a-z]{3}(?![a-z]))|kennzeichen)(?![a-z])${between}(?<id>[a-z0-9]{1,4}[ -]?[a-z0-9]{1,5}(?:[ -]?\\d{1,4})?)`,
        (id) => /\d{2}/.test(id) || (/\d/.test(id) && id.length >= 5),
      ),
    ),
  },
  {
    name: "id-number",
    type: "record",
    why: "A number called an id, unless it is said to be that of a colleague, a meeting or a thing",
    find: labelled(
      `(?<!(?:user|employee|staff|badge|meeting|zoom|event|webinar|course|ticket|session|asset|lot|provider|nurse|order) )id(?:${number})?`,
      5,
    ),
  },
] as const satisfies readonly HardRule[];
