/**
 * Stands in for Teams' own service, and is as strict: ids as Teams makes them, its rates, its limits, and its refusals. It asks for
 * a token that was made for the app, and never answers for a conversation it doesn't know.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

import { close, portOf } from "./faultProxy.ts";

export interface Person {
  /** "29:…", as Teams calls them to bots. */
  readonly id: string;
  /** Entra's. */
  readonly objectId: string;
  readonly name: string;
  readonly email?: string;
  readonly userRole?: "user" | "guest";
  readonly tenantId?: string;
}

export interface Standing {
  readonly id: string;
  readonly card: Drawn;
  readonly summary: string;
}

/** An Adaptive Card as it came. */
export type Drawn = Readonly<Record<string, unknown>>;

export type Failure =
  /** 429, or 412, with Retry-After. */
  | { readonly kind: "limited"; readonly status: 412 | 429; readonly seconds?: number }
  /** It is done, and answered by an error of a gateway. */
  | { readonly kind: "bad gateway" }
  /** It is done, and the line is cut. */
  | { readonly kind: "lost" }
  | { readonly kind: "status"; readonly status: number };

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface FakeConnector {
  readonly serviceUrl: string;
  readonly calls: Call[];
  /** People by their "29:…". */
  readonly people: Map<string, Person>;
  /** Makes a conversation of many: its id, and whose members it has. */
  gather(conversation: string, members: readonly Person[], team?: string): void;
  /** The private conversation with somebody who installed the app. */
  personal(person: Person): string;
  /** Whoever took the app out. */
  uninstall(person: Person): void;
  install(person: Person): void;
  /** What stands in a conversation, oldest first. */
  standing(conversation: string): Standing[];
  /** The next calls to a path that holds these words fail so. */
  fail(words: string, failure: Failure, times?: number): void;
  /** Milliseconds, by which the rates are counted. */
  clock(now: () => number): void;
  /** What Teams would never have taken. */
  readonly wrong: string[];
  close(): Promise<void>;
}

const rates = [
  [7, 1],
  [8, 2],
  [60, 30],
  [1_800, 3_600],
] as const;
const mostBytes = 100_000;

