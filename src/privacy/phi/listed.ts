/** Names as lists and labels write them: "Trethewey, J.", and on a line of its own "Castellan, Ruben". */
import { isThanked } from "./colleague.ts";
import { type Doubt, type Find, shapedExactly } from "./find.ts";
import { nearestOf } from "./near.ts";
import { clinicalTokens } from "./clinical.ts";
import { tokensOf } from "./tokens.ts";
import { clinicalWords } from "./words/clinical.ts";
import { givenNames } from "./words/given.ts";
import { ordinary } from "./words/ordinary.ts";
import { roles } from "./words/roles.ts";
import { folded } from "./words/wordSet.ts";

const surname = "[A-Z][A-Za-z'’-]{2,24}";
const names = shapedExactly(
  `(?<![\\w-])${surname}, (?:[B-HJ-Z](?:\\.|(?![\\w'’]))|A\\.)|(?<=^|\\n|(?:on|for|of|from|chart|notes|folder|label|sample|results?) )${surname}, [A-Z][a-z]{1,20}(?=$|\\n|[.!?]| (?:is|was|has|had|dob|on|in|at|\\(|\\d)|,? \\d)`,
);

export const listedNames: Find = (text, directory): readonly Doubt[] => {
  const found = names(text, directory);
  if (found.length === 0) return found;
  const tokens = tokensOf(text);
  return found.flatMap(({ start, end }) => {
    const words = text.slice(start, end).replaceAll(".", "").split(", ").map(folded);
    const [last = "", first = ""] = words;
    if ([ordinary, clinicalWords, roles, givenNames].some((known) => known.has(last))) return [];
    if (first.length > 1 && !givenNames.has(first)) return [];
    if (directory.knows(words)) return [];
    const at = tokens.findIndex((token) => token.start === start);
    if (at < 0 || isThanked(tokens, at)) return [];
    return [{ start, end, beside: nearestOf(clinicalTokens(tokens), { start, end }), name: words }];
  });
};
