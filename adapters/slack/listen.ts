/** From a payload to what Slack gets for it: read, completed, kept by the engine, and only then answered. */
import { ZodError } from "zod";

import { assertNever, type Engine } from "#engine";
import { type Accounts, readUser } from "./accounts.ts";
import type { Answer, Answers } from "./answers.ts";
import type { Clients } from "./clients.ts";
import type { Act, Heard } from "./heard.ts";
import { readPayload } from "./inbound.ts";
import type { Log } from "./log.ts";

/** Signed by Slack and still not what Slack sends. */
export class Malformed extends Error {
  override readonly name = "Malformed";
}

export interface Listener {
  /** Throws where nothing was kept and nobody is told: Slack then sends it again. */
  hear(body: Readonly<Record<string, unknown>>): Promise<Answer>;
}

export interface ListenerPorts {
  readonly engine: () => Engine;
  readonly clients: Clients;
  readonly accounts: Accounts;
  readonly answers: Answers;
  readonly log: Log;
  /** Whether it is known by now which workspace the environment's token belongs to. */
  readonly settled: () => boolean;
}

/** Slack waits 3 seconds; all that is looked up and kept shares this, and the rest is the network's. */
const answeredWithin = 2_600;

export function createListener({
  engine,
  clients,
  accounts,
  answers,
  log,
  settled,
}: ListenerPorts): Listener {
  return {
    async hear(body) {
      const heard = read(body);
      switch (heard.kind) {
        case "nothing":
          return {};
        case "person": {
          const installed = await clients.find(heard.workspace);
          if (installed === undefined) return absent(heard.workspace);
          const told = [readUser(heard.user, installed)];
          await engine().notice({
            kind: "accounts",
            platform: "slack",
            workspace: heard.workspace,
            accounts: told,
          });
          return {};
        }
        case "uninstalled": {
          const { workspace, at } = heard;
          await engine().notice({ kind: "uninstalled", platform: "slack", workspace, at });
          clients.forget(workspace);
          log.info({ workspace }, "uninstalled");
          return {};
        }
        case "act":
          return act(heard);
        default:
          return assertNever(heard);
      }
    },
  };

  async function act(heard: Act): Promise<Answer> {
    const { inbound, way } = heard;
    const end = performance.now() + answeredWithin;
    const left = () => Math.max(1, Math.round(end - performance.now()));
    try {
      const installed = await clients.find(inbound.workspace);
      if (installed === undefined && isEvent(heard)) return absent(inbound.workspace);
      const { inbound: whole, kept } =
        installed === undefined
          ? { inbound, kept: () => undefined }
          : await accounts.complete(inbound, left);
      const reply = await engine().handle(whole, left());
      kept();
      return answers.of({ ...heard, inbound: whole }, reply);
    } catch (error) {
      const told = answers.failed(heard, error);
      log.warn(
        { inbound: inbound.kind, way: way.kind, error: nameOf(error), told: told !== undefined },
        "nothing was kept",
      );
      if (told === undefined) throw error;
      return told;
    }
  }

  /** An event of a workspace that took Rapport out is over; before the start is done it may yet be ours. */
  function absent(workspace: string): Answer {
    if (!settled()) throw new Error("Not ready to say whose this is");
    log.info({ workspace }, "an event of a workspace that isn't installed");
    return {};
  }
}

const isEvent = ({ inbound, way }: Act): boolean =>
  way.kind === "reaction" || inbound.kind === "home";

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** Throws `Malformed`. */
export function read(body: Readonly<Record<string, unknown>>): Heard {
  try {
    return readPayload(body);
  } catch (error) {
    // No deeper than the names that are ours: what follows "view.state.values" is what was sent.
    const lacks =
      error instanceof ZodError ? error.issues.map(({ path }) => path.slice(0, 3).join(".")) : [];
    throw new Malformed(`A payload of Slack's has an unknown shape: ${lacks.join(", ")}`);
  }
}
