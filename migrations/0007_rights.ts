/** People's rights: the audit can only grow, and what is held of one person is found without reading everybody's. */
import { type Kysely, sql } from "kysely";

import { dialectOf } from "../src/store/store.ts";
import { index, table } from "./table.ts";

const organization = "organization_id";

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(db, "audit_sweep", "organization_id, swept_before", [organization]);
  for (const statement of dialectOf(db as never) === "sqlite" ? sqliteTriggers : postgresTriggers) {
    await sql.raw(statement).execute(db);
  }
  for (const [name, column] of [
    ["second", "person_id"],
    ["tell", "person_id"],
    ["reaction", "person_id"],
    ["response", "person_id"],
    ["peer_rater", "person_id"],
    ["peer_answer", "person_id"],
  ] as const) {
    await index(db, `${name}_of`, name, [organization, column]);
  }
}

const isSwept = `exists (select 1 from audit_sweep as s
  where s.organization_id = old.organization_id and old.at < s.swept_before)`;

const sqliteTriggers = [
  `create trigger audit_kept before update on audit
   begin select raise(abort, 'the audit can only grow'); end`,
  `create trigger audit_stays before delete on audit when not ${isSwept}
   begin select raise(abort, 'the audit can only grow'); end`,
];

const postgresTriggers = [
  `create function audit_refuses() returns trigger language plpgsql as $$
   begin
     if tg_op = 'DELETE' then
       if ${isSwept} then return old; end if;
     end if;
     raise exception 'the audit can only grow';
   end $$`,
  `create trigger audit_kept before update or delete on audit
   for each row execute function audit_refuses()`,
  `create trigger audit_whole before truncate on audit
   for each statement execute function audit_refuses()`,
];
