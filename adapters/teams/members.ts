/** Who somebody in a roster is to us. */
import type { AccountFacts } from "#engine";
import type { Member, Party } from "./activities.ts";

/** Accounts are known by their Entra object id; whoever has none here is of no tenant of ours. */
export const accountOf = ({ aadObjectId, objectId, id }: Party): string =>
  aadObjectId || objectId || entraIdIn(id) || id;

/** "8:orgid:…" is another way of writing it. */
const entraIdIn = (id: string): string | undefined => /^8:orgid:(.+)$/.exec(id)?.[1];

export function readMember(member: Member, tenant: string): AccountFacts {
  const { id, name, givenName, surname, email, userPrincipalName } = member;
  const whole = [givenName, surname].filter(Boolean).join(" ");
  const address = email || (userPrincipalName?.includes("@") ? userPrincipalName : undefined);
  return {
    externalId: accountOf({ ...member, id }),
    name: [name, whole, userPrincipalName].find((one) => one?.trim())?.trim() ?? id,
    kind: kindOf(member, tenant),
    runsWorkspace: false,
    address: id,
    ...(address && kindOf(member, tenant) === "member" ? { email: address } : {}),
  };
}

function kindOf(member: Member, tenant: string): AccountFacts["kind"] {
  const { id, userRole, userPrincipalName, tenantId } = member;
  if (id.startsWith("28:")) return "bot";
  if (tenantId && tenantId !== tenant) return "stranger";
  if (accountOf({ ...member, id }) === id) return "stranger";
  const guest = userRole && /guest|anonymous/i.test(userRole);
  return guest || userPrincipalName?.includes("#EXT#") === true ? "guest" : "member";
}
