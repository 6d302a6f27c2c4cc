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
  },
  blocked: t("Nicht gespeichert, nicht behalten: Das sieht aus wie {what}. Bitte ohne schreiben."),
  failed: t(
    "Nicht gespeichert: Ich konnte den Text gerade nicht prüfen. Bitte in einer Minute noch einmal versuchen.",
  ),
};
