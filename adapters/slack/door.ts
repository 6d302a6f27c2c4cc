/** The door that Slack's requests come through: what is too big, not of now or malformed is turned away before Bolt sees it. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { parse } from "node:querystring";

import { type Clock, millisecondsOf } from "#engine";

const mostBytes = 1024 * 1024;
/** Read to the end, so that the sender hears the answer; beyond this the line is cut. */
const mostRead = 10 * mostBytes;
/** How far ahead of ours Slack's clock may be. */
const ahead = 60_000;

export interface DoorPorts {
  readonly clock: Clock;
  readonly isSigned: (request: IncomingMessage, body: string) => boolean;
  /** Bolt, which verifies the signature and its age again for itself. */
  readonly pass: (request: IncomingMessage, response: ServerResponse) => void;
}

export function createDoor({ clock, isSigned, pass }: DoorPorts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    if (body === "cut") return;
    if (body === "too big") return refuse(response, 413);
    const stamp = Number(request.headers["x-slack-request-timestamp"]) * 1000;
    if (stamp > millisecondsOf(clock()) + ahead) return refuse(response, 401);
    // Bolt knows a form only by the bare name.
    if (isForm(request)) request.headers["content-type"] = form;
    const text = body.toString();
    if (!isPayload(text, isForm(request)))
      return refuse(response, isSigned(request, text) ? 400 : 401);
    pass(Object.assign(request, { rawBody: body }), response);
  };
}

const form = "application/x-www-form-urlencoded";
const isForm = (request: IncomingMessage): boolean =>
  request.headers["content-type"]?.split(";")[0]?.trim() === form;

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}

function isPayload(text: string, isForm: boolean): boolean {
  if (!isForm) return isObject(text);
  const { payload, command, ssl_check } = parse(text);
  if (typeof payload === "string") return isObject(payload);
  return typeof command === "string" || ssl_check === "1";
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
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
