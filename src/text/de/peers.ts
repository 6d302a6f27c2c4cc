import type { peers as english } from "../en/peers.ts";
import { translationsIn } from "../message.ts";

const t = translationsIn("de");

export const peers: typeof english = {
  usage: t("Um Rückmeldung bitten oder sie geben: <c>/feedback</c>."),
  title: t("Rückmeldung von Kolleginnen und Kollegen"),
  about: t(
    "Fragen Sie im Kollegium, was Sie gut machen und was Sie als Nächstes versuchen könnten. Drei Fragen, die nach vorn blicken, und nur Sie lesen die Antworten.",
  ),
  waiting: t(
    "{count, plural, one {Eine Person bittet} other {# Personen bitten}} Sie um Rückmeldung.",
  ),
  feedback: t("Rückmeldung"),
  ask: t("Um Rückmeldung bitten"),
  askedOfYou: t("Von Ihnen erbeten"),
  received: t("Was Sie bekommen haben"),

  formTitle: t("Rückmeldung erbitten"),
  submit: t("Bitten"),
  aboutAsking: t(
    "Drei Fragen: was beibehalten, was als Nächstes versuchen, und was die Zusammenarbeit noch leichter machen würde. 14 Tage sind Zeit, und alle hören davon in ihren eigenen Stunden.",
  ),
  forWhom: t("Für wen?"),
  forWhomHint: t(
    "Leer: für Sie selbst. Bitten können Sie für Menschen eines Bereichs, den Sie leiten; diese erfahren, dass Sie gebeten haben, und wen. Nur sie lesen die Antworten, Sie nicht.",
  ),
  raters: t("Wen bitten Sie?"),
  ratersHint: t("Bis zu 20 Personen, die die Arbeit gut kennen."),
  names: t("Wie wird geantwortet?"),
  withNames: t("Mit Namen"),
  withoutNames: t("Ohne Namen: 5 Personen oder mehr"),
  namesHint: t(
    "Ohne Namen sind die Antworten erst nach dem Ende zu lesen, ohne Reihenfolge, und nur wenn 5 oder mehr Personen geantwortet haben.",
  ),
  refused: {
    unknown: t("Bitten kann ich nur Menschen, die hier arbeiten. Bitte noch einmal wählen."),
    nobody: t("Wen möchten Sie bitten?"),
    self: t("Rückmeldung kommt von anderen: Bitte lassen Sie sich selbst weg."),
    subject: t("Rückmeldung kommt von anderen: Bitte die Person weglassen, für die sie ist."),
    "too-many": t("Das sind mehr als 20 Personen: Bitte wählen, wer die Arbeit am besten kennt."),
    "not-their-lead": t(
      "Bitten können Sie für sich selbst und für Menschen eines Bereichs, den Sie leiten.",
    ),
    "one-unit": t(
      "Für andere bitten Sie über Bereiche hinweg: Bitte Personen aus dem eigenen und aus einem anderen Bereich wählen.",
    ),
    "too-few": t(
      "Ohne Namen bitte 5 Personen oder mehr bitten: Bei weniger wären sie zu erraten. Mehr Personen wählen, oder mit Namen bitten.",
    ),
    "no-keys": t(
      "Antworten ohne Namen lassen sich hier noch nicht sicher verwahren. Bitte mit Namen bitten.",
    ),
    "no-contacts": t(
      "Ohne Namen liest niemand mit, darum muss bekannt sein, wen man anrufen kann. Das trägt die Administration unter <c>/rapport setup</c> ein; bis dahin bitte mit Namen bitten.",
    ),
  },
  asked: t(
    "Gebeten: {names}, bis {until}. Sie hören davon in ihren eigenen Stunden, und nur Sie lesen, was sie schreiben.",
  ),
  askedFor: t(
    "Gebeten für {subject}: {names}, bis {until}. {subject} erfährt, dass Sie gebeten haben, und wen, und liest als einzige Person, was sie schreiben.",
  ),
  shownFrom: t("Zu lesen ist es nach dem Ende, wenn 5 oder mehr Personen geantwortet haben."),
  told: t(
    "{asker} hat für Sie um Rückmeldung gebeten: {names}, bis {until}. Nur Sie lesen, was sie schreiben; {asker} nicht.",
  ),

  wantsOwn: t(
    "{subject} bittet Sie um Rückmeldung: drei kurze Fragen, die nach vorn blicken. Eine Antwort genügt.",
  ),
  wantsFor: t(
    "{asker} bittet Sie um Rückmeldung für {subject}: drei kurze Fragen, die nach vorn blicken. Eine Antwort genügt.",
  ),
  reminder: t("Noch offen bis {until}: Rückmeldung für {subject}. Eine Antwort genügt."),
  lastReminder: t(
    "Noch offen bis {until}: Rückmeldung für {subject}. Eine Antwort genügt. Das ist die letzte Erinnerung.",
  ),
  whoNamed: t(
    "Wer es liest: {subject} allein, mit Ihrem Namen, wenn alle geantwortet haben, spätestens um {until}. Weder Leitung noch Administration lesen es.",
  ),
  whoNameless: t(
    "Ihre Antworten werden ohne Ihren Namen gespeichert. Nach dem Ende, spätestens um {until}, kann niemand, auch nicht die Administration der Datenbank, sie aus dem, was die Datenbank enthält, mit Ihnen verbinden. Während Sie antworten, wissen unser Server und Slack oder Teams, dass Sie es sind. {subject} allein liest sie, nach dem Ende, ohne Reihenfolge, und nur wenn 5 oder mehr Personen geantwortet haben. Die Worte selbst können Sie verraten.",
  ),
  give: t("Rückmeldung geben"),
  notNow: t("Nicht jetzt"),
  decline: t("Ablehnen"),
  change: t("Ändern"),
  answerAgain: t("Noch einmal antworten"),
  giveAfterAll: t("Doch geben"),
  laterOn: t("Gut, nicht jetzt. Die Rückmeldung für {subject} bleibt offen bis {until}."),
  declined: t("In Ordnung. {subject} erfährt nicht, wer abgelehnt hat."),
  answered: t(
    "Danke, es ist da für {subject}. Zu ändern bis {until}, oder bis eine Stunde nach der letzten Antwort.",
  ),
  answeredNameless: t(
    "Danke, Sie haben geantwortet. Was Sie geschrieben haben, steht hier nicht. Noch einmal antworten geht bis {until}, oder bis eine Stunde nach der letzten Antwort.",
  ),
  closed: t("Die Rückmeldung für {subject} ist beendet. Danke."),
  openRequest: t("Für {subject}, bis {until}."),
  openAnswered: t("Für {subject}, bis {until}: beantwortet."),
  openDeclined: t("Für {subject}, bis {until}: abgelehnt."),
  nothingAsked: t("Niemand wartet auf Rückmeldung von Ihnen."),

  giveTitle: t("Rückmeldung geben"),
  send: t("Senden"),
  questions: {
    keep: t("Was sollte {name} beibehalten?"),
    next: t("Was könnte {name} als Nächstes versuchen?"),
    together: t("Was würde Ihre Zusammenarbeit noch leichter machen?"),
  },
  hints: {
    keep: t("Etwas, das Ihnen oder der Arbeit hilft."),
    next: t("Etwas für die Zukunft, eher als das, was schiefging."),
    together: t("Von beiden Seiten."),
  },
  nobodyReadsAlong: t("Niemand liest mit, während Antworten eingehen."),
  oneAtLeast: t("Eine der drei genügt: Bitte etwas schreiben oder das Formular schließen."),
  notAsked: t("Um diese Rückmeldung wurden Sie nicht gebeten, darum ist nichts gespeichert."),
  tooLate: t(
    "Das endete um {when}, darum ist nichts davon gespeichert. Bitte die Worte kopieren, wenn Sie sie brauchen.",
  ),
  keyGone: t(
    "Antworten ohne Namen kann ich gerade nicht verwahren, darum ist nichts gespeichert. Bitte die Worte kopieren und es später noch einmal versuchen.",
  ),

  forYou: t("Rückmeldung für Sie"),
  forYouOf: t("Rückmeldung für Sie, beendet am {date}"),
  onlyYou: t("Das lesen nur Sie."),
  onlyYouNameless: t("Das lesen nur Sie. Die Reihenfolge sagt nichts."),
  headings: {
    keep: t("Beibehalten"),
    next: t("Als Nächstes versuchen"),
    together: t("Noch besser zusammenarbeiten"),
  },
  said: t("{name}: „{words}“"),
  saidNameless: t("„{words}“"),
  readOn: t("Weiterlesen"),
  readBack: t("Zurück"),
  nobodyAnswered: t(
    "Die Rückmeldung für Sie ist beendet, und diesmal hat niemand geantwortet. Oft fehlt die Zeit: Die eine oder der andere sagt es Ihnen vielleicht gern persönlich.",
  ),
  few: t(
    "Die Rückmeldung für Sie ohne Namen ist beendet. Weniger als 5 Personen haben geantwortet, und bei so wenigen wären sie zu erraten; darum wird nichts gezeigt, und was geschrieben wurde, ist gelöscht. Sie könnten mehr Personen bitten, oder mit Namen.",
  ),
  fewForRater: t(
    "Die Rückmeldung für {subject} ist beendet. Weniger als 5 Personen haben geantwortet, und bei so wenigen wären sie zu erraten; darum wurde nichts weitergegeben, und was Sie geschrieben haben, ist gelöscht. Trotzdem danke: {subject} hört es vielleicht gern persönlich.",
  ),
  nothingReceived: t("Noch nichts. Was andere für Sie schreiben, sammelt sich hier, nur für Sie."),
  read: t("Beendet am {date}"),
  notYours: t("Hier ist nichts von Ihnen."),
};
