import type { values as english } from "../en/values.ts";
import { translationsIn } from "../message.ts";

const t = translationsIn("de");

const value = (name: string, hint: string, sentence: string) => ({
  name: t(name),
  hint: t(hint),
  sentence: t(sentence),
});

export const values: typeof english = {
  rightfirsttime: value(
    "Gleich richtig",
    "Etiketten, Proben, Anforderungen: Niemand musste nachfragen.",
    "weil es gleich beim ersten Mal gestimmt hat",
  ),
  criticalcall: value(
    "Kritischer Befund angenommen",
    "Jemand ging ans Telefon und handelte.",
    "für das sofortige Annehmen des kritischen Befunds",
  ),
  goodcatch: value(
    "Gut aufgepasst",
    "Sagen, was getan wurde; nicht, was schiefging oder wessen Fehler es war.",
    "fürs Aufpassen",
  ),
  covered: value(
    "Eingesprungen",
    "Eine Schicht, ein Arbeitsplatz, eine Pause.",
    "fürs Einspringen",
  ),
  taughtme: value("Etwas gelernt", "Was können Sie jetzt?", "weil ich etwas lernen durfte"),
  kindness: value(
    "Freundlichkeit",
    "Zu Patienten, Angehörigen, jemandem von uns.",
    "für die Freundlichkeit",
  ),
  calm: value("Ruhe bewahrt", "Als es alles andere als ruhig war.", "für die Ruhe"),
};
