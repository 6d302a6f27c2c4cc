/** Whether what is kept holds together: nothing half, nothing twice, and the boards say what the ledger says. */
import { sql } from "kysely";

import { dialectOf, type Store, type Tx } from "../../src/store/store.ts";
import type { Hospital } from "./hospital.ts";

export interface Gift {
  readonly channel: string | null;
  readonly points: number;
  readonly counted: number;
}

/** A row for each entry of the ledger, with the channel it was given in. */
export const listGifts = (store: Store): Promise<Gift[]> =>
  store.transact((tx) =>
    tx
      .selectFrom("ledger")
      .leftJoin("recognition", (join) =>
        join
          .onRef("recognition.organization_id", "=", "ledger.organization_id")
          .onRef("recognition.recognition_id", "=", "ledger.recognition_id"),
      )
      .select(["recognition.home_channel as channel", "ledger.points", "ledger.counted"])
      .execute(),
  );

/** What a board says in all, since ever. */
export const sumBoard = (store: Store, board: "givers" | "receivers"): Promise<number> =>
  store.transact(async (tx) => {
    const row = await tx
      .selectFrom("score")
      .select((eb) => eb.fn.sum<number>("points").as("points"))
      .where("board", "=", board)
      .where("bucket", "=", "all")
      .executeTakeFirstOrThrow();
    return Number(row.points);
  });

/** All that is wrong with the data; empty where nothing is. For while no server runs. */
export async function listFlaws({ world, look }: Hospital): Promise<string[]> {
  const before = await look(readBoards);
  await world.runs(["rebuild-scores"]);
  const after = await look(readBoards);
  const flaws = await look((store) => store.transact(listBroken));
  return before === after ? flaws : [...flaws, "the boards are not the sum of the ledger"];
}

/** Parts of a thanks that lack another part. */
const halves: Readonly<Record<string, string>> = {
  "an entry without its thanks": `select count(*) as count from ledger l where not exists
    (select 1 from recognition r where r.organization_id = l.organization_id and r.recognition_id = l.recognition_id)`,
  "a thanks without its entry": `select count(*) as count from recognition r where not exists
    (select 1 from ledger l where l.organization_id = r.organization_id and l.recognition_id = r.recognition_id)`,
  "a thanks without its words": `select count(*) as count from recognition r where kind = 'words' and not exists
    (select 1 from recognition_text t where t.organization_id = r.organization_id and t.recognition_id = r.recognition_id)`,
  "a thanks without its receiver": `select count(*) as count from recognition r where not exists
    (select 1 from recognition_receiver o where o.organization_id = r.organization_id and o.recognition_id = r.recognition_id)`,
  "a thanks to nobody we know": `select count(*) as count from recognition_receiver o where not exists
    (select 1 from person p where p.organization_id = o.organization_id and p.person_id = o.person_id)`,
  "a delivery without its answer": "select count(*) as count from delivery where answer is null",
};

async function listBroken(tx: Tx): Promise<string[]> {
  const broken: string[] = [];
  for (const [what, query] of Object.entries(halves)) {
    const { rows } = await sql.raw<{ count: number }>(query).execute(tx);
    if (Number(rows[0]?.count) !== 0) broken.push(`${rows[0]?.count} × ${what}`);
  }
  if (dialectOf(tx) === "sqlite") {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(tx);
    broken.push(...rows.map((row) => row.integrity_check).filter((said) => said !== "ok"));
  }
  return broken;
}

/** Text, so that it can be compared whole. */
const readBoards = (store: Store): Promise<string> =>
  store.transact(async (tx) => {
    const scores = await tx
      .selectFrom("score")
      .select(["board", "bucket", "member", "points"])
      .where("points", "<>", 0)
      .orderBy("board")
      .orderBy("bucket")
      .orderBy("member")
      .execute();
    const days = await tx
      .selectFrom("rollup")
      .select(["day", "board", "member", "thanks", "points"])
      .where("thanks", "<>", 0)
      .orderBy("day")
      .orderBy("board")
      .orderBy("member")
      .execute();
    return JSON.stringify([scores, days]);
  });
