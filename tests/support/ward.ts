/** The three who work in any chat: as colleagues of one unit, and as people who are on another platform too. */
import { newId, type PersonId } from "../../src/ids.ts";
import { learnAccounts } from "../../src/people/directory.ts";
import { codeLasts, hashCode, makeCode } from "../../src/people/linking/code.ts";
import { insertCode } from "../../src/people/linking/queries.ts";
import { insertUnit, moveToUnit } from "../../src/people/queries/about.ts";
import { findOrganization } from "../../src/people/queries/organizations.ts";
import { giveRole } from "../../src/people/queries/roles.ts";
import { insertWorkspace } from "../../src/people/queries/workspaces.ts";
import type { Store } from "../../src/store/store.ts";
import { type Instant, plus } from "../../src/time/instant.ts";
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

/** The code that Ben is shown on another platform of the organization, where he is Benjamin. */
export const codeElsewhere = (store: Store, now: Instant): Promise<string> =>
  store.transact(async (tx) => {
    const home = await tx
      .selectFrom("workspace")
      .select(["organization_id", "platform"])
      .executeTakeFirstOrThrow();
    const organization = await findOrganization(tx, home.organization_id);
    const platform = home.platform === "teams" ? "slack" : "teams";
    const workspace = { id: newId("workspace", now), platform, externalId: "ELSEWHERE" } as const;
    const kept = { ...workspace, name: "Elsewhere", token: null, installation: "{}", now };
    await insertWorkspace(tx, organization.id, kept);
    const benjamin = { externalId: "BENJAMIN", name: "Benjamin Okafor" };
    await learnAccounts({ tx, now, organization }, workspace.id, [
      { ...benjamin, kind: "member", runsWorkspace: false },
    ]);
    const { person_id: person } = await tx
      .selectFrom("account")
      .select("person_id")
      .where("external_id", "=", benjamin.externalId)
      .executeTakeFirstOrThrow();
    const code = makeCode("person");
    await insertCode(tx, organization.id, hashCode(code), {
      kind: "person",
      person: person as PersonId,
      workspace: workspace.id,
      expiresAt: plus(now, codeLasts),
    });
    return code;
  });
