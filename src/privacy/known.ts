/** What the guard has to know before it judges: the organization's own facts, and which of the names in a text are somebody's here. */
import type { Work } from "../feature.ts";
import { type Directory, knowing } from "./phi/directory.ts";
import { foldedName, namesToLookUp } from "./phi/guard.ts";
import { hasPeople, listNamesWith } from "./queries.ts";
import type { Typed } from "./typed.ts";

/** `others`: names given beside the texts that are no patient's, such as those under "Not on the list". */
export async function directoryFor(
  { tx, organization }: Pick<Work, "tx" | "organization">,
  texts: readonly Typed[],
  others: readonly Typed[] = [],
): Promise<Directory> {
  const asked = [...new Set(texts.flatMap((text) => namesToLookUp(text, organization)))];
  const named = await listNamesWith(tx, organization.id, asked);
  return {
    ...organization,
    knows: knowing([...named, ...others.map(foldedName)]),
    isStaffed: await hasPeople(tx, organization.id, fewest),
  };
}

/** So many people in the directory, and it is the hospital's: with fewer, most colleagues are not entered yet. */
const fewest = 25;
