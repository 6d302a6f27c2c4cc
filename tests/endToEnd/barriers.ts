/** What would keep somebody from using a page; and where pictures of pages are kept. */
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

export const output = fileURLToPath(new URL("../output/", import.meta.url));
mkdirSync(output, { recursive: true });

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What it finds wrong, and no list of what is well. */
const axeRun = `axe.run({ resultTypes: ["violations"] })`;

/** Each with the first place where it stands. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(axeRun);
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}
