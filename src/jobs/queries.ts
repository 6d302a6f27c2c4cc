/** The SQL of jobs. Claiming looks over all organizations: a runner serves them all. */
import type { Json } from "../chat/card.ts";
import { type JobId, newId, type OrganizationId, type PersonId, type WorkspaceId } from "../ids.ts";
import { prepared } from "../store/prepared.ts";
import type { Schema } from "../store/schema.ts";
import { dialectOf, type Tx } from "../store/store.ts";
import type { Instant } from "../time/instant.ts";
import type { Job } from "./job.ts";

export interface JobWanted {
  readonly kind: string;
  readonly payload: Json;
  readonly due: Instant;
  /** While a job with this key waits, another is not added (the one that waits keeps its hour). */
  readonly once?: string;
}

const addJobs = prepared((tx, { rows }: { rows: readonly Schema["job"][] }) =>
  tx
    .insertInto("job")
    .values(rows)
    .onConflict((conflict) => conflict.columns(["organization_id", "once"]).doNothing()),
);

/** Leaves work for later, in the transaction that causes it. */
export async function later(
  tx: Tx,
  organization: OrganizationId,
  now: Instant,
  ...wanted: readonly JobWanted[]
): Promise<void> {
  if (wanted.length === 0) return;
  await addJobs(tx, {
    rows: wanted.map((job) => ({
      organization_id: organization,
      job_id: newId("job", now),
      kind: job.kind,
      payload: JSON.stringify(job.payload),
      once: job.once ?? null,
      due_at: job.due,
      created_at: now,
      attempts: 0,
      dead_at: null,
      error: null,
    })),
  });
}

interface DueKey {
  readonly now: Instant;
  readonly leaseEnds: Instant;
  readonly most: number;
}

const takeDue = prepared((tx, key: DueKey) =>
  tx
    .with("due", (db) =>
      db
        .selectFrom("job")
        .select(["organization_id", "job_id"])
        .where("due_at", "<=", key.now)
        .where("dead_at", "is", null)
        .orderBy("due_at")
        .orderBy("job_id")
        .limit(key.most)
        .$if(dialectOf(tx) === "postgres", (q) => q.forUpdate().skipLocked()),
    )
    .updateTable("job")
    .set((eb) => ({ due_at: key.leaseEnds, once: null, attempts: eb("attempts", "+", 1) }))
    .where((eb) =>
      eb(
        eb.refTuple("organization_id", "job_id"),
        "in",
        eb
          .selectFrom("due")
          .select(["due.organization_id", "due.job_id"])
          .$asTuple("organization_id", "job_id"),
      ),
    )
    .returning(["organization_id", "job_id", "kind", "payload", "attempts"]),
);

/** Takes what is due until `leaseEnds`; two runners never take the same. A key is free again once its job is taken. */
export async function claimDue(
  tx: Tx,
  now: Instant,
  leaseEnds: Instant,
  most: number,
): Promise<Job[]> {
  const { rows } = await takeDue(tx, { now, leaseEnds, most });
  return rows
    .sort((a, b) => (a.job_id < b.job_id ? -1 : 1))
    .map((row) => ({
      id: row.job_id,
      organization: row.organization_id,
      kind: row.kind,
      payload: JSON.parse(row.payload) as unknown,
      attempts: row.attempts,
    }));
}

/** What waits for a person alone (its key ends in their id) is due now; whoever does it judges the hour again. */
export async function hastenJobs(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable("job")
    .set({ due_at: now })
    .where("organization_id", "=", organization)
    .where("once", "like", `%:${person}`)
    .where("due_at", ">", now)
    .where("dead_at", "is", null)
    .execute();
}

const deleteJob = prepared((tx, key: { organization: OrganizationId; job: JobId }) =>
  tx
    .deleteFrom("job")
    .where("organization_id", "=", key.organization)
    .where("job_id", "=", key.job),
);

export async function finishJob(tx: Tx, organization: OrganizationId, job: JobId): Promise<void> {
  await deleteJob(tx, { organization, job });
}

/** Puts a job off; `attempts` as it should stand (a wait for pace is no attempt). */
export async function putOffJob(
  tx: Tx,
  organization: OrganizationId,
  job: JobId,
  to: { readonly due: Instant; readonly attempts: number; readonly error: string | null },
): Promise<void> {
  await tx
    .updateTable("job")
    .set({ due_at: to.due, attempts: to.attempts, error: to.error })
    .where("organization_id", "=", organization)
    .where("job_id", "=", job)
    .execute();
}

export async function buryJob(
  tx: Tx,
  organization: OrganizationId,
  job: JobId,
  now: Instant,
  error: string,
): Promise<void> {
  await tx
    .updateTable("job")
    .set({ dead_at: now, error })
    .where("organization_id", "=", organization)
    .where("job_id", "=", job)
    .execute();
}

export interface DeadJob {
  readonly id: JobId;
  readonly kind: string;
  readonly deadAt: Instant;
  readonly attempts: number;
  readonly error: string | null;
}

export async function listDeadJobs(
  tx: Tx,
  organization: OrganizationId,
  most: number,
): Promise<DeadJob[]> {
  const rows = await tx
    .selectFrom("job")
    .select(["job_id", "kind", "dead_at", "attempts", "error"])
    .where("organization_id", "=", organization)
    .where("dead_at", "is not", null)
    .orderBy("dead_at", "desc")
    .limit(most)
    .execute();
  return rows.flatMap((row) =>
    row.dead_at === null
      ? []
      : [
          {
            id: row.job_id,
            kind: row.kind,
            deadAt: row.dead_at,
            attempts: row.attempts,
            error: row.error,
          },
        ],
  );
}

