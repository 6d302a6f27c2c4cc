/** Rules about words: names that belong to one place, sentences, and how a query begins. */
import { type House, inEngine, isProgram, isQueries } from "./house.ts";
import type { Rule } from "./rule.ts";
import { readExportedFunctions, type Source } from "./source.ts";

/** Queries that can't begin with an organization, and why. */
export const withoutOrganization: Readonly<Record<string, string>> = {
  "src/people/queries/workspaces.ts findWorkspace":
    "finds which organization a workspace belongs to",
  "src/people/queries/workspaces.ts findAnyWorkspace":
    "finds which organization a workspace belonged to",
  "src/people/queries/workspaces.ts findEnvironmentOrganization":
    "finds the one the environment configures",
  "src/people/queries/workspaces.ts listWorkspaces":
    "for the adapter, which serves every organization",
  "src/people/linking/queries.ts findCode": "finds which organization a code was made in",
  "src/people/queries/operator.ts listOrganizations": "for the operator, who keeps them all",
  "src/jobs/queries.ts claimDue": "takes what is due of every organization in one statement",
  "src/jobs/queries.ts findNextDue": "asks of the whole queue, as claiming does",
  "src/jobs/queries.ts countJobs": "counts the whole queue, for the metrics",
};

export const wordRules: readonly Rule[] = [
  word(
    "the environment is read at the edge",
    "process",
    /\bprocess\s*\.\s*env\b|\bprocess\s*\[|=\s*process\b(?!\s*\.)/,
    "src is told its settings; adapters/config.ts parses the environment once",
    inEngine,
  ),
  word(
    "zones live in src/time",
    "Temporal",
    /\bTemporal\b/,
    "time-zone maths has one home, and the tests that prove it",
    (path) => isProgram(path) && !path.startsWith("src/time/"),
  ),
  word(
    "the engine has no clock but the one it is given",
    "Date",
    /\bDate\b|\bperformance\s*\.\s*now\b/,
    "instants are UTC text, and Date is met in src/time only",
    (path) => inEngine(path) && !path.startsWith("src/time/"),
  ),
  {
    name: "no sentence outside text/",
    reason: "translators, and whoever minds our tone, read src/text and nothing else",
    broken: ({ files }) =>
      [...files]
        .filter(([path]) => inEngine(path) && !path.startsWith("src/text/"))
        .flatMap(([path, source]) => sentencesOf(source).map((said) => `${path} says “${said}”`)),
  },
  {
    name: "every query takes its transaction and its organization first",
    reason: "tenancy that can be seen is tenancy that can be reviewed",
    broken: (house) =>
      queriesOf(house)
        .filter(({ id, first }) => first !== "tx, organization" && !(id in withoutOrganization))
        .map(({ id, first }) => `${id}(${first}, …)`),
  },
];

function word(
  name: string,
  what: string,
  found: RegExp,
  reason: string,
  applies: (path: string) => boolean,
): Rule {
  return {
    name,
    reason,
    broken: ({ files }) =>
      [...files]
        .filter(([path, { code }]) => applies(path) && found.test(code))
        .map(([path]) => `${path} → ${what}`),
  };
}

/**
 * Four words or more and a full stop. Nobody reads, outside the log and the code, what an error says (`new X("…")`) and
 * the reason a row gives for itself (`why: "…"`).
 */
function sentencesOf({ code, strings }: Source): string[] {
  return [...code.matchAll(/(\b(?:new\s+[A-Z]\w*|super)\(\s*|\bwhy:\s*)?"(\d+)"/g)]
    .filter(([, ours]) => ours === undefined)
    .map(([, , index]) => strings[Number(index)] ?? "")
    .filter((said) => /^\S+(\s+\S+){3,}[.!?…]$/.test(said.trim()));
}

/** Every function of a queries.ts, and what src/store does with a transaction and more. */
export function queriesOf({ files }: House): { readonly id: string; readonly first: string }[] {
  return [...files].flatMap(([path, source]) =>
    readExportedFunctions(source)
      .filter(({ parameters: [first, second] }) =>
        path.startsWith("src/store/")
          ? first === "tx" && second !== undefined
          : inEngine(path) && isQueries(path),
      )
      .map(({ name, parameters }) => ({
        id: `${path} ${name}`,
        first: parameters.slice(0, 2).join(", "),
      })),
  );
}
