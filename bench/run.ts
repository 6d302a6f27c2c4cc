/**
 * `npm run bench` measures everything on the machine at hand; `npm run bench -- give http` only these parts, and `--large`
 * also what takes many minutes to fill. No figure makes it fail: they are for reading.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { type Figure, machine, type Part, table } from "./figure.ts";
import { givePart } from "./give.ts";
import { guardPart } from "./guard.ts";
import { httpPart } from "./http.ts";
import { leaderboardPart } from "./leaderboard.ts";
import { pacePart } from "./pace.ts";
import { roundPart } from "./round.ts";
import { startPart } from "./start.ts";

const parts: readonly Part[] = [
  givePart,
  httpPart,
  leaderboardPart,
  roundPart,
  pacePart,
  startPart,
  guardPart,
];
const say = (text: string) => void process.stdout.write(`${text}\n`);

const { values, positionals } = parseArgs({
  options: { large: { type: "boolean", default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => parts.every((part) => part.name !== name));
if (unknown.length > 0) {
  say(
    `No such part: ${unknown.join(", ")}. There are ${parts.map((part) => part.name).join(", ")}.`,
  );
  process.exit(2);
}

const figures: Figure[] = [];
for (const part of parts) {
  if (positionals.length > 0 && !positionals.includes(part.name)) continue;
  say(`${part.name} …`);
  figures.push(...(await part.run({ large: values.large, tell: (what) => say(`  ${what}`) })));
}

const { processor, cores, memoryGb, node, system } = machine();
say(`\n${processor}, ${cores} cores, ${memoryGb} GB, ${system}, Node ${node}\n\n${table(figures)}`);
const results = { at: new Date().toISOString(), machine: machine(), figures };
writeFileSync(new URL("results.json", import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
