/** What the guard says it saw: "this looks like …". */
import { messagesIn } from "../message.ts";

const t = messagesIn("en");

export const guard = {
  what: {
    "medical-record-number": t("a patient's record number"),
    "social-security-number": t("a social security number"),
    "nhs-number": t("an NHS number"),
    "medicare-number": t("a Medicare number"),
    "health-plan-number": t("a health plan number"),
    "specimen-number": t("a specimen number"),
    "date-of-birth": t("a date of birth"),
    "fax-number": t("a fax number"),
    "phone-number": t("a telephone number"),
    "email-address": t("a private e-mail address"),
    "account-number": t("an account number"),
    "record-link": t("a link to a record"),
    "internet-address": t("an internet address"),
    "device-number": t("a device's number"),
    "street-address": t("a street address"),
    "id-number": t("an identity number"),
  },
  blocked: t<{ what: ReturnType<ReturnType<typeof t>> }>(
    "Not saved, not kept: this looks like {what}. Please write it without.",
  ),
  failed: t("Not saved: I couldn't check these words just now. Please try again in a minute."),
};
