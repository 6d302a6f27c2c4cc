/** The check-ins' rows, room by room. */
import type { Feature } from "../feature.ts";

/** Each room's part of the feature. */
const rooms: readonly Omit<Feature, "name">[] = [];

export const checkins: Feature = {
  name: "checkins",
  commands: rooms.flatMap((room) => room.commands ?? []),
  shortcuts: rooms.flatMap((room) => room.shortcuts ?? []),
  actions: rooms.flatMap((room) => room.actions ?? []),
  forms: rooms.flatMap((room) => room.forms ?? []),
  answers: rooms.flatMap((room) => room.answers ?? []),
  posts: rooms.flatMap((room) => room.posts ?? []),
  jobs: rooms.flatMap((room) => room.jobs ?? []),
  setup: rooms.flatMap((room) => room.setup ?? []),
  sends: async (work) => {
    const lines = [];
    for (const room of rooms) lines.push(...((await room.sends?.(work)) ?? []));
    return lines;
  },
  home: async (context) => {
    const blocks = [];
    for (const room of rooms) blocks.push(...((await room.home?.(context)) ?? []));
    return blocks;
  },
  preferences: async (context) => {
    const blocks = [];
    for (const room of rooms) blocks.push(...((await room.preferences?.(context)) ?? []));
    return blocks;
  },
};
