/** When a receiver hears of a thanks: two minutes after giving, later ones within the hour together, never in quiet hours. Pure. */
import type { JobWanted } from "../../jobs/queries.ts";
import { openFor, type Person } from "../../people/person.ts";
import { hour, type Instant, plus } from "../../time/instant.ts";
import { nextLocal } from "../../time/zone.ts";
import { unheardFor } from "../recognition.ts";

/** Later thanks within this long of the last message come together at its end. */
const together = hour;

export function tellDue(receiver: Person, givenAt: Instant): Instant {
  const heard = plus(givenAt, unheardFor);
  const next = receiver.toldAt === null ? heard : plus(receiver.toldAt, together);
  return openFor(receiver, next > heard ? next : heard);
}

/** One message at a time waits for each person; it gathers what has come by then. */
export const tellJob = (receiver: Person, givenAt: Instant): JobWanted => ({
  kind: "recognition.tell",
  payload: { receiver: receiver.id },
  due: tellDue(receiver, givenAt),
  once: `tell:${receiver.id}`,
});

/** Thanks by reaction are told once a day, together: at noon, or when quiet hours end after it. */
export const reactionsJob = (receiver: Person, now: Instant): JobWanted => ({
  kind: "recognition.tellReactions",
  payload: { receiver: receiver.id },
  due: openFor(receiver, nextLocal(now, receiver.zone, { hour: 12, minute: 0 })),
  once: `reactions:${receiver.id}`,
});
