/** What stands in the way of a thanks, told with a way on; the words come along, so that nobody types a thanks twice. */

import { assertNever } from "../assert.ts";
import type { Button, Card } from "../chat/card.ts";
import { saying } from "../chat/card.ts";
import { type Line, words } from "../chat/line.ts";
import { askedLine, sureLine } from "../privacy/asking.ts";
import { reveal } from "../privacy/typed.ts";
import type { Say } from "../text/say.ts";
import type { Instant } from "../time/instant.ts";
import { type Draft, fitsButton, packDraft } from "./draft.ts";
import { longestReason } from "./recognition.ts";
import { nameOf } from "./value.ts";
import type { Doubtful, Problem, Troubled } from "./weigh.ts";

/** The form field a problem belongs under. */
const fieldOf: Record<Problem["kind"], "to" | "reason" | "values" | "points" | "outsiders"> = {
  nobody: "to",
  blocked: "reason",
  doubtful: "reason",
  "unknown-value": "values",
  "too-many": "to",
  "reason-missing": "reason",
  "reason-short": "reason",
  "reason-long": "reason",
  "value-missing": "values",
  "points-out-of-range": "points",
  "allowance-spent": "to",
};

/** The sentence under the field it is about. */
export function problemFields(
  say: Say,
  now: Instant,
  problem: Problem,
): Readonly<Record<string, Line>> {
  const field = "field" in problem ? problem.field : fieldOf[problem.kind];
  return { [field]: sentence(say, now, problem) };
}

/** Where a message with the refused words stands for others to read, until its author deletes it. */
export type Standing = "channel" | "direct";

/** The sentence with its way on; `null` where the draft is too long for a button and must go into a form. */
export function problemCard(
  say: Say,
  now: Instant,
  troubled: Pick<Troubled, "problem" | "draft">,
  standing: Standing | null,
): Card | null {
  const { problem, draft } = troubled;
  if (!fitsButton(draft)) return null;
  const value = packDraft(draft);
  const text = say.recognition;
  if (problem.kind === "doubtful") return doubtCard(say, now, { problem, draft });
  const open = (label: Line): Button => ({
    action: "recognition.fix",
    label,
    value,
    look: "primary",
  });
  const buttons: Button[] =
    problem.kind === "allowance-spent"
      ? [
          {
            action: "recognition.sendWithout",
            label: text.sendWithout({ people: problem.people }),
            value,
            look: "primary",
          },
          { action: "recognition.fix", label: text.choosePeople(), value },
        ]
      : [open(fieldOf[problem.kind] === "to" ? text.choosePeople() : text.fixIt())];
  return saying(sentence(say, now, problem, standing), { kind: "buttons", buttons });
}

/** The words wait in the card: to be changed, sent as they are, or let go. */
function doubtCard(
  say: Say,
  now: Instant,
  { problem, draft }: { readonly problem: Doubtful; readonly draft: Draft },
): Card {
  const value = packDraft(draft);
  const sure = packDraft({ ...draft, sure: true });
  return saying(sentence(say, now, problem), {
    kind: "buttons",
    buttons: [
      { action: "recognition.fix", label: say.guard.change(), value, look: "primary" },
      {
        action: "recognition.sendSure",
        label: say.guard.send({ why: sureLine(say, problem.asked.about) }),
        value: sure,
      },
      { action: "recognition.drop", label: say.guard.cancel() },
    ],
  });
}

export function sentence(
  say: Say,
  now: Instant,
  problem: Problem,
  standing: Standing | null = null,
): Line {
  const text = say.recognition;
  switch (problem.kind) {
    case "nobody": {
      const { self, bots, others } = problem.leftOut;
      if (self) return text.selfOnly();
      if (bots > 0) return text.botsOnly();
      if (others > 0) return text.othersOnly();
      return text.whoFor();
    }
    case "blocked":
      if (problem.rule === null) return text.guardFailed();
      if (standing !== null) {
        const what = say.guard.what[problem.rule]();
        return text.guardBlocksStanding({ what, where: standing });
      }
      return problem.masked === null
        ? text.guardBlocksPlain({ what: say.guard.what[problem.rule]() })
        : text.guardBlocks({
            what: say.guard.what[problem.rule](),
            words: words(reveal(problem.masked)),
          });
    case "doubtful":
      return askedLine(say, problem.asked);
    case "unknown-value":
      return text.unknownValue({ known: say.list(problem.known.map((one) => nameOf(say, one))) });
    case "too-many":
      return text.tooMany({ named: problem.named });
    case "reason-missing":
      return text.reasonMissing();
    case "reason-short":
      return text.reasonShort();
    case "reason-long":
      return text.reasonLong({ over: problem.length - longestReason });
    case "value-missing":
      return text.valueMissing();
    case "points-out-of-range":
      return text.pointsRange({ most: problem.most });
    case "allowance-spent":
      return text.spent({
        people: problem.people,
        cost: problem.byPoints ? problem.cost : 0,
        left: problem.left,
        time: problem.renewsAt === null ? "none" : say.moment(problem.renewsAt, now),
      });
    default:
      return assertNever(problem);
  }
}
