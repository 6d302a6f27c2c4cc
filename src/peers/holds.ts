/** What feedback among colleagues keeps of people. What was said to somebody is theirs; what they said to others goes with them. */
import type { Holding, KeyedWork, NamingRow, SweepRow, Unheld } from "../feature.ts";
import type { PersonId } from "../ids.ts";
import { later, listStanding } from "../jobs/queries.ts";
import { ownRows } from "../privacy/holding.ts";
import { openSpool } from "../privacy/spool.ts";
import { unsay } from "../privacy/unsay.ts";
import { letGoJob, saidJob, toldJob } from "./jobs.ts";
import { againJobs, toldSubject } from "./prompt.ts";
import {
  deleteRequests,
  deleteSealedAt,
  listAnsweredBy,
  listAskedBy,
  listAsking,
  listClosedBefore,
  listFor,
  listSaidTo,
  listSealedAsking,
} from "./queries/holds.ts";
import { sealedSize } from "./words.ts";

/** Sealed answers are found by their key alone; where it is missing they go when it is destroyed. */
async function eraseSealed(work: KeyedWork, selves: readonly PersonId[]): Promise<void> {
  const { tx, organization, keys } = work;
  for (const { id, key } of await listSealedAsking(tx, organization.id, selves)) {
    const found = keys.find(key);
    if (found === undefined) continue;
    const { placeOf } = openSpool(found, sealedSize);
    await deleteSealedAt(tx, organization.id, id, selves.map(placeOf));
  }
}

async function eraseRequests(work: KeyedWork, selves: readonly PersonId[]): Promise<void> {
  const { tx, organization, now } = work;
  const requests = await listFor(tx, organization.id, selves);
  const ids = requests.map(({ id }) => id);
  await unsay(work, "peers:", new Set(ids));
  await deleteRequests(tx, organization.id, ids);
  const keys = requests.flatMap(({ key }) => (key === null ? [] : [key]));
  await later(tx, organization.id, now, ...keys.map((key) => letGoJob(key, now)));
}

/** What they said by name goes, also from where it was read. */
async function eraseAnswers(work: KeyedWork, selves: readonly PersonId[]): Promise<void> {
  const { tx, organization, now } = work;
  const answered = await listAnsweredBy(tx, organization.id, selves);
  await answers.erase(work, selves);
  const jobs = answered.map(({ id, subject }) => saidJob(id, subject, now));
  await later(tx, organization.id, now, ...jobs);
}

/** Whoever is asked is named to whom they are asked for. */
async function eraseRaters(work: KeyedWork, selves: readonly PersonId[]): Promise<void> {
  const { tx, now, organization } = work;
  const asking = await listAsking(tx, organization.id, selves);
  await raters.erase(work, selves);
  const told = asking.map(({ id }) => toldSubject(id));
  const standing = await listStanding(tx, organization.id, told);
  const drawn = asking.filter(({ id }) => standing.has(toldSubject(id)));
  await later(
    tx,
    organization.id,
    now,
    ...drawn.map(({ id, subject }) => toldJob(id, subject, now)),
  );
}

/** A lead who asked for somebody is named to all who are asked, and to whom it is for. */
export const peerNamings: readonly NamingRow[] = [
  {
    naming: "peers",
    redraw: async (work, selves, after) => {
      const { tx, now, organization } = work;
      const requests = await listAskedBy(tx, organization.id, selves, after, atOnce);
      for (const { id, subject } of requests) {
        await later(tx, organization.id, now, ...(await againJobs(work, id, subject)));
      }
      return requests.at(-1)?.id ?? null;
    },
  },
];
const atOnce = 20;

const raters = ownRows({
  table: "peer_rater",
  person: "person_id",
  with: ["state"],
  erased: "goes",
});

const answers = ownRows({
  table: "peer_answer",
  person: "person_id",
  with: ["question", "words"],
  told: "feedbackGiven",
  erased: "goes",
});

export const peerHolds: readonly Holding[] = [
  {
    table: "peer_spool",
    columns: ["spool_key", "sealed"],
    told: null,
    list: async () => [],
    erase: eraseSealed,
  },
  {
    ...ownRows({ table: "peer_request", person: "subject_id", told: "feedback", erased: "goes" }),
    erase: eraseRequests,
  },
  ownRows({ table: "peer_request", person: "asked_by", erased: "stays" }),
  { ...raters, erase: eraseRaters },
  { ...answers, erase: eraseAnswers },
  {
    table: "peer_published",
    columns: ["words"],
    told: "feedbackReceived",
    list: ({ tx, organization }, selves) => listSaidTo(tx, organization.id, selves),
    // With the request it was said in.
    erase: async () => {},
  },
];

export const peerUnheld: readonly Unheld[] = [
  { table: "peer_request", columns: ["ending"], why: "one word" },
  {
    table: "peer_published",
    columns: ["answer_key", "question"],
    why: "chance, and the name of a question",
  },
];

export const peerSweeps: readonly SweepRow[] = [
  {
    sweep: "texts",
    run: async ({ tx, organization }, before, most) => {
      const old = await listClosedBefore(tx, organization.id, before, most);
      await deleteRequests(tx, organization.id, old);
      return old.length;
    },
  },
];
