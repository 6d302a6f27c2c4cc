import type { chat as english } from "../en/chat.ts";
import { translationsIn } from "../message.ts";

const t = translationsIn("de");

export const chat: typeof english = {
  notSaved: t(
    "Nicht gespeichert, und das liegt nicht an Ihnen. Bitte in einer Minute noch einmal versuchen. Falls es wieder geschieht, hilft Ihrer Administration dieses Kennzeichen: {reference}.",
  ),
  tryAgain: t("Noch einmal versuchen"),
  silent: t(
    "{platform} antwortet mir gerade nicht. Nichts wurde behalten; bitte in einer Minute noch einmal versuchen.",
  ),
  home: t("Ihr Rapport"),
  help: t("So geht Rapport"),
  noPatients: t("Bitte keine Angaben zu Patienten."),
  stranger: t(
    "Ich kann nur Mitgliedern dieses Arbeitsbereichs helfen. Gästen einzelner Kanäle und Menschen anderer Organisationen können Mitglieder aber danken.",
  ),
  cancelled: t("Abgebrochen. Nichts wurde behalten."),
};
