/** Keeps what a platform tells of its people: accounts, and the persons behind them. */
import type { AccountFacts } from "../chat/inbound.ts";
import type { Work } from "../feature.ts";
import { newId, type PersonId, type WorkspaceId } from "../ids.ts";
import { isZone } from "../time/zone.ts";
import { askMatch, findSameAddress, isIn } from "./linking/match.ts";
import { type AccountRow, listAccountRows, upsertAccount } from "./queries/accounts.ts";
import { insertPerson, settleState, updatePersonFacts } from "./queries/persons.ts";

/** Only members have a person; bots, single-channel guests and strangers are known as such and nothing more. */
const hasPerson = (facts: AccountFacts): boolean => facts.kind === "member";

/**
 * Takes in what a platform says of accounts, at most a few hundred at a time. A new member becomes a person, who is made one with
 * whoever has the same address where that is in the organization's own domains. One deactivated everywhere has left.
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
  const rows = await listAccountRows(
    tx,
    organization.id,
    workspace,
    accounts.map((facts) => facts.externalId),
  );
  for (const facts of accounts) {
    const before = rows.get(facts.externalId);
    if (before?.kind === "erased" && facts.externalId !== author) continue;
    if (before !== undefined && isKept(before, facts)) continue;
    const known =
      before?.person ?? (hasPerson(facts) ? await personFor(work, workspace, facts) : null);
    await upsertAccount(tx, organization.id, workspace, known, facts);
    if (known === null) continue;
    if (hasPerson(facts)) {
      const { email, ...others } = personFacts(facts);
      // Of an address that was not known before, somebody else here may be the owner.
      const same =
        email === before?.facts.email ? undefined : await findSameAddress(work, email, known);
      await updatePersonFacts(tx, organization.id, known, { ...others, email });
      if (same !== undefined) await askMatch(work, same, known);
    }
    await settleState(tx, organization.id, known);
  }
}

/** Nothing new: a directory is read whole every day, and hardly anybody in it has changed. */
function isKept(before: AccountRow, facts: AccountFacts): boolean {
  const { address = before.address } = facts;
  const told = [facts.kind, facts.name, facts.runsWorkspace, address];
  const kept = [before.kind, before.name, before.runsWorkspace, before.address];
  if (told.some((one, at) => one !== kept[at])) return false;
  if (!hasPerson(facts)) return true;
  const { name, ...others } = personFacts(facts);
  return (
    before.facts.name === name &&
    Object.entries(others).every(
      ([fact, value]) => value === null || value === before.facts[fact as keyof typeof others],
    )
  );
}

const personFacts = (facts: AccountFacts) => ({
  name: facts.name,
  email: facts.email?.toLowerCase() ?? null,
  zone: facts.zone !== undefined && isZone(facts.zone) ? facts.zone : null,
  locale: facts.locale ?? null,
});

/** Somebody new, unless the same address has an account in the same workspace already: then it is theirs, made anew. */
async function personFor(
  work: Work,
  workspace: WorkspaceId,
  facts: AccountFacts,
): Promise<PersonId> {
  const { tx, now, organization } = work;
  const own = personFacts(facts);
  const same = await findSameAddress(work, own.email);
  if (same !== undefined && (await isIn(work, workspace, same))) return same;
  const id = newId("person", now);
  await insertPerson(tx, organization.id, { id, ...own, joinedAt: now });
  return id;
}
