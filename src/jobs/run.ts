/** Claims what is due, does it, and finishes it. A crash in between only delays: the lease ends and another takes it up. */
import { assertNever } from "../assert.ts";
import { type Chat, Limited } from "../chat/chat.ts";
import { isTellable } from "../fault.ts";
import type { JobRow, KeyedWork, PostRow, SayingEnd } from "../feature.ts";
import type { WorkspaceId } from "../ids.ts";
import { findOrganization } from "../people/queries/organizations.ts";
import { listPersonsBehind } from "../people/queries/participants.ts";
import { findWorkspaceAddress } from "../people/queries/workspaces.ts";
import type { RoundKeys } from "../privacy/roundKeys.ts";
import type { Report } from "../report.ts";
import type { Store, Tx } from "../store/store.ts";
import { type Clock, instantOf, millisecondsOf, plus, second } from "../time/instant.ts";
import { type Job, lease, mostAttempts, retryAt } from "./job.ts";
import { createPace, type Lane } from "./pace.ts";
import { type Errand, leaveAlone, planErrand, rememberErrand, runErrand } from "./post.ts";
import { buryJob, claimDue, finishJob, putOffJob } from "./queries.ts";
import { createTurns } from "./turns.ts";

export interface RunnerPorts {
  readonly store: Store;
  readonly chat: Chat;
  readonly clock: Clock;
  readonly report: Report;
  readonly posts: ReadonlyMap<string, PostRow>;
  readonly jobs: ReadonlyMap<string, JobRow>;
  readonly roundKeys: RoundKeys;
  /** 0 to 1, for spreading retries. */
  readonly chance: () => number;
}

const claimedAtOnce = 50;

/**
 * Jobs' transactions at once: whoever waits for an answer waits behind no more of them, and on PostgreSQL finds a connection. On
 * SQLite they run one after another and share a commit.
 */
const transactionsAtOnce = 4;

