import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const door = join(root, "bin", "rapport.mjs");
const oldNode = findOldNode();

describe("the door", () => {
  if (oldNode === undefined) {
    process.stderr.write(
      "\n  NOT TESTED ON AN OLDER NODE: none older than 26 on this machine.\n\n",
    );
  }

  it.skipIf(oldNode === undefined)(
    "tells somebody with an older Node what is needed and how to get it, and ends with 78",
    () => {
      const { status, stdout, stderr } = spawnSync(oldNode ?? "", [door, "--help"], {
        encoding: "utf8",
      });

      expect(stderr).toMatch(/^Rapport needs Node 26 or newer; this is Node \d+\.\d+\.\d+\.$/m);
      expect(stderr).toContain('"npm ci" brings Node 26 with it, and "npm start"');
      expect(stderr).toContain("https://nodejs.org");
      expect(stdout).toBe("");
      expect(status).toBe(78);
    },
  );

  it("is written so that any Node since 12 can read it", () => {
    const code = readFileSync(door, "utf8");

    expect(code).not.toMatch(/^\s*import\s[^(]/m);
    expect(code).not.toMatch(/^\s*await\b/m);
    expect(code).not.toMatch(/\?\.|\?\?|&&=|\|\|=/);
  });

  it("says what stopped the program, and ends with 1", () => {
    const broken = `export const run = async () => { throw new Error("The roof is leaking."); };`;
    const loader = `
      import { registerHooks } from "node:module";
      registerHooks({
        load: (url, context, next) =>
          url.endsWith("/main.ts")
            ? { format: "module", source: ${JSON.stringify(broken)}, shortCircuit: true }
            : next(url, context),
        resolve: (specifier, context, next) =>
          specifier === "../main.ts"
            ? { url: new URL(specifier, context.parentURL).href, shortCircuit: true }
            : next(specifier, context),
      });`;

    const { status, stderr } = spawnSync(
      process.execPath,
      ["--import", `data:text/javascript,${encodeURIComponent(loader)}`, door],
      { encoding: "utf8" },
    );

    expect(stderr).toMatch(/^Rapport stopped: Error: The roof is leaking\.$/m);
    expect(status).toBe(1);
  });
});

describe("the list of packages", () => {
  it("is complete: nothing has to be looked up to install what it names", () => {
    const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
      packages: Record<string, { integrity?: string; link?: boolean; inBundle?: boolean }>;
    };
    const open = Object.entries(packages).filter(
      ([path, { integrity, link, inBundle }]) =>
        path.startsWith("node_modules/") && !integrity && !link && !inBundle,
    );

    expect(open.map(([path]) => path)).toEqual([]);
  });

  it("names everything that package.json and the packages themselves ask for", () => {
    const plan = spawnSync("npm", ["ci", "--dry-run", "--offline", "--ignore-scripts"], {
      cwd: root,
      encoding: "utf8",
      shell: process.platform === "win32",
    });

    expect(plan.stdout + plan.stderr).not.toContain("Missing");
    expect(plan.status).toBe(0);
  });
});

/** A Node on the PATH that is older than the one this runs on, if there is any. */
function findOldNode(): string | undefined {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "node"))
    .find((node) => {
      try {
        const version = execFileSync(node, ["-p", "process.versions.node"], { encoding: "utf8" });
        return Number.parseInt(version, 10) < 26;
      } catch {
        return false; // no node in this folder
      }
    });
}
