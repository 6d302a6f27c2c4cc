/**
 * Who may do what. Admins set Rapport up; that lets them read no private thanks. Every administrative act asks here, in the
 * engine: a button that isn't shown can still be pressed.
 */
import type { Reply } from "../chat/reply.ts";
import type { Context } from "../feature.ts";
import { adminsOnlyCard } from "./cards.ts";
import { listAdmins, listRoles, runsAny } from "./queries/roles.ts";

/** Whoever has the role; with a token install also those who run a workspace, whichever of their accounts they use. */
export async function isAdmin(context: Context): Promise<boolean> {
  const { tx, organization, person, runsWorkspace } = context;
  return (
    runsWorkspace ||
    (await has(context, "admin")) ||
    (await runsAny(tx, organization.id, person.id))
  );
}

/** Of any unit. */
export const isLead = (context: Context): Promise<boolean> => has(context, "lead");

/** Null: they may. Otherwise what to answer them, which names those who may. */
export async function requireAdmin(context: Context): Promise<Reply | null> {
  if (await isAdmin(context)) return null;
  const admins = await listAdmins(context.tx, context.organization.id);
  return { kind: "card", card: adminsOnlyCard(context.say, admins) };
}

async function has(context: Context, wanted: "lead" | "admin"): Promise<boolean> {
  const { tx, organization, person } = context;
  const roles = await listRoles(tx, organization.id, person.id);
  return roles.some(({ role }) => role === wanted);
}
