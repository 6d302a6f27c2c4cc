/** Teams' own service, as far as we ask anything of it. What a refusal means is for whoever asked. */
import { Limited } from "#engine";
import { isServiceUrl } from "./hosts.ts";
import type { Tokens } from "./tokens.ts";

/** Teams' own word for it is in `code`, where it has one. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    super(`Teams answered ${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

/** It may have been done: the answer was lost, or was an error of theirs. */
export class Unsure extends Error {
  override readonly name = "Unsure";
}

export interface Asked {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly serviceUrl: string;
  /** Under the service URL, each part escaped. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** Done twice it is there twice: then what may have been done is `Unsure`. */
  readonly once?: boolean;
  readonly signal?: AbortSignal;
}

/** Throws `Limited`, `Refused`, `Unsure`; anything else was not done, and may work later. */
export type Connector = (asked: Asked) => Promise<unknown>;

const timeout = 10_000;
/** Where it asks to wait and doesn't say how long. */
const wait = 5;
const longestWait = 3_600;

export function createConnector(tokens: Tokens, here: boolean): Connector {
  return async (asked) => {
    const first = await tokens.token();
    const response = await send(asked, first);
    // Refused at the door: nothing was done with it.
    if (response.status !== 401) return read(asked, response);
    await response.body?.cancel();
    tokens.forget(first);
    return read(asked, await send(asked, await tokens.token()));
  };

  async function send(asked: Asked, token: string): Promise<Response> {
    const { serviceUrl, path, query = {}, method, body, signal } = asked;
    // A token sent elsewhere would be theirs.
    if (!isServiceUrl(serviceUrl, here)) throw new Error("That is no address of Teams");
    const url = new URL(
      path.map(encodeURIComponent).join("/"),
      `${serviceUrl.replace(/\/+$/, "")}/`,
    );
    url.search = new URLSearchParams(query).toString();
    const late = AbortSignal.timeout(timeout);
    try {
      return await fetch(url, {
        method,
        headers: {
          ...(token === "" ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: "error",
        signal: signal === undefined ? late : AbortSignal.any([late, signal]),
      });
    } catch (error) {
      if (asked.once === true && !neverSent(error)) throw new Unsure("The answer was lost");
      throw error;
    }
  }

  async function read(asked: Asked, response: Response): Promise<unknown> {
    const { status } = response;
    const text = await response.text().catch((error: unknown) => {
      if (asked.once === true) throw new Unsure("The answer was lost");
      throw error;
    });
    if (response.ok) return readJson(text);
    if (status === 429 || status === 412) throw new Limited(waitOf(response));
    if (status >= 500 || status === 408) {
      if (asked.once === true) throw new Unsure(`Teams answered ${status}`);
      throw new Error(`Teams answered ${status}`);
    }
    throw new Refused(status, codeOf(readJson(text)));
  }
}

/** No line was ever there: what waited for it is still here. */
const neverSent = (error: unknown): boolean => {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/.test(
    code,
  );
};

function waitOf(response: Response): number {
  const said = Number(response.headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(said) ? Math.min(Math.max(said, 1), longestWait) : wait;
}

function readJson(text: string): unknown {
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    return {};
  }
}

/** Only what looks like a code: a message may quote what was sent. */
function codeOf(body: unknown): string {
  const { error } = (body ?? {}) as { error?: { code?: unknown } };
  const code = typeof error?.code === "string" ? error.code : "";
  return /^\w{1,60}$/.test(code) ? code : "";
}
