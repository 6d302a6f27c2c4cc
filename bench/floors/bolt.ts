/** Bolt with one command: it does nothing, or (given a database and a noted give) gives by hand before it answers. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { App, HTTPReceiver, LogLevel } from "@slack/bolt";

import { byHand, openFull, type Recorded } from "../byHand.ts";
import type { Colleague } from "../hospital.ts";
import { secret } from "../load.ts";

const receiver = new HTTPReceiver({
  signingSecret: secret,
  processBeforeResponse: true,
  logLevel: LogLevel.ERROR,
});
const app = new App({ receiver, authorize: async () => ({}), logLevel: LogLevel.ERROR });
const [file, noted] = process.argv.slice(2);
const give = file === undefined || noted === undefined ? () => {} : openByHand(file, noted);

app.command("/kudos", async ({ command, ack }) => {
  const receiverAccount = /<@([^|>]+)/.exec(command.text)?.[1] ?? "";
  give(command.user_id, receiverAccount, command.trigger_id);
  await ack({ response_type: "ephemeral", text: "Sent." });
});

function openByHand(file: string, noted: string) {
  const { recorded, people } = JSON.parse(readFileSync(noted, "utf8")) as {
    readonly recorded: Recorded;
    readonly people: readonly Colleague[];
  };
  const db = openFull(file);
  const known = new Map(people.map((one) => [one.account, one]));
  const send = byHand(db, recorded);
  return db.transaction((giver: string, receiver: string, delivery: string) => {
    const [from, to] = [known.get(giver), known.get(receiver)];
    if (from === undefined || to === undefined) throw new Error("Nobody knows them");
    send(from, to, delivery);
  }).immediate;
}

const server = createServer(receiver.requestListener);
// As long as ours: a line that rests between two loads must not be closed under the next request.
server.keepAliveTimeout = 75_000;
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ port })}\n`);
});
process.on("SIGTERM", () => process.exit(0));
