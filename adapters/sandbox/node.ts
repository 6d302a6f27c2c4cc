/** Between Node's HTTP and the web's Request and Response, in which Hono speaks. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** More than any form of ours holds. */
const longestBody = 1_000_000;

export type Answer = (request: Request) => Response | Promise<Response>;

export async function serve(
  answer: Answer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = await readRequest(request);
  const { status, headers, body } =
    asked === undefined ? new Response("Too much.\n", { status: 413 }) : await answer(asked);
  response.writeHead(status, [...headers].flat());
  if (body === null || request.method === "HEAD") {
    response.end();
    return;
  }
  // Whoever closes a window ends its stream, and that is no fault.
  await pipeline(Readable.fromWeb(body), response).catch(() => response.destroy());
}

async function readRequest(request: IncomingMessage): Promise<Request | undefined> {
  const { method = "GET", url = "/", headers } = request;
  const address = URL.parse(url, `http://${headers.host ?? "localhost"}`) ?? "http://localhost/";
  const told = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === "string") told.set(name, value);
  }
  if (method === "GET" || method === "HEAD") {
    request.resume();
    return new Request(address, { method, headers: told });
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longestBody) return undefined;
    chunks.push(chunk);
  }
  return new Request(address, { method, headers: told, body: Buffer.concat(chunks) });
}
