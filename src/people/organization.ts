/** The tenant: a hospital, a health system, a laboratory. All data belongs to one. */
import type { OrganizationId } from "../ids.ts";
import { type Locale, nearestLocale } from "../text/say.ts";

export interface Organization {
  readonly id: OrganizationId;
  readonly name: string;
  readonly locale: Locale;
  /** IANA. */
  readonly zone: string;
  /** Its own e-mail domains: addresses in them are no secret and join accounts. */
  readonly domains: readonly string[];
}

/** As it is kept. */
export function readOrganization(row: {
  organization_id: OrganizationId;
  name: string;
  locale: string;
  zone: string;
  domains: string;
}): Organization {
  return {
    id: row.organization_id,
    name: row.name,
    locale: nearestLocale(row.locale),
    zone: row.zone,
    domains: JSON.parse(row.domains) as string[],
  };
}

/** Whether an address is in one of the organization's own domains. */
export function isOwnAddress(organization: Organization, email: string): boolean {
  const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  return organization.domains.some((own) => own.toLowerCase() === domain);
}
