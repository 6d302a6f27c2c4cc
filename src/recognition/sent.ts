/** What a giver reads once a thanks is kept: drawn from ids and numbers, for the first time and for every repeat. */
import { z } from "zod";

import { type Line, quoted, strong } from "../chat/line.ts";
import type { Reply } from "../chat/reply.ts";
import { answer, type AnswerRow, type Context } from "../feature.ts";
import type { PersonId, RecognitionId } from "../ids.ts";
import { listPersons } from "../people/queries.ts";
import { listAdmins } from "../people/queries/roles.ts";
import { findSetting } from "../store/settings.ts";
import type { Say } from "../text/say.ts";
import { day, type Instant, plus } from "../time/instant.ts";
import { leftLine, namesLine, sentCard } from "./cards.ts";
import { findRecognition, listOutsiders } from "./queries.ts";
import type { LeftOut } from "./recognition.ts";
import { recognitionSettings } from "./settings.ts";

const sentFacts = z.object({
  recognition: z.string().transform((id) => id as RecognitionId),
  to: z.array(z.string().transform((id) => id as PersonId)),
  privately: z.number(),
  posted: z.enum(["posted", "private", "unset", "broken"]),
  channel: z.string().nullable(),
  withoutPoints: z.boolean(),
  left: z.number().nullable(),
  renewsAt: z.string().transform((at) => at as Instant),
  frees: z.number(),
  leftOut: z.object({ self: z.boolean(), bots: z.number(), others: z.number() }),
});

export type SentFacts = z.infer<typeof sentFacts>;

export const sentRow: AnswerRow = answer({
  answer: "recognition.sent",
  read: sentFacts,
  draw: drawSent,
});

async function drawSent(context: Context, facts: SentFacts): Promise<Reply> {
  const { tx, organization, say, now, person } = context;
  const receivers = await listPersons(tx, organization, facts.to);
  const settings = await findSetting(tx, organization.id, recognitionSettings);
  const outsiders = await listOutsiders(tx, organization.id, facts.recognition);
  const admin =
    facts.posted === "unset" ? (await listAdmins(tx, organization.id))[0]?.name : undefined;
  const { per } = settings.allowance;
  const left =
    facts.left === null
      ? null
      : {
          left: facts.left,
          // Nothing was spent before: what was spent now is the first to come back.
          renewsAt:
            facts.renewsAt <= now && per === "rolling" ? plus(facts.renewsAt, day) : facts.renewsAt,
          frees: facts.frees,
        };
  const forward = outsiders.length === 0 ? null : await findRecognition(tx, organization, facts.recognition);
  return {
    kind: "replace",
    card: sentCard(say, {
      recognition: facts.recognition,
      receivers,
      outsiders,
      privately: facts.privately,
      posted:
        facts.posted === "posted"
          ? { kind: "posted", channel: facts.channel }
          : facts.posted === "unset"
            ? { kind: "unset", admin: admin ?? null }
            : { kind: facts.posted },
      withoutPoints: facts.withoutPoints,
      left: leftLine(say, left, per, settings.mostPoints, now),
      leftOut: leftOutLines(say, facts.leftOut),
      forward:
        forward?.reason == null
          ? null
          : say.recognition.forward({
              names: namesLine(say, [], outsiders),
              reason: quoted(forward.reason),
              giver: strong(person.name),
            }),
    }),
  };
}

function leftOutLines(say: Say, leftOut: LeftOut): Line[] {
  const text = say.recognition;
  return [
    ...(leftOut.self ? [text.leftOutSelf()] : []),
    ...(leftOut.bots > 0 ? [text.leftOutBots({ count: leftOut.bots })] : []),
    ...(leftOut.others > 0 ? [text.leftOutOthers({ count: leftOut.others })] : []),
  ];
}
