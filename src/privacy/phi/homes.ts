/** Homes told in other ways than a number and its street: a house with a name, a street where somebody lives, a flat. */
import { any, type Find, notAfter, shaped, shapedExactly } from "./find.ts";

export const streetWords =
  "Street|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Boulevard|Blvd|Terrace|Tce|Crescent|Cres|Parkway|Pkwy|Close|Court|Gardens|Gdns|Grove|Mews|Circle|Trl|Boreen|Quay|Parade|Esplanade|Wynd|Brae|Croft|Row|Way|Drove|Turnpike";
const houses =
  "Farm|Cottage|Lodge|Manor|Villas?|Barn|House|Mill|Rectory|Vicarage|Grange|Bungalow|Towers|Almshouses|Croft|Estate";
const estates =
  "(?:Heights|Pines|Oaks|Springs|Hollow|Shores|Commons|Estates?|Village|Apartments|Flats|Manor|Towers|Villas?|Glen|Landing|Ridge|Hills|Woods|Acres|Meadows?|Gardens|Place|Plaza|Point|Court|Quays?|Wharf|Mews|Buildings|Mansions)";
const openWays =
  "(?:Way|Hill|Park|View|Green|Row|Walk|Place|Square|Rise|Trail|Gate|Loop|Bend|Ridge|Path|Vale|Fields|Meadows?|Wharf|Heights|Close|Court)";
const word = "[A-Z][A-Za-z'’-]{1,24}";
const living =
  "(?:lives?|living|lived|stays|staying|resides|wandering|found|neighbou?rs?|home|house|back|visited|visit|dad|mum|mom|lady|gent(?:leman)?|man|woman|lad|chap|patient|pt|mr|mrs|him|her|them|meds|oxygen|delivery)";

export const homes: Find = any(
  shapedExactly(
    `(?<=on |in )(?:${word} ){1,2}(?:${streetWords})(?=.{0,24}(?:lives|lived|is from|her home|his home))`,
  ),
  shapedExactly(`(?<![\\w/:.-])\\d{2,5} (?:${word} ){1,2}Dr(?![a-z])(?!\\.? [A-Z])`),
  shapedExactly(
    `(?:${word} ){1,3}(?:${streetWords}),? (?:number|no\\.?|nr\\.?|#) ?\\d{1,4}(?![\\w])`,
  ),
  shaped(
    "(?<![a-z])(?:flat|apt|apartment) ?(?:no\\.? ?|number |#)?\\d{1,4}[a-z]?(?:,| at| in| on|\\/)? (?=[\\da-z])(?=(?:\\d{1,5}[a-z]? )?[a-z'’]{2,20} [a-z'’]{2,20})",
  ),
  shapedExactly(`(?<![\\w])\\d{1,4}/\\d{1,5} (?:${word} ){1,2}(?:${streetWords}|St)(?![a-z])`),
  shapedExactly(
    `(?<![\\w/])\\d{1,4}[a-z]?, (?:${word} ){1,2}(?:${streetWords}|Walk|Hill|Park|View|Green|Place|Square|Rise)(?![a-z])`,
  ),
  shapedExactly(
    `(?<=(?:at|to|of|from|in|on|Forge|Cottage|House|Lodge|Farm|Barn|Villa),? )(?:${word} ){1,2}(?:${streetWords}), ${word}`,
  ),
  // "at 905 Harbor Pines", "to 7C Calton Heights": of whatever kind the second word makes it.
  shapedExactly(
    `(?<=(?:[Aa]t|[Tt]o|from|of|visit|visiting|address:?|flat|apt) )(?:\\d{3,5}|\\d{1,3}[A-Z]) ${word} ${estates}(?![a-z])`,
  ),
  notAfter(
    shapedExactly(`(?<=, )\\d{1,4}[A-Za-z]? (?:${word} ){1,2}${openWays}(?=[,.!?)]|$)`),
    /(?<![A-Za-z])(?:HQ|[Hh]ospital|[Oo]ffices?|[Cc]linic|[Cc]entre|[Cc]enter|[Ll]ab|[Dd]epot|[Tt]rust|[Vv]enue|[Mm]eet|[Pp]ub|[Cc]afe)[^.!?\n]{0,20}$/,
  ),
  shaped("(?<![a-z])p\\.? ?o\\.? ?box \\d{1,6}(?!\\d)"),
  shaped(
    `(?<![a-z])${living}(?: [a-z]{1,10}){0,3} (?:on|at|in|off|near|of) (?<id>(?:[a-z'’]{2,20} ){1,2}(?:${streetWords}))(?![a-z])(?! (?:station|office|site|clinic|hospital|surgery|branch|campus|cafe|pub|practice))`,
    (id) => /^\p{Lu}.{0,40} \p{Lu}/u.test(id),
  ),
  shapedExactly(
    `(?<=(?:[Aa]t|to|from|of|in|near) )(?:${word} ){1,2}(?:${houses})(?:,? (?:near|${word}|by the))(?![a-z])`,
  ),
  // Ireland's and Canada's; Britain's are among the hard ones.
  shapedExactly(
    "(?<![A-Z0-9])[AC-FHKNPRTV-Y]\\d[\\dW] (?=\\d{0,3}[A-Z])(?=[A-Z]{0,3}\\d)[0-9AC-FHKNPRTV-Y]{4}(?![A-Z0-9])",
  ),
  shapedExactly("(?<![A-Z0-9])[ABCEGHJ-NPRSTVXY]\\d[A-Z] ?\\d[A-Z]\\d(?![A-Z0-9])"),
);
