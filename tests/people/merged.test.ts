import { describe, expect } from "vitest";

import { findPersonByEmail } from "../../src/people/queries/persons.ts";
import { giveRole } from "../../src/people/queries/roles.ts";
import { it, member } from "../support/office.ts";

describe("a person who turned out to be another", () => {
  it("is that other wherever they are read: in an account, in a thanks, and in their role", async ({
    office,
  }) => {
    const { ana, store, organization } = office;
    await office.learns(member("U_BEN_OLD", "B. Okafor", { email: "ben.old@annes.example" }));
    const ben = await office.ben.id();
    await store.transact(async (tx) => {
      const old = await findPersonByEmail(tx, organization, "ben.old@annes.example");
      if (old === undefined) throw new Error("Nobody has that address");
      await giveRole(tx, organization, old, "admin", null);
      await tx
        .updateTable("person")
        .set({ merged_into: ben })
        .where("organization_id", "=", organization)
        .where("person_id", "=", old)
        .execute();
    });
    const old = await office.person("U_BEN_OLD", { name: "B. Okafor" });

    expect(await old.types("/kudos @ben for the thing")).toContain(
      "Thanks are for others, so I left you out.",
    );
    expect(await old.types("/kudos @ana for the thing")).toContain("Sent to Ana Silva");
    await office.settle();
    expect(office.chat.texts("C_WARD")[0]).toContain("Ben Okafor thanks Ana Silva");
    expect(await office.ben.types("/kudos undo")).toContain("Taken back.");
    expect(await office.ben.types("/rapport")).toContain("[Setup]");
    expect(await ana.searches("okafor")).toBe("Ben Okafor");
  });
});
