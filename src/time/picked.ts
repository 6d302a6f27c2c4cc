/** What a form lets one choose in the place of a cron expression. Months and quarters: on the first such weekday in them. */
import { type Cron, readFields } from "./cron.ts";

export interface Picked {
  /** Quarters begin in January, April, July and October. */
  readonly every: "week" | "fortnight" | "month" | "quarter";
  /** ISO: Monday 1 to Sunday 7. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  /** A local date in the first of the fortnights; matters to no other. */
  readonly from: string;
}

/** As `readCron` (schedule.ts) reads it, and as a schedule keeps it. */
export function cronOf({ every, weekday, hour, minute, from }: Picked): string {
  switch (every) {
    case "week":
      return `${minute} ${hour} * * ${weekday}`;
    case "fortnight":
      return `${minute} ${hour} * * ${weekday} /2 ${from}`;
    case "month":
      return `${minute} ${hour} * * ${weekday}#1`;
    case "quarter":
      return `${minute} ${hour} * 1,4,7,10 ${weekday}#1`;
  }
}

/** The choice that makes the same rhythm, so that it can be said in words; undefined for what can't be picked. */
export function pickedOf(cron: Cron): Omit<Picked, "from"> | undefined {
  const [minute, hour, one] = [cron.minutes[0], cron.hours[0], cron.weekdays[0]];
  if (minute === undefined || hour === undefined || one === undefined) return undefined;
  const from = cron.every?.from ?? "";
  return (["week", "fortnight", "month", "quarter"] as const)
    .map((every) => ({ every, weekday: one.weekday, hour, minute }))
    .find((picked) => isSame(cron, readFields(cronOf({ ...picked, from }))));
}

const isSame = (one: Cron, other: ReturnType<typeof readFields>): boolean =>
  JSON.stringify({ ...one, text: "" }) === JSON.stringify({ ...other, text: "" });
