/** What is kept of people who have more than one account. */
import type { Holding, Unheld } from "../../feature.ts";
import { ownRows } from "../../privacy/holding.ts";

export const linkingHolds: readonly Holding[] = [
  ownRows({ table: "link_code", person: "person_id", with: ["kind"], erased: "goes" }),
  ownRows({ table: "link_try", person: "person_id", erased: "goes" }),
  // Where they turned out to be two, the other's id names somebody who was here once.
  ownRows({
    table: "joining",
    person: "person_id",
    with: ["into_id", "how", "brought"],
    erased: "goes",
  }),
];

export const linkingUnheld: readonly Unheld[] = [
  { table: "link_code", columns: ["code_hash"], why: "the hash of a random code" },
];
