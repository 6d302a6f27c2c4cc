/** The one HTTP server: what chats send goes to their listeners, and the keeper's questions are answered here. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

export interface Doors {
  /** Everything under /slack/; null where Slack isn't configured. */
  readonly slack: Listener | null;
  /** Everything under /api/; null where Teams isn't configured. */
  readonly teams: Listener | null;
  /** Every other page; null where the sandbox is off. */
  readonly sandbox: Listener | null;
  /** Why work can't be taken on; nothing when it can. */
  readonly reasons: () => Promise<readonly string[]>;
  readonly metrics: () => Promise<{ readonly type: string; readonly body: string }>;
  /** How long a request of Slack's or Teams' took to answer. */
  readonly answered: (seconds: number, status: number) => void;
}

export interface Http {
  /** Where it listens, e.g. "http://127.0.0.1:3000". */
  readonly address: string;
  /** Takes nothing new, and resolves when what came has been answered, or cut off after `withinMs`. */
  close(withinMs: number): Promise<void>;
}

/** Nothing can listen there. */
export class PortTaken extends Error {
  override readonly name = "PortTaken";

  constructor({ host, port }: { host: string; port: number }, cause: Error) {
    super(`PORT, HOST: can't listen on ${host}, port ${port}: ${cause.message}.`, { cause });
  }
}

/** Slack sends at once or not at all; whoever dribbles is cut off. */
const headersWithin = 5_000;
const requestWithin = 10_000;
/** Longer than the minute after which load balancers let an idle connection go, so that none is closed under a request. */
const keptFor = 75_000;

const own: ReadonlySet<string> = new Set(["/healthz", "/readyz", "/metrics"]);

export async function openHttp(at: { host: string; port: number }, doors: Doors): Promise<Http> {
  const server = createServer(
    {
      headersTimeout: headersWithin,
      requestTimeout: requestWithin,
      keepAliveTimeout: keptFor,
      connectionsCheckingInterval: 2_000,
    },
    (request, response) => {
      const path = pathOf(request);
      const chat = chatAt(path);
      if (chat !== null) {
        time(response, doors.answered);
        chat(request, response);
        return;
      }
      if (doors.sandbox !== null && !own.has(path)) {
        doors.sandbox(request, response);
        return;
      }
      answer(path, request, response).catch(() => send(response, 500, "text/plain", "Not now\n"));
    },
  );

  function chatAt(path: string): Listener | null {
    if (path.startsWith("/slack/")) return doors.slack;
    return path.startsWith("/api/") ? doors.teams : null;
  }

  async function answer(path: string, request: IncomingMessage, response: ServerResponse) {
    request.resume();
    const reading = request.method === "GET" || request.method === "HEAD";
    switch (reading ? path : "") {
      case "/healthz":
        return send(response, 200, "text/plain", "ok\n");
      case "/readyz": {
        const reasons = await doors.reasons();
        const body = JSON.stringify({ ready: reasons.length === 0, reasons });
        return send(response, reasons.length === 0 ? 200 : 503, "application/json", body);
      }
      case "/metrics": {
        const { type, body } = await doors.metrics();
        return send(response, 200, type, body);
      }
      default:
        return send(response, 404, "text/plain", "Not found\n");
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(new PortTaken(at, cause)));
    server.listen(at.port, at.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = at.host.includes(":") ? `[${at.host}]` : at.host;

  return {
    address: `http://${host}:${port}`,
    close: (withinMs) =>
      new Promise((resolve) => {
        // A connection that was kept alive would keep us waiting for its next request.
        const sweep = setInterval(() => server.closeIdleConnections(), 50);
        const cut = setTimeout(() => server.closeAllConnections(), withinMs);
        server.close(() => {
          clearInterval(sweep);
          clearTimeout(cut);
          resolve();
        });
      }),
  };
}

const pathOf = (request: IncomingMessage): string => (request.url ?? "").split("?")[0] ?? "";

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
}

function time(response: ServerResponse, answered: Doors["answered"]): void {
  const start = performance.now();
  response.once("close", () => answered((performance.now() - start) / 1_000, response.statusCode));
}
