/** Stands before Slack's stand-in: keeps what was asked of it, and fails as Slack sometimes does. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Failure =
  /** 429 with Retry-After. */
  | { readonly kind: "limited"; readonly seconds: number }
  | { readonly kind: "status"; readonly status: number }
  /** Slack's own refusal, such as "channel_not_found". */
  | { readonly kind: "refused"; readonly error: string }
  /** No answer, for as long as the proxy lives. */
  | { readonly kind: "silent" }
  /** This one passes: the next in line fails. */
  | { readonly kind: "pass" }
  /** It is done, but the answer is lost on the way back. */
  | { readonly kind: "lost" };

export interface Call {
  readonly method: string;
  /** Fields that hold JSON are read. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface FaultProxy {
  /** Slack's Web API, as SLACK_API_URL. */
  readonly apiUrl: string;
  readonly url: string;
  calls(method: string): Call[];
  /** Resolves when a method was called so many times. */
  called(method: string, times?: number): Promise<Call>;
  /** The next calls of a method fail so. */
  fail(method: string, failure: Failure, times?: number): void;
  /** From now on a method's calls wait; the function given back lets them go on. */
  hold(method: string): () => void;
  /** What a method answers from now on that the stand-in doesn't know. */
  answer(method: string, body: object | ((asked: Call["body"]) => object)): void;
  close(): Promise<void>;
}

export async function openFaultProxy(target: string): Promise<FaultProxy> {
  const calls: Call[] = [];
  const failures = new Map<string, Failure[]>();
  const answers = new Map<string, Parameters<FaultProxy["answer"]>[1]>();
  const waiting = new Set<() => void>();
  const held = new Map<string, Promise<void>>();

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${portOf(server)}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
    const path = request.url ?? "/";
    const method = path.startsWith("/api/") ? path.slice("/api/".length) : path;
    const failure = failures.get(method)?.shift();
    const asked = readFields(body.toString());
    calls.push({ method, body: asked });
    for (const look of [...waiting]) look();
    await held.get(method);
    switch (failure?.kind) {
      case "limited":
        response.writeHead(429, { "retry-after": String(failure.seconds) }).end();
        return;
      case "status":
        response.writeHead(failure.status).end();
        return;
      case "refused":
        response.writeHead(200, { "content-type": "application/json" });
        response.end(JSON.stringify({ ok: false, error: failure.error }));
        return;
      case "silent":
        return;
      default:
    }
    const canned = answers.get(method);
    if (canned !== undefined) {
      const said = typeof canned === "function" ? canned(asked) : canned;
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(said));
      return;
    }
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(
        ([name]) => name === "authorization" || name === "content-type",
      ),
    ) as Record<string, string>;
    const passed = await fetch(new URL(path, target), {
      method: request.method ?? "GET",
      headers,
      redirect: "manual",
      ...(body.length === 0 ? {} : { body }),
    });
    const answer = Buffer.from(await passed.arrayBuffer());
    if (failure?.kind === "lost") {
      request.socket.destroy();
      return;
    }
    const type = passed.headers.get("content-type") ?? "text/plain";
    const location = passed.headers.get("location");
    response.writeHead(passed.status, {
      "content-type": type,
      ...(location === null ? {} : { location }),
    });
    response.end(answer);
  }

  return {
    url,
    apiUrl: `${url}/api/`,
    calls: (method) => calls.filter((call) => call.method === method),
    called(method, times = 1) {
      return new Promise((resolve) => {
        const look = () => {
          const call = calls.filter((one) => one.method === method)[times - 1];
          if (call === undefined) return;
          waiting.delete(look);
          resolve(call);
        };
        waiting.add(look);
        look();
      });
    },
    hold(method) {
      const { promise, resolve } = Promise.withResolvers<void>();
      held.set(method, promise);
      return () => {
        held.delete(method);
        resolve();
      };
    },
    fail(method, failure, times = 1) {
      failures.set(method, [
        ...(failures.get(method) ?? []),
        ...Array.from({ length: times }, () => failure),
      ]);
    },
    answer: (method, body) => void answers.set(method, body),
    close: () => close(server),
  };
}

function readFields(text: string): Record<string, unknown> {
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([name, value]) => [name, readJson(value)]),
  );
}

/** Numbers stay text: a message's id is one to JSON. */
function readJson(value: string): unknown {
  try {
    return /^[[{]/.test(value) ? JSON.parse(value) : value;
  } catch {
    return value;
  }
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

export async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
