/** Admins make admins. The last one stays. */
import type { Filled } from "../chat/form.ts";
import type { Outcome, Reply } from "../chat/reply.ts";
import { type Context, recorded } from "../feature.ts";
import type { PersonId } from "../ids.ts";
import { holdPersons, listPersons } from "../people/queries/persons.ts";
import { giveRole, listAdmins, takeAdmin } from "../people/queries/roles.ts";
import { requireAdmin } from "../people/roles.ts";
import { audit } from "../privacy/audit.ts";
import { adminsCard, personLine } from "./adminCards.ts";
import { withNews } from "./cards.ts";
import { addAdminsForm } from "./forms.ts";

export async function showAdmins(context: Context): Promise<Reply> {
  const refused = await requireAdmin(context);
  if (refused !== null) return refused;
  const admins = await listAdmins(context.tx, context.organization.id);
  return { kind: "replace", card: adminsCard(context.say, admins) };
}

export async function openAddAdmins(context: Context): Promise<Reply> {
  const refused = await requireAdmin(context);
  return refused ?? { kind: "form", form: addAdminsForm(context.say) };
}

export async function addAdmins(context: Context, { picked }: Filled): Promise<Outcome> {
  const refused = await requireAdmin(context);
  if (refused !== null) return refused;

  const { tx, organization, person, say } = context;
  const found = await listPersons(tx, organization, (picked.admins ?? []) as readonly PersonId[]);
  const added = found.filter(({ here }) => here);
  if (added.length === 0) return { kind: "invalid", fields: { admins: say.setup.nobodyAdded() } };

  const before = await listAdmins(tx, organization.id);
  for (const { id } of added) {
    if (before.some((admin) => admin.id === id && admin.byRole)) continue;
    await giveRole(tx, organization.id, id, "admin", null);
    await audit(context, person.id, "admin.added", { person: id });
  }
  return recorded("setup.admins", { added: added.map(({ id }) => id), removed: null });
}

export async function removeAdmin(context: Context, removed: PersonId): Promise<Outcome> {
  const refused = await requireAdmin(context);
  if (refused !== null) return refused;

  const { tx, organization, person, say } = context;
  // Two who remove each other at once would leave nobody: all are held, then read.
  await holdPersons(
    tx,
    organization.id,
    (await listAdmins(tx, organization.id)).map(({ id }) => id),
  );
  const admins = await listAdmins(tx, organization.id);
  const admin = admins.find(({ id, byRole }) => id === removed && byRole);
  if (admin === undefined) return { kind: "replace", card: adminsCard(say, admins) };
  if (admins.length === 1) {
    const news = say.setup.lastAdmin({ admin: personLine(admin) });
    return { kind: "replace", card: withNews(news, adminsCard(say, admins)) };
  }
  await takeAdmin(tx, organization.id, removed);
  await audit(context, person.id, "admin.removed", { person: removed });
  return recorded("setup.admins", { added: [], removed });
}

/** Who is an admin now, under what was done. Whoever removed themself reads that and no more. */
export async function showAdminsKept(
  context: Context,
  facts: { readonly added: readonly PersonId[]; readonly removed: PersonId | null },
): Promise<Reply> {
  const { tx, organization, say } = context;
  const [removed] = await listPersons(
    tx,
    organization,
    facts.removed === null ? [] : [facts.removed],
  );
  const added = await listPersons(tx, organization, facts.added);
  const news =
    removed === undefined
      ? say.setup.adminAdded({ admins: say.list(added.map(personLine)), count: added.length })
      : say.setup.adminRemoved({ admin: personLine(removed) });
  if ((await requireAdmin(context)) !== null) {
    return { kind: "replace", card: { summary: news, blocks: [{ kind: "text", line: news }] } };
  }
  const card = adminsCard(say, await listAdmins(tx, organization.id));
  return { kind: "replace", card: withNews(news, card) };
}
