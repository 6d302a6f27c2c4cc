/** `/checkin answers`: what a lead's people answered by name, as it comes. */
import { z } from "zod";

import { assertNever } from "../../assert.ts";
import { type Block, saying } from "../../chat/card.ts";
import { type Line, nameLine, quoted } from "../../chat/line.ts";
import type { Reply } from "../../chat/reply.ts";
import type { Context } from "../../feature.ts";
import type { PersonId, RoundId, UnitId } from "../../ids.ts";
import type { Person } from "../../people/person.ts";
import { listPersonsById } from "../../people/queries/persons.ts";
import { day, plus } from "../../time/instant.ts";
import { localDate } from "../../time/zone.ts";
import type { AnswerValue } from "../answer.ts";
import { labelOf } from "../answering/labels.ts";
import { cantSay } from "../answering/questions.ts";
import { isSealed, type Question, type Template } from "../template.ts";
import { findTemplate } from "../templates/find.ts";
import { isTaken } from "./action.ts";
import {
  type AnsweredQuestion,
  actionBlocks,
  answersCard,
  type PersonAnswers,
  peopleAPage,
} from "./cards.ts";
import { ledUnits } from "./lead.ts";
import { listOpenActions, listRaised } from "./queries/actions.ts";
import {
  listNamedAnswers,
  listRoundsOfUnits,
  type NamedAnswer,
  type RoundOfUnits,
} from "./queries/answers.ts";

const shownDays = 120;
const mostRounds = 12;

export const page = z.object({
  round: z.string().transform((id) => id as RoundId),
  from: z.number().int().min(0),
});
type Page = z.infer<typeof page>;

/** The newest round, or the one asked for. */
export async function showAnswers(context: Context, wanted: Page | null): Promise<Reply> {
  const { tx, now, organization, person, say } = context;
  const units = await ledUnits(context, person.id);
  if (units.length === 0) return { kind: "card", card: saying(say.follow.notLead()) };
  const rounds = await listNamedRounds(context, units);
  const at = wanted === null ? 0 : rounds.findIndex(({ round }) => round.id === wanted.round);
  const found = rounds[at];
  if (found === undefined) {
    const line = wanted === null ? say.follow.noAnswers() : say.follow.notYours();
    return { kind: "card", card: saying(line) };
  }
  const { round, template } = found;
  const people = await readPeople(context, round.id, template, units);
  const from = wanted?.from ?? 0;
  const shown = people.slice(from, from + peopleAPage);
  const earlier = rounds[at + 1];
  const open = { action: "checkins.answers" } as const;
  const card = answersCard(say, {
    round: round.id,
    template: template.name(say),
    opensAt: round.opensAt,
    asked: round.asked,
    answered: round.answered,
    people: shown,
    next:
      from + peopleAPage < people.length
        ? {
            ...open,
            label: say.follow.more(),
            value: { round: round.id, from: from + peopleAPage },
          }
        : null,
    earlier:
      earlier === undefined
        ? null
        : { ...open, label: say.follow.otherRounds(), value: { round: earlier.round.id, from: 0 } },
  });
  if (wanted !== null) return { kind: "replace", card };
  const today = localDate(now, person.zone);
  const actions = await listOpenActions(tx, organization.id, { units, owner: person.id }, 5);
  const blocks = actions.flatMap((action): Block[] => actionBlocks(say, action, today));
  return { kind: "card", card: { ...card, blocks: [...card.blocks, ...blocks] } };
}

/** Rounds whose words go to leads with names; what is private or confidential is none of theirs. */
export async function listNamedRounds(
  context: Pick<Context, "tx" | "now" | "organization">,
  units: Awaited<ReturnType<typeof ledUnits>>,
): Promise<{ round: RoundOfUnits; template: Template }[]> {
  const { tx, now, organization } = context;
  const since = plus(now, -shownDays * day);
  const rounds = await listRoundsOfUnits(tx, organization.id, units, since, mostRounds);
  const named = [];
  for (const round of rounds) {
    const template = await findTemplate(context, round.template, round.templateVersion);
    if (template?.sees === "leads") named.push({ round, template });
  }
  return named;
}

async function readPeople(
  { tx, organization, say }: Context,
  round: RoundId,
  template: Template,
  units: readonly UnitId[],
): Promise<PersonAnswers[]> {
  const answers = await listNamedAnswers(tx, organization.id, round, units);
  const raised = await listRaised(tx, organization.id, round);
  const named = answers.flatMap((one) => personsIn(one));
  const persons = await listPersonsById(tx, organization, [...new Set(named)]);
  const people = new Map<PersonId, PersonAnswers & { questions: AnsweredQuestion[] }>();
  for (const question of template.questions) {
    if (isSealed(template, question)) continue;
    for (const answer of answers.filter((one) => one.question === question.id)) {
      const one = people.get(answer.person) ?? {
        person: answer.person,
        name: answer.name,
        questions: [],
      };
      one.questions.push({
        ask: question.ask(say),
        answer: answerLine(say, question, answer, persons),
        blocker: question.becomes === "request" && !isTaken(raised.get(answer.person)),
      });
      people.set(answer.person, one);
    }
  }
  return [...people.values()];
}

const readValue = (answer: NamedAnswer): AnswerValue | null =>
  answer.value === null ? null : (JSON.parse(answer.value) as AnswerValue);

function personsIn(answer: NamedAnswer): readonly PersonId[] {
  const value = readValue(answer);
  return value?.kind === "people" ? value.persons : [];
}

/** An answer as its reader says it. */
function answerLine(
  say: Context["say"],
  question: Question,
  answer: NamedAnswer,
  persons: ReadonlyMap<PersonId, Person>,
): Line {
  if (answer.words !== null) return quoted(answer.words);
  const value = readValue(answer);
  if (value === null) return [];
  switch (value.kind) {
    case "people":
      return say.list(
        [
          ...new Map(
            value.persons.flatMap((id) => persons.get(id) ?? []).map((one) => [one.id, one]),
          ).values(),
        ].map(nameLine),
      );
    case "choice":
      return say.list(value.values.map((one) => labelOf(say, question, one)));
    case "scale":
      return labelOf(say, question, value.value === null ? cantSay : String(value.value));
    case "text":
      return quoted(value.words);
    case "mood":
    case "yesNo":
      return labelOf(say, question, String(value.value));
    default:
      return assertNever(value);
  }
}