export function createRunner(ports: RunnerPorts) {
  const { store, clock, report } = ports;
  const pace = createPace();
  const inTurn = createTurns(transactionsAtOnce);
  /** By subject: what is said of the same thing meanwhile waits, and then changes what stands instead of standing beside it. */
  const onTheirWay = new Map<string, Promise<unknown>>();
  /** When each of them ended, as the how manieth; of this turn's. */
  const ended = new Map<string, number>();
  let ends = 0;

  /** A job's own bookkeeping: lost, it is said or done once more. */
  const transact = <T>(act: (tx: Tx) => Promise<T>, mayRepeat = true): Promise<T> =>
    inTurn(() => store.transact(act, { mayRepeat }));

  /** Does all that is due now; resolves to how many jobs were taken. */
  return async function runDue(): Promise<number> {
    let taken = 0;
    for (;;) {
      const now = clock();
      const jobs = await transact((tx) => claimDue(tx, now, plus(now, lease), claimedAtOnce));
      if (jobs.length === 0) return taken;
      taken += jobs.length;
      await Promise.all(jobs.map(runJob));
      if (onTheirWay.size === 0) ended.clear();
    }
  };

  async function runJob(job: Job): Promise<void> {
    try {
      const post = ports.posts.get(job.kind);
      const row = ports.jobs.get(job.kind);
      if (post !== undefined) await runPost(job, post);
      else if (row !== undefined) await runRow(job, row);
      else throw new Error(`No row answers jobs of kind ${job.kind}`);
    } catch (fault) {
      await failJob(job, fault);
    }
  }

  async function work<T>(
    job: Job,
    act: (work: KeyedWork) => Promise<T>,
    mayRepeat = true,
  ): Promise<T> {
    return transact(
      async (tx) =>
        act({
          tx,
          now: clock(),
          organization: await findOrganization(tx, job.organization),
          keys: ports.roundKeys,
        }),
      mayRepeat,
    );
  }

  async function runRow(job: Job, row: JobRow): Promise<void> {
    const payload = row.read.parse(job.payload);
    const told = row.members === undefined ? null : await askMembers(job, row, payload);
    if (told === "later") return;
    const run = async (w: KeyedWork) => {
      const members = told && (await listPersonsBehind(w.tx, w.organization.id, told));
      await row.run(w, payload, members);
      await finishJob(w.tx, job.organization, job.id);
    };
    await work(job, run, row.lasting !== true);
    report({ kind: "job-done", job: job.kind });
  }

  /** Null: none were asked for, or the channel can't be read; "later": its lane is full. */
  async function askMembers(
    job: Job,
    row: JobRow,
    payload: never,
  ): Promise<{ workspace: WorkspaceId; accounts: readonly string[] } | null | "later"> {
    const asked = await work(job, async (w) => {
      const of = await row.members?.(w, payload);
      const workspace = of && (await findWorkspaceAddress(w.tx, job.organization, of.workspace));
      return workspace ? { workspace, channel: of.channel } : null;
    });
    if (asked === null) return null;
    const { workspace, channel } = asked;
    const lane = { name: `${workspace.id} open`, rates: ports.chat.rates(workspace).workspace };
    const members = await inLane(job, [lane], () => ports.chat.members(workspace, channel));
    if (members === null) return "later";
    return members.kind === "gone" ? null : { workspace: workspace.id, accounts: members.accounts };
  }

  async function runPost(job: Job, row: PostRow): Promise<void> {
    const payload = row.read.parse(job.payload);
    for (;;) {
      const begun = ends;
      const planned = await planPost(job, row, payload);
      if (planned === null) return;
      const subject = `${job.organization} ${planned.saying.subject}`;
      const before = onTheirWay.get(subject);
      if (before !== undefined) await before;
      // What ended since it was planned may stand there now.
      if (before !== undefined || (ended.get(subject) ?? 0) > begun) continue;
      const said = sayPost(job, row, payload, planned);
      const over = said
        .catch(() => {})
        .then(() => {
          ends += 1;
          ended.set(subject, ends);
          onTheirWay.delete(subject);
        });
      onTheirWay.set(subject, over);
      return said;
    }
  }

  async function planPost(job: Job, row: PostRow, payload: never): Promise<Errand | null> {
    return work(job, async (w) => {
      const saying = await row.say(w, payload);
      if (saying === null) {
        await finishJob(w.tx, job.organization, job.id);
        return null;
      }
      const errand = await planErrand(w, saying);
      if (errand === undefined) {
        await row.done?.(w, payload, saying, {
          kind: "gone",
          why: "nowhere to say it",
          stood: false,
        });
        await finishJob(w.tx, job.organization, job.id);
        return null;
      }
      return errand;
    });
  }

  async function sayPost(job: Job, row: PostRow, payload: never, planned: Errand): Promise<void> {
    const errand = await withConversation(job, planned);
    if (errand === null) return;
    const said = await inLane(job, lanesOf(errand), () => runErrand(ports.chat, errand));
    if (said === null) return;
    await work(job, async (w) => {
      await rememberErrand(w, errand, said);
      if (said.kind === "rejected") {
        await buryJob(w.tx, job.organization, job.id, w.now, said.why);
        return;
      }
      const isGone = said.kind === "gone" && errand.standing === null;
      if (isGone && (await leaveAlone(w, errand))) {
        // Their other account is written to instead.
        const to = { due: w.now, attempts: job.attempts - 1, error: null };
        await putOffJob(w.tx, job.organization, job.id, to);
        return;
      }
      const end: SayingEnd =
        said.kind === "gone" ? { ...said, stood: errand.standing !== null } : { kind: "said" };
      await row.done?.(w, payload, errand.saying, end);
      await finishJob(w.tx, job.organization, job.id);
    });
    report({ kind: "said", job: job.kind, end: said.kind });
  }

  /** Opens the private conversation an errand needs; null when that has to wait. */
  async function withConversation(job: Job, errand: Errand): Promise<Errand | null> {
    if (errand.channel !== null || errand.account === null) return errand;
    const { workspace, account } = errand;
    const lane = { name: `${workspace.id} open`, rates: ports.chat.rates(workspace).workspace };
    const opened = await inLane(job, [lane], () => ports.chat.direct(workspace, account));
    if (opened === null) return null;
    switch (opened.kind) {
      case "opened":
        return { ...errand, channel: opened.channel };
      case "gone":
        return errand;
      default:
        return assertNever(opened);
    }
  }

  function lanesOf(errand: Errand): Lane[] {
    const { workspace, channel } = errand;
    const rates = ports.chat.rates(workspace);
    return [
      { name: workspace.id, rates: rates.workspace },
      { name: `${workspace.id} ${channel}`, rates: rates.channel },
    ];
  }

  /** Talks if the lanes are free; otherwise puts the job off to when they are, and answers null. */
  async function inLane<T>(
    job: Job,
    lanes: readonly Lane[],
    talk: () => Promise<T>,
  ): Promise<T | null> {
    const now = millisecondsOf(clock());
    const wait = pace.take(lanes, now);
    if (wait > 0) {
      await putOff(job, now + wait);
      return null;
    }
    try {
      return await talk();
    } catch (fault) {
      if (!(fault instanceof Limited)) throw fault;
      const until = now + fault.retryAfterSeconds * second;
      const lane = lanes.at(-1)?.name ?? "";
      pace.pause(lane, until);
      report({ kind: "lane-paused", lane, seconds: fault.retryAfterSeconds });
      await putOff(job, until);
      return null;
    }
  }

  async function putOff(job: Job, until: number): Promise<void> {
    const to = { due: instantOf(until), attempts: job.attempts - 1, error: null };
    await transact((tx) => putOffJob(tx, job.organization, job.id, to));
  }

  async function failJob(job: Job, fault: unknown): Promise<void> {
    const error = whyOf(fault);
    const dead = job.attempts >= mostAttempts;
    report({ kind: "job-failed", job: job.kind, error: fault, attempts: job.attempts, dead });
    const now = clock();
    await transact((tx) =>
      dead
        ? buryJob(tx, job.organization, job.id, now, error)
        : putOffJob(tx, job.organization, job.id, {
            due: retryAt(now, job.attempts, ports.chance()),
            attempts: job.attempts,
            error,
          }),
    )
      // The database itself is down: the lease ends, and the job is taken up again.
      .catch((again: unknown) =>
        report({
          kind: "job-failed",
          job: job.kind,
          error: again,
          attempts: job.attempts,
          dead: false,
        }),
      );
  }
}

/** For whoever keeps the server; no words of people in it. */
function whyOf(fault: unknown): string {
  if (!(fault instanceof Error)) return "unknown";
  const code = "code" in fault && typeof fault.code === "string" ? fault.code : "see the log";
  return `${fault.name}: ${isTellable(fault) ? fault.message : code}`.slice(0, 300);
}
