/** `/checkin`: what waits for a person, and what they answered; also at their home. */
import { assertNever } from "../../assert.ts";
import type { Block, Button, Card } from "../../chat/card.ts";
import { type Line, nameLine, quoted, words } from "../../chat/line.ts";
import type { Outcome } from "../../chat/reply.ts";
import type { Context } from "../../feature.ts";
import { listPersonsOnce } from "../../people/queries/persons.ts";
import type { Answer } from "../answer.ts";
import { listPersonRounds } from "../rounds/queries.ts";
import type { Question } from "../template.ts";
import { findTemplate } from "../templates/find.ts";
import { answerButton } from "./cards.ts";
import { labelOf } from "./labels.ts";
import { findStanding, isOver, type Standing } from "./prompt.ts";
import { findOutdoneAt, listAnsweredRounds, listResponses, listUnitNames } from "./queries.ts";
import { pickedOf } from "./questions.ts";

/** So many rounds back. */
const mostRounds = 6;

export async function showWaiting(context: Context): Promise<Outcome> {
  const { say } = context;
  const open = await listOpen(context);
  const blocks = open.flatMap((standing) => waitingBlocks(context, standing));
  if (open.every(({ prompt }) => prompt.state !== "asked")) {
    const line = say.checkins.nothingWaits();
    return { kind: "card", card: { summary: line, blocks: [{ kind: "text", line }, ...blocks] } };
  }
  return { kind: "card", card: titled(say.checkins.waiting(), blocks) };
}

export async function homeBlocks(context: Context): Promise<readonly Block[]> {
  const { tx, organization, person, say } = context;
  const open = await listOpen(context);
  const answered = await listAnsweredRounds(tx, organization.id, person.id, 1);
  const mine: Button[] =
    answered.length === 0 ? [] : [{ action: "checkins.mine", label: say.checkins.showMine() }];
  const blocks = open.flatMap((standing) => waitingBlocks(context, standing));
  if (blocks.length + mine.length === 0) return [];
  return [
    { kind: "title", line: say.checkins.waiting() },
    ...(blocks.length === 0
      ? [{ kind: "text", line: say.checkins.nothingWaits() } as const]
      : blocks),
    ...(mine.length === 0 ? [] : [{ kind: "buttons", buttons: mine } as const]),
  ];
}

async function listOpen(context: Context): Promise<Standing[]> {
  const { tx, now, organization, person } = context;
  const rounds = await listPersonRounds(tx, organization.id, person.id);
  const found: Standing[] = [];
  for (const { round, prompt } of rounds) {
    const template = await findTemplate(context, round.template, round.templateVersion);
    if (template !== undefined && !isOver({ round, prompt }, now))
      found.push({ round, prompt, template });
  }
  return found;
}

function waitingBlocks({ say }: Context, { template, prompt }: Standing): Block[] {
  const text = say.checkins;
  const facts = { name: template.name(say), day: say.date(prompt.closesAt) };
  const isConfidential = template.sees === "groups";
  const of = (line: Line, label: Line, look?: "primary"): Block[] => {
    const button = answerButton({ prompt }, label);
    const buttons = [look === undefined ? button : { ...button, look }];
    return [
      { kind: "text", line },
      { kind: "buttons", buttons },
    ];
  };
  switch (prompt.state) {
    case "asked":
      return of(text.openOne(facts), text.answer(), "primary");
    case "answered":
      return of(text.answeredOne(facts), isConfidential ? text.answerAgain() : text.change());
    case "quiet":
      return of(text.quietOne(facts), text.change());
    case "skipped":
      return of(text.skippedOne(facts), text.answer());
    case "waiting":
    case "missed":
    case "off":
    case "gone":
      return [];
    default:
      return assertNever(prompt.state);
  }
}

/** What was answered by name; of confidential rounds only that nobody can find it. */
export async function showMine(context: Context): Promise<Outcome> {
  const { tx, organization, person, say } = context;
  const text = say.checkins;
  const rounds = await listAnsweredRounds(tx, organization.id, person.id, mostRounds);
  const blocks: Block[] = [];
  for (const id of rounds) {
    const standing = await findStanding(context, id, person.id);
    if (standing !== null) blocks.push(...(await roundBlocks(context, standing)));
  }
  const confidential = (await listOpen(context)).filter(
    ({ template, prompt }) => template.sees === "groups" && prompt.state === "answered",
  );
  return {
    kind: "card",
    card: titled(text.mineTitle(), [
      ...(blocks.length === 0 ? [{ kind: "text", line: text.mineEmpty() } as const] : blocks),
      ...confidential.flatMap((standing) => waitingBlocks(context, standing)),
      { kind: "note", line: text.mineConfidential() },
    ]),
  };
}

async function roundBlocks(
  context: Context,
  { round, template, prompt }: Standing,
): Promise<Block[]> {
  const { tx, organization, say } = context;
  const answers = await listResponses(tx, organization.id, round.id, prompt.person);
  const outdone = await findOutdoneAt(tx, organization.id, round.id, prompt.person);
  const last = answers
    .map(({ answeredAt }) => answeredAt)
    .toSorted()
    .at(-1);
  const partners = answers.flatMap(({ partner }) => partner ?? []);
  const units = await listUnitNames(tx, organization.id, partners);
  const lines: Line[] = [];
  for (const question of template.questions) {
    for (const one of answers.filter((each) => each.question === question.id)) {
      const answer = await answerLine(context, question, one.value);
      const unit = one.partner === null ? null : (units.get(one.partner) ?? null);
      const asked = question.ask(say, unit === null ? undefined : words(unit));
      lines.push(
        unit === null
          ? say.checkins.mineAnswer({ question: asked, answer })
          : say.checkins.mineAbout({ question: asked, unit, answer }),
      );
    }
  }
  const day = say.date(last ?? round.opensAt);
  return [
    { kind: "text", line: say.checkins.mineRound({ name: template.name(say), day }) },
    ...lines.map((line): Block => ({ kind: "text", line })),
    ...(outdone === null
      ? []
      : [{ kind: "note", line: say.checkins.mineOutdone({ day: say.date(outdone) }) } as const]),
  ];
}

async function answerLine(
  { tx, organization, say }: Context,
  question: Question,
  value: Answer["value"],
): Promise<Line> {
  switch (value.kind) {
    case "text":
      return quoted(value.words);
    case "people":
      return say.list((await listPersonsOnce(tx, organization, value.persons)).map(nameLine));
    case "scale":
    case "choice":
    case "yesNo":
    case "mood":
      return say.list(pickedOf(value).map((one) => labelOf(say, question, one)));
    default:
      return assertNever(value);
  }
}

const titled = (line: Line, blocks: readonly Block[]): Card => ({
  summary: line,
  blocks: [{ kind: "title", line }, ...blocks],
});
