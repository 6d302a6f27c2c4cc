/** The form of giving, its preview, and the sending of it. */

import type { Filled } from "../chat/form.ts";
import { type Line, quoted, strong, words } from "../chat/line.ts";
import type { Outcome } from "../chat/reply.ts";
import { type Context, type FormRow, form } from "../feature.ts";
import type { PersonId, ValueId } from "../ids.ts";
import { postingFor } from "./announce.ts";
import { joined, namesLine } from "./cards.ts";
import { type Draft, draftRead } from "./draft.ts";
import { previewForm } from "./forms.ts";
import { giveRecognition } from "./give.ts";
import { troubleReply } from "./open.ts";
import { nameOf } from "./value.ts";
import { type Weighed, weigh } from "./weigh.ts";

/** What the fields hold, over what no field holds. */
function fill(draft: Draft, { text, picked }: Filled): Draft {
  const [points] = picked.points ?? [];
  return {
    ...draft,
    to: (picked.to ?? []) as PersonId[],
    reason: text.reason ?? null,
    outsiders: text.outsiders ?? null,
    values: (picked.values ?? []) as ValueId[],
    points: points === undefined ? draft.points : Number(points),
    private: picked.visibility?.[0] === "private",
  };
}

export const formRows: readonly FormRow[] = [
  form({
    form: "recognition.preview",
    read: draftRead,
    run: async (context, before, filled): Promise<Outcome> => {
      const draft = { ...fill(before, filled), sure: context.sure };
      const weighed = await weigh({ ...context, trial: true }, draft);
      if (weighed.kind === "troubled") return troubleReply(context, weighed, "form");
      return {
        kind: "form",
        form: previewForm(context.say, draft, previewLines(context, weighed)),
      };
    },
  }),
  form({
    form: "recognition.send",
    read: draftRead,
    run: (context, draft): Promise<Outcome> => giveRecognition(context, draft, { from: "card" }),
  }),
];

function previewLines(context: Context, weighed: Weighed): Line[] {
  const { say, person } = context;
  const text = say.recognition;
  const { receivers, outsiders, draft, left, cost } = weighed;
  const isPrivate = (one: (typeof receivers)[number]) => draft.private || one.prefersPrivate;
  const posting = postingFor(context, weighed);
  const privately = receivers.filter(isPrivate).length;
  const everyonePrivately = outsiders.length === 0 && privately === receivers.length;
  const where =
    everyonePrivately || posting.home === null
      ? text.postedNowhere()
      : text.postedIn({ channel: [{ kind: "channel", channel: posting.home.channel }] });
  return [
    text.post({
      giver: strong(person.name),
      receivers: namesLine(
        say,
        receivers.map((one) => strong(one.name)),
        outsiders,
      ),
      reason: quoted(weighed.reason),
    }),
    ...(weighed.values.length === 0
      ? []
      : [
          joined(
            weighed.values.map((value) => [...words(`${value.emoji} `), ...nameOf(say, value)]),
          ),
        ]),
    where,
    ...(privately > 0 && !everyonePrivately ? [text.onePrivately({ count: privately })] : []),
    ...(left === null ? [] : [text.costs({ cost, left: left.left })]),
  ];
}
