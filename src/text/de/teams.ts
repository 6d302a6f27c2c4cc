import type { teams as english } from "../en/teams.ts";
import { translationsIn } from "../message.ts";

const t = translationsIn("de");

export const teams: typeof english = {
  page: t("{page, number} von {pages, number}"),
  channel: t("dem Kanal"),
  fillIn: t("Bitte ausfüllen."),
  choose: t("Bitte etwas auswählen."),
  typeName: t("Namen eingeben"),
  openList: t("Auswählen"),
  atLeast: t("Bitte mindestens {least, plural, one {ein Zeichen} other {# Zeichen}} schreiben."),
  atMost: t(
    "Das sind {length, number} Zeichen, und höchstens {most, number} passen hinein. Bitte kürzen.",
  ),
  fewer: t("Bitte höchstens {most, plural, one {eine Person} other {# Personen}} auswählen."),
  noChannels: t(
    "Ich bin noch in keinem Team. Nehmen Sie mich in eines auf, dann stehen seine Kanäle hier zur Wahl.",
  ),
  unreached: t(
    "Ich kann Ihnen noch nicht privat schreiben. Öffnen Sie Rapport und schreiben Sie: hello.",
  ),
  answered: t("Die Antwort steht in unserem privaten Chat."),
  notYours: t(
    "Diese Karte gehört jemand anderem, deshalb ist nichts geschehen. Für eine eigene schreiben Sie mir: help.",
  ),
  worn: t(
    "Diese Karte kann ich nicht mehr verwenden, deshalb ist nichts geschehen. Schreiben Sie mir, was Sie wollten, dann kommt eine neue.",
  ),
};
