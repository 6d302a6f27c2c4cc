/** The doubt about a name: from its title to its last word, with the clinical word nearest to it. */
import { clinicalTokens } from "./clinical.ts";
import type { Directory } from "./directory.ts";
import type { Doubt } from "./find.ts";
import { afterTitle, type Name } from "./names.ts";
import { nearestOf } from "./near.ts";
import { normalise } from "./normalise.ts";
import type { Token } from "./tokens.ts";
import { patientWords, titles } from "./words/roles.ts";

/** None about a site's name. */
export function nameDoubt(
  text: string,
  tokens: readonly Token[],
  name: Name,
  directory: Directory,
): Doubt | null {
  const doubt = doubtOf(tokens, name, text);
  return isSite(text, doubt, directory) ? null : doubt;
}

/** "his daughter", "the patient's wife". */
export const isTheirs = (before: Token | undefined, or: readonly string[] = []): boolean =>
  before !== undefined &&
  (before.possessive || ["his", "her", "their", "the", "patient's", ...or].includes(before.word));

function doubtOf(tokens: readonly Token[], name: Name, text: string): Doubt {
  const before = tokens[name.from - 1];
  const titled =
    before !== undefined &&
    (titles.has(before.word) || patientWords.has(before.word)) &&
    afterTitle.test(tokens[name.from]?.gap ?? "");
  const start = (titled ? before : tokens[name.from])?.start ?? 0;
  const last = tokens[name.to];
  const end =
    last === undefined ? start : last.initial && text[last.end] === "." ? last.end + 1 : last.end;
  return {
    start,
    end,
    beside: nearestOf(clinicalTokens(tokens), { start, end }),
    name: name.words,
  };
}

/** "Jackson Memorial" is where people work, whoever Jackson was. */
function isSite(text: string, { start, end }: Doubt, { sites }: Directory): boolean {
  return sites.some((site) => {
    const plain = normalise(site).text.toLowerCase();
    if (plain === "") return false;
    const around = text.slice(Math.max(0, end - plain.length), start + plain.length).toLowerCase();
    return around.includes(plain);
  });
}
