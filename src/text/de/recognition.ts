/**
 * Names and counts of people stand in the dative, so that one list fits every sentence: "dankt Ben, Mia und 3 weiteren",
 * "ist unterwegs zu Ben, Mia und 3 weiteren".
 */
import type { recognition as english } from "../en/recognition.ts";
import { translationsIn } from "../message.ts";

const t = translationsIn("de");

export const recognition: typeof english = {
  // The message shortcut's name is the app's: Slack shows it in one language only.
  usage: t(
    "Danke sagen: <c>/kudos @ben für die ruhige Übergabe</c>, oder <c>/kudos</c> für das Formular. In einem Thread: ⋯ › Give kudos.",
  ),
  usageUndo: t("Zurücknehmen: <c>/kudos undo</c>."),
  usageMine: t("Ihre Übersicht: <c>/kudos mine</c>."),

  // The public post
  post: t("{giver} dankt {receivers}: „{reason}“"),
  others: t("{count, plural, one {einer weiteren Person} other {# weiteren}}"),
  withPlace: t("{name} ({place})"),
  firstBridge: t("Erster Dank von {from} an {to}."),
  seconded: t("Danke auch von {names}"),
  edited: t("geändert"),
  points: t("je {count} Punkte"),
  meToo: t("Ich auch"),

  // Confirmations
  sent: t("Ihr Dank ist unterwegs zu {names}."),
  sentAndPosted: t("Ihr Dank ist unterwegs zu {names} und wird in {channel} gepostet."),
  sentPrivately: t("Ihr Dank ist privat unterwegs zu {names}. Gepostet wird nichts."),
  onePrivately: t(
    "{count, plural, one {Eine Person bekommt} other {# Personen bekommen}} ihn privat.",
  ),
  theChannel: t("Ihrem Kudos-Kanal"),
  notPosted: t(
    "Ihr Dank ist unterwegs zu {names}. Gepostet wird er nicht, weil noch kein Kudos-Kanal gewählt ist.",
  ),
  notPostedBroken: t(
    "Ihr Dank ist unterwegs zu {names}. Gepostet wird er nicht, weil ich gerade nicht in den Kudos-Kanal schreiben kann; Ihre Administration weiß Bescheid.",
  ),
  couldNotPost: t(
    "Ihr Dank kommt über mich an, aber in dem Kanal konnte ich ihn nicht posten: Ich bin dort nicht Mitglied. Die Administration kann mit <c>/rapport</c> einen Kudos-Kanal wählen.",
  ),
  askAdmin: t("{admin} bitten, einen zu wählen"),
  asked: t("Ich habe {admin} gefragt."),
  left: t(
    "Sie können jetzt {left, plural, =0 {niemandem mehr} one {noch # Person} other {noch # Personen}} danken",
  ),
  leftPoints: t(
    "Sie können jetzt {left, plural, =0 {keine Punkte mehr} one {noch # Punkt} other {noch # Punkte}} vergeben",
  ),
  comesBack: t(
    "; ab {time} {count, plural, one {ist wieder # mehr} other {sind wieder # mehr}} möglich.",
  ),
  renews: t("; am {date} ist wieder alles frei."),
  fullStop: t("."),
  withoutPointsSent: t("Das kostet nichts von Ihrem Kontingent und zählt in keiner Rangliste."),
  leftOutSelf: t("Dank geht an andere, deshalb habe ich Sie weggelassen."),
  leftOutBots: t(
    "Bots überbringen Dank, bekommen aber keinen, deshalb habe ich {count, plural, one {einen} other {#}} weggelassen.",
  ),
  leftOutOthers: t(
    "{count, plural, one {Eine Person gehört} other {# Personen gehören}} hier nicht (mehr) dazu, deshalb habe ich sie weggelassen.",
  ),
  undo: t("Zurücknehmen"),
  edit: t("Ändern"),
  forwardCard: t("Eine Karte zum Weitergeben"),
  forward: t("Danke {names}: „{reason}“ {giver}"),
  forwardHow: t(
    "Ohne Konto kommt hier nichts an. Bitte kopieren, oder ausdrucken und dort aufhängen, wo es gesehen wird.",
  ),

  // Refusals
  whoFor: t("Für wen ist der Dank?"),
  selfOnly: t("Dank geht an andere, deshalb habe ich Sie weggelassen. Wer war noch beteiligt?"),
  botsOnly: t("Das ist nett, aber ich überbringe den Dank nur. Wer hat Ihnen geholfen?"),
  othersOnly: t(
    "Wer da genannt ist, gehört hier nicht (mehr) dazu. Gibt es noch jemanden? Menschen ohne Konto gehören unter „Nicht in der Liste“.",
  ),
  choosePeople: t("Personen auswählen"),
  fixIt: t("Korrigieren"),
  reasonMissing: t("Wofür ist der Dank? Ein paar Worte genügen."),
  reasonShort: t("Bitte etwas länger: mindestens 3 Zeichen."),
  reasonLong: t(
    "Das {over, plural, one {ist # Zeichen} other {sind # Zeichen}} zu viel. 500 passen hinein.",
  ),
  valueMissing: t("Ihre Organisation möchte zu jedem Dank einen Wert. Welcher passt?"),
  unknownValue: t("Diesen Wert kenne ich nicht. Hier gibt es: {known}."),
  tooMany: t("Das sind {named} Personen; in einen Dank passen 20. Bitte auf zwei verteilen."),
  pointsRange: t("Zwischen 1 und {most} Punkten je Person."),
  spent: t(
    "Noch nicht gesendet: {cost, plural, =0 {Das ist für {people, plural, one {# Person} other {# Personen}}} other {Das kostet # Punkte}}, und {time, select, none {Sie haben} other {bis {time} haben Sie}} noch {left} frei.",
  ),
  sendWithout: t("{people, plural, one {Ohne Punkte senden} other {An alle # ohne Punkte senden}}"),
  guardBlocks: t(
    "Nicht gesendet, nicht behalten: Das sieht aus wie {what}. Der Dank wirkt auch ohne: „{words}“",
  ),
  guardBlocksPlain: t(
    "Nicht gesendet, nicht behalten: Das sieht aus wie {what}. Der Dank wirkt auch ohne.",
  ),
  guardBlocksStanding: t(
    "Nicht gesendet, nicht behalten. Ihre Nachricht steht noch {where, select, channel {im Kanal} other {in diesem Chat}} und enthält wohl {what}. Bitte löschen Sie sie dort: ⋯ › Löschen. Der Dank wirkt auch ohne.",
  ),
  guardFailed: t(
    "Nicht gesendet: Ich konnte den Text gerade nicht prüfen. Bitte in einer Minute noch einmal versuchen.",
  ),
  whichOne: t("Wer ist mit „{name}“ gemeint?"),
  isIt: t("Ist {name} gemeint?"),
  somebodyElse: t("Jemand anderes"),
  unknownName: t(
    "„{name}“ kenne ich hier nicht. Bitte aus der Liste wählen oder unter „Nicht in der Liste“ eintragen.",
  ),
  unknownNames: t(
    "Ich kenne hier nicht alle Genannten. Bitte aus der Liste wählen oder unter „Nicht in der Liste“ eintragen.",
  ),

  // The form
  formTitle: t("Danke sagen"),
  editTitle: t("Ihren Dank ändern"),
  previewTitle: t("Soll ich das senden?"),
  to: t("Wer hat Ihnen geholfen?"),
  outsider: t("Nicht in der Liste"),
  outsiderHint: t(
    "Name oder Aufgabe, und woher: „Sam, Kurierdienst, MedEx“. Mehrere: je eine Zeile.",
  ),
  why: t("Wofür?"),
  whyHint: t(
    "Sagen, was getan wurde. 3 bis 500 Zeichen; bleibt es leer, werden die Worte des Werts gesendet.",
  ),
  whyExample: t("für die ruhige Übergabe um 7 Uhr"),
  whichValue: t("Welcher Wert?"),
  howMany: t("Punkte je Person"),
  visibility: t("Wer sieht es?"),
  public: t("Alle: Es wird gepostet"),
  private: t("Nur wer den Dank bekommt"),
  preview: t("Vorschau"),
  send: t("Senden"),
  save: t("Speichern"),
  postedIn: t("Wird in {channel} gepostet."),
  postedNowhere: t("Wird nicht gepostet; wer den Dank bekommt, erfährt es von mir."),
  costs: t("Kostet {cost}; jetzt haben Sie {left} frei."),
  forMessage: t("Für {link}"),
  thisMessage: t("diese Nachricht"),

  // Undo and edit
  undone: t("Zurückgenommen. Der Beitrag ist gelöscht, und Sie haben diesen Dank wieder frei."),
  undonePrivate: t("Zurückgenommen. Sie haben diesen Dank wieder frei."),
  undoneByAdmin: t(
    "Zurückgenommen. Der Beitrag ist gelöscht, das Kontingent wieder gutgeschrieben.",
  ),
  alreadyUndone: t("Das ist schon zurückgenommen."),
  tooLate: t(
    "Das ist zu lange her: Dank lässt sich 15 Minuten lang zurücknehmen. Die Administration kann es noch.",
  ),
  tooLateEdit: t("Das ist zu lange her: Dank lässt sich 15 Minuten lang ändern."),
  nothingToUndo: t("Aus den letzten 15 Minuten gibt es keinen Dank zum Zurücknehmen."),
  notYours: t("Einen Dank kann nur ändern, wer ihn gegeben hat."),
  saved: t("Geändert, auch im Beitrag."),
  takenBack: t("{giver} hat einen Dank zurückgenommen, gesendet um {time}."),
  takenBackByOther: t("Ein Dank von {giver}, gesendet um {time}, wurde zurückgenommen."),
  takenFromYou: t(
    "{admin} hat Ihren Dank an {receivers}, gesendet um {time}, zurückgenommen: „{why}“ Ihr Kontingent ist wieder frei.",
  ),
  takeBackTitle: t("Dank zurücknehmen"),
  takeBackWhy: t("Warum?"),
  takeBackHint: t("Wer den Dank gegeben hat, liest das, mit Ihrem Namen."),
  takeBackList: t(
    "Die letzten öffentlichen Kudos. Zurücknehmen löscht den Beitrag und schreibt das Kontingent wieder gut.",
  ),
  takeBack: t("Zurücknehmen"),
  nonePublic: t("Kein öffentlicher Dank in den letzten 90 Tagen."),

  // Me too
  withThem: t("Sie sind jetzt auch dabei."),
  withThemNameOnly: t(
    "Sie sind jetzt auch dabei. Ihr Kontingent ist aufgebraucht, deshalb steht Ihr Name dort und sonst nichts.",
  ),
  alreadyWith: t("Sie sind schon dabei."),
  ownThanks: t("Das ist schon Ihr eigener Dank."),
  thanksForYou: t("Dieser Dank ist für Sie. Freuen Sie sich daran."),
  goneThanks: t("Dieser Dank wurde zurückgenommen."),

  // What the receiver reads
  thanked: t("{giver} dankt Ihnen: „{reason}“"),
  reacted: t("Dank per Reaktion von {names}{count, plural, one {} other { (# Nachrichten)}}."),
  reactedTo: t("Für {link}"),
  whileOff: t(
    "Während Sie nicht da waren, {count, plural, one {hat Ihnen eine Person} =2 {haben Ihnen zwei Personen} =3 {haben Ihnen drei Personen} =4 {haben Ihnen vier Personen} other {haben Ihnen # Personen}} gedankt.",
  ),
  several: t(
    "{count, plural, one {Eine Person hat} =2 {Zwei Personen haben} =3 {Drei Personen haben} =4 {Vier Personen haben} other {# Personen haben}} Ihnen gedankt.",
  ),
  moreThanks: t(
    "Und {count, plural, one {noch ein Dank} other {noch #-mal Dank}}: <c>/kudos mine</c> zeigt alles.",
  ),
  madeMyShift: t("Hat mir die Schicht versüßt"),
  madeShiftDone: t("{giver} sieht das auf der eigenen Startseite, ohne Benachrichtigung."),
  more: t("Mehr"),
  moreTitle: t("Wer sieht diesen Dank?"),
  hideName: t("Meinen Namen aus dem Beitrag nehmen"),
  nameHidden: t("Ihr Name steht nicht mehr im Beitrag. Der Dank bleibt Ihnen."),
  hidden: t("Ein Dank von {giver} ist ausgeblendet, bis die Compliance-Stelle ihn geprüft hat."),
  somethingWrong: t("Damit stimmt etwas nicht"),
  questioned: t(
    "Der Dank ist ausgeblendet, bis die Compliance-Stelle ihn geprüft hat. Nur sie erfährt, von wem der Hinweis kommt.",
  ),
  shareWithLead: t("Mit meiner Leitung teilen"),
  shared: t("Geteilt mit {leads}, in der Montagsnotiz."),
  noLead: t(
    "Für Ihren Bereich ist noch keine Leitung eingetragen, deshalb kann ich den Dank mit niemandem teilen.",
  ),
  complianceReads: t(
    "{receiver} meldet, dass mit einem Dank von {giver} etwas nicht stimmt. Er ist ausgeblendet, bis Sie entscheiden.",
  ),
  complianceMissing: t(
    "{receiver} meldet, dass mit einem privaten Dank etwas nicht stimmt. Er ist ausgeblendet, und niemand hier hat die Compliance-Rolle, um ihn zu prüfen.",
  ),
  look: t("Ansehen"),
  putBack: t("Wieder einblenden"),
  keepDown: t("Zurücknehmen"),
  backAgain: t("Der Dank ist wieder zu sehen."),
  complianceOnly: t("Das kann nur die Compliance-Stelle entscheiden."),
  wasAbout: t("{giver} dankte {receivers}: „{reason}“"),

  // Own record and home
  mineTitle: t("Ihre Übersicht"),
  mineCounts: t(
    "Sie haben {given, plural, =0 {noch niemandem} one {einmal} other {#-mal}} gedankt und {received, plural, =0 {noch keinen Dank} one {einmal Dank} other {#-mal Dank}} bekommen.",
  ),
  lastReceived: t("Zuletzt bekommen"),
  lastGiven: t("Zuletzt gegeben"),
  giverSaid: t("{giver}: „{reason}“ ({date})"),
  youSaid: t("Sie dankten {receivers}: „{reason}“ ({date})"),
  madeShiftOf: t("Das hat {names} die Schicht versüßt."),
  thankSomeone: t("Danke sagen"),
  homeEmpty: t("Hier sammelt sich der Dank an Sie. Wer hat Ihnen die letzte Schicht erleichtert?"),

  // Setup
  channelLabel: t("Kudos-Kanal"),
  channelNone: t("Nicht gewählt: Ein Dank, der in einem Kanal getippt wird, wird dort gepostet."),
  channelElsewhere: t("Hier keiner: Dank wird im Kanal des anderen Workspace gepostet."),
  channelNow: t("Dank wird in {channel} gepostet."),
  sends: t("Öffentlicher Dank geht nach {channel}; wem gedankt wird, erfährt es einmal, privat."),
  channelBroken: t(
    "In {channel} kann ich nicht posten: Der Kanal ist archiviert, oder ich wurde entfernt.",
  ),
  channelTitle: t("Kudos-Kanal"),
  channelField: t("Wo soll Dank gepostet werden?"),
  channelHint: t("Ein Kanal Ihrer eigenen Organisation. Ist er privat, laden Sie mich bitte ein."),
  channelShared: t(
    "Dort lesen Menschen einer anderen Organisation mit. Bitte einen anderen Kanal wählen.",
  ),
  channelChosen: t("Ab jetzt wird Dank in {channel} gepostet."),
  channelPlease: t("{asker} wünscht sich, dass Dank gepostet wird. Welcher Kanal soll es sein?"),
  chooseChannel: t("Kanal wählen"),
  channelTrouble: t(
    "In {channel} kann ich keinen Dank mehr posten: Der Kanal ist archiviert, oder ich wurde entfernt. Jeder Dank bleibt gespeichert, und wer ihn bekommt, erfährt davon.",
  ),
  postWaiting: t("Die letzten 7 Tage posten"),
  postingWaiting: t(
    "{count, plural, =0 {Nichts hat gewartet.} one {Ein Dank ist unterwegs.} other {# Kudos sind unterwegs.}}",
  ),
  rulesLabel: t("Kontingent und Punkte"),
  rulesNow: t(
    "{per, select, off {Unbegrenzt} rolling {{amount} in beliebigen 24 Stunden} day {{amount} am Tag} week {{amount} in der Woche} other {{amount} im Monat}}{most, plural, one {} other {, bis zu # Punkte je Person}}",
  ),
  rulesTitle: t("Kontingent und Punkte"),
  amountField: t("Wie viele darf eine Person vergeben?"),
  perField: t("In welcher Zeit?"),
  perRolling: t("In beliebigen 24 Stunden"),
  perDay: t("Am Tag"),
  perWeek: t("In der Woche"),
  perMonth: t("Im Monat"),
  perOff: t("Unbegrenzt"),
  leadField: t("Für Leitungen, falls abweichend"),
  adminField: t("Für die Administration, falls abweichend"),
  mostPointsField: t("Höchstens wie viele Punkte für eine Person?"),
  mostPointsHint: t("1: Jeder Dank ist gleich viel wert, und kein Text spricht von „Punkten“."),
  numberPlease: t("Bitte eine Zahl von 1 bis {most}."),
  emojiLabel: t("Danken per Reaktion"),
  emojiNow: t(
    "Ein :{emoji}: an einer Nachricht ist ein Dank an die Person, die sie geschrieben hat.",
  ),
  emojiOff: t("Aus."),
  emojiTitle: t("Danken per Reaktion"),
  emojiField: t("Welches Emoji ist dafür reserviert?"),
  emojiHint: t(
    "Sein Name ohne Doppelpunkte; leer schaltet es aus. Unser Vorschlag: ein eigenes Emoji namens kudos.",
  ),
  emojiOdd: t("Der Name eines einzigen Emojis, etwa kudos: Buchstaben, Ziffern, - und _."),
  emojiCommon: t(
    "Dieses Emoji wird für vieles benutzt, und jedes Mal würde ein Dank daraus. Wenn Sie es trotzdem möchten, schreiben Sie ein ! davor.",
  ),
  valuesLabel: t("Werte"),
  valuesNow: t("{values}"),
  valuesTitle: t("Werte"),
  valuesKeep: t("Verwendete Werte"),
  valuesNew: t("Ein neuer Wert"),
  valuesNewHint: t("Sein Name, gern mit einem Emoji davor."),
  valuesTwice: t("Einen Wert dieses Namens gibt es schon."),
  valuesRequired: t("Braucht jeder Dank einen Wert?"),
  yes: t("Ja"),
  no: t("Nein"),
  settingsSaved: t("Gespeichert."),
};
