/** Who somebody is here, when they work, what they keep to themselves, and who may do what. */
import type { Line } from "../../chat/line.ts";
import { messagesIn } from "../message.ts";

const t = messagesIn("en");

export const people = {
  welcome: t(
    "I'm Rapport. I pass on thanks and ask your team's check-ins. I always say who sees what.",
  ),

  whenWork: t("When do you mostly work?"),
  whenIWork: t("When I work"),
  patterns: {
    days: t("Days"),
    evenings: t("Evenings"),
    nights: t("Nights"),
    varies: t("It varies"),
  },
  patternKept: t<{ pattern: Line; from: string; to: string }>(
    "Noted: {pattern}. From {from} to {to} your time I hold what I have for you, unless you write first.",
  ),

  keepPrivate: t("Keep my thanks private"),
  shareAgain: t("Share my thanks again"),
  keptPrivate: t(
    "From now on thanks reach you privately: no post and no boards for you. They still count in your own record.",
  ),
  sharedAgain: t("From now on your thanks are shared again: posted, and counted on the boards."),
  thanksPrivate: t("Your thanks: private. No post and no boards for you."),
  thanksShared: t("Your thanks: shared. They are posted, and counted on the boards."),

  aboutHome: t("About you: unit, profession, when you work."),
  fillIn: t("Fill in, ten seconds"),
  about: t("About you"),
  aboutNow: t<{ unit: Line; profession: Line; pattern: Line }>(
    "About you: unit {unit} · profession {profession} · work {pattern}",
  ),
  notSet: t("not set"),
  aboutKept: t("Thank you, that's kept."),
  change: t("Change"),
  save: t("Save"),
  allSettings: t("All my settings"),
  unit: t("Your unit"),
  otherUnit: t("Not in the list?"),
  otherUnitHint: t("Type your unit's name. It counts instead of the one picked above."),
  profession: t("Your profession"),
  professions: {
    scientist: t("Medical laboratory scientist"),
    technician: t("Technician"),
    phlebotomist: t("Phlebotomist"),
    pathologist: t("Pathologist"),
    nurse: t("Nurse"),
    physician: t("Physician"),
    pharmacist: t("Pharmacist"),
    therapist: t("Therapist"),
    radiographer: t("Radiographer"),
    porter: t("Porter"),
    administration: t("Administration"),
    other: t("Other"),
  },

  pause: t("Pause until …"),
  pauseTitle: t("Pause"),
  pauseFor: t("Until when?"),
  pauseTomorrow: t<{ day: string }>("Tomorrow ({day})"),
  pauseWeek: t<{ day: string }>("In a week ({day})"),
  pauseMonth: t<{ day: string }>("In a month ({day})"),
  pauseNote: t("Until then I write only when you write first. Thanks wait for you."),
  paused: t<{ day: string }>(
    "Paused until {day}. Until then I write only when you write first. Thanks wait for you.",
  ),
  resume: t("Resume"),
  resumed: t("Welcome back. What waited for you comes in your usual hours."),

  noPatientsNor: t<{ incidents: Line; contacts: Line }>(
    "No patient details. Safety events go to {incidents}. Need someone now: {contacts}.",
  ),
  noPatientsIncidents: t<{ incidents: Line }>(
    "No patient details. Safety events go to {incidents}.",
  ),
  noPatientsContacts: t<{ contacts: Line }>("No patient details. Need someone now: {contacts}."),
  looksLikePatient: t(
    "Not kept: this looks like a number or an address that leads to a person. Please write it without.",
  ),
  notJudged: t("Not kept: I couldn't check these words. Please try other ones."),

  adminsOnly: t<{ admins: Line }>("Setup is for admins. Here that is {admins}: they can help."),
  nobodyAdmin: t(
    "Setup is for admins, and nobody here is one yet. Whoever runs the server makes one with <c>rapport admin add EMAIL</c>.",
  ),
  others: t<{ count: number }>("{count, plural, one {one other} other {# others}}"),

  link: {
    usage: t("On two platforms? Become one person here: <c>/rapport link</c>."),
    code: t<{ code: string }>(
      "Your code is <b>{code}</b>. On your other platform, write to me: <c>/rapport link {code}</c> (in Teams without the slash). It works once, for 10 minutes. After that everything reaches you once.",
    ),
    unknown: t(
      "I don't know this code. On your other platform, <c>/rapport link</c> shows a new one.",
    ),
    expired: t(
      "This code is over: each lasts 10 minutes. On your other platform, <c>/rapport link</c> shows a new one.",
    ),
    used: t(
      "This code was used before, and each works once. On your other platform, <c>/rapport link</c> shows a new one.",
    ),
    elsewhere: t(
      "This code comes from a workspace that isn't joined with this one yet. An admin there finds <b>Add another workspace</b> in Setup, under More.",
    ),
    tooMany: t<{ until: string }>(
      "Those were too many codes that I don't know. Please try again after {until}.",
    ),
    own: t("This code is for your other platform. Type it there, within its 10 minutes."),
    oneAlready: t("You are one person here already: everything reaches you once."),
    sameWorkspace: t(
      "Both accounts are in the same workspace, where each is a person of their own. I join accounts of different workspaces only.",
    ),
    joined: t<{ accounts: Line }>(
      "{accounts} are one person here now. Your thanks count together, and everything reaches you once, where you were last.",
    ),
    waits: t<{ until: string }>(
      "Noted. A confidential check-in asks both of your accounts just now, so I wait until it has closed and make them one after {until}. You hear from me then.",
    ),
    link: t("I'm on both platforms"),
    notMe: t("That's not me"),
    parted: t(
      "Parted: they are two persons here again, each with their own thanks. Nothing was lost.",
    ),
    apartAlready: t("These accounts are two persons here already. There is nothing to part."),
    also: t<{ accounts: Line }>("You are one person here with {accounts}."),
  },

  join: {
    label: t("Add another workspace"),
    code: t<{ code: string }>(
      "The code is <b>{code}</b>. In the other workspace, an admin writes to me: <c>/rapport join {code}</c> (in Teams without the slash). It works once, for 10 minutes, and only while nobody has been thanked or asked there. Then both are one organization.",
    ),
    usage: t(
      "Type the code too: <c>/rapport join CODE</c>. An admin of the other workspace finds one in Setup, under More: <b>Add another workspace</b>.",
    ),
    unknown: t(
      "I don't know this code. An admin of the other workspace gets a new one in Setup, under More: <b>Add another workspace</b>.",
    ),
    hereAlready: t<{ organization: string }>(
      "This workspace belongs to {organization} already. There is nothing more to do.",
    ),
    notEmpty: t(
      "Not joined: there are thanks or check-ins here, and two histories can't be made one. Both workspaces stay as they are.",
    ),
    joined: t<{ organization: string }>(
      "Joined: this workspace belongs to {organization} now. Everyone here and there can thank each other.",
    ),
  },
};
