/** What is told right after a name, or right before it, of somebody who is cared for. */
import type { Name } from "./names.ts";
import type { Token } from "./tokens.ts";
import { ordinary } from "./words/ordinary.ts";
import { kinOf, pitying } from "./words/roles.ts";

const age =
  "\\(\\d{1,3}(?: ?[mfy]| ?yo| ?years?| ?yrs?)?\\)|(?:aged? )?\\d{1,3}[- ]?(?:m|f|yo|yom|yof|y\\/o|y|(?:yrs?|years?|months?|weeks?|days?|wks?)(?:[- ]old)?|weekers?)(?![a-z])(?! (?:in|at|of|on|with|as|ago|here|later|today))|\\d{2,3}, ";
const bracketed = /^ \(\d{1,3}(?:,|\)|;| ?(?:m|f|yo|y|yrs?|years?)(?![a-z]))/i;
const ageAfter = new RegExp(`^(?: jn?r| sr)?,? (?:${age})|^, \\d{2,3}[.!]?$`, "i");

const happens = new RegExp(
  `^(?: jn?r| sr)?,? (?:who )?(?:(?:has|had|is|was|just|finally|then|got|also|already|only|now|even|actually|now) ){0,3}(?:${[
    "passed away|went home (?:today|yesterday|on|at last|after)|(?:goes|going|getting|got|home) home|is home|home (?:today|tomorrow|at last)",
    "came (?:back to say|off (?:the|cpap|oxygen|ventilat)|round|through (?:the|surgery)|in (?:with|by ambulance))|woke|opened (?:his|her|their) eyes",
    "took (?:his|her|their) first|walked (?:out|again|to (?:his|her|their))|took (?:a|his|her) turn|on full feeds|weaned|ate|eaten|drunk|no (?:slippers|visitors|family|teeth|glasses|clothes|shoes)|asleep|nil by mouth",
    "(?:his|her|their|a|the) (?:transplant|results?|scan|chemo|transfusion|diagnosis|new (?:hip|knee|heart|liver|kidney|lung))",
    "in (?:for|with) (?:his|her|a)|in (?:pain|bits|labour|labor|resus|surgery|theatre)|on the (?:list|table|vent)|ready for (?:discharge|theatre)",
    "says? you|said you|thinks? you|told (?:me|us) you|sends? (?:his|her|their|love)|asked (?:me|us) to (?:thank|say|tell|pass)|(?:goes|going|went|off) to (?:hospice|theatre|rehab|resus|icu|itu)|sat in (?:wet|pain|(?:his|her) own)|wants? (?:me|us|you) to",
    "made it|pulled through|survived|lost (?:on|his|her)|needs? (?:a|an|his|her) (?:scan|op|bed|transfusion|new)|waited|has been waiting|was so (?:scared|frightened|pleased|grateful|poorly|brave)",
    "wandered|absconded|got (?:swapped|mixed up|lost|a bed|worse|better|moved)|came in(?! (?:early|late|on|at|to|from|for|over|when|and|as|extra|specially|with (?:cake|food|coffee|a smile)|every|this|despite)|[.,!?]|$)|choked|screamed|stopped breathing|settled|refused|pulled (?:his|her)|feeding|allergic|is (?:scared|lonely|allergic|nil|confused|poorly)|has (?:dementia|capacity|no visitors|an allergy)|needs (?:feeding|turning|a new band|his|her)|thank(?:ed|s) (?:you|us)|ask(?:ed|s|ing) (?:for|after) (?:you|us)|(?:keeps|kept) (?:asking|calling|ringing|pulling|pressing|shouting|falling|crying|trying to get)|rang the bell(?! for)|(?:is|feels|feeling|doing|looks?|looking) (?:doing )?(?:so |much |a lot ){0,2}better|breathing|would(?: not|n['’]t) be (?:here|alive|home)|would have died|threw (?:his|her) (?:food|dinner|lunch|breakfast|tray|cup|walker)|spat|bit (?:me|you|us|him|her)|swung at|yelled|(?:was|is) (?:yelling|shouting|screaming|crying|wandering|hitting|asking for)|(?:is )?(?:now )?on the (?:right|wrong) (?:chart|ward|record)|(?:won['’]t|wouldn['’]t|hasn['’]t|can['’]t|never) stop(?:ped)? (?:talking|asking|smiling|crying|singing|ringing)|(?:is|are) (?:so |very |eternally )?(?:grateful|thankful)|left (?:you|us|a|his|her)|brought (?:you|us)|sent (?:you|us|a)|loved (?:the|your|having|his|her)|cried|slept|drank|fell|such a fighter|smile|seen in|booked (?:for|in)|due (?:for|his|her)|on (?:oxygen|the ward|dialysis|chemo)|from (?:bed|bay|room|home)|turned (?:9\\d|1[01]\\d)",
  ].join("|")})(?![a-z])`,
  "i",
);

