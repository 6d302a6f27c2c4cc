/** A server in a process of its own: ours or a floor's, on the first core where the machine lets us choose. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";

export interface Program {
  readonly port: number;
  /** Milliseconds of processor time used so far; undefined where the system doesn't tell. */
  processorTime(): number | undefined;
  /** Milliseconds for which it could have run and had to wait for a core; undefined where the system doesn't tell. */
  waited(): number | undefined;
  /** Memory it holds, in MB. */
  memory(): number | undefined;
  stop(): Promise<void>;
}

const canPin = (() => {
  try {
    execFileSync("taskset", ["-p", String(process.pid)], { stdio: "ignore" });
    return availableParallelism() > 1;
  } catch {
    return false;
  }
})();

/** Keeps this process off the first core while `work` runs. */
export async function besides<T>(work: () => Promise<T>): Promise<T> {
  const put = (cores: string) => {
    if (canPin) execFileSync("taskset", ["-apc", cores, String(process.pid)], { stdio: "ignore" });
  };
  const last = availableParallelism() - 1;
  put(`1-${last}`);
  try {
    return await work();
  } finally {
    put(`0-${last}`);
  }
}

/** Starts it, and resolves when it has written `{"port":…}` or an address. */
export async function startProgram(
  words: readonly string[],
  variables: Readonly<Record<string, string>>,
  folder: string,
): Promise<Program> {
  const command = [process.execPath, ...words];
  const [first = "", ...rest] = canPin ? ["taskset", "-c", "0", ...command] : command;
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(first, rest, {
    cwd: folder,
    env: { PATH, HOME, ...variables },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await heardPort(child);
  const file = (name: string) => `/proc/${child.pid}/${name}`;
  return {
    port,
    processorTime() {
      const stat = read(file("stat"))?.split(") ")[1]?.split(" ");
      // In hundredths of a second, as Linux counts for everybody.
      return stat && (Number(stat[11]) + Number(stat[12])) * 10;
    },
    waited: () => waited(child.pid ?? "self"),
    memory() {
      const kilobytes = /VmRSS:\s+(\d+) kB/.exec(read(file("status")) ?? "")?.[1];
      return kilobytes === undefined ? undefined : Number(kilobytes) / 1_024;
    },
    stop: () =>
      new Promise((resolve) => {
        child.once("close", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}

/** Of a process's main thread: on a machine that others use too, this is what they took of a figure. */
export function waited(process: number | "self"): number | undefined {
  const [, nanoseconds] = read(`/proc/${process}/schedstat`)?.split(" ") ?? [];
  return nanoseconds === undefined ? undefined : Number(nanoseconds) / 1e6;
}

function heardPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let written = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      if (written.length < 100_000) written += text;
      const port = /"port":(\d+)|"address":"http:\/\/[^"]*:(\d+)"/.exec(written);
      if (port !== null) resolve(Number(port[1] ?? port[2]));
    });
    child.once("close", () => reject(new Error(`The server ended: ${written}`)));
  });
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
