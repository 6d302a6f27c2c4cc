/** What an admin may say of the organization itself. */
import type { Organization } from "../people/organization.ts";
import type { Locale } from "../text/say.ts";

export type OrganizationFacts = Omit<Organization, "id">;

export const locales: readonly Locale[] = ["en", "de"];

/** "annes.example, @Lab.Annes.example" → both, as they are compared; null where one of them is no domain. */
export function readDomains(text: string): string[] | null {
  const domains = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((one) => one.replace(/^@/, ""))
    .filter((one) => one !== "");
  return domains.every((one) => domain.test(one)) ? [...new Set(domains)] : null;
}

/** Labels of letters, digits and inner hyphens, at least two of them (RFC 1035); so a whole "com" is not claimed. */
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** The names of what differs. */
export function changesOf<Facts extends object>(
  before: Facts,
  after: Facts,
): (keyof Facts & string)[] {
  return (Object.keys(after) as (keyof Facts & string)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
}
