/** `rapport template import|check FILE` and `export ID`: an organization's own templates, as YAML. */
import { stringify } from "yaml";

import type { FileMistake } from "#engine";

import { readWhole } from "./file.ts";
import { inOrganization } from "./organization.ts";
import { type Asked, exits, type Ports, Refused, type Row } from "./row.ts";
import { readYaml, type YamlFile } from "./yamlFile.ts";

/** Larger than any template that can be asked. */
const largest = 256 * 1024;

/** A file that is no YAML has a mistake in every line. */
const mostTold = 20;

const name = "template";

export const takeTemplateFile =
  (wish: "check" | "keep"): Row["run"] =>
  async (ports, asked) => {
    const [file = ""] = asked.given;
    const yaml = readTemplateFile(file);
    const row = ports.features.flatMap(({ files }) => files ?? []).find((one) => one.file === name);
    if (row === undefined) throw new Error("No feature takes templates");
    const reach = wish === "keep" ? "writing" : "reading";
    const taken = await inOrganization(ports, asked, reach, (work) =>
      row.take(work, yaml.plain, wish),
    );
    if (taken.kind === "mistakes") throw refused(file, wish, yaml, taken.mistakes);
    ports.out(
      taken.version === null
        ? `${file} can be imported, as ${taken.id}.\n`
        : `Imported ${taken.id}, version ${taken.version}.\n`,
    );
    return 0;
  };

export async function exportTemplateFile(ports: Ports, asked: Asked): Promise<number> {
  const [id = ""] = asked.given;
  const row = ports.features
    .flatMap(({ exports }) => exports ?? [])
    .find((one) => one.export === name);
  const json = await inOrganization(ports, asked, "reading", async (work) => row?.write(work, id));
  if (json === undefined) throw new Refused(exits.notThere, `${id} is not a template.`);
  ports.out(stringify(JSON.parse(json), { lineWidth: 100 }));
  return 0;
}

type Values = Extract<YamlFile, { kind: "values" }>;

function readTemplateFile(file: string): Values {
  const bytes = readWhole(file);
  if (bytes.length > largest)
    throw new Refused(exits.badFile, `${file} is too large for a template.`);
  const yaml = readYaml(bytes);
  if (yaml.kind === "values") return yaml;
  const lines = yaml.mistakes
    .slice(0, mostTold)
    .map(
      ({ line, column, code }) =>
        `${file}:${line}:${column} ${whyNotYaml[code] ?? `is no YAML (${code})`}`,
    );
  throw new Refused(exits.badFile, lines.join("\n"));
}

const whyNotYaml: Readonly<Record<string, string>> = {
  NOT_UTF_8: "the file is not UTF-8",
  DUPLICATE_KEY: "a key stands there twice",
  TAB_AS_INDENT: "a tab stands where YAML wants spaces",
  UNREADABLE: "the file uses aliases (*), or is nested too deep",
  BAD_ALIAS: "the file uses an alias (*), which templates don't",
  MULTIPLE_DOCS: "the file holds more than one document",
};

/** "file:line:column why", as editors make a link of; in the order of the file. */
function refused(
  file: string,
  wish: "check" | "keep",
  yaml: Values,
  mistakes: readonly FileMistake[],
): Refused {
  const placed = mistakes
    .map(({ path, why }) => ({ ...yaml.placeOf(path), why }))
    .sort((one, other) => one.line - other.line || one.column - other.column);
  const lines = placed.map(({ line, column, why }) => `${file}:${line}:${column} ${why}`);
  const end = wish === "keep" ? ["Nothing was imported."] : [];
  return new Refused(exits.badFile, [...lines, ...end].join("\n"));
}
