/**
 * The sandbox, put together: a chat in the browser, a clock that can be moved, and a hospital made up for trying Rapport.
 * A platform like any other to the engine, which has its own database here.
 */
import type { IncomingMessage, ServerResponse } from "node:http";

import type { Chart, Chat, Clock, Engine, Event, Store } from "#engine";
import { createActs } from "./acts.ts";
import { atHospital, begin, memberOf, withNobody } from "./beginning.ts";
import { createChat } from "./chat.ts";
import { openClock } from "./clock.ts";
import { createDialogs, direct } from "./dialogs.ts";
import { createDoor } from "./door.ts";
import type { Renderers, TableRows } from "./happened.ts";
import { createLive } from "./live.ts";
import { momentOf, moveTo } from "./moves.ts";
import { serve } from "./node.ts";
import { createPictures } from "./pictures.ts";
import type { Place } from "./place.ts";
import { createRecorder } from "./recorder.ts";
import { isDirect, openRoom } from "./room.ts";
import { emptyTries, hospitalTries } from "./tries.ts";
import { createWeb } from "./web.ts";

export interface SandboxPorts {
  readonly place: Place;
  readonly store: Store;
  /** On that store, with the sandbox's chat, clock and report. */
  readonly engineOn: (store: Store) => Engine;
  readonly realClock: Clock;
  readonly drawChart: (chart: Chart) => Promise<Uint8Array>;
  /** Other platforms' drawing, to look at. */
  readonly platforms: readonly Renderers[];
  /** What stands in each table now. */
  readonly rows: () => Promise<readonly TableRows[]>;
  readonly log: { error(fields: object, message: string): void };
}

export interface Sandbox {
  readonly chat: Chat;
  readonly clock: Clock;
  readonly report: (event: Event) => void;
  readonly engine: Engine;
  /** Everything that is asked of the sandbox. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** Fills it where it is new: with the hospital, or with nobody but you. */
  start(empty: boolean): Promise<void>;
  /** Does what is due, when whatever somebody is doing is over. */
  tick(): Promise<void>;
  /** Lets every window go. */
  hangUp(): void;
  stop(): void;
}

export function createSandbox(ports: SandboxPorts): Sandbox {
  const { place, store, log } = ports;
  const clock = openClock(place.clock, ports.realClock);
  const room = openRoom(place.chat);
  const recorder = createRecorder(ports.rows, ports.platforms, clock.now);
  const live = createLive();
  const dialogs = createDialogs();
  const turn = createTurns();
  let watched = false;

  const chat = createChat(room, clock.now, (channel, card) => {
    if (watched)
      recorder.said(isDirect(channel) ? `to ${nameOf(channel.slice(1))}` : `#${channel}`, card);
  });
  const report = (event: Event) => {
    if (watched) recorder.heard(event);
  };
  let engine: Engine | undefined;
  const theEngine = (): Engine => (engine ??= ports.engineOn(store));
  const settle = async (): Promise<void> => {
    await theEngine()
      .tick()
      .catch((error: unknown) => log.error({ error }, "the sandbox could not do what is due"));
  };
  const acts = createActs({
    engine: theEngine,
    workspace: atHospital.installing.externalId,
    room,
    dialogs,
    recorder,
    now: clock.now,
    settle,
    turn,
  });
  const nameOf = (account: string): string => room.member(account)?.facts.name ?? account;
  let answer: ((request: Request) => Response | Promise<Response>) | undefined;

  return {
    chat,
    clock: clock.now,
    report,
    get engine() {
      return theEngine();
    },

    handle(request, response) {
      if (answer === undefined) {
        response.writeHead(503).end();
        return;
      }
      serve(answer, request, response).catch((error: unknown) => {
        log.error({ error }, "the sandbox could not answer");
        response.destroy();
      });
    },

    async start(empty) {
      if (room.members.length === 0) {
        const beginning = empty ? withNobody : atHospital;
        room.open(beginning.channels);
        await begin(beginning, { room, clock, store, engineOn: ports.engineOn });
      }
      watched = true;
      room.onChange(live.changed);
      const alone = room.members.find(({ facts }) => facts.runsWorkspace)?.facts.externalId;
      const isHospital = room.member(atHospital.opensAs) !== undefined;
      const opensAs = isHospital ? atHospital.opensAs : (alone ?? "");
      const [first] = room.channels;
      const { installing } = isHospital ? atHospital : withNobody;
      const zone = installing.zone ?? "UTC";
      answer = createWeb({
        room,
        dialogs,
        acts,
        recorder,
        pictures: createPictures(ports.drawChart),
        live,
        door: createDoor(),
        now: clock.now,
        name: installing.name,
        zone,
        rows: ports.rows,
        tries: isHospital ? hospitalTries : emptyTries,
        opensAs: { account: opensAs, where: first?.id ?? direct },
        async move(move, who) {
          return turn(async () => {
            const to = momentOf(move, clock.now(), zone);
            if (to === undefined) return false;
            const subject = { who: nameOf(who), what: `moved the clock to ${to}`, inbound: { to } };
            await recorder.record(subject, () => moveTo(to, clock, theEngine()));
            live.changed();
            return true;
          });
        },
        async join(name) {
          const member = memberOf(name, `p${room.next()}`, false);
          const { platform, externalId: workspace } = installing;
          const accounts = [member.facts];
          await theEngine().notice({ kind: "accounts", platform, workspace, accounts });
          room.join(member);
        },
      }).fetch;
    },

    tick: () =>
      turn(async () => {
        const due = await theEngine().nextDue();
        if (due === undefined || due > clock.now()) return;
        const subject = { who: "The clock", what: "came to a job's hour", inbound: {} };
        await recorder.record(subject, settle);
      }),

    hangUp: live.end,
    stop: room.close,
  };
}

/** One after another, so that what each of them wrote can be told apart. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };
}
