/** Finding people by name: pickers search the whole directory and show "Dana Ortiz · 4 West · Teams". */
import type { Choice } from "../chat/form.ts";
import { words } from "../chat/line.ts";
import type { Context } from "../feature.ts";
import { reveal, type Typed } from "../privacy/typed.ts";
import { platformName } from "./platform.ts";
import { type PersonFound, searchPersons } from "./queries/search.ts";
import { listPlatforms } from "./queries/workspaces.ts";

/** Slack shows 100 options at most; more than a screenful helps nobody. */
const mostChoices = 30;

export async function findPersons(context: Context, typed: Typed): Promise<readonly Choice[]> {
  const { tx, organization } = context;
  const found = await searchPersons(tx, organization.id, reveal(typed), mostChoices);
  const platforms = await listPlatforms(tx, organization.id);
  return found.map((one) => personChoice(one, platforms.length > 1));
}

/** The platform is named only where the organization has more than one. */
export function personChoice(person: PersonFound, manyPlatforms: boolean): Choice {
  const parts = [person.name, person.unit ?? ""];
  if (manyPlatforms) parts.push(person.platforms.map(platformName).join(", "));
  return { value: person.id, label: words(parts.filter(Boolean).join(" · ")) };
}
