/** What a person has left to give, and the taking and returning of it. Always under the lock on the giver's row. */
import type { Work } from "../feature.ts";
import type { Person } from "../people/person.ts";
import { findPerson } from "../people/queries/persons.ts";
import { listAdmins, listRoles } from "../people/queries/roles.ts";
import { plus } from "../time/instant.ts";
import {
  allowancePeriod,
  amountFor,
  type Left,
  leftInPeriod,
  leftRolling,
  rollingWindow,
} from "./allowance.ts";
import type { Entry } from "./ledger/entry.ts";
import { findUsed, listSpendings, returnInPeriod, spendInPeriod } from "./ledger/queries.ts";
import type { AllowanceSettings } from "./settings.ts";

async function amountOf(work: Work, person: Person, settings: AllowanceSettings): Promise<number> {
  if (settings.lead === null && settings.admin === null) return settings.amount;
  const roles = await listRoles(work.tx, work.organization.id, person.id);
  return amountFor(settings, {
    lead: roles.some((one) => one.role === "lead"),
    admin:
      settings.admin !== null &&
      (await listAdmins(work.tx, work.organization.id)).some((one) => one.id === person.id),
  });
}

/** What is left now; null where no allowance is kept. */
export async function findLeft(
  work: Work,
  person: Person,
  settings: AllowanceSettings,
): Promise<Left | null> {
  const { tx, now, organization } = work;
  const { per } = settings;
  if (per === "off") return null;
  const amount = await amountOf(work, person, settings);
  if (per === "rolling") {
    const since = plus(now, -rollingWindow);
    return leftRolling(amount, await listSpendings(tx, organization.id, person.id, since), now);
  }
  const period = allowancePeriod(now, per, person.zone);
  const used = await findUsed(tx, organization.id, person.id, period);
  return leftInPeriod(amount, used, per, now, person.zone);
}

/** Takes from a period's allowance; the rolling one is what the ledger says. False: it can't pay. */
export async function spend(
  work: Work,
  person: Person,
  settings: AllowanceSettings,
  cost: number,
): Promise<boolean> {
  const { per } = settings;
  if (cost === 0 || per === "off" || per === "rolling") return true;
  const amount = await amountOf(work, person, settings);
  const period = allowancePeriod(work.now, per, person.zone);
  const used = await spendInPeriod(work.tx, work.organization.id, person.id, period, cost, amount);
  return used !== null;
}

/** Returns what entries took, in the periods they were given in. */
export async function giveBack(
  work: Work,
  entries: readonly Entry[],
  settings: AllowanceSettings,
): Promise<void> {
  const { per } = settings;
  if (per === "off" || per === "rolling") return;
  const { tx, organization } = work;
  for (const entry of entries.toSorted((a, b) => (a.giver < b.giver ? -1 : 1))) {
    const giver = await findPerson(tx, organization, entry.giver);
    if (giver === undefined) continue;
    const period = allowancePeriod(entry.givenAt, per, giver.zone);
    await returnInPeriod(tx, organization.id, entry.giver, period, entry.cost);
  }
}
