/** The log: what happened, for whoever keeps the server running. No words of people, no names, no tokens. */
import { type DestinationStream, type Logger as Log, pino } from "pino";

import { assertNever, type Event, isTellable } from "#engine";

export type { Log };

/** Whatever is logged under one of these names, at the top or up to two steps down, is hidden. */
const hidden = [
  ...["text", "words", "reason", "message", "blocks", "body", "payload", "view", "name", "email"],
  ...["token", "botToken", "appToken", "secret", "clientSecret", "signingSecret", "stateSecret"],
  ...["authorization", "cookie", "password", "url"],
];

export function createLog(
  level: string,
  destination: DestinationStream = pino.destination(1),
): Log {
  return pino(
    {
      level,
      base: null,
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: hidden.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
        censor: "[hidden]",
      },
      serializers: { error: describe, err: describe },
    },
    destination,
  );
}

/** A line for what the engine tells; what happens all the time only where somebody looks closely. */
export function logEvent(log: Log, event: Event): void {
  const { kind, ...facts } = event;
  switch (event.kind) {
    case "handled":
    case "job-done":
    case "said":
      log.debug(facts, kind);
      break;
    case "fault":
      log.error(facts, "not kept; the person was told the reference");
      break;
    case "job-failed":
      if (event.dead) log.error(facts, "a job is dead: see `rapport jobs dead`");
      else log.warn(facts, "a job failed and will be tried again");
      break;
    case "lane-paused":
      log.warn(facts, "the platform asks to wait");
      break;
    case "guarded":
      log.info(facts, "the guard refused a text");
      break;
    case "asked":
      log.info(facts, "the guard asked about a text");
      break;
    default:
      assertNever(event);
  }
}

interface Described {
  readonly type: string;
  readonly code?: string;
  readonly says?: string;
  /** Where it was thrown, innermost first. */
  readonly at?: readonly string[];
  readonly cause?: Described;
}

const mostFrames = 8;

/**
 * What a log may say of an error. Its message may quote what was being worked on (JSON.parse and PostgreSQL do), so it is told
 * only where its kind is known not to; otherwise the place in the code says which one it is.
 */
function describe(error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = "code" in error ? word(error.code) : undefined;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^ {4}at /.test(line));
  return {
    type: word(error.name) ?? "Error",
    ...(code === undefined ? {} : { code }),
    ...(isTellable(error) ? { says: error.message } : {}),
    at: frames.slice(0, mostFrames).map((line) => line.trim().slice(3)),
    ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
  };
}

/** What is meant as a name or a code, and is no sentence. */
const word = (given: unknown): string | undefined =>
  typeof given === "string" && /^[\w.-]{1,60}$/.test(given) ? given : undefined;
