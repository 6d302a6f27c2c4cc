/** What is held of a person, sending it to them, erasing it, and how long what is kept. */
import { messagesIn } from "../message.ts";
import { former } from "./former.ts";

const t = messagesIn("en");

interface Count {
  readonly [name: string]: number;
  readonly count: number;
}

export const rights = {
  usage: t("What I hold about you, to read, take along or erase: <c>/rapport privacy</c>."),
  title: t("What I hold about you"),
  about: t(
    "Your name, e-mail address, time zone and language, as your workspace tells them; and your unit, profession and hours, as far as you or a list told me.",
  ),
  held: {
    given: t<Count>("{count, plural, one {# thanks} other {# thanks}} you gave, with your words."),
    received: t<Count>("{count, plural, one {# thanks} other {# thanks}} you received."),
    seconded: t<Count>("{count, plural, one {# “Me too”} other {# “Me too”s}} of yours."),
    reactions: t<Count>(
      "{count, plural, one {# emoji} other {# emoji}} of yours that {count, plural, one {was} other {were}} meant as thanks.",
    ),
    asked: t<Count>("{count, plural, one {# check-in} other {# check-ins}} that asked you."),
    answers: t<Count>("{count, plural, one {# answer} other {# answers}} you gave with your name."),
    notes: t<Count>("{count, plural, one {# note} other {# notes}} from a lead to you."),
    actions: t<Count>(
      "{count, plural, one {# action} other {# actions}} that you raised, made or see to.",
    ),
    outcomes: t<Count>(
      "{count, plural, one {# outcome} other {# outcomes}} that you published or see to.",
    ),
    schedules: t<Count>("{count, plural, one {# schedule} other {# schedules}} you made."),
    feedback: t<Count>("{count, plural, one {# request} other {# requests}} for feedback for you."),
    feedbackReceived: t<Count>(
      "{count, plural, one {# answer} other {# answers}} of colleagues to you.",
    ),
    feedbackGiven: t<Count>(
      "{count, plural, one {# answer} other {# answers}} of yours to colleagues.",
    ),
    roles: t<Count>("{count, plural, one {# role} other {# roles}}."),
    shifts: t<Count>("{count, plural, one {# shift} other {# shifts}} from a rota."),
    accounts: t<Count>("{count, plural, one {# account} other {# accounts}} in a workspace."),
    acts: t<Count>(
      "{count, plural, one {# entry} other {# entries}} of yours in the record of administrative acts.",
    ),
  },
  confidential: t(
    "Confidential answers aren't among it: once a round is closed nobody can tell which are yours, so they can't be shown to you or erased.",
  ),
  send: t("Send me my data"),
  sending: t("It's on its way to you, in a message only you can read."),
  sent: t("Everything I hold about you, as JSON and for a spreadsheet. Only you can see this."),

  erase: t("Erase me …"),
  eraseTitle: t("Erase everything about you?"),
  eraseWhat: t(
    "Your words go: thanks, answers, feedback, actions. Posts with them are drawn anew or taken down, my messages to you are deleted, and nobody finds you on a board, in a picker or in a check-in.",
  ),
  eraseStays: t(
    "Counts stay as they were, so that others keep what they were thanked for; in your place stands “a former colleague”. So does the record of administrative acts, and what colleagues wrote for others too, also where they typed your name.",
  ),
  eraseForGood: t(
    "This can't be undone. What you want to keep, have sent to you first. If you write to me later you are new here.",
  ),
  eraseSurely: t("Erase everything about me"),
  keepMe: t("Keep it"),
  erased: t("Erased, within the minute. Thank you for having been here."),
  lastAdmin: t(
    "You are the only admin here, so I can't erase you yet. Make somebody else an admin first.",
  ),
  formerColleague: t(former),
  wordsRemoved: t("(words removed)"),

  retention: t("How long I keep what"),
  kept: {
    texts: t("Words of thanks, feedback and actions"),
    answers: t("Answers to check-ins"),
    deliveries: t("What proves that a message came twice"),
    audit: t("The record of administrative acts"),
  },
  lasts: {
    texts: t<Count>("{count} months"),
    answers: t<Count>("{count} months"),
    deliveries: t<Count>("{count} hours"),
    audit: t<Count>("{count} years"),
  },
  retentionNow: t<{ texts: number; answers: number; deliveries: number; audit: number }>(
    "words {texts} months · answers {answers} months · repeats {deliveries} hours · administrative acts {audit} years",
  ),
  retentionNote: t(
    "What is older goes at night, for good. Counts and figures stay. Posts in channels stay as long as your workspace keeps them.",
  ),
};
