/** A Slack on this machine that answers every call at once, so that what is measured is ours. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { kudosChannel, team } from "./hospital.ts";

const answers: Readonly<Record<string, object>> = {
  "auth.test": { team: "St. Anne's", team_id: team, user_id: "U0RAPPORT", bot_id: "B0RAPPORT" },
  "team.info": { team: { id: team, name: "St. Anne's", email_domain: "annes.example" } },
  "users.list": { members: [], response_metadata: { next_cursor: "" } },
  "users.info": { user: { id: "U0RAPPORT", team_id: team, name: "rapport", is_bot: true } },
  "conversations.open": { channel: { id: "D00000000" } },
  "chat.postMessage": { channel: kudosChannel },
};

export interface FakeSlack {
  readonly url: string;
  /** How often each method was called. */
  readonly calls: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

export async function openFakeSlack(): Promise<FakeSlack> {
  const calls = new Map<string, number>();
  let posted = 0;
  const server = createServer((request, response) => {
    request.resume();
    const method = request.url?.split("/").at(-1)?.split("?")[0] ?? "";
    calls.set(method, (calls.get(method) ?? 0) + 1);
    posted += 1;
    const body = JSON.stringify({ ok: true, ts: `1.${posted}`, ...answers[method] });
    response.setHeader("content-type", "application/json");
    request.on("end", () => response.end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
