/** What a check-in asks in somebody's direct messages, and how they answer, change, put off or skip it. */
import type { Line } from "../../chat/line.ts";
import { messagesIn } from "../message.ts";

const t = messagesIn("en");

export const checkins = {
  usage: t("Your open check-ins: <c>/checkin</c>."),
  usageMine: t("What you answered: <c>/checkin mine</c>."),

  step: t<{ step: string; means: Line }>("{step} · {means}"),
  face: t<{ face: string; mood: Line }>("{face} {mood}"),

  // The prompt
  notice: t("A check-in is open for you."),
  inForm: t<{ name: Line; count: number }>(
    "<b>{name}</b>: {count, plural, one {one question} other {# questions}}.",
  ),
  perUnit: t<{ name: Line; count: number }>(
    "<b>{name}</b>: {count, plural, one {one question} other {# questions}} about each of up to three units you work with.",
  ),
  oneTap: t("One tap is enough."),
  tapEach: t("One tap on each is enough."),
  answer: t("Answer"),
  addWords: t("Add a few words"),
  nothing: t("Nothing to report"),
  skip: t("Skip"),
  nextShift: t("Next shift"),
  tomorrow: t("Tomorrow"),
  pause: t("Pause check-ins"),
  openUntil: t<{ day: string }>("Open until {day}."),
  stillOpen: t<{ day: string }>("Still open until {day}."),
  onlyReminder: t("This is the only reminder."),
  lastReminder: t("This is the last reminder."),
  contacts: t<{ contacts: Line }>("Need someone now: {contacts}."),

  // Who sees this
  seenByLeads: t<{ leads: Line }>("Your words go to {leads}, with your name."),
  seenByNobody: t("Nobody else leads your unit yet, so your words reach no one for now."),
  moodForTeam: t<{ least: number }>("Mood shows only for the team, from {least} answers."),
  someConfidential: t<{ least: number }>(
    "What is marked confidential shows only for groups, from {least} answers.",
  ),
  summaryIn: t<{ channel: Line }>(
    "{channel} gets a summary at the end, without words and without names.",
  ),
  seenBySelf: t("Only you see your answers."),
  promise: t<{ least: number }>(
    "Your answers are stored without your name. After the round closes nobody, including administrators of the database, can join them to you from what the database holds.\nWhile you answer, our server and Slack or Teams know it is you. Results appear only for groups of {least} or more, comments of 10 or more. The words of a comment can give you away.",
  ),
  countedWith: t<{ units: Line }>("You are counted together with: {units}."),
  withoutUnit: t("people whose unit isn't known"),
  nobodyReads: t("Nobody reads answers as they arrive."),

  // What stands there afterwards
  done: t<{ until: string }>("Thank you, it's in. You can change it until {until}."),
  doneConfidential: t("Thank you, you have answered. What you chose isn't shown here."),
  tapAgain: t("Another tap takes the place of the one before."),
  change: t("Change"),
  answerAgain: t("Answer again"),
  makeRequest: t("Make it a request to my lead"),
  thank: t<{ names: Line }>("Thank {names}"),
  youNamed: t<{ names: Line }>("You named {names}."),
  quiet: t("Noted, nothing to report."),
  skipped: t("Skipped."),
  untilNext: t<{ day: string }>("Until {day}."),
  putOff: t<{ at: string }>("I'll ask you again: {at}."),
  closed: t("This check-in is closed."),
  outdone: t(
    "You answered this check-in with both of your accounts. The answer you gave last counts, and this one doesn't any more.",
  ),
  lost: t<{ name: Line }>(
    "I'm sorry: {name} ended without results. The key that protects the answers is lost, so they could not be read by anybody, and they are deleted. If you answered: thank you, and nothing of it has reached anyone.",
  ),
  partLost: t<{ name: Line }>(
    "I'm sorry: what was confidential in {name} is lost. The key that protects it is gone, so it could not be read by anybody, and it is deleted. Your words with your name are not touched.",
  ),
  askPause: t("You skipped this check-in three times in a row. Would you like a pause?"),

  // Refusals
  late: t<{ day: string }>("This check-in closed on {day}, so I haven't kept this."),
  lateWords: t<{ day: string }>(
    "This check-in closed on {day}, so I haven't kept this. Copy your words if you need them.",
  ),
  nextOpens: t<{ day: string }>("The next one opens on {day}."),
  endedLost: t(
    "This check-in has ended: the key to its confidential answers is lost. So I haven't kept this.",
  ),
  notAsked: t("You aren't asked in this check-in, so nothing was kept."),
  notYours: t(
    "This card is somebody else's, so nothing was kept. Yours is in your own messages from me.",
  ),
  roundGone: t("This check-in isn't there any more, so nothing was kept."),
  noLongerOffered: t("That can't be chosen here any more, so nothing was kept."),
  keyMissing: t(
    "Nothing was kept: the key that seals confidential answers is missing, and without it I keep none. Your admins know. Please try again later.",
  ),
  empty: t("Please answer one of these at least. Or close the form and press “Nothing to report”."),
  emptyConfidential: t("Please answer one of these at least, or close the form."),
  tooLong: t<{ most: number }>("Please keep it under {most} characters."),
  mostUnits: t("Choose three units at most."),
  cantPutOff: t("By then this check-in is closed, so it stays here."),

  // The form
  formTitle: t("Check-in"),
  send: t("Send"),
  next: t("Next"),
  confidential: t("Confidential: shown for groups only."),
  keptUnseen: t(
    "Confidential, so what you chose before isn't shown. Leave it empty and that stays.",
  ),
  replaces: t("What you send takes the place of what you answered before."),
  oneMore: t<{ count: number }>(
    "{count, plural, one {One more question, because of what you answered. The rest is in.} other {# more questions, because of what you answered. The rest is in.}}",
  ),
  whichUnits: t("Which units do you work with most?"),
  whichUnitsHint: t("Up to three. You are asked about one after the other."),
  aboutUnit: t<{ unit: string; number: number; of: number }>(
    "About <b>{unit}</b> ({number} of {of})",
  ),
  noUnits: t("There is no other unit to ask you about yet, so there is nothing to answer."),

  // Own record
  nothingWaits: t("No check-in waits for you."),
  waiting: t("Your check-ins"),
  openOne: t<{ name: Line; day: string }>("<b>{name}</b>: open until {day}."),
  answeredOne: t<{ name: Line; day: string }>("<b>{name}</b>: answered, open until {day}."),
  quietOne: t<{ name: Line; day: string }>("<b>{name}</b>: nothing to report, open until {day}."),
  skippedOne: t<{ name: Line; day: string }>("<b>{name}</b>: skipped, open until {day}."),
  showMine: t("What I answered"),
  mineTitle: t("What you answered"),
  mineEmpty: t("You haven't answered a check-in by name yet."),
  mineConfidential: t(
    "Confidential answers aren't listed: nobody can find yours, and so I can't either.",
  ),
  mineRound: t<{ name: Line; day: string }>("<b>{name}</b>, {day}"),
  mineOutdone: t<{ day: string }>(
    "What you answered on {day} with another account of yours doesn't count any more: this came after it.",
  ),
  mineAnswer: t<{ question: Line; answer: Line }>("{question} {answer}"),
  mineAbout: t<{ question: Line; unit: string; answer: Line }>("{question} ({unit}) {answer}"),
};
