/** The sandbox's own files, apart from everything else: its database, its chat, and how far its clock is ahead. */
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";

export interface Place {
  readonly database: string;
  readonly chat: string;
  /** Written last when it is first filled: without it the rest was left half done. */
  readonly clock: string;
}

export const placeIn = (folder: string): Place => ({
  database: join(folder, "sandbox.db"),
  chat: join(folder, "sandbox-chat.json"),
  clock: join(folder, "sandbox.json"),
});

/** Starts over if asked to, or where the last beginning never came to its end. Nobody may have the files open. */
export function clear(place: Place, fresh: boolean): void {
  if (!fresh && existsSync(place.clock)) return;
  const { database, chat, clock } = place;
  for (const file of [clock, chat, database, `${database}-wal`, `${database}-shm`])
    rmSync(file, { force: true });
}
