import type { guard as english } from "../en/guard.ts";
import { translationsIn } from "../message.ts";

const t = translationsIn("de");

export const guard: typeof english = {
  what: {
    "medical-record-number": t("eine Patienten- oder Fallnummer"),
    "social-security-number": t("eine Sozialversicherungsnummer"),
    "nhs-number": t("eine NHS-Nummer"),
    "medicare-number": t("eine Medicare-Nummer"),
    "health-plan-number": t("eine Versichertennummer"),
    "specimen-number": t("eine Probennummer"),
    "date-of-birth": t("ein Geburtsdatum"),
    "fax-number": t("eine Faxnummer"),
    "phone-number": t("eine Telefonnummer"),
    "email-address": t("eine private E-Mail-Adresse"),
    "account-number": t("eine Kontonummer"),
    "record-link": t("ein Link zu einer Akte"),
    "internet-address": t("eine Internetadresse"),
    "device-number": t("eine Gerätenummer"),
    "street-address": t("eine Anschrift"),
    "id-number": t("eine Ausweisnummer"),
    "own-record-number": t("eine Ihrer eigenen Aktennummern"),
    "titled-name": t("der Name von jemandem in Behandlung"),
    "bed-or-room": t("ein belegtes Bett oder Zimmer"),
    "age-over-89": t("das Alter einer einzelnen Person"),
    "bare-number": t("eine Nummer einer einzelnen Person"),
    "clinical-date": t("ein Datum aus einer Behandlung"),
    "long-ago": t("ein Geburtsdatum"),
    home: t("wo jemand wohnt"),
    "unknown-name": t("der Name von jemandem in Behandlung"),
    stranger: t("der Name von jemandem in Behandlung"),
    "reads-of-patient": t("etwas über jemanden in Behandlung"),
  },
  asksName: t("Noch nicht gesendet. „{name}“ kenne ich hier nicht. Ist das jemand in Behandlung?"),
  asksBeside: t(
    "Noch nicht gesendet. „{seen}“ neben „{beside}“ könnte auf jemanden in Behandlung hinweisen.",
  ),
  asksReading: t(
    "Noch nicht gesendet. Das liest sich, als ginge es um jemanden in Behandlung. Ist das so?",
  ),
  asks: t("Noch nicht gesendet. „{seen}“ könnte auf jemanden in Behandlung hinweisen."),
  change: t("Text ändern"),
  noPatient: t("Niemand in Behandlung"),
  colleague: t("Aus dem Kollegium oder von Partnern"),
  tick: t("Um es so zu senden: hier ankreuzen und noch einmal senden"),
  send: t("{why}, senden"),
  cancel: t("Abbrechen"),
  dropped: t("Nicht gesendet, und nichts wurde behalten."),
  blocked: t("Nicht gespeichert, nicht behalten: Das sieht aus wie {what}. Bitte ohne schreiben."),
  failed: t(
    "Nicht gespeichert: Ich konnte den Text gerade nicht prüfen. Bitte in einer Minute noch einmal versuchen.",
  ),
};
