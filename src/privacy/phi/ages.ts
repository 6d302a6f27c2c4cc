/** Ages over 89, of people. Machines, houses and feasts get old, too, and so do volunteers. */
import { type Doubt, type Find, type Span, shaped } from "./find.ts";

const age =
  "(?:9\\d|1[01]\\d|ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|one) hundred(?: (?:and )?(?:one|two|three|four|five|six|seven|eight|nine|ten))?)";
export const somebody =
  "(?:patient|pt|lady|lad|man|woman|gentleman|gent|female|male|resident|mother|father|granny|gran|nan|grandad|grandpa|grandma|mum|mom|dad|chap|fella|fellow|bloke|fellow|guy|dear|soul|widow|widower|veteran|m|f)";
const years = "[- ]?(?:years?|yrs?)[- ]?(?:old|young)?";
/** "99 years of service" and "94 % of cases". */
const noAge = "(?![\\d%:/]|\\.\\d| ?(?:%|min|percent|per cent|degrees|out of|of (?:us|them|our)|st(?!\\w)|kg|mg|miles|km|samples|tests))";

const found: readonly Find[] = [
  shaped(`(?<![a-z])(?:aged?|age of|turned|turning|turns) (?<id>${age})(?![\\d-])${noAge}`),
  shaped(
    `(?<![a-z0-9])(?<id>${age}(?:[- ]?(?:years?|yrs?)[- ]?(?:old|young)|[- ]?(?:yo|y\\/o|yof|yom|y\\.o\\.)))(?![a-z])(?!,? (?:\\w{1,10} )?(?:building|hospital|ward|machine|analy[sz]er|centrifuge|microscope|lift|school|house|church|tradition|institution|clinic|trust|charity|company|boiler|roof|system|record|wing|chapel|tree|plumbing|pipes))`,
  ),
  shaped(
    `(?<![a-z])(?:he|she|they|who|grandad|granny|nan|gran)(?:['’]?s| is| was| will be| turned| just turned| turns| are|['’]re|['’]ll be) (?:now |only |nearly |almost |just |all of )?(?<id>${age})(?![a-z])${noAge}`,
  ),
  shaped(
    `(?<![a-z0-9])(?<id>${age})(?:${years}|yo|y\\/o)?[- ]{1,2}(?:old )?${somebody}(?![a-z])|(?<![a-z0-9])${age} ?[mf](?![a-z0-9])`,
  ),
  shaped(`(?<![a-z])${somebody},? (?:of |was |is |aged )?\\(?${age}(?![a-z0-9])${noAge}`),
  shaped(`(?<![a-z])at ${age},? (?:she|he|and|still|with)(?![a-z])`),
  shaped(`(?<![a-z])(?:her|his|their|patient'?s) (?:9\\dth|1[01]\\d(?:st|nd|rd|th)|ninetieth|hundredth) birthday`),
  shaped(`(?<![a-z])ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))? (?:and|years) (?:sharp|still|fit|young|old|going|never)`),
  shaped("(?<![a-z])(?:(?:super)?centenarian|nonagenarian)(?![a-z])"),
];

/** "our volunteer Edna who turned 91". */
const worker =
  /(?<![a-z])(?:volunteers?|receptionist|porter|nurse|doctor|dr|colleague|cleaner|chaplain|secretary|driver|consultant|matron|gardener|trustee|governor|donor)(?![a-z])[^.!?\n]{0,40}$/i;

export const agesOver89: Find = (text, directory): readonly Doubt[] =>
  found
    .flatMap((find) => find(text, directory))
    .filter(({ start }: Span) => !worker.test(text.slice(Math.max(0, start - 60), start)));
