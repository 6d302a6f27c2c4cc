/** A throw-away PostgreSQL of our own: a socket in a folder, no port, gone with its data when stopped. */
import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import pg from "pg";

const debian = "/usr/lib/postgresql";

/** The folder of the newest PostgreSQL's programs; undefined where there is none. */
export function findPostgres(): string | undefined {
  const versions = existsSync(debian) ? readdirSync(debian).map(Number) : [];
  return versions
    .toSorted((one, other) => other - one)
    .map((version) => join(debian, String(version), "bin"))
    .find((folder) => existsSync(join(folder, "initdb")));
}

export interface Cluster {
  urlOf(database: string): string;
  /** Stops it at once and leaves its data; `resume` starts it on them again. */
  halt(): void;
  resume(): void;
  /** At once, and with everything in it. */
  stop(): void;
}

/** `durable` keeps fsync on, for what is measured or killed. */
export function startCluster({ durable = false }: { readonly durable?: boolean } = {}): Cluster {
  const programs = findPostgres();
  if (programs === undefined) throw new Error(`PostgreSQL's programs are not in ${debian}.`);
  const folder = mkdtempSync(join(tmpdir(), "rapport-postgres-"));
  const data = join(folder, "data");
  chmodSync(folder, 0o700);
  if (process.getuid?.() === 0) {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
    chownSync(folder, id("-u"), id("-g"));
  }

  run(programs, "initdb", ["-D", data, "-U", "rapport", "-A", "trust", "-E", "UTF8", "--no-sync"]);
  const settings = [
    "-c listen_addresses=''",
    `-c unix_socket_directories='${folder}'`,
    "-c max_connections=200",
    ...(durable ? [] : ["-c fsync=off", "-c full_page_writes=off", "-c synchronous_commit=off"]),
  ];
  const start = () =>
    run(programs, "pg_ctl", [
      "-D",
      data,
      "-l",
      join(folder, "log"),
      "-w",
      "-o",
      settings.join(" "),
      "start",
    ]);
  let running = false;
  const resume = () => {
    start();
    running = true;
  };
  const halt = () => {
    running = false;
    run(programs, "pg_ctl", ["-D", data, "-m", "immediate", "-w", "stop"]);
  };
  resume();

  let stopped = false;
  const stop = () => {
    if (stopped) return;
    stopped = true;
    process.off("exit", stop);
    if (running) halt();
    rmSync(folder, { recursive: true, force: true });
  };
  process.on("exit", stop);
  process.once("SIGTERM", () => process.exit(143));
  return {
    urlOf: (database) => `postgres://rapport@/${database}?host=${encodeURIComponent(folder)}`,
    halt,
    resume,
    stop,
  };
}

/** For what no transaction may contain, such as `create database`. Gives the rows of the last statement. */
export async function inDatabase(
  url: string,
  statement: string,
): Promise<readonly { readonly name: string }[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const results: unknown = await client.query(statement);
    const last = Array.isArray(results) ? results.at(-1) : results;
    return (last as pg.QueryResult<{ name: string }>).rows;
  } finally {
    await client.end();
  }
}

/** PostgreSQL refuses to run as root. */
function run(programs: string, program: string, words: readonly string[]): void {
  const command = [join(programs, program), ...words];
  const [first = "", ...rest] =
    process.getuid?.() === 0 ? ["runuser", "-u", "postgres", "--", ...command] : command;
  execFileSync(first, rest, { stdio: ["ignore", "ignore", "pipe"], cwd: "/" });
}
