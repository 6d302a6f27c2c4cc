/** Who may import whom, a rule a row. */
import { findCircles, findWay } from "./circles.ts";
import {
  featureOf,
  type House,
  type Import,
  inEngine,
  isProgram,
  isQueries,
  partOf,
} from "./house.ts";
import type { Rule } from "./rule.ts";
import { wordRules } from "./wordRules.ts";

/** The engine's own packages. None of them talks to the world. */
const enginePackages: Readonly<Record<string, (path: string) => boolean>> = {
  kysely: inEngine, // where in src is a rule of its own
  zod: inEngine,
  "intl-messageformat": (path) => path.startsWith("src/text/"),
  "node:crypto": inEngine,
  "node:util": (path) => path === "src/privacy/typed.ts", // the symbol by which it keeps itself out of logs
};

/** Where each stranger may be met: one place to change when it changes. */
const homes: readonly (readonly [stranger: RegExp, home: RegExp])[] = [
  [/^@slack\/bolt$/, /^adapters\/slack\/app\.ts$/],
  [/^@slack\//, /^adapters\/slack\//],
  [/^(botbuilder|botframework-|@microsoft\/)/, /^adapters\/teams\/sdk\.ts$/],
  [/^better-sqlite3$/, /^adapters\/sqlite\//],
  [/^pg(-|$)/, /^adapters\/postgres\//],
];

const mayUseKysely = (path: string): boolean =>
  isQueries(path) ||
  /^(src\/store|adapters\/sqlite|adapters\/postgres|migrations)\//.test(path) ||
  !isProgram(path);

const upstairs = ["src/features.ts", "src/engine.ts", "src/router.ts", "src/index.ts"];
const knowsTheList = ["main.ts", "src/engine.ts", "src/index.ts"];

const importRules: readonly Rule[] = [
  rule(
    "the engine imports nothing of the world",
    "src knows no platform, no driver and no release of the data; adapters bring them",
    ({ files }, { from, to }) =>
      inEngine(from) &&
      !inEngine(to) &&
      !(files.has(to) ? false : enginePackages[to]?.(from) === true),
  ),
  rule(
    "features do not import each other",
    "a feature can be read, and removed, on its own; what two need moves down a floor",
    (house, { from, to }) => {
      const [one, other] = [featureOf(house, from), featureOf(house, to)];
      return one !== undefined && other !== undefined && one !== other;
    },
  ),
  rule(
    "only features.ts knows the features",
    "adding one is one line there, and nothing else has to learn of it",
    (house, { from, to }) =>
      isProgram(from) &&
      featureOf(house, from) === undefined &&
      featureOf(house, to) !== undefined &&
      from !== "src/features.ts",
  ),
  rule(
    "the list of features is taken by whoever puts the program together",
    "features.ts knows everything, so nothing below may know it",
    (_, { from, to }) =>
      to === "src/features.ts" && isProgram(from) && !knowsTheList.includes(from),
  ),
  rule(
    "imports point down: engine, features, ground floor",
    "the lower floor is understood, and tested, without the upper one",
    (_, { from, to }) => /^src\/\w+\//.test(from) && upstairs.includes(to),
  ),
  rule(
    "adapters import none of each other",
    "a platform or a database can be taken away and nothing else notices",
    (_, { from, to }) =>
      from.startsWith("adapters/") && to.startsWith("adapters/") && partOf(from) !== partOf(to),
  ),
  rule(
    "adapters know the engine by its front door",
    'what they need of it is on its public face: import it as "#engine"',
    ({ files }, { from, to, written }) =>
      from.startsWith("adapters/") &&
      !to.startsWith("adapters/") &&
      (files.has(to) || written.startsWith(".")) &&
      written !== "#engine",
  ),
  rule(
    "Kysely is met where SQL lives",
    "SQL lives in queries.ts, src/store, the database adapters and migrations",
    (_, { from, to }) => to === "kysely" && !mayUseKysely(from),
  ),
  rule(
    "each stranger is met in one place",
    "its quirks and its next major version are one place's business",
    (_, { from, to }) => {
      const home = homes.find(([stranger]) => stranger.test(to))?.[1];
      return home !== undefined && isProgram(from) && !home.test(from);
    },
  ),
  {
    name: "cards and nouns reach no query",
    reason: "they are given what they show or decide on, so they are tested without a database",
    broken: (house) =>
      [...house.files.keys()]
        .filter((path) => isDrawn(path) || isNoun(house, path))
        .flatMap((path) => {
          const asked = house.imports.find((one) => one.from === path && isQueries(one.to));
          const way = asked === undefined ? findWay(house, path, isQueries) : [path, asked.to];
          return way === undefined ? [] : [way.join(" → ")];
        }),
  },
  {
    name: "no circle, not even of types",
    reason: "one of them can't be understood before the other; what both need is a third file",
    broken: (house) => findCircles(house).map((circle) => circle.join(" → ")),
  },
];

export const rules: readonly Rule[] = [...importRules, ...wordRules];

function rule(name: string, reason: string, forbids: (house: House, one: Import) => boolean): Rule {
  return {
    name,
    reason,
    broken: (house) =>
      house.imports.filter((one) => forbids(house, one)).map(({ from, to }) => `${from} → ${to}`),
  };
}

const isDrawn = (path: string): boolean => /^src\/.*\/(cards|forms)\.ts$/.test(path);

/** A noun decides: it is known by the names of its functions. */
function isNoun({ files }: House, path: string): boolean {
  const code = inEngine(path) ? (files.get(path)?.code ?? "") : "";
  return /\bexport\s+(function|const)\s+(decide|plan|summarise|rank)[A-Z]/.test(code);
}
