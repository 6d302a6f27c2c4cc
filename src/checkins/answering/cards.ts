/**
 * What stands in somebody's direct message of a check-in: the prompt, and what became of it. Nothing here knows what was chosen
 * confidentially, so nothing can show it.
 */
import { assertNever } from "../../assert.ts";
import type { Block, Button, Card, Json } from "../../chat/card.ts";
import { type Line, nameLine, quoted, words } from "../../chat/line.ts";
import type { PersonId } from "../../ids.ts";
import { firstName } from "../../people/person.ts";
import type { Cleared } from "../../privacy/phi/cleared.ts";
import type { Say } from "../../text/say.ts";
import type { Instant } from "../../time/instant.ts";
import type { Prompt } from "../round.ts";
import type { Question, Template } from "../template.ts";
import { labelOf } from "./labels.ts";
import { tapsOf, valuesOf } from "./questions.ts";
import { type Seen, seenBlocks } from "./seen.ts";

export type PutOff = "shift" | "tomorrow";

export interface Shown {
  readonly template: Template;
  readonly prompt: Prompt;
  readonly now: Instant;
  /** Those that this person is asked. */
  readonly questions: readonly Question[];
  readonly seen: Seen;
  /** Whom to call now; null where the template needs none. */
  readonly contacts: Cleared | null;
  /** When this schedule asks next. */
  readonly next: Instant | null;
  /** Until when it can be put off before it closes. */
  readonly putOffs: readonly PutOff[];
  /** Whom they named as having helped. */
  readonly helpers: readonly { readonly id: PersonId; readonly name: string }[];
  /** They said by name what got in their way, and nobody has made anything of it yet. */
  readonly mayRequest: boolean;
  /** Skipped so often that a pause is offered, once. */
  readonly mayPause: boolean;
}

export function standingCard(say: Say, shown: Shown): Card {
  const text = say.checkins;
  switch (shown.prompt.state) {
    case "asked":
      return promptCard(say, shown);
    case "answered":
      return doneCard(say, shown);
    case "quiet":
      return endCard(say, text.quiet(), shown, [answerButton(shown, text.change())]);
    case "skipped":
      return endCard(say, text.skipped(), shown, [answerButton(shown, text.answer())]);
    case "waiting": {
      const at = say.moment(shown.prompt.dueAt ?? shown.prompt.askAt, shown.now);
      const line = text.putOff({ at });
      return card(line, [textBlock(line), buttons([answerButton(shown, text.answer())])]);
    }
    case "missed":
    case "off":
    case "gone":
      return closedCard(say);
    default:
      return assertNever(shown.prompt.state);
  }
}

export function closedCard(say: Say): Card {
  const line = say.checkins.closed();
  return card(line, [textBlock(line)]);
}

/** Under another id of theirs they answered later. */
export function outdoneCard(say: Say): Card {
  const line = say.checkins.outdone();
  return card(line, [
    textBlock(line),
    buttons([{ action: "checkins.mine", label: say.checkins.showMine() }]),
  ]);
}

function promptCard(say: Say, shown: Shown): Card {
  const text = say.checkins;
  const { template, prompt, questions, putOffs } = shown;
  const taps = tapsOf(template, questions);
  const isConfidential = template.sees === "groups";
  const day = say.date(prompt.closesAt);
  const reminder = prompt.remindedAt === null ? null : reminderLine(say, shown, day);
  const topic = taps[0]?.ask(say) ?? template.name(say);
  const first = reminder === null ? topic : together(reminder, topic);
  const all: Button[] = [
    ...(taps.length === 0
      ? [{ ...answerButton(shown, text.answer()), look: "primary" } as const]
      : questions.length > taps.length
        ? [answerButton(shown, text.addWords())]
        : []),
    ...(template.sees === "leads" ? [button(shown, "checkins.quiet", text.nothing())] : []),
    button(shown, "checkins.skip", text.skip()),
    ...putOffs.map((to) =>
      button(shown, "checkins.putOff", to === "shift" ? text.nextShift() : text.tomorrow(), { to }),
    ),
    { action: "people.pause", label: text.pause() },
  ];
  return card(isConfidential ? text.notice() : first, [
    ...(reminder === null ? [] : [textBlock(reminder)]),
    ...(taps.length === 0
      ? [textBlock(formLine(say, shown))]
      : taps.flatMap((question) => tapBlocks(say, shown, question))),
    ...(isConfidential && template.about !== null ? [note(template.about(say))] : []),
    ...(taps.length === 0 ? [] : [note(taps.length === 1 ? text.oneTap() : text.tapEach())]),
    buttons(all),
    ...seenBlocks(say, shown.seen),
    ...(shown.contacts === null ? [] : [note(text.contacts({ contacts: quoted(shown.contacts) }))]),
    ...(reminder === null ? [note(text.openUntil({ day }))] : []),
  ]);
}

