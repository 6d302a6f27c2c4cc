/** The door that Teams' requests come through: what isn't Teams', too big or malformed is turned away, and nothing of it is kept. */
import type { IncomingMessage, ServerResponse } from "node:http";

import { ZodError } from "zod";

import { type Activity, activity as activityShape } from "./activities.ts";
import type { Afterwards } from "./afterwards.ts";
import type { Answer } from "./answers.ts";
import { type Log, nameOf } from "./log.ts";
import { type Sdk, Unauthorized } from "./sdk.ts";

const mostBytes = 1024 * 1024;
/** Read to the end, so that the sender hears the answer; beyond this the line is cut. */
const mostRead = 10 * mostBytes;

export interface DoorPorts {
  readonly verify: Sdk["verify"];
  readonly hear: (activity: Activity) => Promise<Answer>;
  readonly afterwards: Afterwards;
  readonly log: Log;
}

export function createDoor({ verify, hear, afterwards, log }: DoorPorts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url?.split("?")[0];
    if (path !== "/api/messages") return end(response, 404);
    if (request.method !== "POST") return end(response, 405);
    const body = await readBody(request);
    if (body === "cut") return;
    if (body === "too big") return end(response, 413);
    const given = readObject(body);
    try {
      await verify(request.headers.authorization ?? "", said(given), tenantsOf(given));
    } catch (error) {
      if (error instanceof Unauthorized) {
        log.info({ why: error.message }, "turned away a request that isn't Teams'");
        return end(response, 401);
      }
      log.error({ error: nameOf(error) }, "Microsoft's keys were not told");
      return end(response, 503);
    }
    try {
      const { body: answer, after } = await hear(activityShape.parse(given));
      end(response, 200, answer);
      if (after !== undefined) afterwards.run(after);
    } catch (error) {
      if (!(error instanceof ZodError)) {
        log.error({ error: nameOf(error) }, "an activity was not taken in");
        return end(response, 500);
      }
      const lacks = error.issues.map(({ path }) => path.join("."));
      log.warn({ lacks }, "an activity of Teams' has an unknown shape");
      end(response, 400);
    }
  };
}

function end(response: ServerResponse, status: number, body?: object): void {
  if (body === undefined) response.writeHead(status).end();
  else response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

type Given = Readonly<Record<string, unknown>>;

const said = ({ channelId, serviceUrl }: Given) => ({
  channelId: typeof channelId === "string" ? channelId : null,
  serviceUrl: typeof serviceUrl === "string" ? serviceUrl : "",
});

/** The tenant stands in more than one place, and has to be the same in all of them. */
function tenantsOf({ conversation, channelData }: Given): string[] {
  const { tenantId } = (conversation ?? {}) as { tenantId?: unknown };
  const { tenant } = (channelData ?? {}) as { tenant?: { id?: unknown } };
  return [tenantId, tenant?.id].filter((one) => typeof one === "string");
}

function readObject(body: Buffer): Given {
  try {
    const value: unknown = JSON.parse(body.toString());
    return typeof value === "object" && value !== null ? (value as Given) : {};
  } catch {
    return {};
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer | "too big" | "cut"> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > mostRead) {
        request.destroy();
        return "cut";
      }
      if (bytes <= mostBytes) chunks.push(chunk);
      else chunks.length = 0;
    }
  } catch {
    return "cut";
  }
  return bytes > mostBytes ? "too big" : Buffer.concat(chunks);
}