/** "Bernard Tully 71M", "Margit Ostrander, 79", "Lakshmi Narayanan got his transplant". */
export function isToldOf(text: string, tokens: readonly Token[], name: Name): boolean {
  const last = tokens[name.to];
  if (last === undefined || last.possessive) return false;
  const end = last.initial && text[last.end] === "." ? last.end + 1 : last.end;
  const after = text.slice(end, end + 60);
  return ageAfter.test(after) || happens.test(after);
}

/** "Zainab's parents were so thankful": a colleague's kin have no reason to be. */
export const hasThankfulKin = (text: string, tokens: readonly Token[], name: Name): boolean =>
  name.make !== "single" &&
  kinOf.has(tokens[name.to + 1]?.word ?? "") &&
  thankful.test(text.slice(tokens[name.to + 1]?.end, (tokens[name.to + 1]?.end ?? 0) + 50));

const thankful =
  /^ (?:(?:just|also|has|have|is|are|was|were|both|all|so|very|truly|eternally|forever|really) ){0,4}(?:(?:grateful|thankful|thank(?:ed|s) (?:you|us|me)|hugged (?:you|us|me|everyone))|(?:rang|called|phoned|came|wrote|emailed)(?: back| in| by)? to (?:say|thank|tell)|said you|says you|told (?:me|us) (?:you|how)|ask(?:ed|s) (?:me|us) to (?:thank|tell|say|pass))(?![a-z])/i;