/** Gives dead jobs another life; says how many. */
export async function requeueDeadJobs(
  tx: Tx,
  organization: OrganizationId,
  now: Instant,
): Promise<number> {
  const result = await tx
    .updateTable("job")
    .set({ dead_at: null, due_at: now, attempts: 0, error: null })
    .where("organization_id", "=", organization)
    .where("dead_at", "is not", null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

export async function countJobs(
  tx: Tx,
  now: Instant,
): Promise<{ due: number; waiting: number; dead: number }> {
  const row = await tx
    .selectFrom("job")
    .select((eb) => [
      eb.fn
        .countAll<number>()
        .filterWhere((f) => f.and([f("dead_at", "is", null), f("due_at", "<=", now)]))
        .as("due"),
      eb.fn
        .countAll<number>()
        .filterWhere((f) => f.and([f("dead_at", "is", null), f("due_at", ">", now)]))
        .as("waiting"),
      eb.fn.countAll<number>().filterWhere("dead_at", "is not", null).as("dead"),
    ])
    .executeTakeFirstOrThrow();
  return { due: Number(row.due), waiting: Number(row.waiting), dead: Number(row.dead) };
}

const selectNextDue = prepared((tx, _: object) =>
  tx.selectFrom("job").select("due_at").where("dead_at", "is", null).orderBy("due_at").limit(1),
);

/** When the next job that waits is due, of whichever organization; undefined when none waits. */
export async function findNextDue(tx: Tx): Promise<Instant | undefined> {
  const { rows } = await selectNextDue(tx, {});
  return rows[0]?.due_at;
}

/** A message that stands somewhere. */
export interface MessagePlace {
  readonly subject: string;
  readonly workspace: WorkspaceId;
  readonly channel: string;
}

interface SubjectKey {
  readonly organization: OrganizationId;
  readonly subject: string;
  readonly workspace: WorkspaceId;
}

const messagesOf = (tx: Tx, key: SubjectKey) =>
  tx
    .selectFrom("message")
    .select(["external_id", "channel"])
    .where("organization_id", "=", key.organization)
    .where("subject", "=", key.subject)
    .where("workspace_id", "=", key.workspace);

const selectMessage = prepared(messagesOf);
const selectMessageIn = prepared((tx, key: SubjectKey & { readonly channel: string }) =>
  messagesOf(tx, key).where("channel", "=", key.channel),
);

/** The subject's message in that workspace, in that channel or (null) wherever it stands. */
export async function findMessage(
  tx: Tx,
  organization: OrganizationId,
  subject: string,
  workspace: WorkspaceId,
  channel: string | null,
): Promise<{ channel: string; externalId: string } | undefined> {
  const key = { organization, subject, workspace };
  const { rows } =
    channel === null
      ? await selectMessage(tx, key)
      : await selectMessageIn(tx, { ...key, channel });
  const [row] = rows;
  return row && { channel: row.channel, externalId: row.external_id };
}

const selectPlaces = prepared(
  (tx, key: { readonly organization: OrganizationId; readonly subject: string }) =>
    tx
      .selectFrom("message")
      .select(["workspace_id", "channel", "external_id"])
      .where("organization_id", "=", key.organization)
      .where("subject", "=", key.subject),
);

/** All places where a subject's message stands. */
export async function listMessages(
  tx: Tx,
  organization: OrganizationId,
  subject: string,
): Promise<(MessagePlace & { readonly externalId: string })[]> {
  const { rows } = await selectPlaces(tx, { organization, subject });
  return rows.map((row) => ({
    subject,
    workspace: row.workspace_id,
    channel: row.channel,
    externalId: row.external_id,
  }));
}

/** Of these subjects, those of which a message stands. */
export async function listStanding(
  tx: Tx,
  organization: OrganizationId,
  subjects: readonly string[],
): Promise<ReadonlySet<string>> {
  if (subjects.length === 0) return new Set();
  const rows = await tx
    .selectFrom("message")
    .select("subject")
    .where("organization_id", "=", organization)
    .where("subject", "in", subjects)
    .execute();
  return new Set(rows.map((row) => row.subject));
}

/** What a message of ours is about, e.g. when somebody reacts to it. */
export async function findSubject(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  channel: string,
  externalId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("message")
    .select("subject")
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", workspace)
    .where("channel", "=", channel)
    .where("external_id", "=", externalId)
    .executeTakeFirst();
  return row?.subject;
}

const putMessage = prepared((tx, { rows }: { readonly rows: readonly Schema["message"][] }) =>
  tx
    .insertInto("message")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(["organization_id", "subject", "workspace_id", "channel"])
        .doUpdateSet((eb) => ({
          external_id: eb.ref("excluded.external_id"),
          posted_at: eb.ref("excluded.posted_at"),
        })),
    ),
);

export async function rememberMessage(
  tx: Tx,
  organization: OrganizationId,
  message: MessagePlace & { readonly externalId: string },
  now: Instant,
): Promise<void> {
  const row = {
    organization_id: organization,
    subject: message.subject,
    workspace_id: message.workspace,
    channel: message.channel,
    external_id: message.externalId,
    posted_at: now,
  };
  await putMessage(tx, { rows: [row] });
}

/** Wherever it stands: nothing will be changed in it again. */
export async function forgetMessages(
  tx: Tx,
  organization: OrganizationId,
  subject: string,
): Promise<void> {
  await tx
    .deleteFrom("message")
    .where("organization_id", "=", organization)
    .where("subject", "=", subject)
    .execute();
}

export async function forgetMessage(
  tx: Tx,
  organization: OrganizationId,
  message: MessagePlace,
): Promise<void> {
  await tx
    .deleteFrom("message")
    .where("organization_id", "=", organization)
    .where("subject", "=", message.subject)
    .where("workspace_id", "=", message.workspace)
    .where("channel", "=", message.channel)
    .execute();
}
