/** What an admin may say of the organization itself. */
import type { Organization } from "../people/organization.ts";
import { isRecordShape } from "../privacy/phi/recordShape.ts";
import type { Locale } from "../text/say.ts";

export type OrganizationFacts = Pick<Organization, "name" | "locale" | "zone" | "domains">;

/** What the guard is told of the organization besides its domains. */
export type GuardFacts = Pick<Organization, "recordShapes" | "sites">;

/** "AA000000, 00-00-00" → both; null where one of them is no shape of a record number. */
export function readRecordShapes(text: string): string[] | null {
  const shapes = listed(text.toUpperCase());
  return shapes.every(isRecordShape) ? shapes : null;
}

/** "St. Anne's, Jackson Memorial" → both. */
export const readSites = (text: string): string[] => listed(text);

const listed = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;\n]/)
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];

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
  before: Readonly<Facts>,
  after: Facts,
): (keyof Facts & string)[] {
  return (Object.keys(after) as (keyof Facts & string)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
}
