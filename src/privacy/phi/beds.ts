/** Beds and rooms with somebody in them: something clinical stands beside it, or somebody, or the bed itself does what people do. */
import { clinicalTokens } from "./clinical.ts";
import { type Doubt, doubtsOf, type Find, type Span, shaped, shapedExactly } from "./find.ts";
import { isNearer, nearestOf } from "./near.ts";
import { type Token, tokensOf } from "./tokens.ts";

const bed =
  "(?:bed|bedspace|bed space|room|rm|bay|cubicle|cube|side ?room|s\\/?r|cot|incubator|trolley|stretcher|recliner|pod)";
const beds = shaped(
  `(?<![a-z0-9])${bed} ?(?:no\\.? ?|number |#)?\\d{1,4}[a-d]?(?:,? (?:bed|bay) ?(?:\\d{1,3}|[a-d]))?(?![a-z0-9]|:\\d|\\.\\d)`,
);
/** "CCU 4", "Resus 2": a unit's name and the place in it. */
const unitBeds = shaped(
  "(?<![a-z0-9])(?:ccu|icu|itu|nicu|picu|hdu|pacu|resus|majors|recovery|post-?partum|post-?natal|ante-?natal|labou?r|l&d|delivery|maternity) (?:bed ?)?\\d{1,2}[a-d]?(?![a-z0-9:%]|\\.\\d| (?:nurses?|staff|beds|times|hours|minutes|hrs|mins|days|years|patients))",
);

const person =
  "(?:patient|pt|lady|lad|man|woman|gentleman|gent|female|male|mother|father|granny|gran|nan|grandad|mum|mom|dad|chap|guy|fellow|teenager|teen|new (?:stroke|hip|admission)|fella|bloke|boy|girl|kid|child|baby|daughter|son|wife|husband|family|relatives?|sister|brother|parents)";
const people = shaped(
  `(?<![a-z])(?:${person}|mrs|poor|so (?:he|she)|(?:for|with|to|let|while) (?:him|her|he|she)|got (?:him|her)|(?:him|her) (?:out|up|to|into|back|home))(?![a-z])`,
);
/** "the lad in side room B": with a letter it is a bed only for somebody in it. */
const lettered = shaped(
  `(?<![a-z])(?:${person}|person) (?:who (?:is|was) )?(?:in|from) (?:the )?(?<id>${bed} [a-h])(?![a-z0-9])`,
);
/** Whoever is told of beside it did something to the place. */
const upkeep = shaped(
  "(?<![a-z])(?:clean\\w{0,4}|mopp\\w{1,4}|stock\\w{0,4}|restock\\w{0,4}|repair\\w{0,3}|fix\\w{0,3}|broken|jam\\w{0,5}|drips?|leak\\w{0,3}|flicker\\w{0,3}|brake|wheel|fridge|sink|tap|socket|printer|bulb|estates|housekeep\\w{0,4}|turn(?:ed|ing|s)? (?:over|around)|meeting|meet|booked|book|left my|lost my|clear|door|corridor|mess|mattress|curtains?|stuck|blinds?|light|lamp|window|heating|radiator|toilet|bin|bins|equipment|supplies|missing|on loan|storage|stored|board|delivered|arrived|pump|monitor|machine|hoist|paint\\w{0,3}|decorat\\w{1,4}|empty|label stock)(?![a-z])",
);

