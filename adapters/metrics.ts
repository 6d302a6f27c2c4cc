/** The metrics, in Prometheus' words: what was done, what failed, how long people waited, what is still to be done. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

import { assertNever, type Event } from "#engine";

export interface Metrics {
  count(event: Event): void;
  /** A request of a chat platform was answered. */
  answered(seconds: number, status: number): void;
  /** A heartbeat could not ask the database. */
  missedBeat(): void;
  print(): Promise<{ readonly type: string; readonly body: string }>;
}

export interface Queue {
  readonly due: number;
  readonly waiting: number;
  readonly dead: number;
}

/** Slack gives up after 3 s. */
const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];

export function createMetrics(queue: () => Promise<Queue>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name: `rapport_${name}_total`, help, labelNames, registers });

  const handled = counter("handled", "What people did, by kind and how it ended", [
    "kind",
    "outcome",
  ]);
  const faults = counter("faults", "What could not be kept", ["kind"]);
  const done = counter("jobs_done", "Jobs done", ["job"]);
  const said = counter("messages", "Messages posted, updated or deleted, and refused", [
    "job",
    "end",
  ]);
  const failed = counter("jobs_failed", "Runs of jobs that failed", ["job", "dead"]);
  const pauses = counter("lane_pauses", "Times a platform asked to wait");
  const blocks = counter("guard_blocks", "Texts the guard refused", ["rule"]);
  const asks = counter("guard_asks", "Texts the guard asked their author about", ["rule"]);
  const missed = counter("heartbeats_missed", "Heartbeats that failed");
  const answer = new Histogram({
    name: "rapport_answer_seconds",
    help: "Time to answer a chat platform's request",
    labelNames: ["status"],
    buckets: seconds,
    registers,
  });
  const jobs = new Gauge({
    name: "rapport_jobs",
    help: "Jobs due now, waiting for their hour, and dead",
    labelNames: ["state"],
    registers,
  });

  async function countQueue(): Promise<void> {
    jobs.reset();
    const { due, waiting, dead } = await queue();
    jobs.set({ state: "due" }, due);
    jobs.set({ state: "waiting" }, waiting);
    jobs.set({ state: "dead" }, dead);
  }

  return {
    count(event) {
      switch (event.kind) {
        case "handled":
          handled.inc({ kind: event.inbound, outcome: event.outcome });
          break;
        case "fault":
          faults.inc({ kind: event.inbound });
          break;
        case "job-done":
          done.inc({ job: event.job });
          break;
        case "said":
          said.inc({ job: event.job, end: event.end });
          break;
        case "job-failed":
          failed.inc({ job: event.job, dead: String(event.dead) });
          break;
        case "lane-paused":
          pauses.inc();
          break;
        case "guarded":
          blocks.inc({ rule: event.rule });
          break;
        case "asked":
          asks.inc({ rule: event.rule });
          break;
        default:
          assertNever(event);
      }
    },
    answered: (took, status) => answer.observe({ status: String(status) }, took),
    missedBeat: () => missed.inc(),
    async print() {
      // Metrics are most wanted while the database is down: then the queue alone is missing.
      await countQueue().catch(() => {});
      return { type: registry.contentType, body: await registry.metrics() };
    },
  };
}
