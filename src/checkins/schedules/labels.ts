/** Days and hours to choose from. */
import type { Line } from "../../chat/line.ts";
import type { Say } from "../../text/say.ts";

/** ISO: Monday 1 to Sunday 7. */
export function weekdayLine(say: Say, weekday: number): Line {
  const names = say.leaderboards.weekdays;
  return (names[weekday as keyof typeof names] ?? names[1])();
}

export const hourLine = (say: Say, hour: number): Line =>
  say.schedules.hourOfDay({ hour: String(hour).padStart(2, "0") });
