/** How the sandbox begins: with St. Anne's and its twelve weeks, or with nobody but you. */
import {
  type Clock,
  type Engine,
  type Installing,
  nextLocal,
  plus,
  type Store,
  weekday,
} from "#engine";
import { app } from "./chat.ts";
import type { MovedClock } from "./clock.ts";
import * as hospital from "./hospital/hospital.ts";
import { type Channel, directWith, type Member, type Room } from "./room.ts";

export interface Beginning {
  readonly installing: Installing;
  readonly channels: readonly Channel[];
  readonly members: readonly Member[];
  /** Whom the sandbox opens as. */
  readonly opensAs: string;
}

const hours = {
  days: "days",
  evenings: "evenings",
  nights: "nights",
  varies: "hours vary",
} as const;

export const atHospital: Beginning = {
  installing: hospital.installing,
  channels: hospital.channels,
  opensAs: hospital.opensAs,
  members: hospital.people.map((one) => ({
    facts: one.facts,
    unit: one.unit,
    about: `${one.discipline}, ${hours[one.pattern]}${one.alsoInTeams ? ", also in Teams" : ""}`,
  })),
};

export function memberOf(name: string, account: string, runsWorkspace: boolean): Member {
  const { zone } = hospital.installing;
  return {
    facts: {
      externalId: account,
      name,
      kind: "member",
      runsWorkspace,
      ...(zone === null ? {} : { zone }),
    },
    unit: "",
    about: runsWorkspace ? "runs the workspace" : "",
  };
}

export const withNobody: Beginning = {
  installing: { ...hospital.installing, name: "Your hospital", installer: null },
  channels: [
    { id: "kudos", name: "kudos", about: "Thanks, for everybody to read" },
    { id: "general", name: "general", about: "Everything else" },
  ],
  members: [memberOf("You", "you", true)],
  opensAs: "you",
};

const seed = 1;
/** Younger private messages are still to be read: some wait for whoever was asleep. */
const readBefore = 12 * 3_600_000;

export interface BeginPorts {
  readonly room: Room;
  readonly clock: MovedClock;
  readonly store: Store;
  /** On that store, with the sandbox's chat and clock. */
  readonly engineOn: (store: Store) => Engine;
}

/** Fills the empty sandbox. The hospital's clock then shows ten o'clock on a weekday: most are at work, the night asleep. */
export async function begin(beginning: Beginning, ports: BeginPorts): Promise<void> {
  const { room, clock } = ports;
  for (const member of beginning.members) room.join(member);
  if (beginning === atHospital) await playHospital(ports);
  else await introduce(beginning, ports.engineOn(ports.store));
  clock.keep();
}

async function introduce({ installing, members }: Beginning, engine: Engine): Promise<void> {
  const { platform, externalId: workspace } = await engine.install(installing);
  const bot = { externalId: app, name: "Rapport", kind: "bot", runsWorkspace: false } as const;
  const accounts = [...members.map(({ facts }) => facts), bot];
  await engine.notice({ kind: "accounts", platform, workspace, accounts });
}

async function playHospital({ room, clock, store, engineOn }: BeginPorts): Promise<void> {
  const until = tenOnWeekday(clock.now);
  const cards = (channel: string) =>
    room
      .read(channel, app)
      .flatMap(({ id, said }) => (said.kind === "card" ? [{ id, card: said.card }] : []));
  await hospital.playHistory(
    {
      store,
      // The emoji is seen under the message, as it would be had it been clicked.
      engineOn: (on) => {
        const engine = engineOn(on);
        return {
          ...engine,
          handle(inbound) {
            if (inbound.kind === "reaction")
              room.react(inbound.message.externalId, inbound.account, inbound.emoji);
            return engine.handle(inbound);
          },
        };
      },
      tell: clock.stop,
      writes: (author, channel, text) =>
        room.say({ channel, author, at: clock.now(), said: { kind: "text", text } }).id,
      stands: cards,
      told: (account) => cards(directWith(account)),
      replaces: room.change,
    },
    seed,
    until,
  );
  clock.moveTo(until);
  room.seenBefore(plus(until, -readBefore));
}

function tenOnWeekday(now: Clock): ReturnType<Clock> {
  const zone = hospital.installing.zone ?? "UTC";
  let at = nextLocal(now(), zone, { hour: 10, minute: 0 });
  while (weekday(at, zone) > 5) at = nextLocal(at, zone, { hour: 10, minute: 0 });
  return at;
}
