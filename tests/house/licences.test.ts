import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Licences under which a hospital may run, change and pass on a program made of them, by their SPDX names. */
const allowed: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-0-Clause",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "ISC",
  "MIT",
  "MIT OR Apache-2.0",
  "MPL-2.0", // of files: one that is changed stays open
  "PSF-2.0",
  "Python-2.0",
  "Unlicense",
]);

interface Package {
  readonly name: string;
  readonly licence: string;
  /** Only for working on Rapport. */
  readonly dev: boolean;
}

interface Locked {
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

const packages: readonly Package[] = Object.entries(
  (
    JSON.parse(readFileSync(`${root}package-lock.json`, "utf8")) as {
      packages: Record<string, Locked>;
    }
  ).packages,
)
  .filter(([path, { link }]) => path.includes("node_modules/") && link !== true)
  .map(([path, { license = "none", dev = false }]) => ({
    name: path.split("node_modules/").at(-1) ?? path,
    licence: license,
    dev,
  }));

describe("the packages that Rapport is made of", () => {
  it("are under licences that a hospital can live with, also those for working on it", () => {
    const others = packages.filter(({ licence }) => !allowed.has(licence));

    expect(packages.length).toBeGreaterThan(100);
    expect(others.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
  });

  it("are listed by licence in docs/licences.md (`npx vitest run -u tests/house/licences.test.ts` writes it)", async () => {
    const byLicence = Map.groupBy(
      packages.filter(({ dev }) => !dev),
      ({ licence }) => licence,
    );
    const parts = [...byLicence].toSorted().map(([licence, all]) => {
      const names = [...new Set(all.map(({ name }) => name))].toSorted();
      return [`## ${licence}`, "", ...names.map((name) => `- ${name}`), ""];
    });
    const head = [
      "# Licences",
      "",
      "What runs with Rapport, by licence; Rapport itself is MIT, and its font is Noto Sans under the SIL Open Font License",
      "(`adapters/fonts/OFL.txt`). Versions and hashes stand in `package-lock.json`.",
      "",
    ];

    await expect([...head, ...parts.flat()].join("\n")).toMatchFileSnapshot(
      `${root}docs/licences.md`,
    );
  });

  it("are in the bill of materials that `npm run sbom` prints, and those for working on it are not", () => {
    const { stdout, status } = spawnSync("npm", ["run", "--silent", "sbom"], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 16 * 1024 * 1024,
      shell: process.platform === "win32",
    });
    const { bomFormat, components } = JSON.parse(stdout) as {
      bomFormat: string;
      components: { name: string }[];
    };
    const named = components.map(({ name }) => name);

    expect([status, bomFormat]).toEqual([0, "CycloneDX"]);
    expect(named).toEqual(expect.arrayContaining(["@slack/bolt", "better-sqlite3", "kysely"]));
    expect(named).not.toContain("vitest");
  });
});
