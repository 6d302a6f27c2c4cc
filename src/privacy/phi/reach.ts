/** Where somebody lives and how they are reached: by fax, phone, e-mail or at home, and the addresses of their machine and their record. */
import { emailsOutside } from "./email.ts";
import { any, between, type Find, notAfter, shaped, shapedExactly } from "./find.ts";
import { innocent, isCompanys, isInternetAddress, ourLine } from "./numbers.ts";
import type { Rule } from "./rule.ts";

type HardRule = Omit<Rule, "certainty">;

const apart = "(?: ?[-./] ?| )";
/** "fax it to", "call me back on". */
const reach = `(?: (?:it|him|her|me|them|us|back|at|on|to)(?![a-z])){0,3}${between}`;
const phoneDigits = `(?<id>\\d{3}[ .-]?\\d{4}(?!\\d)|\\+?\\d(?:[ ./()-]{0,2}\\d){8,14})`;
const streets =
  "Street|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Boulevard|Blvd|Terrace|Crescent|Parkway|Pkwy|Close|Court|Gardens|Gdns|Grove|Mews|Circle|Highway|Hwy|Trl|Tce|Cres|Boreen|Quay|Parade|Esplanade|Wynd|Brae";
/** Words of every day: a street only where somebody lives at it or goes to it. */
const openStreets =
  "Way|Hill|Park|View|Green|Row|Walk|Place|Square|Rise|Trail|Gate|Pl|Cir|Ct|Loop|Run|Bend|Ridge|Path|Croft|Vale|Fields|Meadows?|End|Wharf";
/** Where we meet, learn and work: nobody's home. */
const ourPlace =
  /(?<![a-z])(?:meet|meeting|drinks|training|party|leaving do|lunch|dinner|depot|office|offices|pub|cafe|hq|headquarters|venue|course|conference|site|shop|restaurant|interview|after work)(?![a-z])[^.!?\n]{0,30}$/i;
const states =
  "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]";

/** "oh seven nine six two 118 430". */
const spoken =
  "(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine|(?:double|treble|triple) (?:oh|zero|one|two|three|four|five|six|seven|eight|nine))";
const spokenDigits = (id: string): number =>
  id
    .toLowerCase()
    .split(/[ ,-]+/)
    .reduce(
      (digits, part) =>
        digits + (/\d/.test(part) ? part.length : ({ double: 1, treble: 2, triple: 2 }[part] ?? 1)),
      0,
    );

const noCompanys =
  (find: Find): Find =>
  (text, directory) =>
    notAfter(find, ourLine)(text, directory).filter((span) => !isCompanys(text, span));

