/** What stands in the way of a check-in being started: asked when it is previewed, and again when it is. */
import type { Line } from "../../chat/line.ts";
import { words } from "../../chat/line.ts";
import type { Work } from "../../feature.ts";
import type { PersonId } from "../../ids.ts";
import { safetySettings } from "../../people/footnote.ts";
import { listUnits } from "../../people/queries/about.ts";
import { listAdmins, listRoles } from "../../people/queries/roles.ts";
import type { RoundKeys } from "../../privacy/roundKeys.ts";
import { findSetting } from "../../store/settings.ts";
import type { Say } from "../../text/say.ts";
import { localDate } from "../../time/zone.ts";
import { hasSealed, type Template } from "../template.ts";
import { licenceLine, licenceRefusal } from "../templates/licence.ts";
import { type Asking, isTooShort, leastFeedbackDays, mostAskedByLead } from "./schedule.ts";

export interface Starter {
  readonly id: PersonId;
  readonly isAdmin: boolean;
}

/** `runs`: whoever runs the workspace is one, by the account they used. */
export async function readStarter(
  { tx, organization }: Work,
  id: PersonId,
  runs = false,
): Promise<Starter> {
  const isAdmin = runs || (await listAdmins(tx, organization.id)).some((admin) => admin.id === id);
  return { id, isAdmin };
}

/** Null: it may start. `asked`: how many it asks, as far as that is known. */
export async function refuseStart(
  work: Work & { readonly keys: RoundKeys; readonly say: Say },
  starter: Starter,
  asking: Asking,
  template: Template,
  asked: number | null,
): Promise<Line | null> {
  const { say } = work;
  const texts = say.schedules;
  return (
    (await refuseAudience(work, say, starter, asking)) ??
    (await refuseLicence(work, say, asking, template)) ??
    (await refuseUnsafe(work, say, template)) ??
    (hasSealed(template) && !work.keys.usable ? texts.noKeys() : null) ??
    (isTooShort(template, asking.window) ? texts.tooShort({ days: leastFeedbackDays }) : null) ??
    (asked !== null && asked > mostAskedByLead && !starter.isAdmin
      ? texts.over50({ asked, most: mostAskedByLead })
      : null)
  );
}

/** A lead asks the units they lead, or a channel they are in: that is seen where its members are looked up (preview.ts). */
export async function refuseAudience(
  { tx, organization }: Work,
  say: Say,
  starter: Starter,
  { audience }: Pick<Asking, "audience">,
): Promise<Line | null> {
  if (starter.isAdmin || audience.kind === "channel") return null;
  if (audience.kind !== "units") return say.schedules.adminsEveryone();
  const roles = await listRoles(tx, organization.id, starter.id);
  const led = new Set(roles.flatMap(({ role, unit }) => (role === "lead" && unit ? [unit] : [])));
  return audience.units.every((unit) => led.has(unit)) ? null : say.schedules.notYourUnits();
}

const mostUnits = 10_000;

async function refuseLicence(
  { tx, organization, now }: Work,
  say: Say,
  { audience }: Asking,
  template: Template,
): Promise<Line | null> {
  const all = audience.kind === "units" ? await listUnits(tx, organization.id, mostUnits) : [];
  const names = all
    .filter(({ id }) => audience.kind === "units" && audience.units.includes(id))
    .map(({ name }) => name);
  const refusal = licenceRefusal(template, names, localDate(now, organization.zone));
  return refusal === null ? null : licenceLine(say, refusal);
}

/** Strain, and words that nobody reads as they arrive: whoever answers must read whom to call. */
async function refuseUnsafe(
  { tx, organization }: Work,
  say: Say,
  template: Template,
): Promise<Line | null> {
  const isUnread =
    template.sees === "groups" && template.questions.some(({ kind }) => kind === "text");
  if (!template.contacts && !isUnread) return null;
  const { contacts } = await findSetting(tx, organization.id, safetySettings);
  return contacts === null ? say.schedules.noContacts() : null;
}

export const noTemplateLine = (say: Say, template: string): Line =>
  say.schedules.noTemplate({ template: words(template), example: "weekly-checkin" });
