/** Does what Slack does to an app: signs commands, presses, forms and events, and keeps what comes back. */
import { createHmac } from "node:crypto";
import { createServer } from "node:http";

import { close, portOf } from "./faultProxy.ts";

export interface Answered {
  readonly status: number;
  /** Read, where it is JSON. */
  readonly body: unknown;
}

export interface Sending {
  /** Seconds since 1970; now, if not told. */
  readonly at?: number;
  readonly signature?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface SlackDriver {
  /** As it is, with a right signature unless told another. */
  send(body: string, sending?: Sending): Promise<Answered>;
  command(fields: Readonly<Record<string, string>>): Promise<Answered>;
  /** A press, a form, a shortcut, typing in a picker. */
  interact(payload: object): Promise<Answered>;
  event(body: object): Promise<Answered>;
  /** The bodies of all answers so far that were JSON. */
  readonly answers: unknown[];
  /** An address for private answers, and what was said there. */
  readonly responseUrl: string;
  readonly responses: Readonly<Record<string, unknown>>[];
  responded(times?: number): Promise<Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
}

const form = "application/x-www-form-urlencoded";

export async function openSlackDriver(url: string, secret: string): Promise<SlackDriver> {
  const responses: Record<string, unknown>[] = [];
  const answers: unknown[] = [];
  const waiting = new Set<() => void>();
  const sink = createServer(async (request, response) => {
    const chunks = await Array.fromAsync(request as AsyncIterable<Buffer>);
    responses.push(JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>);
    response.end("ok");
    for (const look of [...waiting]) look();
  });
  await new Promise<void>((resolve) => sink.listen(0, "127.0.0.1", resolve));

  async function send(body: string, sending: Sending = {}): Promise<Answered> {
    const at = sending.at ?? Math.floor(Date.now() / 1000);
    const response = await fetch(`${url}/slack/events`, {
      method: "POST",
      headers: {
        "content-type": sending.type ?? "application/json",
        "x-slack-request-timestamp": String(at),
        "x-slack-signature": sending.signature ?? sign(secret, at, body),
        ...sending.headers,
      },
      body,
    });
    const answer = readAnswer(await response.text());
    if (typeof answer === "object") answers.push(answer);
    return { status: response.status, body: answer };
  }

  return {
    send,
    command: (fields) => send(new URLSearchParams(fields).toString(), { type: form }),
    interact: (payload) =>
      send(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), { type: form }),
    event: (body) => send(JSON.stringify(body)),
    responseUrl: `http://127.0.0.1:${portOf(sink)}/response`,
    responses,
    answers,
    responded(times = 1) {
      return new Promise((resolve) => {
        const look = () => {
          const response = responses[times - 1];
          if (response === undefined) return;
          waiting.delete(look);
          resolve(response);
        };
        waiting.add(look);
        look();
      });
    },
    close: () => close(sink),
  };
}

export function sign(secret: string, at: number, body: string): string {
  return `v0=${createHmac("sha256", secret).update(`v0:${at}:${body}`).digest("hex")}`;
}

function readAnswer(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
