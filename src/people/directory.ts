/** Keeps what a platform tells of its people: accounts, and the persons behind them. */
import type { AccountFacts } from "../chat/inbound.ts";
import type { Work } from "../feature.ts";
import { newId, type PersonId, type WorkspaceId } from "../ids.ts";
import { isZone } from "../time/zone.ts";
import type { Organization } from "./organization.ts";
import {
  findPersonByEmail,
  insertPerson,
  listAccountRows,
  settleState,
  updatePersonFacts,
  upsertAccount,
} from "./queries.ts";

/** Only members have a person; bots, single-channel guests and strangers are known as such and nothing more. */
const hasPerson = (facts: AccountFacts): boolean => facts.kind === "member";

/**
 * Takes in what a platform says of accounts, at most a few hundred at a time. A new member becomes a person, or joins the
 * person with the same address where that address is in the organization's own domains. One deactivated everywhere has left.
 * Whoever was erased stays so until they are the `author` of something: then they are new.
 */
export async function learnAccounts(
  work: Work,
  workspace: WorkspaceId,
  accounts: readonly AccountFacts[],
  author: string | null = null,
): Promise<void> {
  if (accounts.length === 0) return;
  const { tx, organization } = work;
  const known = await listAccountRows(
    tx,
    organization.id,
    workspace,
    accounts.map((facts) => facts.externalId),
  );
  for (const facts of accounts) {
    const before = known.get(facts.externalId);
    if (before?.kind === "erased" && facts.externalId !== author) continue;
    const person = before?.person ?? (hasPerson(facts) ? await personFor(work, facts) : null);
    await upsertAccount(tx, organization.id, workspace, person, facts);
    if (person === null) continue;
    if (hasPerson(facts)) {
      await updatePersonFacts(tx, organization.id, person, personFacts(facts));
    }
    await settleState(tx, organization.id, person);
  }
}

const personFacts = (facts: AccountFacts) => ({
  name: facts.name,
  email: facts.email?.toLowerCase() ?? null,
  zone: facts.zone !== undefined && isZone(facts.zone) ? facts.zone : null,
  locale: facts.locale ?? null,
});

async function personFor(work: Work, facts: AccountFacts): Promise<PersonId> {
  const { tx, now, organization } = work;
  const email = facts.email?.toLowerCase() ?? null;
  if (email !== null && isOwnAddress(organization, email)) {
    const same = await findPersonByEmail(tx, organization.id, email);
    if (same !== undefined) return same;
  }
  const id = newId("person", now);
  await insertPerson(tx, organization.id, { id, ...personFacts(facts), joinedAt: now });
  return id;
}

/** Whether an address is in one of the organization's own domains. */
export function isOwnAddress(organization: Organization, email: string): boolean {
  const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  return organization.domains.some((own) => own.toLowerCase() === domain);
}
