/** The command line, for whoever keeps the server. Help is printed from the rows that answer. */
import { parseArgs } from "node:util";

import { commands } from "./commands.ts";
import { exits, type Ports, Refused, type Row } from "./row.ts";

/** Resolves to the code to exit with. */
export async function runCommand(words: readonly string[], ports: Ports): Promise<number> {
  const asked = readWords(words);
  if (asked?.help) {
    ports.out(help());
    return 0;
  }
  const row = asked && commands.find((one) => fits(one, asked.words));
  if (row === undefined) {
    ports.complain(help());
    return exits.usage;
  }
  try {
    const given = asked?.words.slice(row.words.length) ?? [];
    return await row.run(ports, {
      given,
      organization: asked?.organization ?? null,
      slash: asked?.slash ?? false,
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    ports.complain(`${error.message}\n`);
    return error.code;
  }
}

/** Undefined where there is an option nobody knows. */
function readWords(words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        organization: { type: "string" },
        slash: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
    const help = values.help === true || positionals[0] === "help";
    const { organization, slash = false } = values;
    return { words: positionals, organization, slash, help };
  } catch {
    return undefined;
  }
}

const fits = (row: Row, words: readonly string[]): boolean =>
  words.length === row.words.length + (row.takes === null ? 0 : 1) &&
  row.words.every((word, index) => words[index] === word);

function help(): string {
  const lines = commands.map((row) => [[...row.words, row.takes ?? ""].join(" ").trim(), row.does]);
  const width = Math.max(...lines.map(([words = ""]) => words.length));
  return [
    "rapport [start]   Serves until told to stop. The environment says how: see README.md.",
    "   --fresh        the sandbox starts over",
    "   --empty        the sandbox starts over, with nobody",
    "",
    ...lines.map(([words = "", does = ""]) => `rapport ${words.padEnd(width)}   ${does}`),
    "",
    "--organization NAME   where the database holds more than one",
    "--slash               the Teams app with slash commands, where Teams has them (manifest 1.29)",
    "",
  ].join("\n");
}
