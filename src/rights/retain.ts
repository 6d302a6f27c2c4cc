/** An admin settles how long what is kept. */
import type { Filled, Form } from "../chat/form.ts";
import type { Line } from "../chat/line.ts";
import type { Outcome, Reply } from "../chat/reply.ts";
import { type Context, recorded, type SetupRow, type Work } from "../feature.ts";
import { requireAdmin } from "../people/roles.ts";
import { audit } from "../privacy/audit.ts";
import { choices, kinds, type Retention, retentionSettings } from "../privacy/retention.ts";
import { findSetting, keepSetting } from "../store/settings.ts";
import type { Say } from "../text/say.ts";
import { retentionCard, retentionForm } from "./retainCards.ts";

export async function openRetention(context: Context): Promise<Reply> {
  const refused = await requireAdmin(context);
  if (refused !== null) return refused;
  const { tx, organization, say } = context;
  const form: Form = retentionForm(say, await findSetting(tx, organization.id, retentionSettings));
  return { kind: "form", form };
}

export async function keepRetention(context: Context, { picked }: Filled): Promise<Outcome> {
  const refused = await requireAdmin(context);
  if (refused !== null) return refused;
  const { tx, organization, person } = context;
  const before = await findSetting(tx, organization.id, retentionSettings);
  const after: Retention = { ...before };
  for (const kind of kinds) {
    const chosen = choices[kind].find((one) => String(one) === picked[kind]?.[0]);
    if (chosen !== undefined) after[kind] = chosen;
  }
  const changed = kinds.filter((kind) => after[kind] !== before[kind]);
  if (changed.length > 0) {
    await keepSetting(tx, organization.id, retentionSettings, after);
    await audit(context, person.id, "setup.kept", { setting: "retention", changed, ...after });
  }
  return recorded("rights.retention", null);
}

export async function showRetention(context: Context): Promise<Reply> {
  return { kind: "card", card: retentionCard(context.say, await retentionNow(context)) };
}

async function retentionNow({
  tx,
  organization,
  say,
}: Work & { readonly say: Say }): Promise<Line> {
  return say.rights.retentionNow(await findSetting(tx, organization.id, retentionSettings));
}

export const retentionRow: SetupRow = {
  action: "rights.retention",
  label: (say) => say.rights.retention(),
  first: false,
  now: retentionNow,
};
