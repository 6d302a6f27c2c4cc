/** What every part of a page is drawn from. */
import { type Instant, millisecondsOf } from "#engine";
import { home, type Window } from "../dialogs.ts";
import type { Pictures } from "../pictures.ts";
import type { Member, Room } from "../room.ts";
import type { Ground } from "./cards.ts";

export interface Scene {
  readonly window: Window;
  readonly me: Member;
  readonly room: Room;
  readonly pictures: Pictures;
  readonly now: Instant;
  /** The hospital: its name, and its zone. */
  readonly name: string;
  readonly zone: string;
}

export const pathOf = ({ account, where }: Window): string =>
  `/as/${encodeURIComponent(account)}/${encodeURIComponent(where)}`;

export const groundOf = (scene: Scene, on: Ground["on"]): Ground => ({
  press: `${pathOf(scene.window)}/press`,
  on,
  channelName: (id) => scene.room.channels.find((one) => one.id === id)?.name ?? id,
  pictureOf: scene.pictures.pathOf,
  under: scene.window.where === home && on.dialog === undefined ? "h1" : "h2",
});

const formats = {
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  day: { weekday: "long", day: "numeric", month: "long" },
  moment: {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const made = new Map<string, Intl.DateTimeFormat>();

/** In the reader's zone; the page itself speaks English. */
export function timeIn(zone: string, at: Instant, kind: keyof typeof formats): string {
  const key = `${zone} ${kind}`;
  const format =
    made.get(key) ?? new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...formats[kind] });
  made.set(key, format);
  return format.format(millisecondsOf(at));
}

export const zoneOf = ({ me, zone }: Pick<Scene, "me" | "zone">): string => me.facts.zone ?? zone;
