/** What follows from answers: leads read and answer them, turn them into actions, and say what was done. */
import type { Line } from "../../chat/line.ts";
import { messagesIn } from "../message.ts";

const t = messagesIn("en");

export const follow = {
  answersUsage: t("What your people answered: <c>/checkin answers</c>."),
  respondUsage: t("Say what you did about it: <c>/checkin respond</c>."),
  answersTitle: t<{ template: Line; day: string }>("{template}, from {day}"),
  answersCount: t<{ answered: number; asked: number }>(
    "{answered} of {asked} have answered so far.",
  ),
  questionAnswer: t<{ question: Line; answer: Line }>("{question} {answer}"),
  noAnswers: t("No words yet. They stand here as they come, and in your Monday note."),
  notLead: t(
    "Named answers go to the leads of a person's unit, and you lead none. An admin can change that: <c>/rapport setup</c>.",
  ),
  notYours: t("That isn't from one of your units, so I can't show it."),
  gone: t("That is no longer here."),
  more: t("More"),
  otherRounds: t("Earlier"),
  reactions: { read: t("👍 Read it"), thanks: t("🙏 Thank you") },
  comment: t("Comment"),
  commentTitle: t("A private comment"),
  commentLabel: t<{ name: string }>("To {name}, for their eyes only"),
  send: t("Send"),
  noted: t<{ name: Line }>("{name} will read it, and nobody else."),
  noteTitle: t<{ template: Line; day: string }>("To your answers, {template} of {day}:"),
  noteEmoji: t<{ name: Line; emoji: Line }>("{name}: {emoji}"),
  noteWords: t<{ name: Line }>("{name} writes:"),

  makeAction: t("Make it an action"),
  actionTitle: t("An action"),
  actionWhat: t("What will be done"),
  actionHint: t("No names of those who raised it: they are told when it is done."),
  actionOwner: t("Who does it"),
  actionDue: t("By when"),
  dueIn: {
    week: t("In a week"),
    fortnight: t("In two weeks"),
    month: t("In a month"),
    quarter: t("In three months"),
  },
  keep: t("Keep"),
  actionKept: t<{ owner: Line; day: string }>(
    "Kept: {owner}, by {day}. Whoever raised it hears when it is done.",
  ),
  actionLine: t<{ title: Line; owner: Line; day: string }>("{title} · {owner}, by {day}"),
  overdue: t<{ title: Line; owner: Line; day: string }>("{title} · {owner}, was due {day}"),
  done: t("Done"),
  drop: t("Not now"),
  doneKept: t("Well done. Whoever raised it is told."),
  dropKept: t("Put aside. Whoever raised it is told."),
  closedAction: t("That was already put away."),
  assigned: t<{ name: Line; day: string }>("{name} asks you to see to this by {day}:"),
  toldDone: t<{ name: Line }>("What you raised is done, says {name}:"),
  toldDropped: t<{ name: Line }>(
    "{name} read what you raised and can't take it up now. You can bring it up again in your next check-in.",
  ),
  ownerMissing: t("Who does it? Choose one person."),
  wordsMissing: t("A few words are needed."),

  request: t("Make it a request"),
  requestTitle: t("Ask your lead"),
  requestLabel: t<{ leads: Line }>("To {leads}, with your name"),
  requestNoLead: t(
    "Nobody leads your unit here, so there is nobody I can ask. An admin can name a lead.",
  ),
  requested: t<{ leads: Line }>("Sent to {leads}. You hear when something is done about it."),
  asked: t<{ name: Line }>("{name} asks:"),

  respondTitle: t("You said, we did"),
  respondRound: t("Which round"),
  respondSaid: t("You said"),
  respondSaidHint: t("What you heard, in your words; no names."),
  respondDid: t("We will"),
  respondDidHint: t("Or: nothing changes this time, because …"),
  respondOwner: t("Who sees to it"),
  publish: t("Publish"),
  noRounds: t("There is no closed round of yours to answer yet."),
  roundChoice: t<{ template: string; day: string }>("{template}, {day}"),
  respondNotYours: t(
    "Only a lead of a unit that was asked, whoever started it, or an admin can answer for this round.",
  ),
  responded: t<{ channel: Line }>("Published in {channel}. Nothing holds the next round."),
  respondedHome: t(
    "Published: everybody who was asked reads it at home. Nothing holds the next round.",
  ),
  outcomeSaid: t<{ said: Line }>("<b>You said:</b> {said}"),
  outcomeDid: t<{ did: Line; owner: Line; day: string }>(
    "<b>We will:</b> {did} {owner}, by {day}.",
  ),
  outcomeSummary: t<{ template: Line }>("You said, we did: {template}"),
  outcomesHome: t("You said, we did"),

  monday: t<{ units: Line }>("Monday note for {units}"),
  mondayAnswers: t<{ template: Line; answered: number; asked: number }>(
    "{template}: {answered} of {asked} have answered.",
  ),
  mondayQuiet: t<{ answered: number; asked: number }>(
    "A quiet week. {answered} of {asked} answered, nothing in the way.",
  ),
  mondayWay: t("What got in the way"),
  mondayOverdue: t("Overdue"),
  mondayShared: t("Thanks your people shared with you"),
  mondaySharedLine: t<{ giver: Line; receiver: Line; reason: Line }>(
    "{giver} thanked {receiver}: {reason}",
  ),
  mondayThanked: t<{ week: number; month: number; longer: number }>(
    "Last thanked: {week, plural, =0 {nobody} one {# person} other {# people}} in the last week, {month, plural, =0 {nobody} one {# person} other {# people}} in the last month, {longer, plural, =0 {nobody} one {# person} other {# people}} longer ago or not yet.",
  ),
  mondayDue: t("Due from you"),
  mondayRespond: t<{ template: Line }>("Say what you did about {template}."),
  answer: t("Answer"),
  allAnswers: t("All answers"),
  homeLead: t<{ open: number }>(
    "{open, plural, =0 {No action is open.} one {# action is open.} other {# actions are open.}}",
  ),
};