function reminderLine(say: Say, { template, prompt }: Shown, day: string): Line {
  const text = say.checkins;
  const open = text.stillOpen({ day });
  if (template.kind === "checkin") return together(open, text.onlyReminder());
  return prompt.reminders === 0 ? together(open, text.lastReminder()) : open;
}

function formLine(say: Say, { template, questions }: Shown): Line {
  const name = template.name(say);
  const count = questions.length;
  return template.perUnit
    ? say.checkins.perUnit({ name, count })
    : say.checkins.inForm({ name, count });
}

function tapBlocks(say: Say, shown: Shown, question: Question): Block[] {
  const taps = valuesOf(question).map((value) =>
    button(shown, "checkins.tap", labelOf(say, question, value), { q: question.id, v: value }),
  );
  return [textBlock(question.ask(say)), buttons(taps)];
}

/** Two questions in the message stay there: each is answered, and changed, by its own tap. */
function doneCard(say: Say, shown: Shown): Card {
  const text = say.checkins;
  const { template, questions, prompt, now } = shown;
  const isConfidential = template.sees === "groups";
  const line = isConfidential
    ? text.doneConfidential()
    : text.done({ until: say.moment(prompt.closesAt, now) });
  const taps = tapsOf(template, questions);
  const stay = taps.length > 1;
  const change = answerButton(shown, isConfidential ? text.answerAgain() : text.change());
  return card(line, [
    textBlock(line),
    ...(stay ? taps.flatMap((question) => tapBlocks(say, shown, question)) : []),
    ...(stay ? [note(text.tapAgain())] : []),
    ...(shown.helpers.length === 0
      ? []
      : [note(text.youNamed({ names: say.list(shown.helpers.map(nameLine)) }))]),
    buttons([
      ...(stay && taps.length === questions.length ? [] : [change]),
      ...(shown.mayRequest
        ? [
            {
              action: "checkins.request",
              label: text.makeRequest(),
              value: { round: prompt.round },
            },
          ]
        : []),
      ...thankButtons(say, shown),
    ]),
  ]);
}

/** Opens the form of giving with these people in it; its words are theirs to write. */
function thankButtons(say: Say, { helpers }: Shown): Button[] {
  if (helpers.length === 0) return [];
  const names = say.list(helpers.map(({ name }) => words(firstName(name))));
  const to = helpers.map(({ id }) => id);
  const draft = { to, out: null, why: null, val: [], pts: 1, own: false, link: null, ch: null };
  return [{ action: "recognition.fix", label: say.checkins.thank({ names }), value: draft }];
}

function endCard(say: Say, line: Line, shown: Shown, offered: readonly Button[]): Card {
  const text = say.checkins;
  const { next, mayPause } = shown;
  const whole = next === null ? line : together(line, text.untilNext({ day: say.date(next) }));
  return card(whole, [
    textBlock(whole),
    ...(mayPause ? [textBlock(text.askPause())] : []),
    buttons([...offered, ...(mayPause ? [{ action: "people.pause", label: text.pause() }] : [])]),
  ]);
}

/** Each button names the card's owner: pressed by somebody else, it answers nothing. */
function button(
  { prompt }: Pick<Shown, "prompt">,
  action: string,
  label: Line,
  more: { readonly [name: string]: Json } = {},
): Button {
  return { action, label, value: { r: prompt.round, p: prompt.person, ...more } };
}

export const answerButton = (shown: Pick<Shown, "prompt">, label: Line): Button =>
  button(shown, "checkins.answer", label);

const together = (one: Line, other: Line): Line => [...one, ...words(" "), ...other];
const card = (summary: Line, blocks: readonly Block[]): Card => ({
  summary,
  blocks: blocks.filter((block) => block.kind !== "buttons" || block.buttons.length > 0),
});
const textBlock = (line: Line): Block => ({ kind: "text", line });
const note = (line: Line): Block => ({ kind: "note", line });
const buttons = (row: readonly Button[]): Block => ({ kind: "buttons", buttons: row });
