/** Who is introduced as somebody of the house, of a firm or of another hospital: by a role before the name or after it, or as new here. */
import { afterTitle, type Name } from "./names.ts";
import type { Token } from "./tokens.ts";
import { clinicalWords } from "./words/clinical.ts";
import { givenNames } from "./words/given.ts";
import { patientWords, roles, titles, workplaces } from "./words/roles.ts";

/** "Dr. Smith", "porter Phil"; titles have a rule of their own, and a Chief may be one of a people. */
export const isIntroduction = (before: Token, name: Token | undefined): boolean =>
  ((roles.has(before.word) && before.word !== "chief") ||
    (titles.has(before.word) && !before.shouted && (before.capital || before.word !== "miss"))) &&
  name !== undefined &&
  afterTitle.test(name.gap);

/** Introduced after the name: "Mr Khan, our porter", "Gareth in IT", "Val in the discharge lounge". */
export function worksHere(
  tokens: readonly Token[],
  name: Name,
  places: ReadonlySet<string> = workplaces,
): boolean {
  if (isIntroducedAsNew(tokens, name.from)) return true;
  // "Kaya's big sister", "Bronwyn's chair": neither is her work.
  if (name.possessive) return false;
  let placed = false;
  for (let at = name.to + 1; at <= name.to + 5; at += 1) {
    const token = tokens[at];
    if (token === undefined || !(at === name.to + 1 ? /^,? \(?$/ : /^ $/).test(token.gap))
      return false;
    if (roles.has(token.word) && token.word !== "ate")
      return tokens[at + 1]?.word !== "of" || token.word !== "resident";
    if (at === name.to + 1 && token.gap.includes("(") && workplaces.has(token.word)) return true;
    if (placed && (places.has(token.word) || (isUnit(token) && places === workplaces))) return true;
    if (placesOf.has(token.word)) placed = true;
    else if (!introducing.has(token.word) && !(placed && isUnitsPart(token))) return false;
  }
  return false;
}

/** "Gareth in IT"; but not "down before her MRI". */
const isUnit = ({ shouted, word }: Token): boolean =>
  shouted && /^[^\d]{2,}$/.test(word) && !clinicalWords.has(word);

/** "from the night team", "in Corporate Services". */
const isUnitsPart = ({ capital, word }: Token): boolean =>
  capital ||
  [
    "night",
    "day",
    "early",
    "late",
    "agency",
    "community",
    "staffing",
    "temp",
    "locum",
    "cleaning",
    "security",
  ].includes(word);

const placesOf = new Set(["in", "from", "at", "of", "on", "down", "over"]);
const introducing = new Set(
  "the our a an my new lovely up your who is one big wonderful their great brilliant fantastic".split(
    " ",
  ),
);

/** "Our new PT, Giulia Marchetti"; "the rep from Medtronic, Lorcan Vesey"; "their engineer is Marek"; "the new guy Florian"; "Omnicell's Ravi". */
export function isIntroducedAsNew(tokens: readonly Token[], from: number): boolean {
  const gap = tokens[from]?.gap ?? "";
  const last = tokens[from - 1];
  if (last === undefined || (gap !== " " && !/^, (?:a )?$|^ \($/.test(gap))) return false;
  if (gap === " ") {
    if (last.possessive && last.capital && !last.first && !givenNames.has(last.word)) return true;
    const role = tokens[from - 2]?.word ?? "";
    if (last.word === "is" && (roles.has(role) || role === "contact")) return true;
    const near = tokens.slice(Math.max(0, from - 3), from);
    return (
      near.some(({ word }) => word === "new") && !near.some(({ word }) => patientWords.has(word))
    );
  }
  const before = tokens.slice(Math.max(0, from - 6), from);
  const near = before.slice(
    Math.max(
      0,
      before.findLastIndex(({ first }) => first),
    ),
  );
  return near.some(({ word }) => arriving.has(word) || roles.has(word)) || isFromFirm(near);
}

/** "the gentleman from Philips". */
const isFromFirm = (before: readonly Token[]): boolean =>
  !before.some(({ word }) => patientWords.has(word)) &&
  before.some(
    ({ word }, at) =>
      word === "from" &&
      before[at + 1]?.capital === true &&
      !/^(?:bay|bed|ward|room)$/.test(before[at + 1]?.word ?? ""),
  );

const arriving = new Set("new agency locum bank supply visiting temp".split(" "));
