/** `/checkin templates`: anyone may look at what can be asked; leads and admins may copy and edit it. */

import { saying } from "../../chat/card.ts";
import type { Reply } from "../../chat/reply.ts";
import type { Context } from "../../feature.ts";
import { isAdmin, isLead } from "../../people/roles.ts";
import { listCard, lookCard } from "./cards.ts";
import { findDefinition, findTemplate, listTemplates } from "./find.ts";

export const mayEdit = async (context: Context): Promise<boolean> =>
  (await isLead(context)) || (await isAdmin(context));

export async function showTemplates(context: Context): Promise<Reply> {
  return { kind: "card", card: await list(context, 0) };
}

export async function turnTemplates(
  context: Context,
  { from }: { readonly from: number },
): Promise<Reply> {
  return { kind: "replace", card: await list(context, from) };
}

const list = async (context: Context, from: number) =>
  listCard(context.say, await listTemplates(context), from, await mayEdit(context));

export const lookAtTemplate = (context: Context, { id }: { readonly id: string }): Promise<Reply> =>
  look(context, id, false);

/** After it was saved. */
export const drawTemplate = (context: Context, { id }: { readonly id: string }): Promise<Reply> =>
  look(context, id, true);

async function look(context: Context, id: string, saved: boolean): Promise<Reply> {
  const { say } = context;
  const template = await findTemplate(context, id);
  if (template === undefined) return { kind: "replace", card: saying(say.templates.gone()) };
  const isOwn = await isOwnIn(context, id);
  const card = lookCard(say, { template, isOwn, mayEdit: await mayEdit(context), saved });
  return { kind: "replace", card };
}

/** What is written in other languages too would lose them in a form that shows one: it is copied instead, or imported. */
export async function isOwnIn(context: Context, id: string): Promise<boolean> {
  const file = await findDefinition(context, id);
  return file?.languages.every((one) => one === context.say.locale) ?? false;
}
