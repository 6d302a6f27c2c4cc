/** The sandbox behind a real HTTP server, on a database of its own; the clock it takes for the real one is told. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { createSandbox, type Sandbox } from "../../adapters/sandbox/app.ts";
import { placeIn } from "../../adapters/sandbox/place.ts";
import { createEngine } from "../../src/engine.ts";
import { features } from "../../src/features.ts";
import { createSealer } from "../../src/privacy/seal.ts";
import type { Store } from "../../src/store/store.ts";
import { type Instant, plus, readInstant } from "../../src/time/instant.ts";
import { type Browser, openBrowser } from "./browser.ts";
import { openTestStore } from "./databases.ts";
import { close, portOf } from "./faultProxy.ts";
import { keysInMemory } from "./keys.ts";

export interface SandboxOffice extends Browser {
  readonly address: string;
  readonly sandbox: Sandbox;
  readonly store: Store;
  now(): Instant;
  passes(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

export async function openSandboxOffice(empty: boolean): Promise<SandboxOffice> {
  const folder = mkdtempSync(join(tmpdir(), "rapport-sandbox-"));
  const store = await openTestStore();
  let now = readInstant("2026-03-18T16:00:00Z"); // noon in Boston
  const errors: unknown[] = [];
  const sandbox: Sandbox = createSandbox({
    place: placeIn(folder),
    store,
    engineOn: (on) =>
      createEngine({
        store: on,
        chat: sandbox.chat,
        clock: sandbox.clock,
        report: sandbox.report,
        features,
        sealer: createSealer([{ id: "test", secret: new Uint8Array(32) }]),
        roundKeys: keysInMemory(),
        chance: () => 0.5,
      }),
    realClock: () => now,
    drawChart: async () => new Uint8Array([137, 80, 78, 71]),
    platforms: [],
    rows: async () => [],
    log: { error: ({ error }: { error?: unknown }) => void errors.push(error) },
  });
  await sandbox.start(empty);
  const server = createServer((request, response) => sandbox.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${portOf(server)}`;

  return {
    address,
    sandbox,
    store,
    now: sandbox.clock,
    ...openBrowser(address),
    async passes(milliseconds) {
      now = plus(now, milliseconds);
      await sandbox.tick();
    },
    async close() {
      sandbox.hangUp();
      sandbox.stop();
      await close(server);
      await store.close();
      rmSync(folder, { recursive: true, force: true });
      if (errors.length > 0) throw errors[0];
    },
  };
}
