/** A whole hospital that types at once: signed commands and events over HTTP, with the patience that Slack has. */
import { setTimeout as pause } from "node:timers/promises";

import { sign } from "./slackDriver.ts";

export const signingSecret = "the secret of the proofs";

/** A thanks as it is typed. The same delivery is the same wish, sent again. */
export interface Give {
  readonly giver: string;
  readonly receiver: string;
  readonly channel: string;
  readonly delivery: string;
}

export interface Heard {
  readonly status: number;
  readonly body: string;
  /** What the person reads; empty where there is nothing to read. */
  readonly text: string;
}

/** Slack gives up an answer that takes longer, and the person reads that the command failed. */
const slackWaits = 3_000;
/** Shorter than people's, and never the same for all: together they would be as many as before. */
const longestWhile = 1_000;

/** Throws where nothing came back in time. */
export function sendGive(address: string, team: string, give: Give): Promise<Heard> {
  const fields = new URLSearchParams({
    command: "/kudos",
    text: `<@${give.receiver}> for the calm handover`,
    team_id: team,
    user_id: give.giver,
    channel_id: give.channel,
    channel_name: "ward-4",
    trigger_id: give.delivery,
  });
  return send(address, "application/x-www-form-urlencoded", fields.toString());
}

export const sendEvent = (address: string, event: object): Promise<Heard> =>
  send(address, "application/json", JSON.stringify(event));

export const isSent = ({ status, text }: Heard): boolean =>
  status === 200 && text.startsWith("Sent to ");

/** Sends it until it was judged: what was lost, or was not saved, is sent again after a while, as people do. */
export async function giveAtLast(
  addressNow: () => Promise<string>,
  team: string,
  give: Give,
): Promise<Heard> {
  for (;;) {
    const heard = await sendGive(await addressNow(), team, give).catch(() => undefined);
    if (heard?.status === 200 && !heard.text.startsWith("Not saved")) return heard;
    await pause(Math.random() * longestWhile);
  }
}

async function send(address: string, type: string, body: string): Promise<Heard> {
  const at = Math.floor(Date.now() / 1_000);
  const response = await fetch(`${address}/slack/events`, {
    method: "POST",
    headers: {
      "content-type": type,
      "x-slack-request-timestamp": String(at),
      "x-slack-signature": sign(signingSecret, at, body),
    },
    body,
    signal: AbortSignal.timeout(slackWaits),
  });
  const said = await response.text();
  return { status: response.status, body: said, text: textIn(said) };
}

function textIn(body: string): string {
  if (!body.startsWith("{")) return "";
  const { text } = JSON.parse(body) as { text?: string };
  return text ?? "";
}

export async function readyz(address: string): Promise<{ status: number; reasons: string[] }> {
  const response = await fetch(`${address}/readyz`);
  const { reasons } = (await response.json()) as { reasons: string[] };
  return { status: response.status, reasons };
}

/** Looks again and again; the test's own time limit ends it. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(50);
}
