/**
 * What may be a patient's, and may not: each of these rows asks. Its author is told what was seen and says what is true. A long number
 * is asked about wherever it stands; a date, a bed or a name only where something beside it tells of somebody.
 */
import { agesOver89 } from "./ages.ts";
import { bareNumbers } from "./bareNumbers.ts";
import { bedsWithSomebody, signsWithSomebody } from "./beds.ts";
import { daysOfPatients, longAgo, ordinalsOfPatients } from "./days.ts";
import { any, withDigit } from "./find.ts";
import { homes } from "./homes.ts";
import { listedNames } from "./listed.ts";
import { unknownNames } from "./people.ts";
import { readsOfPatient, type Weight } from "./reading.ts";
import type { Rule } from "./rule.ts";
import { strangers } from "./strangers.ts";
import { titledNames } from "./titled.ts";

type DoubtfulRule = Omit<Rule, "certainty"> & {
  /** How much the reading of the text has to say in it; without, nothing. */
  readonly weight?: Weight;
};

export const doubtfulRules = [
  {
    name: "titled-name",
    type: "name",
    why: "Patients and their kin are Mr, Mrs, patient or baby; colleagues so called are thanked, or introduced by what they do",
    find: titledNames,
    weight: "doubtful",
  },
  {
    name: "bed-or-room",
    type: "place",
    why: "A bed beside what somebody in it has leads to whoever lay there",
    find: any(bedsWithSomebody, signsWithSomebody),
    weight: "doubtful",
  },
  {
    name: "age-over-89",
    type: "age",
    why: "Few are over 89, and so an age alone can point to one of them (HIPAA's list of identifiers)",
    find: agesOver89,
  },
  {
    name: "bare-number",
    type: "record",
    why: "A number as long as a record's, a specimen's or an account's: its label may just be missing",
    find: withDigit(bareNumbers),
  },
  {
    name: "clinical-date",
    type: "date",
    why: "The day of an admission, a diagnosis or an operation is one patient's; a year alone is nobody's",
    find: any(withDigit(daysOfPatients), ordinalsOfPatients),
    weight: "doubtful",
  },
  {
    name: "long-ago",
    type: "birth",
    why: "A full date before 2012, if nothing of ours began on it, is most likely a birth",
    find: withDigit(longAgo),
  },
  {
    name: "home",
    type: "address",
    why: "A house with a name, a flat, or a street where somebody lives leads to who lives there",
    find: homes,
  },
  {
    name: "unknown-name",
    type: "name",
    why: "A name that nobody here has, and of whom nothing says that they work here",
    find: any(unknownNames, listedNames),
    weight: "doubtful",
  },
  {
    name: "stranger",
    type: "name",
    why: "Where the staff are entered, somebody else who is neither thanked nor introduced may be a patient or theirs",
    find: strangers,
    weight: "strange",
  },
  {
    name: "reads-of-patient",
    type: "name",
    why: "It reads as messages do that tell of one patient: learnt from labelled ones, by their words and what stands beside them",
    find: readsOfPatient,
  },
] as const satisfies readonly DoubtfulRule[];
