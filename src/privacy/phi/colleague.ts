/** What says of a name that it is a colleague's: they are thanked, introduced by what they do, or begin the story. */
import type { Name } from "./names.ts";
import type { Token } from "./tokens.ts";
import { between, roles, thanking, titles, workplaces } from "./words/roles.ts";

/** "Dr. Smith", "porter Phil"; titles have a rule of their own. */
export const isIntroduction = (before: Token, name: Token | undefined): boolean =>
  (roles.has(before.word) || (titles.has(before.word) && !before.shouted)) &&
  name !== undefined &&
  /^[. ]{1,2}$/.test(name.gap);

/** Introduced after the name: "Mr Khan, our porter", "Gareth in IT", "Val in the discharge lounge". */
export function worksHere(tokens: readonly Token[], name: Name): boolean {
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
  let isFor = false;
  for (let at = from - 1; at >= 0 && from - at <= 14; at -= 1) {
    const token = tokens[at];
    const after = tokens[at + 1];
    if (token === undefined || after === undefined) return false;
    if (thanking.has(token.word)) return !token.possessive;
    if (after.first && /[.;:?]/.test(after.gap) && !/[:]/.test(after.gap)) return false;
    if (token.possessive) return false;
    // "Thanks Ana for Mrs Doe": what comes after the "for" is not who is thanked.
    if (token.word === "for") isFor = true;
    else if (isFor && token.capital && !between.has(token.word) && !token.first) return false;
    if (between.has(token.word) || roles.has(token.word) || titles.has(token.word)) continue;
    if (!token.capital) return false;
  }
  return false;
}

/** It begins the sentence, alone or with others, and so does something: colleagues mostly. */
export function isSubject(tokens: readonly Token[], name: Name): boolean {
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

/** "Thanks Tom, Mrs Doe got it in time": after the comma something else is told, of somebody else. */
export function beginsAnew(tokens: readonly Token[], name: Name, mark: number): boolean {
  const next = tokens[name.to + 1];
  return (
    tokens[mark]?.gap.includes(",") === true &&
    next?.gap === " " &&
    !["and", "for", "who", "from", "in"].includes(next.word)
  );
}
