/** The three who work in any chat, as colleagues of one unit. */
import { insertUnit, moveToUnit } from "../../src/people/queries/about.ts";
import { giveRole } from "../../src/people/queries/roles.ts";
import type { Store } from "../../src/store/store.ts";
import type { Instant } from "../../src/time/instant.ts";
import type { Name } from "../adapters/contract.ts";

const names: Readonly<Record<Name, string>> = {
  ana: "Ana Silva",
  ben: "Ben Okafor",
  cleo: "Cleo Martin",
};

export async function gatherWard(store: Store, now: Instant, lead: Name): Promise<void> {
  await store.transact(async (tx) => {
    const persons = await tx
      .selectFrom("person")
      .select(["organization_id", "person_id", "name"])
      .where("name", "in", Object.values(names))
      .execute();
    const [first] = persons;
    if (first === undefined) throw new Error("Nobody is known yet");
    const organization = first.organization_id;
    const unit = await insertUnit(tx, organization, "4 West", now);
    for (const { person_id, name } of persons) {
      await moveToUnit(tx, organization, person_id, unit, now);
      if (name === names[lead]) await giveRole(tx, organization, person_id, "lead", unit);
    }
  });
}
