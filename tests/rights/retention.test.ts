/** How long what is kept: an admin settles it, and every night what is older goes. */
import { describe, expect } from "vitest";

import type { RecognitionId } from "../../src/ids.ts";
import { listAudit } from "../../src/privacy/queries.ts";
import type { Tx } from "../../src/store/store.ts";
import { day, hour, plus } from "../../src/time/instant.ts";
import { asks, closesNow } from "../checkins/answeringStage.ts";
import { choosesChannel } from "../recognition/stage.ts";
import { acts } from "../setup/rows.ts";
import { it, type Office } from "../support/office.ts";
import { everyRow } from "../support/rows.ts";

const direct = { place: { kind: "direct" } } as const;

const everything = async (office: Office): Promise<string> =>
  (await everyRow(office)).map(({ text }) => text).join("\n");

/** The night after that day. */
async function nightAfter(office: Office, date: string): Promise<void> {
  office.itIs(`${date}T12:00:00Z`);
  await office.settle();
  office.itIs(plus(office.now(), day));
  await office.settle();
}

async function settles(office: Office, picked: Record<string, readonly string[]>): Promise<string> {
  await office.lee.types("/rapport setup");
  await office.lee.presses("More");
  await office.lee.presses("How long I keep what");
  return office.lee.fills({ picked });
}

describe("the words of a thanks", () => {
  it("go after 24 months, and what was counted stays", async ({ office }) => {
    await choosesChannel(office);
    await office.ana.types("/kudos @ben for the calm launch");
    await office.passes(hour);
    office.itIs("2026-09-18T12:00:00Z");
    await office.ana.types("/kudos @ben for the quick call");

    await nightAfter(office, "2028-03-16");
    expect(await everything(office)).toContain("for the calm launch");

    await nightAfter(office, "2028-03-18");
    expect(await everything(office)).not.toContain("for the calm launch");
    expect(await everything(office)).toContain("for the quick call");
    const mine = await office.ben.types("/kudos mine");
    expect(mine).toContain("“(words removed)”");
    expect(mine).toContain("were thanked 2 times");
  });

  it("go in parts where they are many, all in the same night", async ({ office }) => {
    await office.ana.types("/kudos @ben for the calm launch");
    await office.store.transact((tx) => copies(tx, 1_200));

    await nightAfter(office, "2028-03-19");

    const left = await office.store.transact((tx) =>
      tx.selectFrom("recognition_text").select("recognition_id").execute(),
    );
    expect(left).toEqual([]);
  });
});

describe("answers to a check-in", () => {
  it("go after as many months as an admin chose, and the round's figures stay", async ({
    office,
  }) => {
    const { ben } = office;
    const round = await asks(office, { template: "weekly-checkin" }, ben);
    await ben.presses("Add a few words", direct);
    await ben.fills({ text: { well: "the new centrifuge" } }, direct);
    await closesNow(office, round);
    expect(await settles(office, { answers: ["12"] })).toContain("answers 12 months");

    await nightAfter(office, "2027-03-20");
    expect(await everything(office)).toContain("the new centrifuge");
    await nightAfter(office, "2027-03-28");
    expect(await everything(office)).not.toContain("the new centrifuge");
    const rounds = await office.store.transact((tx) =>
      tx.selectFrom("round").select(["state", "summary"]).execute(),
    );
    expect(rounds).toMatchObject([{ state: "closed", summary: expect.any(String) }]);
  });
});

describe("the record of administrative acts", () => {
  it("can be changed and deleted by nobody, whatever they ask of the database", async ({
    office,
  }) => {
    await settles(office, { texts: ["12"] });
    const { store } = office;

    await expect(
      store.transact((tx) => tx.updateTable("audit").set({ details: "{}" }).execute()),
    ).rejects.toThrow("the audit can only grow");
    await expect(store.transact((tx) => tx.deleteFrom("audit").execute())).rejects.toThrow(
      "the audit can only grow",
    );
    expect(await acts(office)).toHaveLength(1);
  });

  it("goes after six years, and not a day before", async ({ office }) => {
    await settles(office, { texts: ["12"] });
    office.itIs("2026-06-18T12:00:00Z");
    await settles(office, { texts: ["36"] });

    await nightAfter(office, "2032-03-16");
    expect(await acts(office)).toHaveLength(2);
    await nightAfter(office, "2032-03-18");
    expect(await acts(office)).toHaveLength(1);
  });
});

describe("how long what is kept", () => {
  it("is an admin's to settle, and noted", async ({ office }) => {
    expect(await settles(office, { texts: ["36"], audit: ["10"] })).toContain(
      "words 36 months · answers 24 months · repeats 72 hours · administrative acts 10 years",
    );

    const [row] = await office.store.transact((tx) => listAudit(tx, office.organization, null, 10));
    expect(row).toMatchObject({
      act: "setup.kept",
      person: await office.lee.id(),
      details: { setting: "retention", changed: ["texts", "audit"] },
    });
  });

  it("stays as it was for what nobody offers", async ({ office }) => {
    expect(await settles(office, { audit: ["1"], texts: ["9999"] })).toContain(
      "words 24 months · answers 24 months · repeats 72 hours · administrative acts 6 years",
    );
    expect(await acts(office)).toEqual([]);
  });

  it("counts for repeats of a delivery too", async ({ office }) => {
    await settles(office, { deliveries: ["48"] });
    await office.ana.types("/kudos @ben for the first", { delivery: "trigger 1" });
    office.itIs(plus(office.now(), 3 * day));
    await office.settle();

    expect(await everything(office)).not.toContain("trigger 1");
  });
});

/** As many thanks more as that one, with its words. */
async function copies(tx: Tx, count: number): Promise<void> {
  const [one] = await tx.selectFrom("recognition").selectAll().execute();
  const [words] = await tx.selectFrom("recognition_text").selectAll().execute();
  if (one === undefined || words === undefined) throw new Error("Nothing to copy");
  const ids = Array.from({ length: count }, (_, at) => `rec_copy${at}` as RecognitionId);
  for (let at = 0; at < count; at += 300) {
    const some = ids.slice(at, at + 300);
    await tx
      .insertInto("recognition")
      .values(some.map((id) => ({ ...one, recognition_id: id })))
      .execute();
    await tx
      .insertInto("recognition_text")
      .values(some.map((id) => ({ ...words, recognition_id: id })))
      .execute();
  }
}
