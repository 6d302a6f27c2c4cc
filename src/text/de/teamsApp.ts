import type { teamsApp as english } from "../en/teamsApp.ts";
import { translationsIn } from "../message.ts";

const t = translationsIn("de");

export const teamsApp: typeof english = {
  short: t("Dank und Check-ins unter Kollegen, über Stationen und Labore hinweg"),
  full: t(
    "Rapport gibt Dank weiter. Schreiben Sie kudos, wem Sie danken und wofür: Die Person erfährt es, und der Kudos-Kanal auch. Rapport stellt die Fragen Ihres Teams, wenn sie anstehen, und sagt vor der Antwort, wer sie sieht. Es sagt immer, wer was sieht, schreibt nur Menschen, die es benutzt haben oder denen gedankt wurde, und möchte nirgends Angaben zu Patienten.",
  ),
  give: t("Kudos geben"),
  giveAbout: t("Jemandem danken"),
  giveForMessageAbout: t("Wer das geschrieben hat, bekommt Ihren Dank"),
  find: t("Jemanden finden"),
  findAbout: t("Sucht jemanden, auch ohne Teams, und setzt den Namen in Ihre Nachricht"),
  findValue: t("Einen Wert finden"),
  findValueAbout: t("Sucht, wofür hier gedankt wird, und setzt es in Ihre Nachricht"),
  name: t("Name"),
};
