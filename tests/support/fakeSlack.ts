/**
 * As little of Slack's Web API as the program needs to work, quick and for any number of people, outside the program's process:
 * what was posted stays known when the program is killed.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

import { close, portOf } from "./faultProxy.ts";

export interface PostSeen {
  readonly channel: string;
  readonly text: string;
  /** As JSON. */
  readonly blocks: string;
  /** Slack's own name for it. */
  readonly ts: string;
  /** Which life of the program posted it. */
  readonly life: number;
}

export interface FakeSlack {
  /** As SLACK_API_URL. */
  readonly apiUrl: string;
  readonly team: string;
  /** Everybody's account; the first owns the workspace. */
  readonly people: readonly string[];
  /** In the order they came. */
  readonly posts: readonly PostSeen[];
  /** From here on posts are those of the next life of the program. */
  nextLife(): void;
  close(): Promise<void>;
}

/** How long a post is on its way, and its answer on the way back: the program can die in either. */
const oneWay = 20;

const team = "T0ANNES";
const domain = "annes.example";

/** `isCut`: whoever asked is gone by now. */
type Method = (asked: URLSearchParams, isCut: () => boolean) => object | Promise<object>;

export async function openFakeSlack(staff: number): Promise<FakeSlack> {
  const people = Array.from({ length: staff }, (_, n) => `U${String(n).padStart(5, "0")}`);
  const posts: PostSeen[] = [];
  let life = 0;
  let stamp = 1_760_000_000;

  const answers: Readonly<Record<string, Method>> = {
    "auth.test": () => ({ team: "St. Anne's", team_id: team, user_id: "U0RAPPORT" }),
    "team.info": () => ({ team: { id: team, name: "St. Anne's", email_domain: domain } }),
    "users.list": () => ({ members: people.map(member) }),
    "users.info": (asked) => ({ user: member(asked.get("user") ?? "") }),
    "conversations.info": (asked) => ({
      channel: { id: asked.get("channel"), is_private: false },
    }),
    "conversations.open": (asked) => ({ channel: { id: `D${asked.get("users")}` } }),
    "chat.postMessage": async (asked, isCut) => {
      const channel = asked.get("channel") ?? "";
      const sentIn = life;
      await pause(oneWay);
      if (isCut()) return {};
      stamp += 1;
      const ts = `${stamp}.000100`;
      const [text, blocks] = [asked.get("text") ?? "", asked.get("blocks") ?? ""];
      posts.push({ channel, text, blocks, ts, life: sentIn });
      await pause(oneWay);
      return { channel, ts };
    },
    "conversations.members": () => ({ members: people, response_metadata: { next_cursor: "" } }),
    "chat.delete": (asked) => ({ channel: asked.get("channel"), ts: asked.get("ts") }),
    "chat.update": (asked) => ({ channel: asked.get("channel"), ts: asked.get("ts") }),
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks = await Array.fromAsync(request as AsyncIterable<Buffer>);
    const answer = answers[(request.url ?? "").replace("/api/", "")];
    const asked = new URLSearchParams(Buffer.concat(chunks).toString());
    const isCut = () => request.socket.destroyed;
    const body = answer && { ok: true, ...(await answer(asked, isCut)) };
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(body ?? { ok: false, error: "unknown_method" }));
  }

  const server = createServer((request, response) => {
    // Whoever asked may have been killed meanwhile.
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    apiUrl: `http://127.0.0.1:${portOf(server)}/api/`,
    team,
    people,
    posts,
    nextLife: () => {
      life += 1;
    },
    close: () => close(server),
  };
}

function member(id: string): object {
  const name = `Nurse ${id}`;
  return {
    id,
    team_id: team,
    name: id.toLowerCase(),
    real_name: name,
    is_owner: id === "U00000",
    is_admin: id === "U00000",
    tz: "Europe/Lisbon",
    locale: "en-US",
    profile: { display_name: name, email: `${id.toLowerCase()}@${domain}` },
  };
}
