/**
 * Sends signed requests over connections that are kept open, as plain as can be: the one who sends shares a core with nobody
 * but must not be what is measured.
 */
import { createHmac } from "node:crypto";
import { connect, type Socket } from "node:net";

/** Connections for an open loop: what has none waits, and its waiting counts. */
const most = 128;

/** Nobody waits longer; Slack has long given up. */
const longest = 20_000;

export const secret = "the secret of the bench";

export interface Load {
  /** `inFlight` requests at any moment, for so long. */
  closed(inFlight: number, milliseconds: number): Promise<Answers>;
  /** So many a second, whether or not the ones before were answered; late is counted from when each was due. */
  open(perSecond: number, milliseconds: number): Promise<Answers>;
  close(): void;
}

export interface Answers {
  /** From sending (open: from when it was due) to the whole answer, in milliseconds. */
  readonly times: readonly number[];
  /** Those that weren't a 200 with the words looked for. */
  readonly refused: number;
  readonly perSecond: number;
}

interface Line {
  /** False once the server has cut it. */
  isOpen(): boolean;
  send(request: string, answered: (status: number, text: string) => void): void;
  end(): void;
}

export async function openLoad(
  port: number,
  nextBody: () => string,
  looksRight: (text: string) => boolean,
): Promise<Load> {
  const lines: Line[] = [];
  /** Taken in turn, so that none lies still long enough to be cut. */
  let idle: Line[] = [];

  async function lineUp(count: number): Promise<void> {
    while (lines.length < count) {
      const line = await openLine(port);
      lines.push(line);
      idle.push(line);
    }
  }

  function run(begin: (fire: (since: number, then: () => void) => void) => Promise<void>) {
    const times: number[] = [];
    let refused = 0;
    const start = performance.now();
    const fire = (since: number, then: () => void): void => {
      const line = idle.shift();
      if (line === undefined) throw new Error("No line is free");
      line.send(signed(nextBody()), (status, text) => {
        times.push(performance.now() - since);
        if (status !== 200 || !looksRight(text)) refused += 1;
        if (line.isOpen()) idle.push(line);
        then();
      });
    };
    return begin(fire).then(() => ({
      times,
      refused,
      perSecond: (times.length / (performance.now() - start)) * 1_000,
    }));
  }

  return {
    async closed(inFlight, milliseconds) {
      await lineUp(inFlight);
      const end = performance.now() + milliseconds;
      return run(async (fire) => {
        const one = (): Promise<void> =>
          new Promise((resolve) => {
            const again = (): void => {
              const now = performance.now();
              if (now >= end) resolve();
              else fire(now, again);
            };
            again();
          });
        await Promise.all(Array.from({ length: inFlight }, one));
      });
    },

    async open(perSecond, milliseconds) {
      await lineUp(most);
      return run(
        (fire) =>
          new Promise((resolve) => {
            const start = performance.now();
            const all = Math.floor((perSecond * milliseconds) / 1_000);
            let sent = 0;
            let answered = 0;
            const turn = (): void => {
              idle = idle.filter((line) => line.isOpen());
              if (!lines.some((line) => line.isOpen()))
                throw new Error("The server cut every line");
              const now = performance.now();
              for (; sent < all && idle.length > 0; sent += 1) {
                const due = start + (sent * 1_000) / perSecond;
                if (due > now) break;
                fire(due, () => {
                  answered += 1;
                  if (answered === all) resolve();
                });
              }
              if (sent < all) setImmediate(turn);
            };
            turn();
          }),
      );
    },

    close: () => {
      for (const line of lines) line.end();
    },
  };
}

function signed(body: string): string {
  const at = Math.floor(Date.now() / 1_000);
  const signature = createHmac("sha256", secret).update(`v0:${at}:${body}`).digest("hex");
  return [
    "POST /slack/events HTTP/1.1",
    "host: 127.0.0.1",
    "content-type: application/x-www-form-urlencoded",
    `x-slack-request-timestamp: ${at}`,
    `x-slack-signature: v0=${signature}`,
    `content-length: ${Buffer.byteLength(body)}`,
    "",
    body,
  ].join("\r\n");
}

async function openLine(port: number): Promise<Line> {
  const socket = await new Promise<Socket>((resolve, reject) => {
    const opened = connect({ port, host: "127.0.0.1", noDelay: true }, () => resolve(opened));
    opened.once("error", reject);
  });
  let waiting: ((status: number, text: string) => void) | undefined;
  let limit: NodeJS.Timeout | undefined;
  let text = "";
  const answer = (status: number, whole: string): void => {
    const answered = waiting;
    waiting = undefined;
    text = "";
    clearTimeout(limit);
    answered?.(status, whole);
  };
  socket.setEncoding("latin1").on("data", (part: string) => {
    text += part;
    if (isWhole(text)) answer(Number(text.slice(9, 12)), text);
  });
  socket.on("close", () => answer(0, "The line was cut"));
  socket.on("error", () => {});
  return {
    isOpen: () => !socket.destroyed && socket.writable,
    send(request, answered) {
      if (socket.destroyed) return answered(0, "The line was cut");
      waiting = answered;
      limit = setTimeout(() => socket.destroy(), longest);
      socket.write(request);
    },
    end: () => socket.destroy(),
  };
}

/** Whether an answer is there to its end: by its length, or by its last chunk. */
function isWhole(text: string): boolean {
  const head = text.indexOf("\r\n\r\n");
  if (head < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head + 2))?.[1];
  return length === undefined
    ? text.endsWith("\r\n0\r\n\r\n")
    : text.length >= head + 4 + Number(length);
}
