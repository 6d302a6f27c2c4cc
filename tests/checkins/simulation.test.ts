import { describe, expect, it } from "vitest";

import { readInstant } from "../../src/time/instant.ts";
import { database, openTestStore } from "../support/databases.ts";
import { simulate, type Wish } from "../support/simulation.ts";
import { judge, judgeRota } from "../support/simulationOracle.ts";

/** Two servers at once, where the database lets them. */
const isShared = database === "postgres";

/** `npm run simulate` goes on for seven months, with 800 people. Clocks change in Europe and America in these weeks. */
const wish: Wish = {
  begins: readInstant("2026-10-12T00:00:00Z"),
  days: 30,
  people: isShared ? 16 : 60,
  outages: 8,
  engines: isShared ? 2 : 1,
  rota: "off",
  seed: 4,
};

/** Some seconds of work, and a busy machine takes several times as long. */
const patient = { timeout: 120_000 };

describe(
  "a month of check-ins, with clocks that change and a server that is down now and then",
  patient,
  () => {
    it("asks and reminds everybody when it is time or the server is back, never otherwise, never twice", async () => {
      const store = await openTestStore();
      const simulated = await simulate(store, wish);
      const judged = judge(simulated, wish);
      await store.close();

      expect(judged).toMatchObject({ wrong: 0, missing: 0, doubled: 0 });
      expect(judged.expected).toBeGreaterThan(200);
      expect(simulated.failed).toBe(0);
    });

    it("asks nobody off shift whose rota is known, and nobody twice in an hour", async () => {
      const store = await openTestStore();
      const onRota: Wish = { ...wish, people: isShared ? 8 : 24, rota: "on" };
      const judged = judgeRota(await simulate(store, onRota), onRota);
      await store.close();

      expect(judged).toMatchObject({ offShift: 0, crowded: 0, doubled: 0, missing: 0 });
      expect(judged.said).toBeGreaterThan(100);
    });
  },
);
