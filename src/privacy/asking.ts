/** How somebody is asked about their own words: the sentence, the button or the box that sends them nonetheless, and the form with it. */
import { type Filled, sureBox } from "../chat/form.ts";
import { type Line, words } from "../chat/line.ts";
import type { Outcome } from "../chat/reply.ts";
import type { Context } from "../feature.ts";
import type { Say } from "../text/say.ts";
import type { DoubtAbout, Verdict } from "./phi/guard.ts";
import { reveal } from "./typed.ts";

export type Asked = Extract<Verdict, { kind: "asked" }>;

/** Says what was seen, in its author's own words: for their eyes only. */
export function askedLine({ guard }: Say, { rule, about, seen, beside }: Asked): Line {
  // All of it reads so: no word of it by itself.
  if (rule === "reads-of-patient") return guard.asksReading();
  const saw = words(reveal(seen));
  if (about === "name") return guard.asksName({ name: saw });
  return beside === null
    ? guard.asks({ seen: saw })
    : guard.asksBeside({ seen: saw, beside: words(reveal(beside)) });
}

/** What its author says by sending it nonetheless. */
export const sureLine = ({ guard }: Say, about: DoubtAbout): Line =>
  about === "name" ? guard.colleague() : guard.noPatient();

/** Runs a form: where it refused words only because of a doubt, it stays open with a box to tick, and comes back ticked. */
export async function asking(
  context: Context,
  filled: Filled,
  run: (context: Context) => Promise<Outcome>,
): Promise<Outcome> {
  const doubts: DoubtAbout[] = [];
  const sure = filled.picked[sureBox.name]?.[0] === sureBox.ticked;
  const outcome = await run({ ...context, sure, doubt: (about) => doubts.push(about) });
  const [first] = doubts;
  if (outcome.kind !== "invalid" || first === undefined) return outcome;
  const about = doubts.every((one) => one === first) ? first : "detail";
  const { say } = context;
  return { ...outcome, sure: { ask: say.guard.tick(), box: sureLine(say, about) } };
}