const young =
  /^,? (?:who |she |he |they )?(?:is|['’]s|was)? ?(?:only |just )?(?:[1-9]|1[0-7])(?: (?:and|years?|months?|weeks?|days?|but)(?! (?:later|ago|of|in|running|straight))|yo|,? (?:she|he) )/i;

/** "Amelia, she is 8 and on the ward over Christmas". */
export function isChild(text: string, tokens: readonly Token[], name: Name): boolean {
  const last = tokens[name.to];
  return (
    last !== undefined &&
    name.make !== "single" &&
    /^(?:,| is| was|['’]s)/.test(text.slice(last.end, last.end + 6)) &&
    young.test(text.slice(last.end, last.end + 40))
  );
}

const treated =
  /^(?: (?:only |still |just |finally |already |always )?(?:refus(?:es|ed)|is refusing|woke up|woke from|whispered|takes (?:his|her)|(?:was|is being) told (?:his|her|she|he)|got (?:his|her) (?:\w+ )?(?:call|transplant|results?|all clear)|(?:is|was) (?:off|on|back on|weaned off) (?:the )?(?:ventilator|vent|oxygen|cpap|bipap|ecmo|dialysis|chemo))| (?:was|is|got|has been|had been) (?:just |only |re)?(?:admitted|discharged|intubated|extubated|transfused|resuscitated|dialysed|dialyzed|cannulated|sedated|ventilated)|(?: [a-z]{1,12}){0,4} (?:for|to|from|after|before|during|through|with|about) (?:his|her) (?:\w{1,12} )?(?:chemo|chemotherapy|dialysis|mri|ct|scan|biopsy|op|operation|surgery|transfusion|radiotherapy|x-?ray|bloods|cannula|endoscopy|colonoscopy|angiogram|transplant|section|discharge|stroke|seizure|diagnosis|results?))(?![a-z])/i;
const doneTo = new Set(
  "told gave give booked sent rang phoned called got took brought moved walked wheeled prepped asked saw sit sat sitting with for".split(
    " ",
  ),
);

/** "told Peter the wrong day for his chemo", "Anna was intubated". */
export const isTreated = (text: string, tokens: readonly Token[], { from, to }: Name): boolean => {
  const found = treated.exec(text.slice(tokens[to]?.end ?? 0, (tokens[to]?.end ?? 0) + 70));
  if (found === null) return false;
  return /^ (?:was|is|got|ha)/i.test(found[0]) || doneTo.has(tokens[from - 1]?.word ?? "");
};

const apart =
  /^(?:['’]s)?,? ?\(?(?:the |a |our |an? )?(?:\w{1,10},? )?(?:no relation|no,? not|not (?:our|the|my|her|his|a) |not (?:family|related|a colleague)|patient(?: not|,)|pt(?: not|,))/i;

/** "Mr Stone (no relation!)", "Sandhu (patient, not our Gurpreet)", "Barnes, not our Deshawn": not whoever works here under that name. */
export const isToldApart = (text: string, tokens: readonly Token[], { to }: Name): boolean =>
  apart.test(text.slice(tokens[to]?.end ?? 0, (tokens[to]?.end ?? 0) + 40));

/** "Leonie (82, hip)": so even a given name alone. */
export const hasAge = (
  text: string,
  tokens: readonly Token[],
  { to, make, possessive }: Name,
): boolean =>
  make !== "single" &&
  !possessive &&
  bracketed.test(text.slice(tokens[to]?.end ?? 0, (tokens[to]?.end ?? 0) + 20));

/** "little Amina Korhalli", "poor old Walter Finchley". */
export const isPitied = (tokens: readonly Token[], { from }: Name): boolean => {
  const before = tokens[from - 1];
  return (
    before !== undefined &&
    pitying.has(before.word) &&
    tokens[from]?.gap === " " &&
    !(before.capital && !before.first)
  );
};

/** "the wrong Ferreira", "two Patels". */
export const isMixedUp = (tokens: readonly Token[], { from, make }: Name): boolean =>
  make === "single" && ["wrong", "other", "right", "same"].includes(tokens[from - 1]?.word ?? "");

/** Things with a name on them. */
const labelledThings = new Set(
  "notes folder folders file files chart charts wristband wristbands label labels letter letters sticker stickers printed result results sample samples bloods form forms card malaria report reports request requests referral appointment record records booking scan".split(
    " ",
  ),
);
const ofWhom = new Set(["for", "of", "on", "to", "from", "is", "said", "says", "to"]);

/** "now registered as Tamsin Orchard", "she goes by Margo Templeton". */
export const isRegistered = (tokens: readonly Token[], { from }: Name): boolean =>
  registered.has(tokens[from - 2]?.word ?? "") &&
  ["as", "under", "by"].includes(tokens[from - 1]?.word ?? "");
const registered = new Set(
  "registered banded charted renamed named admitted labelled labeled re-registered goes".split(" "),
);

/** "label for Kerry Blackthorn", "Adeyemi Folasade notes". */
export function isWrittenOn(tokens: readonly Token[], { from, to }: Name): boolean {
  const [one, two] = [tokens[from - 1], tokens[from - 2]];
  const after = tokens[to + 1];
  if (after?.gap === " " && labelledThings.has(after.word) && !after.first) return true;
  if (one === undefined || tokens[from]?.first) return false;
  return (
    labelledThings.has(one.word) || (ofWhom.has(one.word) && labelledThings.has(two?.word ?? ""))
  );
}

/** "the Pembertons both went home", "sat with the Brackenburys": many of one name. */
export function isClan(text: string, tokens: readonly Token[], name: Name): boolean {
  const [the, one, two, three] = [1, 2, 3, 4].map((back) => tokens[name.from - back]);
  const last = tokens[name.to];
  if (last === undefined || name.from !== name.to || name.possessive) return false;
  if (!/[^s]s$/.test(last.word) || ordinary.has(last.word.slice(0, -1))) return false;
  if (the === undefined || !["the", "both", "poor"].includes(the.word)) return false;
  if (/^['’](?![a-z])/i.test(text.slice(last.end, last.end + 2)) && !the.first) return true;
  if (clanDoes.test(text.slice(last.end, last.end + 40))) return true;
  if (one === undefined || the.first) return false;
  if (told.has(one.word) || (one.word === "to" && gone.has(two?.word ?? ""))) return true;
  return (
    ["with", "to", "after", "for"].includes(one.word) &&
    spent.has((two?.word === "it" ? three : two)?.word ?? "")
  );
}

const clanDoes =
  /^,? (?:(?:both|all|each|finally|just|still|only|then|never|have|had|are|were) ){0,3}(?:(?:went|got|going|gone|are|is)? ?home(?! office)|waited|waiting|sent|asked|cried|wept|lost (?:their|his|her|a)|thank|grateful|so (?:grateful|pleased|happy|kind|upset|angry|lovely|scared)|want(?:ed)? (?:to|you)|sends?|said|say|told|named|called|came|gave|made|took|got|bought|baked|invited|missed|met|live|loved?|hoped?|wrote|adopted|buried|held|brought|heard|flew|drove|divorced|discharged|admitted|renewed)(?![a-z])/i;
const told = new Set(
  "told tell telling rang ring ringing phoned phone phoning comforted comforting consoled hugged visited visiting visit met meeting invited thanked".split(
    " ",
  ),
);
/** "driving out to the Hepworths". */
const gone = new Set("out over round around home back drove went gave given speak talk".split(" "));
const spent = new Set(
  "sat sitting stayed staying spoke speaking talked talking explained explaining kind kindness listened listening prayed cried looked care cared caring apologised apologized apologise news broke congratulations congrats condolences".split(
    " ",
  ),
);

/** "the Halvorsen family", "the Widmark boys". */
export function isHousehold(tokens: readonly Token[], { from, to, make }: Name): boolean {
  const after = tokens[to + 1];
  return (
    make !== "whole" &&
    after?.gap === " " &&
    !after.capital &&
    households.has(after.word) &&
    /^(?:the|this|that|our|poor|whole)$/.test(tokens[from - 1]?.word ?? "")
  );
}

const households = new Set(
  "case newborn infant toddler kid twin family families boys girls twins brothers sisters sister brother children kids parents baby lad couple household".split(
    " ",
  ),
);
