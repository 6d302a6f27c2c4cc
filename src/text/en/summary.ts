/** What a round came to: its card, its table, its pictures, its file. */
import type { Line } from "../../chat/line.ts";
import { messagesIn } from "../message.ts";

const t = messagesIn("en");

export const summary = {
  weekTo: t<{ who: Line; day: Line }>("{who}, week to {day}."),
  askedOn: t<{ who: Line; day: Line }>("{who}, asked on {day}."),
  dayOf: t<{ day: number; month: string }>(
    "{day, number} {month, select, 1 {January} 2 {February} 3 {March} 4 {April} 5 {May} 6 {June} 7 {July} 8 {August} 9 {September} 10 {October} 11 {November} other {December}}",
  ),
  shortDay: t<{ day: number; month: string }>(
    "{day, number} {month, select, 1 {Jan} 2 {Feb} 3 {Mar} 4 {Apr} 5 {May} 6 {Jun} 7 {Jul} 8 {Aug} 9 {Sep} 10 {Oct} 11 {Nov} other {Dec}}",
  ),
  noUnit: t("unit not set"),

  answeredCount: t<{ answered: number; asked: number }>(
    "{answered, number} of {asked, number} answered.",
  ),
  answeredBand: t<{ answered: string; asked: number }>("{answered} of {asked, number} answered."),
  mood: t<{ mood: Line }>("Mood {mood}."),
  moodCompared: t<{ mood: Line; change: Line }>("Mood {mood}, {change}."),
  moodHidden: t("Mood: too few answers to show."),
  ofFive: t<{ mean: number }>("{mean, number, ::.0} of 5"),
  ofFiveBand: t<{ from: number; to: number }>("between {from, number} and {to, number} of 5"),
  changed: t<{ by: number }>("{by, number, ::+! .0} since last time"),
  unchanged: t("no real change"),

  question: t("Question"),
  answers: t("Answers"),
  result: t("Result"),
  favourable: t("Favourable"),
  change: t("Change"),
  group: t("Group"),
  numbered: t<{ number: number; question: Line }>("{number, number}. {question}"),
  numberOnly: t<{ number: number }>("{number, number}."),
  groups: t("By group; the columns are the questions above."),
  tooFew: t("too few"),
  mean: t<{ mean: number }>("{mean, number, ::.0}"),
  between: t<{ from: number; to: number }>("{from, number} to {to, number}"),
  share: t<{ share: number }>("{share, number, ::percent}"),
  optionShare: t<{ option: Line; share: number }>("{option} {share, number, ::percent}"),
  meanBy: t<{ by: number }>("{by, number, ::+! .0}"),
  favourableBy: t<{ by: number }>("favourable {by, number, ::+! percent}"),
  optionBy: t<{ option: Line; by: number }>("{option} {by, number, ::+! percent}"),
  named: t<{ least: number }>(
    "A figure stands where {least, number} or more answered. “Can't say” is left out. A change is named where it is bigger than chance.",
  ),
  confidential: t<{ least: number }>(
    "Only groups of {least, number} or more are in these figures, and comments only of 10. “Can't say” is left out. A change is named where it is bigger than chance.",
  ),

  trend: t<{ name: Line }>("{name}: means, round by round"),
  trendLine: t<{ question: Line; values: Line }>("{question} {values}"),
  trendValue: t<{ day: Line; mean: number }>("{mean, number, ::.0} ({day})"),
  means: t<{ from: number; to: number }>("Means, {from, number} to {to, number}"),
  spread: t<{ question: Line }>("{question} (in %)"),
  inWords: t<{ what: Line; values: Line }>("{what}: {values}."),
  valued: t<{ what: Line; value: Line }>("{what}: {value}"),

  mapNote: t("Rows answered, about columns. Empty: too few answers."),
  unit: t("Unit"),
  otherUnit: t("Other unit"),
  says: t("Says of it"),
  hears: t("Hears from it"),
  gap: t("Gap"),
  mapRead: t(
    "Each figure is what the people of one unit say about another, 1 to 5. Gap: what a unit says less what it hears.",
  ),
  mapWords: t<{ units: Line }>(
    "The picture shows how {units} see each other; the table has every figure.",
  ),
  mapLeft: t<{ units: Line }>("In the table only, not in the picture: {units}."),
  morePairs: t<{ pairs: number }>(
    "{pairs, plural, one {One more pair is} other {# more pairs are}} in the file.",
  ),

  lastTime: t("You said, we did"),
  youSaid: t<{ said: Line; did: Line; owner: Line; day: Line }>(
    "You said: {said} We will: {did} {owner}, by {day}.",
  ),
  respond: t("Say what will be done"),

  // For the lead alone
  quiet: t<{ answered: number; asked: number }>(
    "A quiet week. {answered, number} of {asked, number} answered, nothing in the way. Nothing for you to do.",
  ),
  nobody: t<{ name: Line; asked: number }>(
    "{name} is closed, and nobody of the {asked, number} who were asked answered. Nothing is posted.",
  ),
  few: t<{ name: Line; least: number }>(
    "{name} is closed. Too few answered for a figure: each needs {least, number} or more. Nothing is posted.",
  ),
  lost: t<{ name: Line }>(
    "{name} ended without results: an admin gave it up, because the key to its answers is lost. Everyone who was asked is told. Nothing is posted.",
  ),
  channelGone: t<{ channel: Line }>(
    "I could not post this in {channel}: it is closed, or I'm not in it. So it comes to you.",
  ),

  // The file
  file: t("Figures as CSV"),
  fileTitle: t("Copy these lines into a file that ends in .csv"),
  fileLong: t<{ command: Line }>(
    "The file is too long for a message. Whoever keeps the server prints it with {command}",
  ),
  fileCommand: t<{ round: string }>("<c>rapport checkins export {round}</c>"),
  fileNotYours: t("These figures went to the leads of the units that were asked."),
  fileGone: t("There is no summary of this round."),
  everyone: t("everyone"),
  about: t("About"),
  standardDeviation: t("Standard deviation"),
  distribution: t("Distribution"),
};
