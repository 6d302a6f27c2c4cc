import type { summary as english } from "../en/summary.ts";
import { translationsIn } from "../message.ts";

const t = translationsIn("de");

export const summary: typeof english = {
  weekTo: t("{who}, Woche bis {day}."),
  askedOn: t("{who}, gefragt am {day}."),
  dayOf: t(
    "{day, number}. {month, select, 1 {Januar} 2 {Februar} 3 {März} 4 {April} 5 {Mai} 6 {Juni} 7 {Juli} 8 {August} 9 {September} 10 {Oktober} 11 {November} other {Dezember}}",
  ),
  shortDay: t(
    "{day, number}. {month, select, 1 {Jan.} 2 {Feb.} 3 {März} 4 {Apr.} 5 {Mai} 6 {Juni} 7 {Juli} 8 {Aug.} 9 {Sep.} 10 {Okt.} 11 {Nov.} other {Dez.}}",
  ),
  noUnit: t("Bereich nicht angegeben"),

  answeredCount: t("{answered, number} von {asked, number} haben geantwortet."),
  answeredBand: t("{answered} von {asked, number} haben geantwortet."),
  mood: t("Stimmung {mood}."),
  moodCompared: t("Stimmung {mood}, {change}."),
  moodHidden: t("Stimmung: zu wenige Antworten, um sie zu zeigen."),
  ofFive: t("{mean, number, ::.0} von 5"),
  ofFiveBand: t("zwischen {from, number} und {to, number} von 5"),
  changed: t("{by, number, ::+! .0} seit dem letzten Mal"),
  unchanged: t("keine echte Änderung"),

  question: t("Frage"),
  answers: t("Antworten"),
  result: t("Ergebnis"),
  favourable: t("Zustimmend"),
  change: t("Änderung"),
  group: t("Gruppe"),
  numbered: t("{number, number}. {question}"),
  numberOnly: t("{number, number}."),
  groups: t("Nach Gruppen; die Spalten sind die Fragen oben."),
  tooFew: t("zu wenige"),
  mean: t("{mean, number, ::.0}"),
  between: t("{from, number} bis {to, number}"),
  share: t("{share, number, ::percent}"),
  optionShare: t("{option} {share, number, ::percent}"),
  meanBy: t("{by, number, ::+! .0}"),
  favourableBy: t("zustimmend {by, number, ::+! percent}"),
  optionBy: t("{option} {by, number, ::+! percent}"),
  named: t(
    "Eine Zahl steht, wo {least, number} oder mehr geantwortet haben. „Kann ich nicht sagen“ zählt nicht mit. Eine Änderung ist genannt, wo sie größer als der Zufall ist.",
  ),
  confidential: t(
    "Nur Gruppen ab {least, number} sind in diesen Zahlen, Bemerkungen erst ab 10. „Kann ich nicht sagen“ zählt nicht mit. Eine Änderung ist genannt, wo sie größer als der Zufall ist.",
  ),

  trend: t("{name}: Mittelwerte, Runde für Runde"),
  trendLine: t("{question} {values}"),
  trendValue: t("{mean, number, ::.0} ({day})"),
  means: t("Mittelwerte, {from, number} bis {to, number}"),
  spread: t("{question} (in %)"),
  inWords: t("{what}: {values}."),
  valued: t("{what}: {value}"),

  mapNote: t("Zeilen antworten, über Spalten. Leer: zu wenige Antworten."),
  unit: t("Bereich"),
  otherUnit: t("Anderer Bereich"),
  says: t("Sagt über ihn"),
  hears: t("Hört von ihm"),
  gap: t("Abstand"),
  mapRead: t(
    "Jede Zahl ist, was die Menschen eines Bereichs über einen anderen sagen, 1 bis 5. Abstand: was ein Bereich sagt, weniger was er hört.",
  ),
  mapWords: t("Das Bild zeigt, wie {units} einander sehen; die Tabelle hat jede Zahl."),
  mapLeft: t("Nur in der Tabelle, nicht im Bild: {units}."),
  morePairs: t(
    "{pairs, plural, one {Ein weiteres Paar steht} other {# weitere Paare stehen}} in der Datei.",
  ),

  lastTime: t("Gesagt, getan"),
  youSaid: t("Sie sagten: {said} Wir werden: {did} {owner}, bis {day}."),
  respond: t("Sagen, was geschieht"),

  quiet: t(
    "Eine ruhige Woche. {answered, number} von {asked, number} haben geantwortet, nichts stand im Weg. Für Sie ist nichts zu tun.",
  ),
  nobody: t(
    "{name} ist zu Ende, und von {asked, number} Gefragten hat niemand geantwortet. Es wird nichts gepostet.",
  ),
  few: t(
    "{name} ist zu Ende. Für eine Zahl haben zu wenige geantwortet: jede braucht {least, number} oder mehr. Es wird nichts gepostet.",
  ),
  lost: t(
    "{name} endete ohne Ergebnis: Die Administration hat die Runde aufgegeben, weil der Schlüssel zu den Antworten verloren ist. Alle Gefragten erfahren es. Es wird nichts gepostet.",
  ),
  channelGone: t(
    "Ich konnte das nicht in {channel} posten: der Kanal ist geschlossen, oder ich bin nicht darin. Deshalb kommt es zu Ihnen.",
  ),

  file: t("Zahlen als CSV"),
  fileTitle: t("Diese Zeilen in eine Datei kopieren, die auf .csv endet"),
  fileLong: t(
    "Die Datei ist zu lang für eine Nachricht. Wer den Server betreibt, gibt sie aus mit {command}",
  ),
  fileCommand: t("<c>rapport checkins export {round}</c>"),
  fileNotYours: t("Diese Zahlen gingen an die Leitungen der Bereiche, die gefragt waren."),
  fileGone: t("Von dieser Runde gibt es keine Zusammenfassung."),
  everyone: t("alle"),
  about: t("Über"),
  standardDeviation: t("Standardabweichung"),
  distribution: t("Verteilung"),
};
