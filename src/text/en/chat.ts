/** What belongs to no feature: help, faults, home. */
import { messagesIn } from "../message.ts";

const t = messagesIn("en");

export const chat = {
  notSaved: t<{ reference: string }>(
    "Not saved, and it's not your doing. Try again in a minute. If it happens again, give your admin this: {reference}.",
  ),
  tryAgain: t("Try again"),
  silent: t<{ platform: string }>(
    "{platform} isn't answering me right now. Nothing was kept; please try again in a minute.",
  ),
  home: t("Your Rapport"),
  help: t("How to use Rapport"),
  noPatients: t("No patient details, please."),
  stranger: t(
    "I can only help members of this workspace. Guests of a single channel and people of other organizations can be thanked by those who work here.",
  ),
  cancelled: t("Cancelled. Nothing was kept."),
};
