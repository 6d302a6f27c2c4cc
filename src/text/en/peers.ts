/** Feedback between colleagues: asking for it, giving it, and reading what was given. */
import type { Line } from "../../chat/line.ts";
import { messagesIn } from "../message.ts";

const t = messagesIn("en");

export const peers = {
  usage: t("Ask colleagues for feedback, or give it: <c>/feedback</c>."),
  title: t("Feedback from colleagues"),
  about: t(
    "Ask colleagues what you do well and what you could try next. Three questions that look ahead, and only you read what they write.",
  ),
  waiting: t<{ count: number }>(
    "{count, plural, one {A colleague asks} other {# colleagues ask}} you for feedback.",
  ),
  feedback: t("Feedback"),
  ask: t("Ask for feedback"),
  askedOfYou: t("Asked of you"),
  received: t("What you received"),

  // Asking
  formTitle: t("Ask for feedback"),
  submit: t("Ask"),
  aboutAsking: t(
    "They are asked three things: what to keep doing, what to try next, and what would help the two of you work together. They have 14 days and hear of it in their own hours.",
  ),
  forWhom: t("For whom?"),
  forWhomHint: t(
    "Empty: for yourself. You can ask for people of a unit you lead; they are told that you asked, and whom. Only they read the answers, you don't.",
  ),
  raters: t("Whom do you ask?"),
  ratersHint: t("Up to 20 colleagues who know the work well."),
  names: t("How do they answer?"),
  withNames: t("With their names"),
  withoutNames: t("Without names: 5 people or more"),
  namesHint: t(
    "Without names, the answers are read only after it closes, in no order, and only if 5 or more people answered.",
  ),
  refused: {
    unknown: t("I can only ask people who work here. Please choose again."),
    nobody: t("Whom would you like to ask?"),
    self: t("Feedback comes from others: please leave yourself out."),
    subject: t("Feedback comes from others: please leave out whom it is for."),
    "too-many": t("That is more than 20 people: please choose the ones who know the work best."),
    "not-their-lead": t("You can ask for yourself, and for people of a unit you lead."),
    "one-unit": t(
      "You ask for somebody across units: please choose colleagues of their own unit and of another.",
    ),
    "too-few": t(
      "Without names, ask 5 people or more: with fewer, each could be guessed. Add colleagues, or ask with names.",
    ),
    "no-keys": t("Answers without names can't be kept safely here yet. Please ask with names."),
    "no-contacts": t(
      "Nobody reads along without names, so people must know whom to call. An admin can enter contacts under <c>/rapport setup</c>; until then please ask with names.",
    ),
  },
  asked: t<{ names: Line; until: string }>(
    "Asked {names}, until {until}. They hear of it in their own hours, and only you read what they write.",
  ),
  askedFor: t<{ names: Line; subject: Line; until: string }>(
    "Asked {names} for {subject}, until {until}. {subject} is told that you asked, and whom, and is the only one who reads what they write.",
  ),
  shownFrom: t("It is shown after it closes, if 5 or more people answered."),
  told: t<{ asker: Line; names: Line; until: string }>(
    "{asker} has asked for feedback for you: from {names}, until {until}. You alone read what they write; {asker} doesn't.",
  ),

  // Being asked
  wantsOwn: t<{ subject: Line }>(
    "{subject} asks you for feedback: three short questions that look ahead. One answer is enough.",
  ),
  wantsFor: t<{ asker: Line; subject: Line }>(
    "{asker} asks you for feedback for {subject}: three short questions that look ahead. One answer is enough.",
  ),
  reminder: t<{ subject: Line; until: string }>(
    "Still open until {until}: feedback for {subject}. One answer is enough.",
  ),
  lastReminder: t<{ subject: Line; until: string }>(
    "Still open until {until}: feedback for {subject}. One answer is enough. This is the last reminder.",
  ),
  whoNamed: t<{ subject: Line; until: string }>(
    "Who sees it: {subject} alone, with your name, when all have answered, or at {until}. No lead and no admin reads it.",
  ),
  whoNameless: t<{ subject: Line; until: string }>(
    "Your answers are stored without your name. After it closes, at the latest at {until}, nobody, including administrators of the database, can join them to you from what the database holds. While you answer, our server and Slack or Teams know it is you. {subject} alone reads them, after it closes, in no order, and only if 5 or more people answered. The words can give you away.",
  ),
  give: t("Give feedback"),
  notNow: t("Not now"),
  decline: t("Decline"),
  change: t("Change"),
  answerAgain: t("Answer again"),
  giveAfterAll: t("Give it after all"),
  laterOn: t<{ subject: Line; until: string }>(
    "All right, not now. Feedback for {subject} stays open until {until}.",
  ),
  declined: t<{ subject: Line }>("That's fine. {subject} isn't told who declined."),
  answered: t<{ subject: Line; until: string }>(
    "Thank you, it's in for {subject}. You can change it until {until}, or an hour after the last one answered.",
  ),
  answeredNameless: t<{ until: string }>(
    "Thank you, you have answered. What you wrote isn't shown here. You can answer again until {until}, or an hour after the last one answered.",
  ),
  closed: t<{ subject: Line }>("Feedback for {subject} is closed. Thank you."),
  openRequest: t<{ subject: Line; until: string }>("For {subject}, until {until}."),
  openAnswered: t<{ subject: Line; until: string }>("For {subject}, until {until}: answered."),
  openDeclined: t<{ subject: Line; until: string }>("For {subject}, until {until}: declined."),
  nothingAsked: t("Nobody is waiting for feedback from you."),

  // Giving
  giveTitle: t("Give feedback"),
  send: t("Send"),
  questions: {
    keep: t<{ name: string }>("What should {name} keep doing?"),
    next: t<{ name: string }>("What could {name} try next?"),
    together: t<{ name: string }>("What would help you two work together even better?"),
  },
  hints: {
    keep: t("Something that helps you or the work."),
    next: t("Something to try from now on, rather than what went wrong."),
    together: t("From either side."),
  },
  nobodyReadsAlong: t("Nobody reads this as it arrives."),
  oneAtLeast: t("One of the three is enough: please write something, or close this form."),
  notAsked: t("You weren't asked for this feedback, so I haven't kept anything."),
  tooLate: t<{ when: string }>(
    "This closed at {when}, so I haven't kept what you wrote. Copy your words if you need them.",
  ),
  keyGone: t(
    "I can't keep answers without names just now, so I haven't kept this. Copy your words and try again later.",
  ),

  // What came of it
  forYou: t("Feedback for you"),
  forYouOf: t<{ date: string }>("Feedback for you, closed on {date}"),
  onlyYou: t("Only you read this."),
  onlyYouNameless: t("Only you read this. The order says nothing."),
  headings: {
    keep: t("Keep doing"),
    next: t("Try next"),
    together: t("Work together even better"),
  },
  said: t<{ name: Line; words: Line }>("{name}: “{words}”"),
  saidNameless: t<{ words: Line }>("“{words}”"),
  readOn: t("Read on"),
  readBack: t("Back"),
  nobodyAnswered: t(
    "The feedback you were to get is closed, and nobody has answered this time. People are often short of time: one or two of them may like to tell you in person.",
  ),
  few: t(
    "The feedback for you without names is closed. Fewer than 5 people answered, and with so few each could be guessed, so nothing is shown and what was written is deleted. You could ask more people, or ask with names.",
  ),
  fewForRater: t<{ subject: Line }>(
    "Feedback for {subject} is closed. Fewer than 5 people answered, and with so few each could be guessed, so nothing was passed on and what you wrote is deleted. Thank you for it all the same: {subject} may like to hear it in person.",
  ),
  nothingReceived: t(
    "Nothing yet. What colleagues write for you is collected here, for you alone.",
  ),
  read: t<{ date: string }>("Closed on {date}"),
  notYours: t("There is nothing of yours here."),
};
