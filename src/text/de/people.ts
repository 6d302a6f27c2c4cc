import type { people as english } from "../en/people.ts";
import { translationsIn } from "../message.ts";

const t = translationsIn("de");

export const people: typeof english = {
  welcome: t(
    "Ich bin Rapport. Ich überbringe Dank und frage nach, wie es im Team läuft. Ich sage immer dazu, wer was sieht.",
  ),

  whenWork: t("Wann arbeiten Sie meistens?"),
  whenIWork: t("Meine Arbeitszeiten"),
  patterns: {
    days: t("Tagsüber"),
    evenings: t("Abends"),
    nights: t("Nachts"),
    varies: t("Wechselnd"),
  },
  patternKept: t(
    "Notiert: {pattern}. Von {from} bis {to} Ihrer Zeit halte ich zurück, was ich für Sie habe, außer Sie schreiben zuerst.",
  ),

  keepPrivate: t("Meinen Dank privat halten"),
  shareAgain: t("Meinen Dank wieder teilen"),
  keptPrivate: t(
    "Ab jetzt erreicht Sie Dank nur privat: nichts wird gepostet, keine Ranglisten. In Ihrer eigenen Übersicht zählt er weiter.",
  ),
  sharedAgain: t(
    "Ab jetzt wird Dank an Sie wieder geteilt: gepostet und in den Ranglisten gezählt.",
  ),
  thanksPrivate: t("Dank an Sie: privat. Nichts wird gepostet, keine Ranglisten."),
  thanksShared: t("Dank an Sie: geteilt. Er wird gepostet und in den Ranglisten gezählt."),

  aboutHome: t("Über Sie: Bereich, Beruf, Arbeitszeiten."),
  fillIn: t("Ausfüllen, zehn Sekunden"),
  about: t("Über Sie"),
  aboutNow: t("Über Sie: Bereich {unit} · Beruf {profession} · Arbeit {pattern}"),
  notSet: t("nicht angegeben"),
  aboutKept: t("Danke, das ist gespeichert."),
  change: t("Ändern"),
  save: t("Speichern"),
  allSettings: t("Alle meine Einstellungen"),
  unit: t("Ihr Bereich"),
  otherUnit: t("Nicht in der Liste?"),
  otherUnitHint: t("Namen Ihres Bereichs eintippen. Er gilt statt der Auswahl darüber."),
  profession: t("Ihr Beruf"),
  professions: {
    scientist: t("Medizinische Technologie (MTL)"),
    technician: t("Technik"),
    phlebotomist: t("Blutentnahme"),
    pathologist: t("Pathologie"),
    nurse: t("Pflege"),
    physician: t("Ärztlicher Dienst"),
    pharmacist: t("Apotheke"),
    therapist: t("Therapie"),
    radiographer: t("Radiologie (MTR)"),
    porter: t("Patiententransport"),
    administration: t("Verwaltung"),
    other: t("Anderes"),
  },

  pause: t("Pause bis …"),
  pauseTitle: t("Pause"),
  pauseFor: t("Bis wann?"),
  pauseTomorrow: t("Morgen ({day})"),
  pauseWeek: t("In einer Woche ({day})"),
  pauseMonth: t("In einem Monat ({day})"),
  pauseNote: t("Bis dahin schreibe ich nur, wenn Sie zuerst schreiben. Dank wartet auf Sie."),
  paused: t(
    "Pause bis {day}. Bis dahin schreibe ich nur, wenn Sie zuerst schreiben. Dank wartet auf Sie.",
  ),
  resume: t("Fortsetzen"),
  resumed: t("Willkommen zurück. Was auf Sie gewartet hat, kommt zu Ihren üblichen Zeiten."),

  noPatientsNor: t(
    "Keine Angaben zu Patienten. Sicherheitsereignisse gehören hierhin: {incidents}. Sofort jemand nötig: {contacts}.",
  ),
  noPatientsIncidents: t(
    "Keine Angaben zu Patienten. Sicherheitsereignisse gehören hierhin: {incidents}.",
  ),
  noPatientsContacts: t("Keine Angaben zu Patienten. Sofort jemand nötig: {contacts}."),
  looksLikePatient: t(
    "Nicht gespeichert: Das sieht nach einer Nummer oder Adresse aus, die zu einer Person führt. Bitte ohne sie schreiben.",
  ),
  notJudged: t("Nicht gespeichert: Ich konnte den Text nicht prüfen. Bitte anders schreiben."),

  adminsOnly: t(
    "Die Einrichtung ist Sache der Administration. Hier ist das {admins}, dort hilft man gern.",
  ),
  nobodyAdmin: t(
    "Die Einrichtung ist Sache der Administration, und noch gehört hier niemand dazu. Wer den Server betreibt, ändert das mit <c>rapport admin add EMAIL</c>.",
  ),
  others: t("{count, plural, one {eine weitere Person} other {# weitere}}"),

  link: {
    usage: t("Auf zwei Plattformen? So werden Sie hier eine Person: <c>/rapport link</c>."),
    code: t(
      "Ihr Code ist <b>{code}</b>. Schreiben Sie mir auf der anderen Plattform: <c>/rapport link {code}</c> (in Teams ohne Schrägstrich). Er gilt einmal, 10 Minuten lang. Danach erreicht Sie alles nur noch einmal.",
    ),
    unknown: t(
      "Diesen Code kenne ich nicht. Auf der anderen Plattform zeigt <c>/rapport link</c> einen neuen.",
    ),
    expired: t(
      "Dieser Code ist abgelaufen, jeder gilt 10 Minuten. Auf der anderen Plattform zeigt <c>/rapport link</c> einen neuen.",
    ),
    used: t(
      "Dieser Code wurde schon benutzt, und jeder gilt einmal. Auf der anderen Plattform zeigt <c>/rapport link</c> einen neuen.",
    ),
    elsewhere: t(
      "Dieser Code kommt aus einem Workspace, der noch nicht mit diesem verbunden ist. Die Administration dort findet <b>Workspace hinzufügen</b> in der Einrichtung unter Mehr.",
    ),
    tooMany: t(
      "Das waren zu viele Codes, die ich nicht kenne. Bitte versuchen Sie es nach {until} wieder.",
    ),
    own: t(
      "Dieser Code ist für Ihre andere Plattform. Bitte dort eingeben, solange seine 10 Minuten laufen.",
    ),
    oneAlready: t("Sie sind hier schon eine Person: Alles erreicht Sie nur einmal."),
    sameWorkspace: t(
      "Beide Konten sind im selben Workspace, dort ist jedes eine eigene Person. Ich verbinde nur Konten verschiedener Workspaces.",
    ),
    joined: t(
      "{accounts} sind hier jetzt eine Person. Ihr Dank zählt zusammen, und alles erreicht Sie nur einmal, dort, wo Sie zuletzt waren.",
    ),
    waits: t(
      "Notiert. Eine vertrauliche Umfrage fragt gerade beide Konten, darum warte ich, bis sie geschlossen ist, und verbinde sie nach {until}. Dann hören Sie von mir.",
    ),
    link: t("Ich bin auf beiden Plattformen"),
    notMe: t("Das bin ich nicht"),
    parted: t(
      "Getrennt: Hier sind es wieder zwei Personen, jede mit ihrem eigenen Dank. Nichts ging verloren.",
    ),
    apartAlready: t("Diese Konten sind hier schon zwei Personen. Es gibt nichts zu trennen."),
    also: t("Sie sind hier eine Person mit {accounts}."),
  },

  join: {
    label: t("Workspace hinzufügen"),
    code: t(
      "Der Code ist <b>{code}</b>. Im anderen Workspace schreibt mir die Administration: <c>/rapport join {code}</c> (in Teams ohne Schrägstrich). Er gilt einmal, 10 Minuten lang, und nur solange dort niemandem gedankt und niemand gefragt wurde. Dann sind beide eine Organisation.",
    ),
    usage: t(
      "Bitte den Code dazuschreiben: <c>/rapport join CODE</c>. Die Administration des anderen Workspace findet ihn in der Einrichtung unter Mehr: <b>Workspace hinzufügen</b>.",
    ),
    unknown: t(
      "Diesen Code kenne ich nicht. Einen neuen gibt es im anderen Workspace in der Einrichtung unter Mehr: <b>Workspace hinzufügen</b>.",
    ),
    hereAlready: t("Dieser Workspace gehört schon zu {organization}. Mehr ist nicht zu tun."),
    notEmpty: t(
      "Nicht verbunden: Hier gibt es schon Dank oder Umfragen, und aus zwei Geschichten wird keine eine. Beide Workspaces bleiben, wie sie sind.",
    ),
    joined: t(
      "Verbunden: Dieser Workspace gehört jetzt zu {organization}. Alle hier und dort können einander danken.",
    ),
  },
};
