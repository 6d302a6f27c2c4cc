/** The jobs of a request for feedback. */
import type { PeerId, PersonId, RoundId } from "../ids.ts";
import type { JobWanted } from "../jobs/queries.ts";
import { type Instant, plus } from "../time/instant.ts";
import { reminderAfter } from "./request.ts";

/** The message to one who is asked. `turn`: 0 the first one, then its reminders; each takes the place of the one before. */
export const promptJob = (
  peer: PeerId,
  person: PersonId,
  turn: number,
  due: Instant,
): JobWanted => ({
  kind: "peers.prompt",
  payload: { peer, person, turn },
  due,
  once: `peers.prompt:${peer}:${turn}:${person}`,
});

export const remindJob = (
  peer: PeerId,
  person: PersonId,
  turn: number,
  from: Instant,
): JobWanted => ({
  kind: "peers.remind",
  payload: { peer, person, turn },
  due: plus(from, reminderAfter),
});

export const closeJob = (peer: PeerId, due: Instant): JobWanted => ({
  kind: "peers.close",
  payload: { peer },
  due,
});

/** To the subject: that a lead asked for them. */
export const toldJob = (peer: PeerId, subject: PersonId, due: Instant): JobWanted => ({
  kind: "peers.told",
  payload: { peer },
  due,
  once: `peers.told:${peer}:${subject}`,
});

/** To the subject: what came of it. */
export const saidJob = (peer: PeerId, subject: PersonId, due: Instant): JobWanted => ({
  kind: "peers.said",
  payload: { peer },
  due,
  once: `peers.said:${peer}:${subject}`,
});

/** To one who answered: that nothing was passed on. */
export const fewJob = (peer: PeerId, person: PersonId, due: Instant): JobWanted => ({
  kind: "peers.few",
  payload: { peer, person },
  due,
  once: `peers.few:${peer}:${person}`,
});

export const letGoJob = (key: RoundId, due: Instant): JobWanted => ({
  kind: "peers.letGo",
  payload: { key },
  due,
});
