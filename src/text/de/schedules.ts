import type { schedules as english } from "../en/schedules.ts";
import { translationsIn } from "../message.ts";

const t = translationsIn("de");

export const schedules: typeof english = {
  usage: t("Wann Check-ins gefragt werden, für Leitungen: <c>/checkin schedule</c>."),
  startUsage: t(
    "Einen jetzt öffnen, für Leitungen: <c>/checkin start weekly-checkin</c>, danach ein #Kanal oder „alle“.",
  ),

  title: t("Check-ins"),
  scheduled: t("Geplante Check-ins"),
  none: t("Kein Check-in ist geplant. Es wird nichts gefragt, bis jemand einen startet."),
  unknown: t("Dieser Check-in wurde inzwischen beendet."),
  line: t("<b>{name}</b>: {rhythm}, {audience}. {state}"),
  draft: t("Nicht gestartet: Es wird nichts gesendet."),
  paused: t("Angehalten."),
  started: t("Nächster: {next}."),
  startedSkip: t("Der nächste ({next}) wird ausgelassen."),
  over: t("Es gibt keine weiteren Termine."),
  start: t("Starten"),
  resume: t("Wieder starten"),
  pause: t("Anhalten"),
  skip: t("Nächsten auslassen"),
  unskip: t("Nicht auslassen"),
  preview: t("Vorschau"),
  runNow: t("Jetzt öffnen"),
  stop: t("Beenden"),
  create: t("Neuer Check-in"),
  stopped: t("Beendet: {name}. Eine Runde, die jetzt offen ist, schließt noch zu ihrer Zeit."),

  every: {
    week: t("jede Woche am {weekday} um {time}"),
    fortnight: t("jede zweite Woche am {weekday} um {time}"),
    month: t("jeden Monat am ersten {weekday} um {time}"),
    quarter: t("jedes Quartal am ersten {weekday} um {time}"),
  },
  cron: t("nach <c>{cron}</c>"),
  members: t("die Mitglieder von {channel}"),
  ofUnits: t("alle von {units}"),
  ofDisciplines: t("alle mit dem Beruf {disciplines}"),
  persons: t("{count, plural, one {# Person} other {# Personen}}"),
  everyone: t("alle in der Organisation"),

  formTitle: t("Neuer Check-in"),
  save: t("Speichern"),
  template: t("Was gefragt wird"),
  rhythm: t("Wie oft"),
  rhythms: {
    week: t("Jede Woche"),
    fortnight: t("Jede zweite Woche"),
    month: t("Jeden Monat, am ersten solchen Tag"),
    quarter: t("Jedes Quartal, am ersten solchen Tag"),
    cron: t("Wie unten geschrieben (Cron)"),
  },
  weekday: t("Tag"),
  hour: t("Stunde"),
  hourHint: t(
    "Nach der Uhr jeder Person, in ihrer eigenen Zeitzone und in ihrer Schicht, wo sie bekannt ist.",
  ),
  hourOfDay: t("{hour}:00"),
  expression: t("Cron-Ausdruck"),
  expressionHint: t(
    "Fünf Felder: Minute, Stunde, Tag, Monat, Wochentag. Zum Beispiel <c>0 15 * * FRI</c>.",
  ),
  who: t("Wer gefragt wird"),
  whos: {
    channel: t("Mitglieder des Kanals"),
    units: t("Bereiche"),
    disciplines: t("Berufe"),
    everyone: t("Alle (nur durch Admins)"),
  },
  channel: t("Kanal"),
  channelHint: t("Seine Mitglieder werden gefragt, und die Zusammenfassung steht dort."),
  units: t("Bereiche"),
  disciplines: t("Berufe"),
  window: t("Wie lange er offen ist"),
  windows: {
    suggested: t("Wie dafür vorgeschlagen"),
    week: t("Bis Donnerstagnacht"),
    office: t("Bürowoche: bis Sonntagnacht"),
    day: t("Am selben Tag"),
    nextDay: t("Bis zum nächsten Tag"),
    fortnight: t("14 Tage"),
    month: t("28 Tage"),
  },
  summaryTo: t("Wohin die Zusammenfassung geht"),
  summaries: { channel: t("In den Kanal"), leads: t("Nur an Leitungen") },
  formNote: t(
    "Es wird nichts gesendet, bis Sie ihn starten. Vorher sehen Sie, wer wann gefragt würde.",
  ),

  noTemplate: t(
    "Einen Check-in „{template}“ gibt es nicht. Zum Beispiel: <c>/checkin start {example}</c>. Alle: <c>/checkin templates</c>.",
  ),
  whichTemplate: t(
    "Welchen? Zum Beispiel: <c>/checkin start weekly-checkin</c>. Alle: <c>/checkin templates</c>.",
  ),
  whom: t(
    "Es ist nicht klar, wer gemeint ist, deshalb wurde nichts gestartet. Bitte den Kanal aus der Liste wählen, die sich bei # öffnet, wie in <c>/checkin start weekly-checkin #lab</c>; oder „alle“ schreiben; oder nichts, für den Kanal, in dem Sie schreiben.",
  ),
  noPlace: t("Bitte den Kanal wählen, dessen Mitglieder gefragt werden."),
  noUnits: t("Bitte mindestens einen Bereich wählen."),
  noDisciplines: t("Bitte mindestens einen Beruf wählen."),
  notYourUnits: t("Eine Leitung fragt die Bereiche, die sie leitet. Für andere hilft ein Admin."),
  notInChannel: t(
    "Eine Leitung fragt die Mitglieder eines Kanals, in dem sie selbst ist. Bitte ihm erst beitreten, oder ein Admin startet ihn.",
  ),
  adminsEveryone: t("Alle, oder einen Beruf über Bereiche hinweg, kann nur ein Admin fragen."),
  noChannelHere: t(
    "Bitte sagen, wessen Mitglieder gefragt werden: in einem Kanal schreiben oder einen nennen, wie in <c>/checkin start weekly-checkin #lab</c>.",
  ),
  noContacts: t(
    "Nicht gestartet: Zuerst muss zu lesen sein, wen man anruft, wenn man jemanden braucht. Ein Admin stellt das unter <c>/rapport</c> ein.",
  ),
  noKeys: t(
    "Nicht gestartet: Vertrauliche Antworten können hier nicht sicher verwahrt werden, weil der Ordner für ihre Schlüssel nicht eingerichtet ist. Bitte an die wenden, die den Server betreiben.",
  ),
  tooShort: t(
    "Eine Feedback-Runde bleibt mindestens {days} Tage offen, damit alle Dienste des Plans darin vorkommen.",
  ),
  shared: t(
    "Dieser Kanal wird mit einer anderen Organisation geteilt. Bitte einen eigenen wählen.",
  ),
  over50: t(
    "Damit werden {asked, number} Personen gefragt. Bei mehr als {most, number} startet ihn nur ein Admin.",
  ),
  cronWrong: {
    fields: t(
      "Das {count, plural, one {ist # Feld} other {sind # Felder}}; nötig sind fünf: Minute, Stunde, Tag, Monat, Wochentag. Zum Beispiel <c>0 15 * * FRI</c>.",
    ),
    unreadable: t(
      "„{part}“ ist nicht zu lesen. Zum Beispiel ist <c>0 15 * * FRI</c> jeden Freitag um 15:00.",
    ),
    outside: t(
      "„{part}“ liegt nicht zwischen {least} und {most}. Zum Beispiel ist <c>0 15 * * FRI</c> jeden Freitag um 15:00.",
    ),
    reversed: t("„{part}“ läuft rückwärts. Zum Beispiel <c>0 9 * * MON-FRI</c>."),
    step: t("„{part}“ hat einen Schritt, der nicht passt. Zum Beispiel <c>*/15 9 * * MON</c>."),
    weeks: t(
      "„{part}“ nach den fünf Feldern bedeutet hier nichts. Für jede zweite Woche: <c>0 15 * * FRI /2 2026-11-27</c>.",
    ),
    never: t(
      "Diesen Tag gibt es nie. Zum Beispiel ist <c>0 15 1 * *</c> der Erste jedes Monats um 15:00.",
    ),
  },

  looking: t("Es wird nachgesehen, wer wann gefragt würde. Gleich kommt dazu eine Nachricht."),
  previewTitle: t("{name}: wer gefragt würde"),
  asks: t(
    "{asked, plural, =0 {Niemand würde gefragt.} one {1 Person wird gefragt, um {first} ({firstZone}).} other {{asked, number} Personen werden gefragt: die erste um {first} ({firstZone}), die letzte um {last} ({lastZone}).}}",
  ),
  noPattern: t(
    "{count, plural, one {Von 1 Person ist nicht bekannt, wann sie arbeitet} other {Von {count, number} Personen ist nicht bekannt, wann sie arbeiten}}; gefragt wird außerhalb der üblichen Ruhezeiten.",
  ),
  skipped: {
    left: t("{count, number} nicht mehr in der Organisation"),
    new: t("{count, number} in den letzten 7 Tagen dazugekommen"),
    lead: t(
      "{count, number} nicht gefragt, weil niemand ihren Bereich leitet oder sie keinen haben",
    ),
    licence: t("{count, number} in Bereichen, die die Lizenz nicht nennt"),
    off: t("{count, number} nicht im Dienst, solange er offen ist"),
    away: t("{count, number} haben Rapport angehalten"),
    few: t("{count, number} in Gruppen, die zu klein sind, um sich darin zu verbergen"),
  },
  skippedAll: t("Ausgelassen: {reasons}."),
  startNow: t("Jetzt starten"),
  startIt: t("Starten"),
  cancel: t("Abbrechen"),
  cancelled: t("Nicht gestartet. Es wurde nichts gesendet."),
  nowStarted: t("Gestartet: {name}. Zuerst gefragt: {next}, nach der Uhr jeder Person."),
  nowOpened: t("Geöffnet: {name}. Alle werden gefragt, sobald ihre Zeiten es erlauben."),
  openedBefore: t("Er wurde in dieser Minute schon geöffnet."),
  isHeld: t("Er wartet: Zuerst ist zu sagen, was aus der letzten Runde wurde."),

  empty: t("{name}: Niemand wurde gefragt. {reasons}"),
  emptyNobody: t("Zu den Gefragten gehört niemand, oder ihr Kanal ist nicht zu lesen."),
  warn: t(
    "{name} beginnt am {date}, und noch hat niemand gehört, was aus der letzten Runde wurde. Die neue wartet, bis Sie es sagen. „Diesmal ändert sich nichts, weil …“ ist auch eine Antwort.",
  ),
  held: t(
    "{name} war heute fällig und wartet: Noch hat niemand gehört, was aus der letzten Runde wurde.",
  ),
  respond: t("Sagen, was daraus wurde"),
  override: t("Trotzdem öffnen"),
  overridden: t(
    "Er öffnet morgen zu seiner Stunde. Dass Sie ihn ohne Antwort geöffnet haben, steht im Verzeichnis der Verwaltungsschritte.",
  ),
  overNothing: t("Er wartet nicht mehr."),
  waits: t(
    "{name} war fällig und wartet, bis Sie gehört haben, was aus Ihren letzten Antworten wurde.",
  ),
  keyMissing: t(
    "<b>{name} steht still.</b> Der Schlüssel, der die vertraulichen Antworten schützt, fehlt im Schlüsselordner. Niemand wird gefragt und keine Antwort angenommen, bis er zurück ist; ohne ihn wird nichts verwahrt. Bitte die Datei der Runde {round} zurücklegen.",
  ),
  giveUp: t("Ohne Ergebnis beenden"),
  giveUpAsks: t(
    "{name} ohne Ergebnis beenden? Die vertraulichen Antworten, die da sind, werden ungelesen gelöscht und kommen nicht wieder, und alle Gefragten erfahren es. Wenn sich eine Kopie der Datei der Runde {round} noch finden könnte, bitte darauf warten: Bis dahin geht nichts verloren.",
  ),
  keepWaiting: t("Auf den Schlüssel warten"),
  keyNoLongerMissing: t("Diese Runde wartet nicht mehr auf ihren Schlüssel."),
  gaveUp: t(
    "{name} endet ohne Ergebnis, und alle Gefragten erfahren es. Dass Sie die Runde beendet haben, steht im Verzeichnis der Verwaltungsschritte.",
  ),
  sends: t("{name}: {rhythm}, {audience}"),
};
