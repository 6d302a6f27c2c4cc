/** Names as lists and labels write them: "Trethewey, J.", and on a line of its own "Castellan, Ruben". */

import { clinicalTokens } from "./clinical.ts";
import { type Doubt, doubtsOf, type Find, shapedExactly } from "./find.ts";
import { nearestOf } from "./near.ts";
import { isThanked } from "./thanked.ts";
import { tokensOf } from "./tokens.ts";
import { births } from "./words/births.ts";
import { clinicalWords } from "./words/clinical.ts";
import { givenNames } from "./words/given.ts";
import { ordinary, placeWords } from "./words/ordinary.ts";
import { roles } from "./words/roles.ts";

const surname = "[A-Z][A-Za-z'’-]{2,24}";
const names = shapedExactly(
  `(?<=(?:[Rr]oom|[Rr]m|[Bb]ed|[Cc]ot|[Bb]ay) \\d{1,4}[A-Za-z]?: )${surname}, [A-Z][a-z]{1,20}|^${surname}, [A-Z][a-z]{1,20}(?= [-–] )|(?<![\\w-])${surname}, (?:[B-HJ-Z](?:\\.|(?![\\w'’]))|A\\.)|(?<=^|[:.] |(?:on|for|of|from|to|with|is|chart|notes|folder|label|sample|results?) )${surname}, [A-Z][a-z]{1,20}(?=$|[.!?]| (?:and (?:his|her|the)|mrn|MRN|dob|DOB|NHS|nhs|is|was|has|had|dob|on|in|at|\\(|\\d)|,? \\d)`,
);

/** "Next of kin: Barry Stokes", "summary for J Whitlam". */
const introduced = shapedExactly(
  `(?<=(?:[Nn]ext of [Kk]in|NOK|nok|[Pp]atient|[Pp]t|PT|[Nn]ame(?: on (?:the )?[a-z]{2,10})?|[Ss]urname|[Mm]other|[Mm]um|[Ff]ather|[Hh]usband|[Ww]ife): )${surname} ${surname}|(?<=(?:^|[.!?] )[Rr][Ee]:? )${surname}(?=[,.:]| [-–])|(?<=(?:for|of|on|from|to|pt|patient|under|is) )[B-HJ-Z] ${surname}(?![\\w-])`,
);

/** "E. Thornbury", and no germ. */
const initialled = shapedExactly(
  `(?<![\\w°'’-])(?<!\\d )(?<!(?:Dr|Pharm|Mr|Mrs|Ms|Prof|Sr|Rev|Nurse|Sister|[Bb]ay|[Bb]ed|[Rr]oom|[Ww]ard|[Bb]lock|[Bb]ank|[Ll]evel|[Uu]nit|[Pp]art|[Ss]ection|[Gg]roup|[Tt]eam|[Tt]ype|[Pp]lan|[Vv]itamin|[Hh]ep|[Hh]epatitis|[Zz]one|[Gg]ate|[Dd]oor|[Ff]loor|[Ss]ide|[Ll]ift|[Bb]oardroom)\\.? )[A-Z]\\. ${surname}(?![\\w'’-])|(?<![\\w-])${surname} [A-Z]\\.(?= [a-z]|[,)])`,
);
const germs = new Set(
  "braun coli aureus pylori difficile diff albicans pneumoniae faecalis influenzae".split(" "),
);

export const listedNames: Find = (text, directory): readonly Doubt[] => {
  const found = [
    ...names(text, directory),
    ...initialled(text, directory),
    ...introduced(text, directory),
  ];
  if (found.length === 0) return found;
  const tokens = tokensOf(text);
  const clinical = clinicalTokens(tokens);
  return doubtsOf(found, ({ start, end }) => {
    const words = tokens.filter((token) => token.start >= start && token.end <= end);
    const [first, second] = words;
    if (first === undefined) return null;
    if (second === undefined)
      return isNoSurname(first.word) || directory.knows([first.word])
        ? null
        : { start, end, beside: nearestOf(clinical, { start, end }), name: [first.word] };
    const isAsSpoken = first.initial || !text.slice(start, end).includes(",");
    const [last, given] = isAsSpoken && !second.initial ? [second, first] : [first, second];
    if (
      isNoSurname(last.word) ||
      (!given.initial && !givenNames.has(given.word) && !births.has(given.word))
    )
      return null;
    const name = [given.word, last.word];
    const at = tokens.indexOf(first);
    if (directory.knows(name) || isThanked(tokens, at)) return null;
    if (first.initial && roles.has(tokens[at - 1]?.word ?? "")) return null;
    return { start, end, beside: nearestOf(clinical, { start, end }), name };
  });
};

const isNoSurname = (word: string): boolean =>
  [ordinary, clinicalWords, roles, givenNames, germs, placeWords].some((known) => known.has(word));
