/**
 * Three years of thanks among ten thousand people, written straight into the ledger and the score tables: every recognition has
 * one receiver and is counted. Nothing else that a thanks leaves behind (its words, its deliveries, the roll-up) is filled.
 */
import { sql } from "kysely";

import { migrations } from "../migrations/index.ts";
import type { OrganizationId, PersonId } from "../src/ids.ts";
import { bucketsOf } from "../src/recognition/ledger/entry.ts";
import { migrate } from "../src/store/migrate.ts";
import { dialectOf, type Store, type Tx } from "../src/store/store.ts";
import { day, type Instant, plus } from "../src/time/instant.ts";

export const organization = "org_bench" as OrganizationId;
export const people = 10_000;
export const zone = "Europe/Lisbon";
const weeks = 156;

export const personOf = (n: number): PersonId =>
  `prs_${String(n % people).padStart(32, "0")}` as PersonId;

export async function fillBoards(store: Store, recognitions: number, now: Instant): Promise<void> {
  await migrate(store, migrations);
  const fill = (work: (tx: Tx) => Promise<unknown>) =>
    store.transact(
      async (tx) => {
        // A statement of the server's is given two seconds.
        if (dialectOf(tx) === "postgres") await sql`set local statement_timeout = 0`.execute(tx);
        await work(tx);
      },
      { within: 1_800_000 },
    );
  await fill((tx) => fillPeople(tx, now));
  // A million at a time, so that what SQLite keeps of a transaction stays small.
  for (let from = 0; from < recognitions; from += 1_000_000) {
    await fill((tx) => fillLedger(tx, from, Math.min(from + 1_000_000, recognitions), now));
  }
  await fill((tx) => fillScores(tx, now));
  if (store.dialect === "sqlite") await fill((tx) => sql`analyze`.execute(tx));
}

async function fillPeople(tx: Tx, now: Instant): Promise<void> {
  await tx
    .insertInto("organization")
    .values({
      organization_id: organization,
      name: "St. Anne's",
      locale: "en",
      zone,
      record_shapes: "[]",
      sites: "[]",
      domains: "[]",
      created_at: now,
    })
    .execute();
  for (let from = 0; from < people; from += 500) {
    await tx
      .insertInto("person")
      .values(
        Array.from({ length: 500 }, (_, n) => ({
          organization_id: organization,
          person_id: personOf(from + n),
          name: `Person ${from + n}`,
          name_key: ` person ${from + n}`,
          email: null,
          zone: null,
          locale: null,
          unit_id: null,
          discipline_id: null,
          pattern: null,
          prefers_private: 0 as const,
          off_boards: 0 as const,
          paused_until: null,
          state: "here",
          joined_at: now,
          welcomed_at: null,
          told_at: null,
          merged_into: null,
        })),
      )
      .execute();
  }
}

/** The moment that stands for a week of the past; 0 is now. */
const weekAt = (now: Instant, back: number): Instant => plus(now, -back * 7 * day);

/** Week n % 156, from giver to receiver: both spread, the receivers unevenly, as thanks are. */
async function fillLedger(tx: Tx, from: number, until: number, now: Instant): Promise<void> {
  const moments = Array.from({ length: weeks }, (_, back) => [back, weekAt(now, back)] as const);
  await sql`create temporary table if not exists moment (back integer primary key, at text)`.execute(
    tx,
  );
  await sql`delete from moment`.execute(tx);
  for (const [back, at] of moments)
    await sql`insert into moment values (${back}, ${at})`.execute(tx);
  const person = (n: string) =>
    dialectOf(tx) === "postgres"
      ? sql.raw(`'prs_' || lpad(cast(${n} as text), 32, '0')`)
      : sql.raw(`'prs_' || substr('${"0".repeat(32)}' || (${n}), -32)`);
  await sql`
    with recursive numbers(n) as (
      select cast(${from} as integer) union all select n + 1 from numbers where n + 1 < ${until}
    )
    insert into ledger (organization_id, ledger_id, recognition_id, giver_id, receiver_id, kind, points, thanks, cost, counted,
      given_at, entered_at)
    select ${organization}, 'led_' || n, 'rec_' || n, ${person(`(n / 7 * 31) % ${people}`)},
      ${person(`((n % 1000) * (n / 1000 % 100)) % ${people}`)}, 'gift', 1, 1, 1, 1, at, at
    from numbers join moment on back = n % ${sql.lit(weeks)}`.execute(tx);
}

/** Sums of the ledger, for each of the buckets a give adds to. */
async function fillScores(tx: Tx, now: Instant): Promise<void> {
  await sql`create temporary table bucket (at text, bucket text)`.execute(tx);
  for (let back = 0; back < weeks; back += 1) {
    const at = weekAt(now, back);
    for (const bucket of bucketsOf(at, zone))
      await sql`insert into bucket values (${at}, ${bucket})`.execute(tx);
  }
  for (const [board, member] of [
    ["receivers", "receiver_id"],
    ["givers", "giver_id"],
  ] as const) {
    await sql`
      insert into score (organization_id, board, bucket, member, points, shown)
      select ${organization}, ${board}, bucket, member, sum(points), 1
      from (select given_at, ${sql.ref(member)} as member, sum(points) as points from ledger group by given_at, ${sql.ref(member)}) as sums
      join bucket on at = given_at
      group by bucket, member`.execute(tx);
  }
}
