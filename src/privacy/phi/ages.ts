/** Ages over 89, of people. Machines, houses and feasts get old, too, and so do volunteers. */
import { clinicalTokens } from "./clinical.ts";
import { type Doubt, doubtsOf, type Find, shaped } from "./find.ts";
import { nearestOf } from "./near.ts";
import { tokensOf } from "./tokens.ts";
import { givenNames } from "./words/given.ts";
import { folded } from "./words/wordSet.ts";

const age =
  "(?:9\\d|1[01]\\d|ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|one) hundred(?: (?:and )?(?:one|two|three|four|five|six|seven|eight|nine|ten))?)";
export const somebody =
  "(?:patient|pt|lady|lad|man|woman|gentleman|gent|female|male|resident|mother|father|granny|gran|nan|grandad|grandpa|grandma|mum|mom|dad|chap|fella|fellow|bloke|boy|girl|guy|dear|soul|widow|widower|veteran|m|f)";
const years = "[- ]?(?:years?|yrs?)[- ]?(?:old|young)?";
/** "99 years of service" and "94 % of cases". */
const noAge =
  "(?![\\d%:/]|\\.\\d| ?(?:%|min|percent|per cent|degrees|out of|of (?:us|them|our)|st(?!\\w)|kg|mg|miles|km|samples|tests))";

const found: readonly Find[] = [
  shaped(`(?<![a-z])(?:aged?|age of|turned|turning|turns) (?<id>${age})${noAge}(?![\\d-])`),
  shaped(
    `(?<![a-z0-9])(?<id>${age}(?:[- ]?(?:years?|yrs?)[- ]?(?:old|young)|[- ]?(?:yo|y\\/o|yof|yom|y\\.o\\.)))(?![a-z])(?!,? (?:\\w{1,10} )?(?:building|hospital|ward|machine|analy[sz]er|centrifuge|microscope|lift|school|house|church|tradition|institution|clinic|trust|charity|company|boiler|roof|system|record|wing|chapel|tree|plumbing|pipes|recipe|joke|idea|kit|scanner|book|car))`,
  ),
  shaped(
    `(?<![a-z])(?:he|she|they|who|grandad|granny|nan|gran)(?:['’]?s| is| was| made| reached| hit| will be| turned| just turned| turns| are|['’]re|['’]ll be) (?:now |only |nearly |almost |just |all of )?(?<id>${age})${noAge}(?![a-z])`,
  ),
  shaped(
    `(?<![a-z0-9])(?<id>${age})(?:${years}|yo|y\\/o)?[- ]{1,2}(?:old )?${somebody}(?![a-z])|(?<![a-z0-9])${age} ?[mf](?![a-z0-9])`,
  ),
  shaped(`(?<![a-z])${somebody},? (?:of |was |is |aged )?\\(?${age}${noAge}(?![a-z0-9])`),
  shaped(`(?<![a-z])at ${age},? (?:she|he|and|still|with)(?![a-z])`),
  shaped(
    `(?<![a-z])(?:her|his|their|patient'?s) (?:9\\dth|1[01]\\d(?:st|nd|rd|th)|ninetieth|hundredth) birthday`,
  ),
  shaped(
    `(?<![a-z])ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))? (?:and|years) (?:sharp|still|fit|young|old|going|never)`,
  ),
  shaped(
    `(?:^|[.!?] |(?<![a-z])(?:nearly|almost|just|only) )(?<id>${age}),? (?:and|but) (?:she|he|still)(?![a-z])`,
  ),
  shaped(
    `(?<![a-z0-9])(?:9\\d|1[01]\\d)(?:th|st|nd|rd) (?:birthday )?(?:to|for|of) (?:our|the|my|a) (?:\\w{1,12} ){0,2}${somebody}(?![a-z])`,
  ),
  // A number and nothing that is counted, near somebody; in words it is hardly anything else.
  shaped(
    `(?<![a-z])(?:lady|man|woman|gent(?:leman)?|person|patient|pt|resident|nan|granny|mr|mrs|miss|mam|sr|she|he|who|her|his|oldest|retired|former|home)(?![a-z])[^.!?\\n]{0,60}?(?<![\\w.:/#£$€+-]) (?<id>(?:9\\d|1[01]\\d)(?: ?(?:y\\.?o\\.?|yrs?|years?(?! (?:of|in|at|here|ago|since|later|together|between))))?)(?=[,;)!?]|\\.(?!\\d)|$| (?:and|but|next|today|now|this|last) )`,
  ),
  shaped(
    `(?<![\\w.:/#£$€+-])(?<id>(?:9\\d|1[01]\\d)(?: ?(?:y\\.?o\\.?|yrs?|years? (?:old|young)|years?(?=,)))?),? (?:an? |our |the )?(?:lady|man|woman|gent(?:leman)?|retired|former|ex|widow|blind|frail|lives|living|still)(?![a-z])`,
  ),
  shaped(
    `(?<![a-z])ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))(?![a-z-])(?! ?(?:percent|per cent|minutes?|mins?|seconds?|hours?|days?|samples?|tubes?|specimens?|slides?|tests?|people|patients|miles|boxes|degrees|pounds|of|in))`,
  ),
  shaped(
    `(?<![a-z])(?:hundredth|hundred and (?:first|second|third|fourth|fifth)|1[01]\\dth|9\\dth|1[01][123](?:st|nd|rd))(?: birthday(?! of (?:the|our))| bday|!| to (?:our|the|my|dear))(?! (?:test|sample|patient|transplant|case|delivery))`,
  ),
  shaped("(?<![a-z])born in (?<id>19[0-3]\\d)(?!\\d)"),
  shaped("(?<![a-z])(?:(?:super)?centenarian|nonagenarian)(?![a-z])"),
];

/** "our volunteer Edna who turned 91". */
const worker =
  /(?<![a-z])(?:volunteers?|receptionist|porter|nurse|doctor|dr|colleague|cleaner|chaplain|secretary|driver|consultant|matron|gardener|trustee|governor|hospital|trust|ward|building|unit|nhs|union|charity|school|college|league)(?![a-z])(?:(?!(?<![a-z])(?:our|the|for|with|from|about|off|a|an|his|her|this)(?![a-z]))[^.!?\n]){0,40}$/i;

/** "Dorothy is 93". */
const called = shaped(
  `(?<![a-z])[a-z]{3,16} (?:is|was|turned|turns) (?:now |nearly |almost |only )?${age}${noAge}(?![\\d-])`,
  (id) => /^\p{Lu}/u.test(id) || givenNames.has(folded(id.split(" ")[0] ?? "")),
);

const mayHold = /9\d|1[01]\d|ninet|nonagen|centenar|hundred|19[0-3]\d/i;

export const agesOver89: Find = (text, directory): readonly Doubt[] => {
  if (!mayHold.test(text)) return [];
  const spans = [...found, called].flatMap((find) => find(text, directory));
  if (spans.length === 0) return spans;
  const clinical = clinicalTokens(tokensOf(text));
  return doubtsOf(spans, (span) =>
    worker.test(text.slice(Math.max(0, span.start - 60), span.start))
      ? null
      : { ...span, beside: nearestOf(clinical, span) },
  );
};