export const reachRules = [
  {
    name: "fax-number",
    type: "phone",
    why: "Seven digits or more after the word fax",
    find: shaped(`(?<![a-z0-9])(?:tele)?fax(?![a-z])${reach}${phoneDigits}`),
  },
  {
    name: "phone-number",
    type: "phone",
    why: "Numbers as they are dialled in North America, Britain and Germany, from abroad, or after a label; extensions pass",
    find: noCompanys(
      any(
        shaped(
          `(?<![a-z0-9])(?:phone|ph|tele(?:ph|f)on[e]?|tel|cell|mobile|mob|handy|contact|whatsapp|(?<!on[ -])call|pager)(?![a-z])${reach}${phoneDigits}`,
        ),
        shaped(
          `(?<!\\d)(?:\\+?1${apart}?)?(?:\\(\\d{3}\\) ?${apart}?|\\d{3}${apart})\\d{3}${apart}?\\d{4}(?!\\d)`,
        ),
        shaped(`${innocent}(?<![a-z0-9.])1?[2-9]\\d{9}(?![a-z0-9])`),
        shaped(
          "(?<![a-z0-9.])(?:\\(0\\d{2,4}\\) ?\\d{3,4}[ -]?\\d{3,5}|0(?:\\d{9,10}|\\d{4}[ -]?\\d{3}[ -]?\\d{2,3}|\\d{3}[ -]\\d{3}[ -]?\\d{4}|\\d{2}[ -]\\d{4}[ -]?\\d{4}|\\d{2,4}[ /-]{1,3}\\d{5,8}))(?![a-z0-9])",
        ),
        shaped(
          "(?<![a-z])(?:on|at|rang|rung|ring|ringing|called|calling|call|text|texted|number|reach|reached)(?: (?:her|him|them|the|home|back|on|at|number)){0,3}[ :]{1,2}(?<id>\\d{3}[-.]\\d{4})(?![\\d-])",
        ),
        // Australia's and New Zealand's, Ireland's, Britain's in other groups; Singapore's only where it is called one.
        shaped(
          "(?<![\\w.:/-])(?:0\\d{3} \\d{3} \\d{3}|0\\d{2} \\d{4} \\d{3}|0\\d{4} \\d{3} \\d{4}|0\\d{5} \\d{2} \\d{3}|0\\d \\d{3,4} \\d{4}|\\((?:0\\d|65)\\) ?\\d{3,4} ?\\d{4})(?![\\w/]| \\d)",
        ),
        shaped(
          "(?<![a-z])(?:phone|mobile|mob|cell|landline|number|no|call|ring|rang|callback|reach|carer|daughter|dtr|son|wife|husband|sister|brother|mum|mom|dad)(?![a-z])[^.!?\\d\\n]{0,30} (?<id>(?:0\\d{3}|[689]\\d{3})[ -]\\d{4}|0\\d{3} \\d{6}|0\\d{9})(?!\\d|[-/ ]\\d)",
        ),
        shaped(
          `(?<![a-z])(?:${spoken}[ ,-]{1,2}){3,12}(?:\\d[\\d -]{1,12}\\d|${spoken})(?![a-z0-9])`,
          (id) => spokenDigits(id) >= 7,
        ),
        shaped("(?<![a-z0-9])\\+[1-9](?:[ ./()-]{0,3}\\d){7,14}(?!\\d)"),
        shaped("(?<![a-z0-9.])00[1-9](?:[ ./()-]{0,3}\\d){9,13}(?!\\d)"),
      ),
    ),
  },
  {
    name: "email-address",
    type: "email",
    why: "An address outside the organization's own domains is somebody's who is not staff",
    find: any(
      emailsOutside,
      // "tamsin_okoro at gmail.com", "jo dot doe (at) outlook dot com"
      shaped(
        "(?<![\\w.])[a-z0-9][a-z0-9._-]{1,40} ?[([]?at[)\\]]? ?(?:g(?:oogle)?mail|outlook|hotmail|yahoo|icloud|aol|live|msn|protonmail|proton|gmx|btinternet|sky|comcast|verizon)(?:\\.| dot )[a-z]{2,3}(?:(?:\\.| dot )[a-z]{2})?(?![a-z])",
      ),
    ),
  },
  {
    name: "record-link",
    type: "internet",
    why: "An address whose path or query names a patient or a record by number",
    find: shaped(
      "[/?&#](?:patients?|pat|pt|pid|mrns?|records?|charts?|encounters?|visits?|accessions?|specimens?|samples?|csn|members?|claims?|person|subject)(?:[-_]?(?:id|no|number))?[=/](?<id>[a-z0-9._~%-]{3,80})",
      (id) => id.replaceAll(/\D/g, "").length >= 3,
    ),
  },
  {
    name: "internet-address",
    type: "internet",
    why: "An IP address; clauses and versions (7.3.7.2) are not, unless the label says so",
    find: any(
      shaped(
        "(?<![\\w.])(?<!(?:section|clause|version|build|release|firmware|iso|chapter|v)[ .]{0,2})\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}(?![\\w]|\\.\\d)",
        (id) => isInternetAddress(id) && Number.parseInt(id, 10) >= 10,
      ),
      shaped(
        "(?<![a-z0-9])ip(?:v4)?(?: address)?[ :=]{1,3}(?:is )?(?<id>\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3})(?!\\d)",
        isInternetAddress,
      ),
      shaped(
        "(?<![\\w:])(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){7}|[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){1,5}:(?::[0-9a-f]{1,4}){1,5})(?![\\w:])",
      ),
    ),
  },
  {
    name: "street-address",
    type: "address",
    why: "A house number with a street, or a postcode of Britain or the United States",
    find: notAfter(
      any(
        shapedExactly(
          `(?<![\\w/:.-])\\d{1,5}[A-Za-z]? (?:[NSEW]\\.? )?(?:(?!Days? |Miles? |Hours? )[A-Z][a-z'’]{1,20} ){1,3}(?:${streets}|St(?!\\.? [A-Z]))(?![a-z])`,
        ),
        shaped(
          `(?<![a-z])(?:lives?|living|lived|address|home|stays|resides|residing)(?![a-z])(?: [a-z]{1,10}){0,3} (?<id>\\d{1,5}[a-z]? (?:[a-z'’]{2,20} ){1,3}(?:${streets}|${openStreets}|st)(?![a-z]))`,
        ),
        shapedExactly(
          `(?<=(?:at|to|of|from|address:?) )\\d{1,5}[A-Za-z]? (?:[A-Z][a-z'’]{1,20} ){1,3}(?:${openStreets})(?![a-z])`,
        ),
        shapedExactly(
          "(?<![A-Za-z0-9-])[A-Z]{1,2}\\d[A-Z\\d]? \\d[ABD-HJLNP-UW-Z]{2}(?![A-Za-z0-9])",
        ),
        shapedExactly(`(?<=, )(?:${states}) \\d{5}(?:-\\d{4})?(?!\\d|-)`),
        shapedExactly(
          "(?<![\\w])[A-ZÄÖÜ][a-zäöüß]{2,20}(?:straße|strasse|str\\.|weg|gasse|platz|allee) \\d{1,4}[a-z]?(?!\\w)",
        ),
      ),
      ourPlace,
    ),
  },
] as const satisfies readonly HardRule[];
