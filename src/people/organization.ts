/** The tenant: a hospital, a health system, a laboratory. All data belongs to one. */
import type { OrganizationId } from "../ids.ts";
import type { Locale } from "../text/say.ts";

export interface Organization {
  readonly id: OrganizationId;
  readonly name: string;
  readonly locale: Locale;
  /** IANA. */
  readonly zone: string;
  /** Its own e-mail domains: addresses in them are no secret and join accounts. */
  readonly domains: readonly string[];
  /** How its own record numbers are written (privacy/phi/recordShape.ts), for the guard. */
  readonly recordShapes: readonly string[];
  /** Its own sites, as they are called, for the guard. */
  readonly sites: readonly string[];
}
