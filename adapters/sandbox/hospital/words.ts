/** What people at St. Anne's thank each other for, and what they write of a day: a grammar, so that few say the same. */
import type { Chance } from "./chance.ts";

/** What somebody did, and the value it shows, as it is typed after #; empty: none. */
type Deed = readonly [what: string, tag: string];

/** By the unit of whoever is thanked, said by another. */
const across: Readonly<Record<string, readonly Deed[]>> = {
  "Core Lab": [
    ["calling the critical potassium before we had even sat down", "criticalcall"],
    ["running the add-on without making us draw again", "kindness"],
    ["explaining why the tube had clotted, and how to avoid it", "taughtme"],
    ["noticing that two labels had changed places", "goodcatch"],
    ["having the blood ready before we were", "rightfirsttime"],
    ["picking up on the first ring, all week", "kindness"],
    ["getting the troponins out while the analyser was down", "calm"],
    ["telling us about the delay before we had to ask", "criticalcall"],
    ["questioning a sodium that made no sense", "goodcatch"],
    ["walking me through the new order set", "taughtme"],
    ["the fastest crossmatch I have ever seen", "rightfirsttime"],
  ],
  Phlebotomy: [
    ["finishing the morning draws before rounds", "rightfirsttime"],
    ["finding a vein where three of us had given up", "kindness"],
    ["labelling at the bedside, every single time", "rightfirsttime"],
    ["staying until the last draw was done", "covered"],
    ["showing our new nurse how to avoid haemolysis", "taughtme"],
    ["coming up a second time without a sigh", "kindness"],
    ["asking about the wristband before the draw", "goodcatch"],
    ["bringing the tubes down in the right order of draw", "rightfirsttime"],
    ["taking two of our draws when we could not leave the desk", "covered"],
  ],
  Microbiology: [
    ["calling the positive blood culture at once", "criticalcall"],
    ["explaining the susceptibility report in plain words", "taughtme"],
    ["the Gram stain within the hour", "rightfirsttime"],
    ["teaching us how to collect a culture that is worth growing", "taughtme"],
    ["asking about the bottle that did not match its form", "goodcatch"],
    ["looking after the plates over the long weekend", "covered"],
    ["ringing twice until somebody could write it down", "criticalcall"],
    ["the quick word about narrowing the antibiotic", "goodcatch"],
  ],
  "4 West": [
    ["sending every tube with its label straight", "rightfirsttime"],
    ["taking the critical call and reading it back", "criticalcall"],
    ["drawing again without a word of complaint", "kindness"],
    ["asking before sending a third set of tubes", "goodcatch"],
    ["walking the blood gas down yourselves", "kindness"],
    ["letting me join rounds and see what our results do", "taughtme"],
    ["telling us what you could wait for and what you could not", "calm"],
    ["thanking our night shift in person", "kindness"],
    ["being ready for the transfusion when the unit came", "rightfirsttime"],
  ],
  Emergency: [
    ["warning us early about what was on its way in", "criticalcall"],
    ["sending the trauma tubes labelled and in order", "rightfirsttime"],
    ["taking the call at the worst moment and still saying thank you", "kindness"],
    ["telling us when the rush was over", "calm"],
    ["sharing your coffee at three in the morning", "kindness"],
    ["standing the massive transfusion down in time", "goodcatch"],
    ["keeping the phone free for results", "calm"],
    ["showing us what happens to a sample before it reaches us", "taughtme"],
    ["spotting that the weight on the order was in pounds", "goodcatch"],
  ],
  Pharmacy: [
    ["finding a substitute when ours had run out", "calm"],
    ["catching the double dose before it left the cart", "goodcatch"],
    ["explaining drug levels and when to draw them", "taughtme"],
    ["bringing the antibiotic up in person", "kindness"],
    ["answering the dosing question in two minutes", "criticalcall"],
    ["the steady voice on the phone during the code", "calm"],
    ["checking the heparin with us, twice", "rightfirsttime"],
    ["restocking our cupboard before the holiday", "covered"],
  ],
};