/** What a bed does when its patient is meant: "bed 9's daughter", "bed 6 fell". */
const doesSomething =
  /^(?:'s? (?:\w{1,12} )?(?:daughter|son|wife|husband|hubby|partner|kids|mum|mom|dad|mother|father|family|sister|brother|relatives?|sats|obs|bp|bloods|drip|cannula|iv|line|pain|drain|dressing|catheter|insulin|buzzer|k|potassium|results?|discharge|scan|transfer|meds|chart|birthday)|,? (?:fell|vomited|wants?|wanted|asked|cried|crying|passed|coded|arrested|deteriorated|died|said|says|looked|looks|seemed|seems|sounded|felt|feels|refused|ate|slept|walked|buzzed|buzzing|who|whose|went (?:home|off|to|down|up)|got (?:out|up|home|a new (?:heart|liver|kidney))|had a|has (?:not |never )?(?:stopped|been (?:asking|crying|discharged|admitted|so))|was (?:so|very|due|discharged|admitted|crying|frightened|scared|unwell|in)|is (?:so|very|due|nil|nbm|on|going|off|asking|crying)|(?:is|was|are|were) (?:\w{1,8} )?(?:feeding|lonely|sleeping|asleep|sad|happy|home|dead|better|worse|awake|agitated|hypo|septic|bleeding|wet|hungry|cold|left|scared|frightened|in pain|gone)|had (?:no|a|her|his)|loved|told|thinks?|says|needs (?:her|his|a (?:hug|scan|bed ?pan|cannula|wash))|pulled|became)(?![a-z]))/i;

/** A bed or a cot that does what no bed does; a room may be meant itself. */
const acts =
  /^ (?!delivered|moved|fixed|ordered|needed|booked|used|arrived)(?:\w{2,12}ed|bit|hit|sang|spat|threw|ran|slept|ate|drank|wept|swore|kept|bled|says) (?!by |with )/i;

const inIt = new RegExp(
  `(?<![a-z])(?:${person}|she|he|him|her|someone|somebody|person|mr \\w{1,20}|mrs \\w{1,20}|miss \\w{1,20})(?: who)?(?: was| is| sat| out| over)?(?: in| from| at| on|,) (?:the )?(?:(?:end|corner|side) (?:room|bed),? \\(?)?$`,
  "i",
);

/** With something clinical near it, or somebody in it: "the gentleman in bed 9". */
export const bedsWithSomebody: Find = (text, directory) => {
  const inside = lettered(text, directory);
  const spans = [...beds(text, directory), ...unitBeds(text, directory)];
  if (inside.length > 0 || spans.length === 0) return inside;
  const clinical = clinicalTokens(tokensOf(text));
  const persons = people(text, directory);
  const kept = upkeep(text, directory);
  const cared = care(text, directory);
  const out = outOfOrder(text, directory);
  return doubtsOf(spans, (span) => {
    const bell = nearestOf(out, span, 60) === null ? nearestOf(cared, span, 40) : null;
    const broken = nearestOf(out, span, 30);
    const word = nearestOf(clinical.filter(isApart(span)), span, 120) ?? bell;
    if (word !== null && !isNearer(broken, word, span)) return { ...span, beside: word };
    if (lies(text, span)) return span;
    if (isForOne(text, span) && nearestOf(kept, span, 40) === null && broken === null) return span;
    const near = acting(text, span) ? span : nearestOf(persons, span, 60);
    return near !== null && !isNearer(nearestOf(kept, span, 60), near, span)
      ? { ...span, beside: null }
      : null;
  });
};

/** "resus bay 3": where the bay is, and nothing of whoever lies in it. */
const isApart =
  ({ start }: Span) =>
  ({ word, end }: Token): boolean =>
    !(end === start - 1 && unitsOfCare.has(word));
const unitsOfCare = new Set(
  "resus icu itu surgery trauma stroke chemo dialysis renal xray x-ray echo ct mri scan ultrasound endoscopy".split(
    " ",
  ),
);

/** "K of 2.1", "her meds": care, though nothing that only one patient can have. */
const care = shaped(
  "(?<![a-z])(?:(?:bp|sats|hr|rr|glucose|k|na|hb|inr|bm|crp|trop|ph|gluc|lactate|temp|news|gcs)\\+? (?:of |was |is |at |= ?)?\\d|(?:meds|mar chart|chart|insulin|drip|feeds?|analgesia|bed ?pan|commode|call ?bell|buzzer|catheter|visitors|relatives|ivs?|antibiotics|cannulas?)(?![a-z]))",
);

/** A bed is somebody's; of a bay or a room more has to be told. */
const isForOne = (text: string, { start, end }: Span): boolean =>
  /^(?:bed|cot|cubicle|incubator|side ?room|s\/?r)/i.test(text.slice(start, end));

/** The bell of the room, and nobody who would ring it. */
const outOfOrder = shaped(
  "(?<![a-z])(?:(?:no|not|n['’]t|stopped) (?:\\w{1,8} )?working|broken|faulty|missing|estates|out of order)(?![a-z])",
);

const acting = (text: string, { start, end }: Span): boolean =>
  /^(?:bed|cot)/i.test(text.slice(start, end)) && acts.test(text.slice(end, end + 16));

const lies = (text: string, { start, end }: Span): boolean =>
  inIt.test(text.slice(Math.max(0, start - 40), start)) ||
  doesSomething.test(text.slice(end, end + 40));

/** "E9", "12B", "6C-2", "308": a bed by nothing but its sign, so only where somebody is said to be in it. */
const signs = shapedExactly(
  "(?<![A-Za-z0-9$£€/.:#-])(?:(?<=in )\\d{1,2}-(?:\\d|[A-D])|\\d{1,2}[A-Za-z]-\\d{1,2}|\\d{1,2}[A-Ha-h]|[A-HS]R?-?\\d{1,2}|(?<=(?:in|from|into|in to|the) )\\d{1,3})(?![A-Za-z0-9%:/]|[.,-]\\d)",
);
const signDoes =
  /^ \([^)]{0,40}\) (?:was|is|has|had|needs|wants)(?![a-z])|^(?: and [\dA-Z-]{1,5})?(?: both)?(?:'s? (?:sats|obs|bp|family|daughter|son|wife|husband|bloods|drip|mum|dad|buzzer|potassium|k)|,? (?:was|is) due (?:her|his|their)|,? and (?:she|he) (?:was|is|had)|,? (?:fell|coded|arrested|vomited|buzzed|who (?:was|is|had|fell)|went home|had (?:no|a)|missed|was (?:moved|left|given|not|swapped)|was (?:so|very) (?:frightened|scared|unwell|poorly|kind|upset|sick)))(?![a-z])/i;
const vital = /(?<![a-z])(?:bp|sats|hr|rr|glucose|k|hb|inr|bm|gcs|news) (?:of |was |is )?\d/i;
const counted =
  /^ ?(?:min|hour|sec|day|week|month|year|percent|per cent|people|of|mins|hrs|samples|minutes|cases|am|pm|to)/i;
const walkedInto = /(?:walked|went|popped|ran|came) (?:into|in to) $/i;

export const signsWithSomebody: Find = (text, directory): readonly Doubt[] =>
  doubtsOf(signs(text, directory), (span) => {
    const { start, end } = span;
    const before = text.slice(Math.max(0, start - 40), start);
    const after = text.slice(end, end + 40);
    if (counted.test(after)) return null;
    const sign = text.slice(start, end);
    const isPlain = /^\d{1,3}$/.test(sign);
    if (inIt.test(before) && / (?:in|from) (?:the )?$/i.test(before)) return span;
    if (
      /^\d{1,2}[A-H]$/.test(sign) &&
      / (?:in|from|at) $/.test(before) &&
      vital.test(before + after)
    )
      return span;
    if (signDoes.test(after) && !isPlain) return span;
    return isPlain && walkedInto.test(before) && /^ (?:and|,) (?:she|he|they)/i.test(after)
      ? span
      : null;
  });
