/** A channel of the Core Lab, and what whoever leads it does to have it asked. */
import type { RoundState } from "../../src/checkins/round.ts";
import { type Instant, readInstant } from "../../src/time/instant.ts";
import type { Actor, Office } from "../support/office.ts";
import { joinCoreLab, rowsOf } from "./answeringStage.ts";

export { rowsOf };

export const weekly = {
  template: ["weekly-checkin"],
  rhythm: ["week"],
  weekday: ["5"],
  hour: ["15"],
  who: ["channel"],
  channel: ["C_LAB"],
  window: ["suggested"],
  summary: ["channel"],
} as const;

/** Ana, Ben, Cleo and Dan work in the Core Lab, and so does whoever else is named. */
export async function gatherLab(office: Office, ...more: readonly Actor[]): Promise<void> {
  const { ana, ben, cleo, dan } = office;
  const all = [ana, ben, cleo, dan, ...more];
  await joinCoreLab(office, ...all);
  office.chat.gather(
    "C_LAB",
    all.map(({ account }) => account),
  );
}

/** Lee makes a schedule and starts it, having seen who would be asked. */
export async function starts(
  office: Office,
  picked: Record<string, readonly string[]> = weekly,
): Promise<string> {
  const { lee } = office;
  await lee.types("/checkin schedule");
  await lee.presses("New check-in");
  await lee.fills({ picked });
  await lee.presses("Start");
  await office.settle();
  return lee.presses("Start");
}

export async function roundsOf(office: Office): Promise<{ at: string; state: RoundState }[]> {
  const rows = await rowsOf(office, "round");
  return rows
    .toSorted((one, other) => (one.at_local < other.at_local ? -1 : 1))
    .map((row) => ({ at: row.at_local, state: row.state as RoundState }));
}

/** How often somebody was sent a prompt: posts, not what was drawn anew. */
export const postsTo = ({ chat }: Office, { account }: Actor): number =>
  chat.calls.filter((call) => call === `post D_${account}`).length;

/** Time goes on to that moment, from one due job to the next, so that weeks take moments. Notes when it ticked. */
export async function until(office: Office, at: string, ticks: Instant[] = []): Promise<void> {
  const end = readInstant(at);
  for (;;) {
    const next = await office.engine.nextDue();
    if (next === undefined || next > end) break;
    if (next > office.now()) office.itIs(next);
    ticks.push(office.now());
    await office.engine.tick();
  }
  if (end > office.now()) office.itIs(end);
}
