/** The shipped values: a name, a hint for the form, and a sentence that may be sent as it is. */
import { messagesIn } from "../message.ts";

const t = messagesIn("en");

const value = (name: string, hint: string, sentence: string) => ({
  name: t(name),
  hint: t(hint),
  sentence: t(sentence),
});

export const values = {
  rightfirsttime: value(
    "Right first time",
    "Labels, samples, orders: nobody had to ask twice.",
    "for getting it right the first time",
  ),
  criticalcall: value(
    "Critical call answered",
    "Somebody picked up, and acted.",
    "for taking the critical call at once",
  ),
  goodcatch: value(
    "Good catch",
    "Say what they did, not what went wrong or whose it was.",
    "for a good catch",
  ),
  covered: value("Covered for me", "A shift, a bench, a break.", "for covering for me"),
  taughtme: value("Taught me something", "What can you do now?", "for teaching me something"),
  kindness: value("Kindness", "To a patient, a family, one of us.", "for being kind"),
  calm: value("Kept us calm", "When it was anything but.", "for keeping us calm"),
};
