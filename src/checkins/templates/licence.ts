/** Whether a licensed instrument may be asked of these units today. */
import type { Line } from "../../chat/line.ts";
import { words } from "../../chat/line.ts";
import { nameKey } from "../../people/person.ts";
import type { Say } from "../../text/say.ts";
import type { Template } from "../template.ts";

export type LicenceRefusal =
  | { readonly kind: "expired"; readonly on: string }
  /** Null stands for people who have no unit. */
  | { readonly kind: "units"; readonly units: readonly (string | null)[] };

/** Null: it may, or needs no licence. `today` is the organization's local date; the day it expires is its last. */
export function licenceRefusal(
  { licence }: Template,
  unitNames: readonly (string | null)[],
  today: string,
): LicenceRefusal | null {
  if (licence === null) return null;
  if (licence.expires < today) return { kind: "expired", on: licence.expires };
  if (licence.units.length === 0) return null;
  const permitted = new Set(licence.units.map(nameKey));
  const units = unitNames.filter((name) => name === null || !permitted.has(nameKey(name)));
  return units.length === 0 ? null : { kind: "units", units };
}

export function licenceLine(say: Say, refusal: LicenceRefusal): Line {
  if (refusal.kind === "expired") return say.templates.licenceExpired({ on: refusal.on });
  const units = refusal.units.map((name) => (name === null ? say.people.notSet() : words(name)));
  return say.templates.licenceUnits({ units: say.list(units) });
}
