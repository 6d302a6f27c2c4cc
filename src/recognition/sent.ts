/** What a giver reads once a thanks is kept: drawn from ids and numbers, for the first time and for every repeat. */
import { z } from "zod";

import { type Line, quoted, strong } from "../chat/line.ts";
import type { Reply } from "../chat/reply.ts";
import { type AnswerRow, answer, type Context } from "../feature.ts";
import type { PersonId, RecognitionId } from "../ids.ts";
import { firstName } from "../people/person.ts";
import { listPersons } from "../people/queries/persons.ts";
import { listAdmins } from "../people/queries/roles.ts";
import { isAdmin } from "../people/roles.ts";
import { findSetting } from "../store/settings.ts";
import type { Say } from "../text/say.ts";
import type { Instant } from "../time/instant.ts";
import { leftLine, namesLine } from "./cards.ts";
import { listOutsiders } from "./queries/lists.ts";
import { findRecognition } from "./queries.ts";
import type { LeftOut } from "./recognition.ts";
import { type Sent, sentCard } from "./sentCard.ts";
import { recognitionSettings } from "./settings.ts";

const instant = z.string().transform((at) => at as Instant);

/** What was left when it was given: a repeat reads the same. */
export const leftFacts = z.object({ left: z.number(), renewsAt: instant, frees: z.number() });

const sentFacts = z.object({
  recognition: z.string().transform((id) => id as RecognitionId),
  at: instant,
  to: z.array(z.string().transform((id) => id as PersonId)),
  /** How many people "not on the list". */
  outsiders: z.number(),
  privately: z.number(),
  posted: z.enum(["posted", "private", "unset", "broken"]),
  channel: z.string().nullable(),
  withoutPoints: z.boolean(),
  left: leftFacts.nullable(),
  leftOut: z.object({ self: z.boolean(), bots: z.number(), others: z.number() }),
});

export type SentFacts = z.infer<typeof sentFacts>;

export const sentRow: AnswerRow = answer({
  answer: "recognition.sent",
  read: sentFacts,
  draw: drawSent,
});

async function drawSent(context: Context, facts: SentFacts): Promise<Reply> {
  const { tx, organization, say, person } = context;
  const receivers = await listPersons(tx, organization, facts.to);
  const settings = await findSetting(tx, organization.id, recognitionSettings);
  const outsiders =
    facts.outsiders === 0 ? [] : await listOutsiders(tx, organization.id, facts.recognition);
  const forward =
    outsiders.length === 0 ? null : await findRecognition(tx, organization, facts.recognition);
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
          : { kind: facts.posted },
      way: facts.posted === "unset" ? await wayToChannel(context) : null,
      withoutPoints: facts.withoutPoints,
      left: leftLine(say, facts.left, settings.allowance.per, settings.mostPoints, facts.at),
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

/** An admin chooses a kudos channel; everybody else asks one. Null: nobody here is one. */
async function wayToChannel(context: Context): Promise<Sent["way"]> {
  if (await isAdmin(context)) return { kind: "choose" };
  const [admin] = await listAdmins(context.tx, context.organization.id);
  return admin === undefined ? null : { kind: "ask", admin: firstName(admin.name) };
}

function leftOutLines(say: Say, leftOut: LeftOut): Line[] {
  const text = say.recognition;
  return [
    ...(leftOut.self ? [text.leftOutSelf()] : []),
    ...(leftOut.bots > 0 ? [text.leftOutBots({ count: leftOut.bots })] : []),
    ...(leftOut.others > 0 ? [text.leftOutOthers({ count: leftOut.others })] : []),
  ];
}
