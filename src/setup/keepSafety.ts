/** An admin says where safety events go and whom to call: the last line of every form with free text. */
import type { Filled } from "../chat/form.ts";
import type { Line } from "../chat/line.ts";
import type { Outcome, Reply } from "../chat/reply.ts";
import { type Context, recorded } from "../feature.ts";
import { clearField } from "../people/clear.ts";
import { formNote, type SafetySettings, safetySettings } from "../people/footnote.ts";
import { requireAdmin } from "../people/roles.ts";
import { audit } from "../privacy/audit.ts";
import { wordRules } from "../privacy/phi/rules.ts";
import { findSetting, keepSetting } from "../store/settings.ts";
import { safetyForm } from "./forms.ts";
import { changesOf } from "./organization.ts";

export async function openSafety(context: Context): Promise<Reply> {
  const refused = await requireAdmin(context);
  if (refused !== null) return refused;
  const { tx, organization, say } = context;
  const settings = await findSetting(tx, organization.id, safetySettings);
  return { kind: "form", form: safetyForm(say, settings, await formNote(context)) };
}

/** Among the contacts a telephone number is the help line's, or the named colleague's on call: nobody could be called without. */
const ourNumbers = ["phone-number", "bare-number", "email-address", ...wordRules] as const;

/** A field left empty unsets it. */
export async function keepSafety(context: Context, { text }: Filled): Promise<Outcome> {
  const refused = await requireAdmin(context);
  if (refused !== null) return refused;

  const { tx, organization, person } = context;
  const incidents = await clearField(context, text.incidents);
  const contacts = await clearField(context, text.contacts, { except: ourNumbers });
  const fields: Record<string, Line> = {};
  if (incidents?.kind === "refused") fields.incidents = incidents.line;
  if (contacts?.kind === "refused") fields.contacts = contacts.line;
  if (Object.keys(fields).length > 0) return { kind: "invalid", fields };

  const before = await findSetting(tx, organization.id, safetySettings);
  const after: SafetySettings = {
    incidentSystem: incidents?.kind === "cleared" ? incidents.text : null,
    contacts: contacts?.kind === "cleared" ? contacts.text : null,
  };
  const changed = changesOf(before, after);
  if (changed.length > 0) {
    await keepSetting(tx, organization.id, safetySettings, after);
    await audit(context, person.id, "setup.kept", { setting: "safety", changed });
  }
  return recorded("setup.kept", { part: "setup.safety" });
}
