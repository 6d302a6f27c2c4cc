/** The check-ins' rows, room by room. */
import type { CommandRow, Feature } from "../feature.ts";
import { helpReply } from "../help.ts";
import { showWaiting } from "./answering/mine.ts";
import { answeringRows } from "./answering/rows.ts";
import { followRows } from "./follow/rows.ts";
import { checkinHolds, checkinSweeps, checkinUnheld } from "./holds.ts";
import { hasBegun } from "./joining/queries.ts";
import { joiningRows, keepOnePlace, untilClosed } from "./joining/rejoined.ts";
import { checkinNamings } from "./naming.ts";
import { roundRows } from "./rounds/rows.ts";
import { scheduleRows } from "./schedules/rows.ts";
import { startNow } from "./schedules/startNow.ts";
import { summaryRows } from "./summary/rows.ts";
import { templateRows } from "./templates/rows.ts";

/** Each room's part of the feature. */
const rooms: readonly Omit<Feature, "name">[] = [
  answeringRows,
  roundRows,
  scheduleRows,
  followRows,
  summaryRows,
  templateRows,
  joiningRows,
];

const commands: readonly CommandRow[] = [
  {
    command: "checkin",
    word: null,
    usage: (say) => say.checkins.usage(),
    run: async (context, words) => {
      if (words.length === 0) return showWaiting(context);
      return (await startNow(context, words)) ?? helpReply(context.say, commands);
    },
  },
  ...rooms.flatMap((room) => room.commands ?? []),
];

export const checkins: Feature = {
  name: "checkins",
  joinWaits: untilClosed,
  joined: keepOnePlace,
  begun: ({ tx, organization }) => hasBegun(tx, organization.id),
  commands,
  shortcuts: rooms.flatMap((room) => room.shortcuts ?? []),
  actions: rooms.flatMap((room) => room.actions ?? []),
  forms: rooms.flatMap((room) => room.forms ?? []),
  answers: rooms.flatMap((room) => room.answers ?? []),
  posts: rooms.flatMap((room) => room.posts ?? []),
  jobs: rooms.flatMap((room) => room.jobs ?? []),
  setup: rooms.flatMap((room) => room.setup ?? []),
  exports: rooms.flatMap((room) => room.exports ?? []),
  files: rooms.flatMap((room) => room.files ?? []),
  holds: checkinHolds,
  namings: checkinNamings,
  unheld: checkinUnheld,
  sweeps: checkinSweeps,
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
