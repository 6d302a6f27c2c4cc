/** Who reads named answers: the leads of the unit each person had when they were asked, and nobody else, admins included. */
import type { Line } from "../../chat/line.ts";
import { words } from "../../chat/line.ts";
import type { Context, Work } from "../../feature.ts";
import type { PersonId, RoundId, UnitId } from "../../ids.ts";
import { listRoles } from "../../people/queries/roles.ts";
import { findTemplate } from "../templates/find.ts";
import { findAskedUnit } from "./queries/answers.ts";

export async function ledUnits(work: Work, person: PersonId): Promise<UnitId[]> {
  const roles = await listRoles(work.tx, work.organization.id, person);
  return roles.flatMap(({ role, unit }) => (role === "lead" && unit !== null ? [unit] : []));
}

/** Whether this lead may read what that person answered by name in that round. */
export async function leads(context: Context, round: RoundId, person: PersonId): Promise<boolean> {
  const unit = await findAskedUnit(context.tx, context.organization.id, round, person);
  return unit !== null && (await ledUnits(context, context.person.id)).includes(unit);
}

/** A template's name as its reader says it; its id where it is no longer there. */
export async function templateName(
  context: Pick<Context, "tx" | "now" | "organization" | "say">,
  of: { readonly template: string; readonly templateVersion: number },
): Promise<Line> {
  const template = await findTemplate(context, of.template, of.templateVersion);
  return template === undefined ? words(of.template) : template.name(context.say);
}
