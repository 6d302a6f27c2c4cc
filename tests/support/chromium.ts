/** Debian's Chromium, in which the sandbox is looked at. */
import { existsSync } from "node:fs";

import { type BrowserServer, chromium } from "playwright-core";

/** The one without windows takes half the time; what is drawn is the same. */
const debian = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

/** The browser's program; undefined where there is none. */
export const findChromium = (): string | undefined => debian.find((path) => existsSync(path));

/** Root has no sandbox to give it, and it asks nothing of the network by itself. */
const words = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function startChromium(): Promise<BrowserServer> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(`Chromium is not at ${debian.join(" or ")}.`);
  return chromium.launchServer({ executablePath, args: words, timeout: 60_000 });
}
