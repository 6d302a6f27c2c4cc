import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect } from "vitest";

import { createLog, logEvent } from "../../adapters/log.ts";
import { createMetrics } from "../../adapters/metrics.ts";
import { backupSqlite } from "../../adapters/sqlite/backup.ts";
import { openSqlite } from "../../adapters/sqlite/database.ts";
import { migrations } from "../../migrations/index.ts";
import { migrate } from "../../src/store/migrate.ts";
import { it, openOffice } from "../support/office.ts";
import { sayEverywhere } from "./everyPath.ts";

const forbidden = "Thanks for catching Mr John Doe's potassium, MRN 00482913";
const doubtful = "Thanks for catching Mrs Ruth Penhallow's potassium in bed 12";
const day = 24 * 60 * 60_000;

describe("whichever way words come in", () => {
  it("a patient's are refused, and come back to nobody with the number in them", async ({
    office,
  }) => {
    const said = await sayEverywhere(office, forbidden);

    expect(Object.keys(said)).toHaveLength(8);
    for (const [way, reply] of Object.entries(said)) {
      expect(reply, way).toMatch(/[Nn]ot (?:sent, not )?kept|looks like a patient's record number/);
      expect(reply, way).not.toContain("00482913");
    }
  });

  it("those that may be a patient's are asked about, and a file's are a mistake in it", async ({
    office,
  }) => {
    const { "an imported file": file, ...said } = await sayEverywhere(office, doubtful);

    for (const [way, reply] of Object.entries(said)) {
      expect(reply, way).toMatch(/Not sent yet\. .*“Mrs Ruth Penhallow”/);
    }
    expect(file).toContain("looks like a patient's name; please write it without");
  });
});

describe("after a day of use", () => {
  it("the database's files, its backup, the log and the metrics hold nothing of what was refused", async () => {
    const folder = mkdtempSync(join(tmpdir(), "rapport-guard-"));
    try {
      const file = join(folder, "rapport.db");
      const store = openSqlite({ file });
      await migrate(store, migrations);
      const office = await openOffice({ store });
      await sayEverywhere(office, forbidden);
      await office.ana.types("/kudos @ben for the calm handover");
      await office.passes(day);

      const lines: string[] = [];
      const log = createLog("trace", { write: (line: string) => void lines.push(line) });
      const metrics = createMetrics(async () => ({ due: 0, waiting: 0, dead: 0 }));
      for (const event of office.events) {
        logEvent(log, event);
        metrics.count(event);
      }
      await backupSqlite(file, join(folder, "backup.db"));
      const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), "latin1"));
      await store.close();
      const held = [...files, ...lines, (await metrics.print()).body].join("\n");

      expect(held).toContain("for the calm handover");
      for (const part of ["00482913", "John Doe", "Doe's potassium", "Thanks for catching"]) {
        expect(held.includes(part), part).toBe(false);
      }
      expect(lines.join("\n")).toContain("medical-record-number");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
