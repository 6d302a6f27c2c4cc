/** What the guard says it saw: "this looks like …"; and what it asks, where what it saw may be nobody's. */
import type { Line } from "../../chat/line.ts";
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
    "own-record-number": t("one of your own record numbers"),
    "titled-name": t("a patient's name"),
    "bed-or-room": t("a patient's bed or room"),
    "age-over-89": t("the age of one patient"),
    "bare-number": t("a number of one patient"),
    "clinical-date": t("a date in one patient's care"),
    "long-ago": t("a date of birth"),
    home: t("where somebody lives"),
    "unknown-name": t("a patient's name"),
    stranger: t("a patient's name"),
    "reads-of-patient": t("something told of one patient"),
  },
  asksName: t<{ name: Line }>("Not sent yet. I don't know “{name}” here. Is this a patient?"),
  asksBeside: t<{ seen: Line; beside: Line }>(
    "Not sent yet. “{seen}” next to “{beside}” could point to a patient.",
  ),
  asksReading: t("Not sent yet. This reads as if it told of one patient. Does it?"),
  asks: t<{ seen: Line }>("Not sent yet. “{seen}” could point to a patient."),
  change: t("Change the words"),
  noPatient: t("No patient in it"),
  colleague: t("A colleague or partner"),
  tick: t("To send it as it is, tick this and send again"),
  send: t<{ why: Line }>("{why}, send"),
  cancel: t("Cancel"),
  dropped: t("Not sent, and nothing was kept."),
  blocked: t<{ what: ReturnType<ReturnType<typeof t>> }>(
    "Not saved, not kept: this looks like {what}. Please write it without.",
  ),
  failed: t("Not saved: I couldn't check these words just now. Please try again in a minute."),
};
