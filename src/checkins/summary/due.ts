/** When a summary is posted: on a weekday at nine, after the last zone has closed. */
import type { Instant } from "../../time/instant.ts";
import { nextLocal, weekday } from "../../time/zone.ts";

const saturday = 6;

export function summaryDue(closedAt: Instant, zone: string): Instant {
  const due = nextLocal(closedAt, zone, { hour: 9, minute: 0 });
  return weekday(due, zone) < saturday ? due : summaryDue(due, zone);
}
