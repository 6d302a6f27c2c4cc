/** Who does what people at work do: runs, teaches, retires, or begins the story. */
import type { Name } from "./names.ts";
import type { Token } from "./tokens.ts";
import { between, careers, occasions, roles, workVerbs } from "./words/roles.ts";

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

/** "Mrs Lockhart taught me", "Mr Sandhu and his registrar", "Mr Osei did a ward round". */
export function doesWork(tokens: readonly Token[], name: Name): boolean {
  let at = name.to + 1;
  while (at < name.to + 4 && still.has(tokens[at]?.word ?? "") && !tokens[at]?.first) at += 1;
  const [verb, object, third, fourth] = tokens.slice(at, at + 4);
  if (verb === undefined || verb.first || verb.gap.trim() !== "") return false;
  if (workVerbs.has(verb.word)) return object?.word !== "out" && object?.word !== "up";
  if (verb.word === "did" || verb.word === "does" || verb.word === "and" || verb.word === "has")
    return [object, third, fourth].some((one) => one !== undefined && work.has(one.word));
  return false;
}

const still = new Set("always just also still never who has really even again once".split(" "));
const work = new Set(
  "round rounds list lists clinic clinics teaching registrar registrars secretary team firm juniors fellow trainees staff shift shifts rota".split(
    " ",
  ),
);

/** "Mr Kerr's list", "Mr Osei's new registrar". */
export const leadsTeam = (tokens: readonly Token[], { to, possessive }: Name): boolean =>
  possessive && tokens.slice(to + 1, to + 3).some(({ word }) => work.has(word) || roles.has(word));

/** A leaving do, a promotion, a poster: near one of these. */
export const hasOccasion = (tokens: readonly Token[], { from, to }: Name): boolean =>
  tokens
    .slice(Math.max(0, from - 7), to + 8)
    .some(({ word }, at, near) =>
      word === "month" ? near[at - 1]?.word === "the" : occasions.has(word),
    );

/** They came to us, move up or leave us. */
export const hasCareer = (tokens: readonly Token[], { from, to }: Name): boolean =>
  tokens.slice(Math.max(0, from - 5), to + 7).some(({ word }) => careers.has(word));

/** "fixed by Steve Marks", "worked with Ana Ribeiro", "proud of Joanna Clarke", "could Lena Hartwig". */
export function isAtWork(tokens: readonly Token[], { from }: Name): boolean {
  const [one, two] = [tokens[from - 1], tokens[from - 2]];
  if (one === undefined || tokens[from]?.gap !== " ") return false;
  if (one.word === "by" || asking.has(one.word)) return true;
  return (
    (one.word === "with" && withWhom.has(two?.word ?? "")) ||
    (one.word === "of" && two?.word === "proud") ||
    (one.word === "was" && two?.word === "it") ||
    (one.word === "from" &&
      tokens.slice(Math.max(0, from - 6), from - 1).some(({ word }) => learning.has(word))) ||
    (one.word === "to" && toWhom.has(two?.word ?? "")) ||
    signs.has(one.word)
  );
}

const toWhom = new Set(
  "luck goes go welcome qs questions question queries report reports reply replies rsvp applications".split(
    " ",
  ),
);
const signs = new Set("signed witnessed verified owner lead author contact".split(" "));
const asking = new Set(
  "could can may would please will ask contact via alongside welcome without nominee love".split(
    " ",
  ),
);
const learning = new Set(
  "learned learnt learn inspired advice help helped talk email heard training teaching handover".split(
    " ",
  ),
);
const withWhom = new Set(
  "chat coffee lunch talk call sat-down swapped nights work working works worked paired shift shifts team teamed nights alongside".split(
    " ",
  ),
);
