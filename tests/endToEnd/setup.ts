/** Before the first window opens: one browser for all, and one hospital, of which every test gets a copy. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { TestProject } from "vitest/node";

import { startChromium } from "../support/chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the browser listens. */
    readonly chromium: string;
    /** The folder of a sandbox that was started once and stopped. */
    readonly hospital: string;
  }
}

const door = fileURLToPath(new URL("../../bin/rapport.mjs", import.meta.url));

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "rapport-hospital-"));
  await playHospital(folder);
  const browser = await startChromium();
  project.provide("chromium", browser.wsEndpoint());
  project.provide("hospital", folder);
  return async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The program's own first start, in an empty folder. */
async function playHospital(folder: string): Promise<void> {
  const { PATH = "", HOME = "", NODE_COMPILE_CACHE = "" } = process.env;
  const server = spawn(process.execPath, [door], {
    cwd: folder,
    env: { PATH, HOME, NODE_COMPILE_CACHE, PORT: "0" },
  });
  let written = "";
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      written += text;
      if (written.includes('"msg":"ready"')) server.kill("SIGTERM");
    });
  const code = await new Promise((resolve) => server.once("close", resolve));
  if (code !== 0 || !written.includes('"msg":"ready"'))
    throw new Error(`It ended with ${code}: ${written}`);
}
