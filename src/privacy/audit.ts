/** Who did what administrative act when. Append-only, and no words of messages: ids, names of settings, counts. */
import type { Json } from "../chat/card.ts";
import type { Work } from "../feature.ts";
import { newId, type PersonId } from "../ids.ts";
import { insertAudit } from "./queries.ts";

/** `audit(context, context.person.id, "setup.kept", { setting: "recognition" })`. Nobody (null) is whoever runs the server. */
export async function audit(
  work: Work,
  person: PersonId | null,
  act: string,
  details: Json,
): Promise<void> {
  const { tx, now, organization } = work;
  await insertAudit(tx, organization.id, {
    id: newId("audit", now),
    at: now,
    person,
    act,
    details,
  });
}
