/** The real program in a process of its own, in an empty folder, on a database of its own. */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { test } from "vitest";

import type { Store } from "../../src/store/store.ts";
import { inDatabase } from "./cluster.ts";
import { database, urlOf } from "./databases.ts";
import { openAt } from "./openAt.ts";

const door = fileURLToPath(new URL("../../bin/rapport.mjs", import.meta.url));

/** A process takes a second to start, and several on a busy machine. */
export const starting = { timeout: 60_000 };

export type Variables = Readonly<Record<string, string>>;

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Server {
  /** Where it listens, as its log says. */
  readonly address: string;
  readonly process: number;
  /** All it has written so far. */
  written(): string;
  stop(signal?: NodeJS.Signals): Promise<Ended>;
}

export interface World {
  readonly folder: string;
  /** Where nothing else is said: this folder's database, on any free port. */
  readonly variables: Variables;
  /** A command, to its end. */
  runs(words: readonly string[], more?: Variables): Promise<Ended>;
  /** A command that is still at it. */
  begins(words: readonly string[], more?: Variables): { kill(): Promise<Ended> };
  /** A server, once it is ready. Rejects with what it wrote when it ends before. */
  serves(more?: Variables, words?: readonly string[]): Promise<Server>;
  /** The same database, for looking into it or preparing it. Closed at the end. */
  open(): Store;
}

export const it = test.extend<{ world: World }>({
  // biome-ignore lint/correctness/noEmptyPattern: what vitest asks for
  world: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "rapport-world-"));
    const place = await makeDatabase(folder);
    await using house = new AsyncDisposableStack();
    house.defer(() => rmSync(folder, { recursive: true, force: true }));
    house.defer(place.remove);
    await use(openWorld(folder, place.url, house));
  },
});

function openWorld(folder: string, url: string, house: AsyncDisposableStack): World {
  const variables = { DATABASE_URL: url, PORT: "0", SANDBOX: "0" };

  function begin(words: readonly string[], more: Variables) {
    const { PATH = "", HOME = "", NODE_COMPILE_CACHE = "" } = process.env;
    const child = spawn(process.execPath, [door, ...words], {
      cwd: folder,
      env: { PATH, HOME, NODE_COMPILE_CACHE, ...variables, ...more },
    });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    const ended = new Promise<Ended>((resolve) => {
      child.once("close", (code) => resolve({ code, out, err }));
    });
    house.defer(async () => {
      child.kill("SIGKILL");
      await ended;
    });
    return { child, ended, written: () => out + err };
  }

  return {
    folder,
    variables,
    runs: (words, more = {}) => begin(words, more).ended,
    begins(words, more = {}) {
      const { child, ended } = begin(words, more);
      return {
        kill() {
          child.kill("SIGKILL");
          return ended;
        },
      };
    },
    async serves(more = {}, words = []) {
      const { child, ended, written } = begin(words, more);
      const address = await new Promise<string>((resolve, reject) => {
        ended.then(() => reject(new Error(`It ended: ${written()}`)));
        child.stdout.on("data", () => {
          const found = /"address":"([^"]+)".*"msg":"ready"/.exec(written())?.[1];
          if (found !== undefined) resolve(found);
        });
      });
      return {
        address,
        process: child.pid ?? 0,
        written,
        async stop(signal = "SIGTERM") {
          child.kill(signal);
          return ended;
        },
      };
    },
    open() {
      const store = openAt(url);
      house.defer(store.close);
      return store;
    },
  };
}

async function makeDatabase(folder: string): Promise<{ url: string; remove(): Promise<void> }> {
  if (database === "sqlite") {
    return { url: `file:${join(folder, "data", "rapport.db")}`, remove: async () => {} };
  }
  const name = `rapport_${randomUUID().replaceAll("-", "")}`;
  const admin = urlOf("postgres");
  await inDatabase(admin, `create database ${name}`);
  return {
    url: urlOf(name),
    remove: async () => {
      await inDatabase(admin, `drop database ${name} with (force)`);
    },
  };
}