/** Said within a unit, whichever it is. */
const within: readonly Deed[] = [
  ["covering the last two hours of my shift", "covered"],
  ["swapping weekends with me", "covered"],
  ["staying until the handover was really done", "covered"],
  ["the calmest handover of the month", "calm"],
  ["noticing that I had not eaten, and taking the phone", "kindness"],
  ["training our new colleague with so much patience", "taughtme"],
  ["restocking before anyone had to ask", "kindness"],
  ["taking the difficult call so that I could breathe", "kindness"],
  ["keeping us laughing through a double shift", "calm"],
  ["saying out loud that we needed a break", "calm"],
  ["getting the checklist onto one page", "rightfirsttime"],
  ["checking my work when I was tired", "goodcatch"],
  ["going over it with me until I understood", "taughtme"],
  ["coming in an hour early", "covered"],
  ["sorting out the rota without a single argument", "calm"],
];

/** Said within the laboratories as well. */
const atTheBench: readonly Deed[] = [
  ["bringing analyser two back before the morning rush", "calm"],
  ["getting every control in range before seven", "rightfirsttime"],
  ["looking at the slide with me until I saw it", "taughtme"],
  ["finding out why the new lot ran high", "goodcatch"],
  ["the maintenance nobody likes, done on time", "rightfirsttime"],
];

const laboratories: readonly string[] = ["Core Lab", "Microbiology"];

const openings = ["for", "for", "for", "for", "for", "thank you for", "a big thank you for"];

const moments = [
  "",
  "",
  "",
  "",
  "",
  "with every phone ringing",
  "when we were two short",
  "in the middle of a full house",
  "at shift change",
  "with twenty things waiting",
  "on the busiest day of the week",
  "with a smile",
];

const ends = [
  "",
  "",
  "",
  "",
  "It made my shift.",
  "You made it look easy.",
  "The whole team noticed.",
  "I went home on time because of it.",
  "I slept better for it.",
  "It kept everybody calm.",
  "We owe you a coffee.",
  "It felt like one team.",
];

/** "for calling …, with every phone ringing. It made my shift. #criticalcall" */
export function thanksWords(
  chance: Chance,
  from: { readonly unit: string },
  to: { readonly unit: string },
): string {
  const deeds =
    from.unit !== to.unit
      ? (across[to.unit] ?? within)
      : laboratories.includes(to.unit)
        ? [...within, ...atTheBench]
        : within;
  const [what, tag] = chance.pick(deeds);
  const moment = chance.pick(moments);
  const end = chance.pick(ends);
  const said = `${chance.pick(openings)} ${what}${moment === "" ? "" : `, ${moment}`}`;
  const whole = end === "" ? said : `${said}. ${end}`;
  return chance.next() < 0.6 ? `${whole} #${tag}` : whole;
}

export const courierWords: readonly string[] = [
  "for getting the platelets here through the snow",
  "for waiting ten minutes so that the last rack could go along",
  "for bringing the box back that we had left at the dock",
];

/** What is written in a unit's channel on an ordinary day, by channel. */
export const chatter: Readonly<Record<string, readonly string[]>> = {
  "core-lab": [
    "Analyser two is back. Controls are in range.",
    "New reagent lot for chemistry is in the cold room, please use the old one up first.",
    "Who has the key to the cold room?",
    "Blood bank is fully stocked again.",
    "There is cake in the break room.",
    "Inspection folders are ready to read.",
  ],
  phlebotomy: [
    "The cart on the second floor needs butterflies.",
    "Morning rounds start fifteen minutes earlier tomorrow.",
    "The outpatient station is quiet, I can help upstairs.",
    "Found a pair of glasses on the blue cart.",
  ],
  microbiology: [
    "The incubator alarm was the door, nothing else.",
    "Stewardship rounds at eleven as usual.",
    "Fresh plates arrived.",
    "I wrote a page on sputum quality, comments welcome.",
  ],
  "4-west": [
    "The tube station is working again.",
    "Two admissions on their way up, we are fine.",
    "Huddle at the desk at two.",
    "Who can take the afternoon break cover?",
    "The new infusion pumps are charged and ready.",
  ],
  emergency: [
    "Quiet for once. Nobody say the word.",
    "The tube station is slow, please walk the urgent ones.",
    "Trauma bay two is restocked.",
    "Teaching at four: what the lab needs from us.",
  ],
  pharmacy: [
    "The substitute list is updated for this week.",
    "Automated cabinet on 4 West is being serviced until three.",
    "Please return the cold boxes.",
    "Antibiotic rounds moved to ten.",
  ],
};
