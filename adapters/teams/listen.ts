/** From an activity to what Teams gets for it: read, completed, kept by the engine, and only then answered. */
import { randomUUID } from "node:crypto";

import { type AccountFacts, assertNever, type Engine } from "#engine";
import type { Activity } from "./activities.ts";
import type { Answer, Answers } from "./answers.ts";
import type { TeamChannels } from "./channels.ts";
import type { Act, Heard } from "./heard.ts";
import { type Reading, readActivity } from "./inbound.ts";
import { type Log, nameOf } from "./log.ts";
import { accountOf } from "./members.ts";
import { metAlone, type People } from "./people.ts";

export interface Listener {
  /** Throws where nothing was kept and nobody is told: Teams then sends it again. */
  hear(activity: Activity): Promise<Answer>;
}

export interface ListenerPorts {
  readonly engine: () => Engine;
  readonly people: People;
  readonly answers: Answers;
  readonly channels: TeamChannels;
  readonly reading: Reading;
  readonly log: Log;
  /** Somebody put Rapport into a conversation: their account, and the roster it now shares. */
  readonly added: (by: AccountFacts | undefined, roster: string | null) => Promise<void>;
}

/** A message extension waits 5 seconds: all that is looked up and kept shares this, and the rest is the network's. */
const answeredWithin = 4_000;

export function createListener(ports: ListenerPorts): Listener {
  const { engine, people, answers, channels, reading, log, added } = ports;
  const { workspace } = reading;

  return {
    async hear(activity) {
      const named = activity.channelData?.channel;
      if (named?.name) channels.learn(workspace, named.id, named.name);
      const heard = readActivity(activity, reading);
      switch (heard.kind) {
        case "nothing":
          return {};
        case "worn":
          return answers.sentence(heard, (say) => say.worn());
        case "wrong":
          return answers.wrong(heard, heard.wrong);
        case "arrived":
          return arrive(heard);
        case "left":
          return leave(heard);
        case "act":
          return act(heard);
        default:
          return assertNever(heard);
      }
    },
  };

  async function act(heard: Act): Promise<Answer> {
    const { body, way, scene } = heard;
    if (scene.from.id.startsWith("28:")) return {};
    if (heard.for !== null && heard.for !== accountOf(scene.from))
      return answers.sentence(heard, (say) => say.notYours());
    const end = performance.now() + answeredWithin;
    const left = () => Math.max(1, Math.round(end - performance.now()));
    try {
      const delivery = heard.delivery ?? randomUUID();
      const { inbound, kept } = await people.complete({ ...heard, delivery }, left);
      const reply = await engine().handle(inbound, left());
      kept();
      return await answers.of(heard, reply);
    } catch (error) {
      const told = await answers.failed(heard, error);
      log.warn(
        { inbound: body.kind, way: way.kind, error: nameOf(error), told: told !== undefined },
        "nothing was kept",
      );
      if (told === undefined) throw error;
      return told;
    }
  }

  /** Teams tells of an installation twice, in either order: all of this may be done again. */
  async function arrive({
    scene,
    met,
    us,
    others,
  }: Extract<Heard, { kind: "arrived" }>): Promise<Answer> {
    const by = scene.from.id.startsWith("28:") ? undefined : await people.ask(scene, scene.from.id);
    const came = await Promise.all(
      others.slice(0, mostAtOnce).map(({ id }) => people.ask(scene, id)),
    );
    const accounts = [by, ...came].filter((one) => one !== undefined);
    await engine().notice({ kind: "accounts", platform: "teams", workspace, accounts });
    const { roster } = met.conversation;
    const account = by?.externalId ?? null;
    await engine().notice({
      kind: "seen",
      platform: "teams",
      workspace,
      account: roster === null ? account : null,
      met: roster === null ? met : metAlone(met),
    });
    if (!us) return {};
    // A private conversation that can be written to now is whose welcome it may be.
    if (roster === null && by !== undefined) {
      const met = [by.externalId];
      await engine().notice({ kind: "met", platform: "teams", workspace, accounts: met });
    }
    return { after: () => added(by, roster) };
  }

  async function leave({ scene, met }: Extract<Heard, { kind: "left" }>): Promise<Answer> {
    const { roster } = met.conversation;
    const from = roster === null ? { account: accountOf(scene.from) } : { roster };
    await engine().notice({ kind: "parted", platform: "teams", workspace, from });
    return {};
  }
}

/** Whoever else came with them is learnt with the roster. */
const mostAtOnce = 20;
