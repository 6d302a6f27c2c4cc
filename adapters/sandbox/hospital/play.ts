/**
 * Plays a planned history through the engine, as people would have done it: each act is an inbound of its moment, and what falls
 * due in between is done at its hour. What came of it is therefore what Rapport itself made of it.
 */
import {
  type Engine,
  type Instant,
  plain,
  plus,
  type Store,
  type Tx,
  typed,
  type Word,
} from "#engine";

import { buttonsIn, playCheckin } from "./asked.ts";
import { kudosChannel } from "./channels.ts";
import { openHospital } from "./firstDay.ts";
import { bot, courier } from "./people.ts";
import { type Act, days, planHistory } from "./plan.ts";
import type { HistoryPorts } from "./ports.ts";
import {
  channelOf,
  createStage,
  findPerson,
  kudos,
  type Playing,
  reaction,
  type Stage,
} from "./stage.ts";

/**
 * Installs St. Anne's and plays the twelve weeks before `until`. The same seed and `until` are the same history. It is one
 * transaction: all of it stands or nothing, and the disk is waited for once instead of ten thousand times.
 */
export async function playHistory(
  { store, engineOn, ...chat }: HistoryPorts,
  seed: number,
  until: Instant,
): Promise<void> {
  const start = plus(until, -days * 24 * 3_600_000);
  await store.transact(async (tx) => {
    const within = inOne(store, tx);
    const ports: Playing = { ...chat, store: within, engine: engineOn(within) };
    const stage = createStage(ports, start);
    await openHospital(ports, stage, start);
    for (const act of planHistory(seed, start, until)) {
      await stage.reach(act.at);
      await play(ports, stage, act);
    }
    await stage.reach(until);
  });
}

/** A store whose works all run in one transaction, one after the other. A work that fails fails the whole. */
function inOne({ dialect }: Store, tx: Tx): Store {
  let last: Promise<unknown> = Promise.resolve();
  return {
    dialect,
    transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
      const turn = last.then(() => work(tx));
      last = turn;
      return turn;
    },
    close: async () => {},
  };
}

async function play(ports: Playing, stage: Stage, act: Act): Promise<void> {
  switch (act.kind) {
    case "thanks":
      return act.private === true ? giveInForm(ports.engine, stage, act) : give(stage, act);
    case "courier": {
      const opened = await stage.does(act.by, channelOf(act.by), kudos([]));
      const text = { reason: typed(act.words), outsiders: typed(courier) };
      const preview = await stage.fills(act.by, opened, { text });
      await stage.fills(act.by, preview, {});
      return;
    }
    case "undo":
      await stage.does(act.by, channelOf(act.by), kudos([{ kind: "text", text: typed("undo") }]));
      return;
    case "second":
      return second(ports, stage, act);
    case "message": {
      const id = ports.writes(act.by, act.channel, act.text);
      if (act.thankedBy === null) return;
      await stage.does(act.thankedBy, act.channel, reaction(act.by, id, act.at));
      return;
    }
    default:
      return playCheckin(ports, stage, act);
  }
}

type Thanks = Extract<Act, { kind: "thanks" }>;

async function give(stage: Stage, { by, to, words }: Thanks): Promise<void> {
  await stage.does(
    by,
    channelOf(by),
    kudos([
      ...to.map((externalId): Word => ({ kind: "account", externalId })),
      { kind: "text", text: typed(words) },
    ]),
  );
}

/** Only to them: what the command can't say, the form can. */
async function giveInForm(engine: Engine, stage: Stage, { by, to, words }: Thanks): Promise<void> {
  const opened = await stage.does(by, channelOf(by), kudos([]));
  const receivers: string[] = [];
  for (const account of to) receivers.push(...(await findPerson(engine, by, account)));
  const reason = words.replace(/ #\w+$/, "");
  const preview = await stage.fills(by, opened, {
    text: { reason: typed(reason) },
    picked: { to: receivers, visibility: ["private"] },
  });
  await stage.fills(by, preview, {});
}

/** On a post that is gone, or that they gave themselves, nothing comes of it. */
async function second(
  { stands }: Playing,
  stage: Stage,
  { by, how, before, at }: Extract<Act, { kind: "second" }>,
): Promise<void> {
  const post = stands(kudosChannel).at(-1 - before);
  if (post === undefined) return;
  if (how === "emoji") {
    await stage.does(by, kudosChannel, reaction(bot.externalId, post.id, at));
    return;
  }
  const button = buttonsIn(post.card).find(({ label }) => plain(label) === "Me too");
  if (button === undefined) return; // the week's message has none
  const { action, value = null } = button;
  await stage.does(by, kudosChannel, { kind: "action", action, value });
}
