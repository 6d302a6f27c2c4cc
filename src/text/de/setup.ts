import type { setup as english } from "../en/setup.ts";
import { translationsIn } from "../message.ts";

const t = translationsIn("de");

export const setup: typeof english = {
  usage: t("Einstellungen und Datenschutz: <c>/rapport</c>."),
  settings: t("Ihre Einstellungen"),
  help: t("Hilfe"),
  title: t("Einrichtung"),

  whoSeesWhat: t("Wer was sieht"),
  seen: {
    public: t(
      "<b>Öffentlicher Dank</b>: Wer den Kudos-Kanal liest, sieht, wer wem gedankt hat, und die Worte.",
    ),
    private: t(
      "<b>Privater Dank</b>: nur wer ihn geschickt hat und wem er gilt. Er steht auf keiner Rangliste, und auch die Administration kann ihn nicht auflisten.",
    ),
    boards: t(
      "<b>Ranglisten</b>: Alle hier können danach fragen. Sie zeigen Namen und Zahlen, nie die Worte; Sie können sie verlassen.",
    ),
    answers: t("<b>Was ich Ihnen antworte</b>, so wie dies hier: nur Sie."),
    admins: t(
      "<b>Die Administration</b> wählt Kanäle und Regeln. Einrichten heißt nicht mitlesen.",
    ),
    server: t(
      "<b>Wer den Server betreibt</b>, kann in die Datenbank sehen. Was nach Angaben zu Patienten aussieht, wird abgelehnt und dort nicht gespeichert.",
    ),
    channel: t("<b>Was Sie in einem Kanal schreiben</b>, steht dort, bevor ich es sehe."),
  },

  oneQuestion: t("Eine Frage kommt zuerst. Alles Weitere hat eine Vorgabe und steht unter „Mehr“."),
  row: t("<b>{label}</b>: {now}"),
  sendsNothing: t("Was ich von mir aus schicke: noch nichts."),
  sends: t("Was ich von mir aus schicke:"),
  writesOnly: t(
    "Ich schreibe nur Menschen, die mich benutzt haben, denen gedankt wurde oder die zu einem Zeitplan gehören, den eine Leitung oder die Administration gestartet hat. Einrichten heißt nicht mitlesen: Die Administration liest keinen privaten Dank.",
  ),
  more: t("Mehr"),
  moreTitle: t("Einrichtung: mehr"),
  back: t("Zurück zur Einrichtung"),
  kept: t("Gespeichert."),
  save: t("Speichern"),

  tryIt: t("An mir ausprobieren"),
  sample: t("Das ist ein Beispiel. Nur Sie sehen es, und nichts davon wird gespeichert."),
  sampleThanks: t("<b>Jemand aus dem Team</b> (Zentrallabor) dankt {you}:"),
  sampleWords: t("„für die ruhige Übergabe um 07:00“"),
  sampleEnd: t(
    "Unter einem echten Dank steht „Ich auch“, um sich mit einem Klick anzuschließen. Wem gedankt wird, erfährt es einmal von mir, privat und außerhalb der Ruhezeiten.",
  ),

  permissions: t("Was ich hier darf"),
  permission: t("Berechtigung"),
  reason: t("Wofür"),
  slackPermissions: {
    commands: t("Antworten auf /kudos, /leaderboard und /rapport sowie „Give kudos“ in den Menüs"),
    "chat:write": t("Dank posten und Ihnen antworten"),
    "chat:write.public": t("Im Kudos-Kanal posten, bevor ich dorthin eingeladen bin"),
    "im:write": t("Jemandem privat sagen, dass ihm oder ihr gedankt wurde"),
    "users:read": t(
      "Namen, Zeitzonen und Sprachen im Kollegium; wer gegangen ist; wer den Arbeitsbereich leitet",
    ),
    "users:read.email": t("Einen Menschen als einen kennen, auf welcher Plattform auch immer"),
    "reactions:read": t("Danken mit dem Emoji Ihrer Wahl; aus, bis eines gewählt ist"),
    "team:read": t("Name und E-Mail-Domain des Arbeitsbereichs"),
    "usergroups:read": t("Einer ganzen Gruppe mit ihrem Namen danken"),
    "channels:read": t(
      "Einen öffentlichen Kanal wählen und merken, wenn er archiviert oder geteilt ist",
    ),
    "groups:read": t("Dasselbe für private Kanäle, in denen ich bin"),
    "files:write": t(
      "Das Bild neben den Zahlen einer Rangliste und Ihre eigenen Daten als Dateien",
    ),
  },

  organization: t("Organisation"),
  organizationNow: t("{name} · {language} · {zone} · {domains}"),
  noDomains: t("keine E-Mail-Domains"),
  name: t("Name"),
  language: t("Sprache der Kanäle"),
  languageHint: t(
    "Alle lesen ihre eigene; diese gilt für Kanäle und für alle, die keine gewählt haben.",
  ),
  languages: { en: t("Englisch"), de: t("Deutsch") },
  zone: t("Zeitzone"),
  zoneHint: t("Mit ihrem IANA-Namen, etwa Europe/Berlin oder Europe/Lisbon."),
  notAZone: t(
    "Diese Zeitzone kenne ich nicht. Bitte so schreiben: Europe/Berlin oder Europe/Lisbon.",
  ),
  domains: t("Eigene E-Mail-Domains"),
  domainsHint: t(
    "Mit Kommas dazwischen. Adressen darin gehören zu Ihrem Haus, also keine öffentlichen Anbieter.",
  ),
  notADomain: t(
    "Das kann ich nicht als E-Mail-Domains lesen. Bitte so schreiben: annes.example, labor.annes.example.",
  ),

  guard: t("Angaben zu Behandelten"),
  guardNow: t("eigene Aktennummern: {numbers} · Standorte: {sites}"),
  guardAbout: t(
    "Jeder Text wird auf solche Angaben geprüft, bevor etwas behalten wird. Was hier besonders ist, können Sie sagen.",
  ),
  ownNumbers: t("Wie schreiben Sie Ihre Aktennummern?"),
  ownNumbersHint: t(
    "A für einen Buchstaben, 0 für eine Ziffer: AA000000, 00-00-00. Was so aussieht, wird abgelehnt, auch ohne Bezeichnung.",
  ),
  notAShape: t(
    "Das kann ich nicht als Form einer Nummer lesen. Bitte A für einen Buchstaben und 0 für eine Ziffer, mindestens vier Ziffern: AA000000, 00-00-00.",
  ),
  ownSites: t("Wie heißen Ihre Standorte?"),
  ownSitesHint: t("Mit Kommas dazwischen. Ihre Namen halte ich dann nicht für die von Menschen."),

  safety: t("Sicherheit und Hilfe"),
  safetyNow: t("Sicherheitsereignisse: {incidents} · sofort jemand: {contacts}"),
  notSet: t("nicht angegeben"),
  incidents: t("Wohin gehören Sicherheitsereignisse?"),
  incidentsHint: t("Das steht unter jedem Formular mit freiem Text."),
  contacts: t("Wer hilft, wenn jemand sofort einen Menschen braucht?"),
  contactsHint: t("Ein Name mit Nummer oder Adresse, unter der jederzeit jemand antwortet."),

  admins: t("Administration"),
  addAdmins: t("Jemanden hinzufügen"),
  whoIsAdmin: t("Wer soll Rapport mit Ihnen einrichten?"),
  removeAdmin: t("{name} entfernen"),
  runsWorkspace: t("{name} (leitet den Arbeitsbereich)"),
  ownersStay: t(
    "Wer den Arbeitsbereich leitet, gehört auch hier zur Administration. Das ändert sich dort, nicht hier.",
  ),
  adminAdded: t("{admins} {count, plural, one {gehört} other {gehören}} jetzt zur Administration."),
  adminRemoved: t("{admin} gehört nicht mehr zur Administration."),
  lastAdmin: t(
    "Ohne {admin} gäbe es hier keine Administration mehr, darum bleibt es so. Bitte zuerst jemanden hinzufügen.",
  ),
  nobodyAdded: t("Niemand wurde hinzugefügt: Unter diesem Namen habe ich hier niemanden gefunden."),
};
