/** Setup's own rows: what belongs to no other feature. */
import type { SetupRow } from "../feature.ts";
import { safetySettings } from "../people/footnote.ts";
import { listAdmins } from "../people/queries/roles.ts";
import { findSetting } from "../store/settings.ts";
import { adminsLine } from "./adminCards.ts";
import { guardLine, organizationLine, safetyLine } from "./cards.ts";

export const ownRows: readonly SetupRow[] = [
  {
    action: "setup.organization",
    label: (say) => say.setup.organization(),
    first: false,
    now: async ({ say, organization }) => organizationLine(say, organization),
  },
  {
    action: "setup.safety",
    label: (say) => say.setup.safety(),
    first: false,
    now: async ({ tx, organization, say }) =>
      safetyLine(say, await findSetting(tx, organization.id, safetySettings)),
  },
  {
    action: "setup.guard",
    label: (say) => say.setup.guard(),
    first: false,
    now: async ({ say, organization }) => guardLine(say, organization),
  },
  {
    action: "setup.admins",
    label: (say) => say.setup.admins(),
    first: false,
    now: async ({ tx, organization, say }) =>
      adminsLine(say, await listAdmins(tx, organization.id)),
  },
];
