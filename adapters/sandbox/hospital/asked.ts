/** People at St. Anne's with their check-ins: each finds what Rapport wrote to them, and presses what stands there. */
import {
  assertNever,
  type Block,
  type Button,
  type Card,
  type Filled,
  type Json,
  plain,
  plus,
  type Reply,
  typed,
} from "#engine";

import type { WeeklyAnswer } from "./answers.ts";
import { everyone } from "./channels.ts";
import type { CheckinAct } from "./checkins.ts";
import type { Standing } from "./ports.ts";
import { named } from "./roster.ts";
import { channelOf, findPerson, type Playing, type Stage } from "./stage.ts";

const minute = 60_000;

export async function playCheckin(ports: Playing, stage: Stage, act: CheckinAct): Promise<void> {
  const { by } = act;
  switch (act.kind) {
    case "schedule": {
      const opened = await press(stage, by, channelOf(by), { action: "schedules.new" });
      const kept = await stage.fills(by, opened, { picked: { template: [act.template] } });
      await press(stage, by, channelOf(by), theButton(cardOf(kept), "schedules.start"));
      return sayYes(ports, stage, act, "schedules.started");
    }
    case "start": {
      const words = [{ kind: "text", text: typed(`start ${act.template} everyone`) }];
      await stage.does(by, everyone, { kind: "command", command: "checkin", words });
      return sayYes(ports, stage, act, "schedules.openNow");
    }
    case "weekly":
      return answerWeekly(ports, stage, by, act.answer);
    case "tap":
      for (const [question, value] of Object.entries(act.picked))
        await tap(ports, stage, by, question, value);
      return;
    case "fill": {
      const prompt = stands(ports, by, (card) => !has(card, isTap));
      const opened = await stage.presses(by, theButton(prompt.card, "checkins.answer"));
      const picked = Object.entries(act.picked).map(([question, value]) => [question, [value]]);
      await stage.fills(by, opened, { picked: Object.fromEntries(picked) });
      return;
    }
    case "act": {
      const answers = await readAnswers(stage, by);
      const opened = await stage.presses(by, buttonOf(answers, named(act.raisedBy).name));
      await stage.fills(by, opened, {
        text: { title: typed(act.words) },
        picked: { due: ["month"] },
      });
      return;
    }
    case "done":
      await stage.presses(by, theButton(await readAnswers(stage, by), "checkins.done"));
      return;
    case "respond": {
      const opened = await command(stage, by, "respond");
      const text = { said: typed(act.said), did: typed(act.did) };
      await stage.fills(by, opened, { text, picked: { round: [roundOf(opened, act.about)] } });
      return;
    }
    default:
      return assertNever(act);
  }
}

/** The preview comes as a message, with the button that starts what it shows. */
async function sayYes(
  { told }: Playing,
  stage: Stage,
  { at, by }: CheckinAct,
  action: string,
): Promise<void> {
  await stage.reach(plus(at, minute));
  const preview = told(by).findLast(({ card }) => has(card, (one) => one.action === action));
  if (preview === undefined) throw new Error(`No preview came for ${by}`);
  await stage.presses(by, theButton(preview.card, action), preview.id);
}

async function answerWeekly(
  ports: Playing,
  stage: Stage,
  by: string,
  { mood, well, way, helped }: WeeklyAnswer,
): Promise<void> {
  const answered = await tap(ports, stage, by, "week", String(mood));
  if (well === undefined && way === undefined && helped === undefined) return;
  const opened = await stage.presses(by, theButton(cardOf(answered), "checkins.answer"));
  const filled: Partial<Filled> = {
    text: {
      ...(well === undefined ? {} : { well: typed(well) }),
      ...(way === undefined ? {} : { way: typed(way) }),
    },
    picked: helped === undefined ? {} : { helped: await findPerson(ports.engine, by, helped) },
  };
  await stage.fills(by, opened, filled);
}

function tap(
  ports: Playing,
  stage: Stage,
  by: string,
  question: string,
  value: string,
): Promise<Reply> {
  const isIt = (one: Button) =>
    isTap(one) && read(one, "q") === question && read(one, "v") === value;
  const prompt = stands(ports, by, (card) => has(card, isIt));
  const button = buttonsIn(prompt.card).find(isIt);
  if (button === undefined) throw new Error(`${by} was not asked`);
  return stage.presses(by, button, prompt.id);
}

const readAnswers = async (stage: Stage, by: string): Promise<Card> =>
  cardOf(await command(stage, by, "answers"));

const command = (stage: Stage, by: string, word: string): Promise<Reply> =>
  stage.does(by, channelOf(by), {
    kind: "command",
    command: "checkin",
    words: [{ kind: "text", text: typed(word) }],
  });

const press = (
  stage: Stage,
  by: string,
  channel: string,
  { action, value = null }: { readonly action: string; readonly value?: Json },
): Promise<Reply> => stage.does(by, channel, { kind: "action", action, value });

/** The last prompt among what Rapport wrote to them that asks so. */
function stands({ told }: Playing, account: string, asks: (card: Card) => boolean): Standing {
  const isPrompt = (one: Button) => isTap(one) || one.action === "checkins.skip";
  const found = told(account).findLast(({ card }) => has(card, isPrompt) && asks(card));
  if (found === undefined) throw new Error(`${account} was not asked`);
  return found;
}

const isTap = ({ action }: Button): boolean => action === "checkins.tap";
const has = (card: Card, wanted: (button: Button) => boolean): boolean =>
  buttonsIn(card).some(wanted);

export const buttonsIn = (card: Card): readonly Button[] => card.blocks.flatMap(buttonsOf);
const buttonsOf = (block: Block) => (block.kind === "buttons" ? block.buttons : []);

function theButton(card: Card, action: string): Button {
  const found = buttonsIn(card).find((one) => one.action === action);
  if (found === undefined) throw new Error(`No button ${action}`);
  return found;
}

/** Below the words of the one who has this name. */
function buttonOf(card: Card, name: string): Button {
  const at = card.blocks.findIndex((block) => block.kind === "text" && plain(block.line) === name);
  const buttons = card.blocks.slice(at).find(({ kind }) => kind === "buttons");
  const found =
    at < 0 || buttons === undefined
      ? undefined
      : buttonsOf(buttons).find(({ action }) => action === "checkins.makeAction");
  if (found === undefined) throw new Error(`${name} named nothing in the way`);
  return found;
}

/** The newest round of that name which the form offers. */
function roundOf(reply: Reply, name: string): string {
  const fields = reply.kind === "form" ? reply.form.fields : [];
  const choices = fields.flatMap((field) => (field.kind === "choice" ? field.choices : []));
  const found = choices.find(({ label }) => plain(label).startsWith(name));
  if (found === undefined) throw new Error(`No round of ${name} has closed`);
  return found.value;
}

const read = ({ value }: Button, name: string): Json | undefined =>
  typeof value === "object" && value !== null ? (value as Record<string, Json>)[name] : undefined;

function cardOf(reply: Reply): Card {
  if (reply.kind !== "card" && reply.kind !== "replace") throw new Error("No card was answered");
  return reply.card;
}
