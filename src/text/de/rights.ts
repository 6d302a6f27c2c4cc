import type { rights as english } from "../en/rights.ts";
import { translationsIn } from "../message.ts";
import { former } from "./former.ts";

const t = translationsIn("de");

export const rights: typeof english = {
  usage: t("Was ich über Sie weiß, zum Lesen, Mitnehmen oder Löschen: <c>/rapport privacy</c>."),
  title: t("Was ich über Sie weiß"),
  about: t(
    "Name, E-Mail-Adresse, Zeitzone und Sprache, wie Ihr Arbeitsbereich sie nennt; dazu Einheit, Beruf und Arbeitszeiten, soweit Sie oder eine Liste sie angegeben haben.",
  ),
  held: {
    given: t("{count, plural, one {# Dank} other {# Mal Dank}} von Ihnen, mit Ihren Worten."),
    received: t("{count, plural, one {# Dank} other {# Mal Dank}} an Sie."),
    seconded: t("{count, plural, one {# „Ich auch“} other {# Mal „Ich auch“}} von Ihnen."),
    reactions: t(
      "{count, plural, one {# Emoji} other {# Emojis}} von Ihnen, {count, plural, one {das als Dank gemeint war} other {die als Dank gemeint waren}}.",
    ),
    asked: t("{count, plural, one {# Umfrage} other {# Umfragen}} an Sie."),
    answers: t("{count, plural, one {# Antwort} other {# Antworten}} mit Ihrem Namen."),
    notes: t("{count, plural, one {# Notiz} other {# Notizen}} einer Leitung an Sie."),
    actions: t(
      "{count, plural, one {# Maßnahme} other {# Maßnahmen}}, von Ihnen angeregt, angelegt oder betreut.",
    ),
    outcomes: t(
      "{count, plural, one {# Ergebnis} other {# Ergebnisse}}, von Ihnen veröffentlicht oder betreut.",
    ),
    schedules: t("{count, plural, one {# Zeitplan} other {# Zeitpläne}} von Ihnen."),
    feedback: t("{count, plural, one {# Bitte} other {# Bitten}} um Rückmeldung für Sie."),
    feedbackReceived: t(
      "{count, plural, one {# Rückmeldung} other {# Rückmeldungen}} aus dem Kollegium an Sie.",
    ),
    feedbackGiven: t(
      "{count, plural, one {# Rückmeldung} other {# Rückmeldungen}} von Ihnen an andere.",
    ),
    roles: t("{count, plural, one {# Rolle} other {# Rollen}}."),
    shifts: t("{count, plural, one {# Schicht} other {# Schichten}} aus einem Dienstplan."),
    accounts: t("{count, plural, one {# Konto} other {# Konten}} in einem Arbeitsbereich."),
    acts: t(
      "{count, plural, one {# Eintrag} other {# Einträge}} von Ihnen im Protokoll der Verwaltung.",
    ),
  },
  confidential: t(
    "Vertrauliche Antworten sind nicht dabei: Nach dem Ende einer Runde weiß niemand, welche von Ihnen sind, darum lassen sie sich weder zeigen noch löschen.",
  ),
  send: t("Meine Daten an mich"),
  sending: t("Sie sind unterwegs zu Ihnen, in einer Nachricht, die nur Sie lesen."),
  sent: t("Alles, was ich über Sie weiß, als JSON und als Tabelle. Nur Sie sehen das."),

  erase: t("Alles löschen …"),
  eraseTitle: t("Alles über Sie löschen?"),
  eraseWhat: t(
    "Ihre Worte verschwinden: Dank, Antworten, Rückmeldungen, Maßnahmen. Beiträge damit werden neu gezeichnet oder entfernt, meine Nachrichten an Sie gelöscht, und niemand findet Sie auf einer Rangliste, in einer Auswahl oder in einer Umfrage.",
  ),
  eraseStays: t(
    "Zahlen bleiben, damit anderen bleibt, wofür ihnen gedankt wurde; an Ihrer Stelle steht „jemand von früher“. Auch das Protokoll der Verwaltung bleibt, und was andere auch für Dritte geschrieben haben, selbst wo Ihr Name darin steht.",
  ),
  eraseForGood: t(
    "Das lässt sich nicht rückgängig machen. Was Sie behalten möchten, lassen Sie sich vorher schicken. Wenn Sie mir später schreiben, sind Sie hier neu.",
  ),
  eraseSurely: t("Alles über mich löschen"),
  keepMe: t("Behalten"),
  erased: t("Gelöscht, binnen einer Minute. Danke, dass Sie hier waren."),
  lastAdmin: t(
    "Ohne Sie gäbe es hier keine Administration mehr, darum kann ich Sie noch nicht löschen. Bitte zuerst jemand anderen hinzufügen.",
  ),
  formerColleague: t(former),
  wordsRemoved: t("(Worte entfernt)"),

  retention: t("Wie lange ich behalte"),
  kept: {
    texts: t("Worte von Dank, Rückmeldungen und Maßnahmen"),
    answers: t("Antworten auf Umfragen"),
    deliveries: t("Woran ich erkenne, dass eine Nachricht zweimal kam"),
    audit: t("Das Protokoll der Verwaltung"),
  },
  lasts: {
    texts: t("{count} Monate"),
    answers: t("{count} Monate"),
    deliveries: t("{count} Stunden"),
    audit: t("{count} Jahre"),
  },
  retentionNow: t(
    "Worte {texts} Monate · Antworten {answers} Monate · Wiederholungen {deliveries} Stunden · Protokoll der Verwaltung {audit} Jahre",
  ),
  retentionNote: t(
    "Was älter ist, verschwindet nachts und endgültig. Zahlen bleiben. Beiträge in Kanälen bleiben, solange Ihr Arbeitsbereich sie aufhebt.",
  ),
};
