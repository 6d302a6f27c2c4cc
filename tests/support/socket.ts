/** The far end of Socket Mode: one WebSocket, just enough of RFC 6455 for JSON in text frames. */
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { Duplex } from "node:stream";

import { portOf } from "./faultProxy.ts";

export interface SlackSocket {
  readonly url: string;
  /** Sends an envelope; Slack's kinds are events_api, slash_commands and interactive. */
  send(envelope: object): void;
  /** What the app answered, in order: `{ envelope_id, payload }`. */
  readonly answers: { readonly envelope_id?: string; readonly payload?: unknown }[];
  close(): Promise<void>;
}

export async function openSlackSocket(): Promise<SlackSocket> {
  const answers: SlackSocket["answers"] = [];
  const lines = new Set<Duplex>();
  const server = createServer();
  server.on("upgrade", (request, line) => {
    const key = `${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash("sha1").update(key).digest("base64");
    line.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    lines.add(line);
    line.on("close", () => lines.delete(line));
    line.on("error", () => lines.delete(line));
    let unread = Buffer.alloc(0);
    line.on("data", (chunk: Buffer) => {
      unread = Buffer.concat([unread, chunk]);
      for (let frame = readFrame(unread); frame !== undefined; frame = readFrame(unread)) {
        unread = unread.subarray(frame.bytes);
        if (frame.kind === text) answers.push(JSON.parse(frame.payload.toString()) as object);
        if (frame.kind === ping) line.write(writeFrame(pong, frame.payload));
        if (frame.kind === closing) line.end(writeFrame(closing, frame.payload));
      }
    });
    line.write(
      writeFrame(text, Buffer.from(JSON.stringify({ type: "hello", num_connections: 1 }))),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    url: `ws://127.0.0.1:${portOf(server)}/`,
    answers,
    send(envelope) {
      for (const line of lines) line.write(writeFrame(text, Buffer.from(JSON.stringify(envelope))));
    },
    async close() {
      for (const line of lines) line.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const text = 1;
const closing = 8;
const ping = 9;
const pong = 10;

/** Whole frames under 64 KB. What a client sends is masked. */
function readFrame(bytes: Buffer): { kind: number; payload: Buffer; bytes: number } | undefined {
  if (bytes.length < 2) return undefined;
  const short = bytes.readUInt8(1) & 0x7f;
  const head = short === 126 ? 4 : 2;
  if (bytes.length < head + 4) return undefined;
  const length = short === 126 ? bytes.readUInt16BE(2) : short;
  if (bytes.length < head + 4 + length) return undefined;
  const mask = bytes.subarray(head, head + 4);
  const payload = bytes
    .subarray(head + 4, head + 4 + length)
    .map((byte, at) => byte ^ (mask[at % 4] ?? 0));
  return {
    kind: bytes.readUInt8(0) & 0x0f,
    payload: Buffer.from(payload),
    bytes: head + 4 + length,
  };
}

function writeFrame(kind: number, payload: Buffer): Buffer {
  const head =
    payload.length < 126
      ? Buffer.from([0x80 | kind, payload.length])
      : Buffer.from([0x80 | kind, 126, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([head, payload]);
}
