import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** Who, and what they could do, what stops them, what holds it. */
const rows = read("docs/threats.md")
  .split(/^## /m)
  .slice(1)
  .flatMap((part) => {
    const [who = "", ...lines] = part.split("\n");
    return lines
      .filter((line) => line.startsWith("| ") && !/^\| (could|---)/.test(line))
      .map((line) => ({
        who,
        cells: line
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim()),
      }));
  });

describe("the threats that are written down", () => {
  it("come from everybody who could attack", () => {
    const everybody = [...new Set(rows.map(({ who }) => who))].join("; ");

    for (const who of ["internet", "member", "admin", "database", "backup", "server"])
      expect(everybody).toContain(who);
    for (const who of ["Slack", "Teams", "organization", "package"])
      expect(everybody).toContain(who);
  });

  it("are each stopped by a specification that is there, or say that nothing of ours does", () => {
    const odd = rows.filter(({ cells: [could = "", stopped = "", held = ""], cells }) => {
      const named = [...held.matchAll(/`([^`]+)`/g)].map(([, path = ""]) => path);
      const missing = named.some((path) => !existsSync(join(root, path)));
      const unstopped = named.length === 0 && !stopped.startsWith("nothing");
      return cells.length !== 3 || could === "" || missing || unstopped;
    });

    expect(rows.length).toBeGreaterThan(25);
    expect(odd).toEqual([]);
  });

  it.for(["SECURITY.md", "docs/threats.md"])("%s leads nowhere that isn't there", (page) => {
    const links = [...read(page).matchAll(/\]\(([^)#:]+)\)/g)].map(([, to = ""]) => to);

    expect(links.filter((to) => !existsSync(join(root, dirname(page), to)))).toEqual([]);
  });
});
