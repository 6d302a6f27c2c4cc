import type { checkins as english } from "../en/checkins.ts";
import { translationsIn } from "../message.ts";

const t = translationsIn("de");

export const checkins: typeof english = {
  usage: t("Ihre offenen Check-ins: <c>/checkin</c>."),
  usageMine: t("Was Sie geantwortet haben: <c>/checkin mine</c>."),

  step: t("{step} · {means}"),
  face: t("{face} {mood}"),

  // The prompt
  notice: t("Ein Check-in ist für Sie offen."),
  inForm: t("<b>{name}</b>: {count, plural, one {eine Frage} other {# Fragen}}."),
  perUnit: t(
    "<b>{name}</b>: {count, plural, one {eine Frage} other {# Fragen}} zu je einem von bis zu drei Bereichen, mit denen Sie arbeiten.",
  ),
  oneTap: t("Einmal tippen genügt."),
  tapEach: t("Je einmal tippen genügt."),
  answer: t("Antworten"),
  addWords: t("Ein paar Worte dazu"),
  nothing: t("Nichts zu berichten"),
  skip: t("Überspringen"),
  nextShift: t("Nächste Schicht"),
  tomorrow: t("Morgen"),
  pause: t("Check-ins pausieren"),
  openUntil: t("Offen bis {day}."),
  stillOpen: t("Noch offen bis {day}."),
  onlyReminder: t("Dies ist die einzige Erinnerung."),
  lastReminder: t("Dies ist die letzte Erinnerung."),
  contacts: t("Sofort jemanden sprechen: {contacts}."),

  // Who sees this
  seenByLeads: t("Ihre Worte gehen an {leads}, mit Ihrem Namen."),
  seenByNobody: t(
    "Ihren Bereich leitet hier noch niemand sonst, deshalb erreichen Ihre Worte vorerst niemanden.",
  ),
  moodForTeam: t("Die Stimmung erscheint nur für das Team, ab {least} Antworten."),
  someConfidential: t(
    "Was als vertraulich bezeichnet ist, erscheint nur für Gruppen, ab {least} Antworten.",
  ),
  summaryIn: t("{channel} erhält am Ende eine Zusammenfassung, ohne Worte und ohne Namen."),
  seenBySelf: t("Nur Sie sehen Ihre Antworten."),
  promise: t(
    "Ihre Antworten werden ohne Ihren Namen gespeichert. Nach dem Ende der Runde kann niemand, auch nicht wer die Datenbank verwaltet, sie anhand dessen, was die Datenbank enthält, mit Ihnen verbinden.\nWährend Sie antworten, wissen unser Server und Slack oder Teams, dass Sie es sind. Ergebnisse erscheinen nur für Gruppen ab {least}, Kommentare ab 10. Die Worte eines Kommentars können Sie verraten.",
  ),
  countedWith: t("Gezählt wird gemeinsam mit: {units}."),
  withoutUnit: t("Personen, deren Bereich nicht bekannt ist"),
  nobodyReads: t("Niemand liest Antworten, während sie eintreffen."),

  // What stands there afterwards
  done: t("Danke, es ist angekommen. Ändern können Sie es bis {until}."),
  doneConfidential: t("Danke, Sie haben geantwortet. Was Sie gewählt haben, steht hier nicht."),
  tapAgain: t("Wer noch einmal tippt, ersetzt die Antwort davor."),
  change: t("Ändern"),
  answerAgain: t("Noch einmal antworten"),
  makeRequest: t("Als Bitte an meine Leitung stellen"),
  thank: t("{names} danken"),
  youNamed: t("Genannt haben Sie: {names}."),
  quiet: t("Notiert, nichts zu berichten."),
  skipped: t("Übersprungen."),
  untilNext: t("Bis {day}."),
  putOff: t("Ich frage Sie noch einmal: {at}."),
  closed: t("Dieser Check-in ist zu Ende."),
  outdone: t(
    "Sie haben diesen Check-in mit beiden Ihrer Konten beantwortet. Es zählt, was Sie zuletzt geantwortet haben; diese Antwort zählt nicht mehr.",
  ),
  lost: t(
    "Das tut mir leid: {name} endete ohne Ergebnis. Der Schlüssel, der die Antworten schützt, ist verloren; niemand konnte sie lesen, und sie sind gelöscht. Falls Sie geantwortet haben: danke, und nichts davon hat jemanden erreicht.",
  ),
  partLost: t(
    "Das tut mir leid: Was an {name} vertraulich war, ist verloren. Der Schlüssel, der es schützt, ist weg; niemand konnte es lesen, und es ist gelöscht. Ihre Worte mit Ihrem Namen sind davon nicht berührt.",
  ),
  askPause: t("Sie haben diesen Check-in dreimal in Folge übersprungen. Möchten Sie eine Pause?"),

  // Refusals
  late: t("Dieser Check-in endete am {day}, deshalb habe ich dies nicht behalten."),
  lateWords: t(
    "Dieser Check-in endete am {day}, deshalb habe ich dies nicht behalten. Kopieren Sie Ihre Worte, wenn Sie sie brauchen.",
  ),
  nextOpens: t("Der nächste beginnt am {day}."),
  endedLost: t(
    "Dieser Check-in ist zu Ende: Der Schlüssel zu den vertraulichen Antworten ist verloren. Deshalb habe ich dies nicht behalten.",
  ),
  notAsked: t("Sie werden in diesem Check-in nicht gefragt, deshalb wurde nichts behalten."),
  notYours: t(
    "Diese Karte gehört jemand anderem, deshalb wurde nichts behalten. Ihre steht in Ihren eigenen Nachrichten von mir.",
  ),
  roundGone: t("Diesen Check-in gibt es nicht mehr, deshalb wurde nichts behalten."),
  noLongerOffered: t("Das lässt sich hier nicht mehr wählen, deshalb wurde nichts behalten."),
  keyMissing: t(
    "Nichts wurde behalten: Der Schlüssel, der vertrauliche Antworten versiegelt, fehlt, und ohne ihn behalte ich keine. Ihre Administration weiß es. Bitte versuchen Sie es später noch einmal.",
  ),
  empty: t(
    "Bitte beantworten Sie mindestens eine Frage. Oder schließen Sie das Formular und drücken Sie „Nichts zu berichten“.",
  ),
  emptyConfidential: t(
    "Bitte beantworten Sie mindestens eine Frage, oder schließen Sie das Formular.",
  ),
  tooLong: t("Bitte bleiben Sie unter {most} Zeichen."),
  mostUnits: t("Wählen Sie höchstens drei Bereiche."),
  cantPutOff: t("Bis dahin ist dieser Check-in zu Ende, deshalb bleibt er hier."),

  // The form
  formTitle: t("Check-in"),
  send: t("Senden"),
  next: t("Weiter"),
  confidential: t("Vertraulich: erscheint nur für Gruppen."),
  keptUnseen: t(
    "Vertraulich, deshalb steht Ihre frühere Wahl hier nicht. Bleibt es leer, so gilt sie weiter.",
  ),
  replaces: t("Was Sie senden, ersetzt Ihre frühere Antwort."),
  oneMore: t(
    "{count, plural, one {Noch eine Frage, wegen Ihrer Antwort. Das andere ist angekommen.} other {Noch # Fragen, wegen Ihrer Antworten. Das andere ist angekommen.}}",
  ),
  whichUnits: t("Mit welchen Bereichen arbeiten Sie am meisten?"),
  whichUnitsHint: t("Bis zu drei. Gefragt wird nacheinander."),
  aboutUnit: t("Über <b>{unit}</b> ({number} von {of})"),
  noUnits: t("Es gibt noch keinen anderen Bereich, zu dem gefragt werden kann."),

  // Own record
  nothingWaits: t("Kein Check-in wartet auf Sie."),
  waiting: t("Ihre Check-ins"),
  openOne: t("<b>{name}</b>: offen bis {day}."),
  answeredOne: t("<b>{name}</b>: beantwortet, offen bis {day}."),
  quietOne: t("<b>{name}</b>: nichts zu berichten, offen bis {day}."),
  skippedOne: t("<b>{name}</b>: übersprungen, offen bis {day}."),
  showMine: t("Was ich geantwortet habe"),
  mineTitle: t("Was Sie geantwortet haben"),
  mineEmpty: t("Sie haben noch keinen Check-in mit Namen beantwortet."),
  mineConfidential: t(
    "Vertrauliche Antworten stehen nicht hier: Niemand kann Ihre finden, auch ich nicht.",
  ),
  mineRound: t("<b>{name}</b>, {day}"),
  mineOutdone: t(
    "Was Sie am {day} mit einem anderen Ihrer Konten geantwortet haben, zählt nicht mehr: Dies kam danach.",
  ),
  mineAnswer: t("{question} {answer}"),
  mineAbout: t("{question} ({unit}) {answer}"),
};
