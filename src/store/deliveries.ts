/** Deliveries already answered: the key is written before anything is decided, and a repeat gets the first answer again. */
import type { Json } from "../chat/card.ts";
import type { OrganizationId, WorkspaceId } from "../ids.ts";
import type { Instant } from "../time/instant.ts";
import { prepared } from "./prepared.ts";
import type { Tx } from "./store.ts";

interface Key {
  readonly organization: OrganizationId;
  readonly workspace: WorkspaceId;
  readonly key: string;
}

const addDelivery = prepared((tx, { organization, workspace, key, now }: Key & { now: Instant }) =>
  tx
    .insertInto("delivery")
    .values({
      organization_id: organization,
      workspace_id: workspace,
      delivery_key: key,
      answer: null,
      facts: null,
      delivered_at: now,
    })
    .onConflict((conflict) => conflict.doNothing()),
);

const setAnswer = prepared(
  (tx, { organization, workspace, key, answer, facts }: Key & { answer: string; facts: string }) =>
    tx
      .updateTable("delivery")
      .set({ answer, facts })
      .where("organization_id", "=", organization)
      .where("workspace_id", "=", workspace)
      .where("delivery_key", "=", key),
);

/** False when this delivery was here before. On PostgreSQL a repeat waits until the first has ended. */
export async function insertDelivery(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  key: string,
  now: Instant,
): Promise<boolean> {
  const { numAffectedRows } = await addDelivery(tx, { organization, workspace, key, now });
  return Number(numAffectedRows) === 1;
}

export async function keepAnswer(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  key: string,
  kept: { readonly answer: string; readonly facts: Json },
): Promise<void> {
  const facts = JSON.stringify(kept.facts);
  await setAnswer(tx, { organization, workspace, key, answer: kept.answer, facts });
}

export async function findAnswer(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  key: string,
): Promise<{ answer: string; facts: unknown } | undefined> {
  const row = await tx
    .selectFrom("delivery")
    .select(["answer", "facts"])
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", workspace)
    .where("delivery_key", "=", key)
    .executeTakeFirst();
  if (row === undefined || row.answer === null || row.facts === null) return undefined;
  return { answer: row.answer, facts: JSON.parse(row.facts) as unknown };
}

export async function deleteDelivery(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  key: string,
): Promise<void> {
  await tx
    .deleteFrom("delivery")
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", workspace)
    .where("delivery_key", "=", key)
    .execute();
}

/** Forgets the answers of one kind that name something; repeats of them would be judged anew. */
export async function forgetAnswers(
  tx: Tx,
  organization: OrganizationId,
  answer: string,
  named: string,
): Promise<void> {
  await tx
    .deleteFrom("delivery")
    .where("organization_id", "=", organization)
    .where("answer", "=", answer)
    .where("facts", "like", `%"${named}"%`)
    .execute();
}

/** Forgets at most so many of what was delivered before; resolves to how many. Platforms repeat for minutes, we remember for days. */
export async function sweepDeliveries(
  tx: Tx,
  organization: OrganizationId,
  before: Instant,
  most: number,
): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom("delivery")
    .where("organization_id", "=", organization)
    .where((eb) =>
      eb(
        eb.refTuple("workspace_id", "delivery_key"),
        "in",
        eb
          .selectFrom("delivery as old")
          .select(["old.workspace_id", "old.delivery_key"])
          .where("old.organization_id", "=", organization)
          .where("old.delivered_at", "<", before)
          .orderBy("old.delivered_at")
          .limit(most)
          .$asTuple("workspace_id", "delivery_key"),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
