/** The program as its rules see it: every file, what it imports, and which folders are features. */
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";

import { type Imported, readImports, readSource, type Source } from "./source.ts";

export interface Import {
  readonly from: string;
  /** A path of this program, or the name of a package. */
  readonly to: string;
  readonly written: string;
  readonly typeOnly: boolean;
}

export interface House {
  readonly files: ReadonlyMap<string, Source>;
  readonly imports: readonly Import[];
  readonly features: ReadonlySet<string>;
}

/** What features stand on. Every other folder of src with an index.ts is a feature. */
const groundFloor: readonly string[] = [
  "time",
  "chat",
  "text",
  "store",
  "jobs",
  "people",
  "privacy",
];

export function buildHouse(texts: ReadonlyMap<string, string>): House {
  const files = new Map([...texts].map(([path, text]) => [path, readSource(text)]));
  const imports = [...files].flatMap(([from, source]) =>
    readImports(source).map((one) => resolve(from, one)),
  );
  const features = new Set(
    [...files.keys()]
      .map((path) => /^src\/(\w+)\/index\.ts$/.exec(path)?.[1] ?? "")
      .filter((folder) => folder !== "" && !groundFloor.includes(folder)),
  );
  return { files, imports, features };
}

function resolve(from: string, { specifier, typeOnly }: Imported): Import {
  return { from, to: destination(from, specifier), written: specifier, typeOnly };
}

function destination(from: string, specifier: string): string {
  if (specifier === "#engine") return "src/index.ts";
  if (specifier.startsWith(".")) return posix.join(posix.dirname(from), specifier);
  if (specifier.startsWith("node:")) return specifier;
  const [scope = "", name = ""] = specifier.split("/");
  return scope.startsWith("@") ? `${scope}/${name}` : scope;
}

/** Reads the TypeScript of the checkout whose root is given. */
export function readTexts(root: URL): Map<string, string> {
  const folders = ["src", "adapters", "migrations", "tests", "bench"].flatMap((folder) =>
    listFolder(root, folder),
  );
  const paths = ["main.ts", "vitest.config.ts", ...folders];
  return new Map(
    paths.flatMap((path) => {
      const text = read(new URL(path, root));
      return text === null ? [] : [[path, text] as const];
    }),
  );
}

function listFolder(root: URL, folder: string): string[] {
  try {
    return readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
      .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
      .filter((path) => path.endsWith(".ts"))
      .sort();
  } catch {
    return []; // a checkout without its bench, say
  }
}

function read(file: URL): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** The part of the house a file belongs to: "src/recognition", "adapters/slack", "adapters/http.ts", "main.ts". */
export const partOf = (path: string): string => path.split("/").slice(0, 2).join("/");

/** The feature a file belongs to, if any. */
export function featureOf({ features }: House, path: string): string | undefined {
  const folder = /^src\/(\w+)\//.exec(path)?.[1];
  return folder !== undefined && features.has(folder) ? folder : undefined;
}

export const isQueries = (path: string): boolean => /\/queries(\.ts$|\/)/.test(path);

/** What is held to the rules; specifications and benchmarks look behind every door. */
export const isProgram = (path: string): boolean =>
  /^(src|adapters|migrations)\/|^main\.ts$/.test(path);

export const inEngine = (path: string): boolean => path.startsWith("src/");