export async function openFakeConnector(
  isOurs: (header: string | undefined) => boolean,
  tenant: string,
  bot: string,
): Promise<FakeConnector> {
  const calls: Call[] = [];
  const wrong: string[] = [];
  const people = new Map<string, Person>();
  const installed = new Set<string>();
  const rosters = new Map<string, { members: readonly Person[]; team: string | null }>();
  const posts = new Map<string, Standing[]>();
  const sent = new Map<string, number[]>();
  const failures: { words: string; failure: Failure }[] = [];
  let now = () => performance.now();
  let count = 1_770_000_000_000;

  const personal = ({ objectId }: Person) => `a:1${objectId.replaceAll("-", "")}`;
  const whoseIs = (conversation: string) =>
    [...people.values()].find((person) => personal(person) === conversation);
  const membersOf = (conversation: string): readonly Person[] | undefined => {
    const person = whoseIs(conversation);
    if (person !== undefined) return [person];
    const own = rosters.get(conversation);
    if (own !== undefined) return own.members;
    return [...rosters.values()].find(({ team }) => team === conversation)?.members;
  };

  function isPaced(conversation: string): boolean {
    const times = sent.get(conversation) ?? [];
    const at = now();
    const full = rates.some(
      ([most, seconds]) => times.filter((time) => time > at - seconds * 1_000).length >= most,
    );
    if (!full) sent.set(conversation, [...times, at]);
    return !full;
  }

  type Answer = readonly [status: number, body?: object, headers?: Record<string, string>];
  const refused = (status: number, code: string): Answer => [status, { error: { code } }];

  function closed(conversation: string): Answer | undefined {
    if (membersOf(conversation) === undefined) return refused(404, "ConversationNotFound");
    const person = whoseIs(conversation);
    return person !== undefined && !installed.has(person.id)
      ? refused(403, "BotNotInConversationRoster")
      : undefined;
  }

  function readMessage(body: Call["body"]): Standing["card"] | undefined {
    const attachments = (body.attachments ?? []) as { contentType?: string; content?: Drawn }[];
    const [only, ...more] = attachments;
    const card = only?.content;
    const right =
      body.type === "message" &&
      body.text === undefined &&
      typeof body.summary === "string" &&
      more.length === 0 &&
      only?.contentType === "application/vnd.microsoft.card.adaptive" &&
      card?.type === "AdaptiveCard" &&
      card.version === "1.5";
    if (!right) wrong.push("a message that is no single card with a summary");
    return right ? card : undefined;
  }

  function answer({ method, path, body }: Call, bytes: number, query: URLSearchParams): Answer {
    const [version, kind, id = "", what, one = ""] = path.split("/").map(decodeURIComponent);
    if (version !== "v3") return refused(404, "NotFound");
    if (kind === "teams" && what === "conversations") {
      const conversations = [...rosters].flatMap(([conversation, { team }]) =>
        team === id ? [{ id: conversation, name: conversation === team ? null : "Ward 4" }] : [],
      );
      return conversations.length === 0 ? refused(404, "NotFound") : [200, { conversations }];
    }
    if (kind !== "conversations") return refused(404, "NotFound");
    if (id === "") return open(body);
    if (method === "GET") return tell(id, what ?? "", one, query);
    const shut = closed(id);
    if (shut !== undefined) return shut;
    if (bytes > mostBytes) return refused(413, "MessageSizeTooBig");
    if (!isPaced(id)) return [429, { error: { code: "RateLimited" } }, { "retry-after": "1" }];
    const standing = posts.get(id) ?? [];
    posts.set(id, standing);
    if (method === "POST") {
      const card = readMessage(body);
      if (card === undefined) return refused(400, "BadSyntax");
      count += 1;
      standing.push({ id: `${count}`, card, summary: String(body.summary) });
      return [201, { id: `${count}` }];
    }
    const at = standing.findIndex((message) => message.id === one);
    if (at === -1) return refused(404, "ActivityNotFoundInConversation");
    if (method === "DELETE") standing.splice(at, 1);
    else {
      const card = readMessage(body);
      if (card === undefined) return refused(400, "BadSyntax");
      standing[at] = { id: one, card, summary: String(body.summary) };
    }
    return [200, { id: one }];
  }

  function open(body: Call["body"]): Answer {
    const members = (body.members ?? []) as { id?: string }[];
    const { id } = (body.bot ?? {}) as { id?: string };
    const [whom] = members;
    if (body.isGroup !== false || members.length !== 1 || id !== bot || body.tenantId !== tenant) {
      wrong.push("a conversation that can't be made");
      return refused(400, "BadArgument");
    }
    const person =
      people.get(whom?.id ?? "") ??
      [...people.values()].find(({ objectId }) => objectId === whom?.id);
    if (person === undefined) return refused(404, "NotFound");
    return installed.has(person.id)
      ? [201, { id: personal(person) }]
      : refused(403, "BotNotInConversationRoster");
  }

  function tell(id: string, what: string, one: string, query: URLSearchParams): Answer {
    const shut = closed(id);
    if (shut !== undefined) return shut;
    const members = (membersOf(id) ?? []).map(asMember);
    if (what === "members" && one !== "") {
      const found = members.find((member) => member.id === one || member.objectId === one);
      return found === undefined ? refused(404, "MemberNotFoundInConversation") : [200, found];
    }
    if (what !== "pagedmembers") return refused(404, "NotFound");
    const size = Math.min(Number(query.get("pageSize") ?? 200), 500);
    const from = Number(query.get("continuationToken") ?? 0);
    const next = from + size;
    return [
      200,
      {
        members: members.slice(from, next),
        ...(next < members.length ? { continuationToken: String(next) } : {}),
      },
    ];
  }

  const asMember = (person: Person, at: number) => {
    const { objectId, ...rest } = person;
    // Both names of it occur.
    return {
      userRole: "user",
      tenantId: tenant,
      userPrincipalName: person.email ?? `${objectId}@${tenant}`,
      ...rest,
      ...(at % 2 === 0 ? { objectId } : { objectId, aadObjectId: objectId }),
    };
  };

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
    const url = new URL(request.url ?? "/", "http://here");
    const path = url.pathname.replace(/^\/teams\//, "");
    const body = text.length === 0 ? {} : (JSON.parse(text.toString()) as Call["body"]);
    const call = { method: request.method ?? "", path, body };
    const send = ([status, what = {}, headers = {}]: Answer) =>
      response
        .writeHead(status, { "content-type": "application/json", ...headers })
        .end(JSON.stringify(what));
    if (!isOurs(request.headers.authorization)) return void send(refused(401, "Unauthorized"));
    calls.push(call);
    const at = failures.findIndex(({ words }) => `${call.method} ${path}`.includes(words));
    const [failing] = at === -1 ? [] : failures.splice(at, 1);
    const failure = failing?.failure;
    if (failure?.kind === "limited") {
      const headers: Record<string, string> =
        failure.seconds === undefined ? {} : { "retry-after": String(failure.seconds) };
      return void send([failure.status, {}, headers]);
    }
    if (failure?.kind === "status") return void send(refused(failure.status, "Failed"));
    const done = answer(call, text.length, url.searchParams);
    if (failure?.kind === "lost") return void request.socket.destroy();
    send(failure?.kind === "bad gateway" ? [502] : done);
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    serviceUrl: `http://127.0.0.1:${portOf(server)}/teams/`,
    calls,
    wrong,
    people,
    gather(conversation, members, team) {
      for (const person of members) people.set(person.id, person);
      rosters.set(conversation, { members, team: team ?? null });
    },
    personal,
    uninstall: ({ id }) => void installed.delete(id),
    install(person) {
      people.set(person.id, person);
      installed.add(person.id);
    },
    standing: (conversation) => [...(posts.get(conversation) ?? [])],
    fail(words, failure, times = 1) {
      for (let n = 0; n < times; n += 1) failures.push({ words, failure });
    },
    clock(told) {
      now = told;
    },
    close: () => close(server),
  };
}
