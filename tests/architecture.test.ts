import { describe, expect, it } from "vitest";

import { buildHouse, readTexts } from "./house/house.ts";
import { breaches } from "./house/rule.ts";
import { rules } from "./house/rules.ts";
import { queriesOf, withoutOrganization } from "./house/wordRules.ts";

const house = buildHouse(readTexts(new URL("../", import.meta.url)));

describe("the house", () => {
  it.for(rules)("$name", (rule) => {
    expect(breaches(rule, house)).toEqual([]);
  });

  it("is looked at whole: its engine, its adapters and its migrations are there", () => {
    const parts = new Set([...house.files.keys()].map((path) => path.split("/")[0]));

    expect([...parts]).toEqual(expect.arrayContaining(["src", "adapters", "migrations", "tests"]));
    expect([...house.features]).toContain("recognition");
  });

  it("imports no file that isn't there", () => {
    const written = house.imports.filter((one) => one.written.startsWith("."));

    expect(
      written
        .filter(({ to }) => to.endsWith(".ts") && !house.files.has(to))
        .map(({ from, to }) => `${from} → ${to}`),
    ).toEqual([]);
  });

  it("excuses no query that is gone from naming its organization", () => {
    const there = queriesOf(house).map(({ id }) => id);

    expect(Object.keys(withoutOrganization).filter((id) => !there.includes(id))).toEqual([]);
  });
});
