/** An admin tells the guard how the organization's own record numbers are written, and what its sites are called. */
import type { Filled } from "../chat/form.ts";
import type { Line } from "../chat/line.ts";
import type { Outcome, Reply } from "../chat/reply.ts";
import { type Context, recorded } from "../feature.ts";
import { clearField } from "../people/clear.ts";
import { formNote } from "../people/footnote.ts";
import { requireAdmin } from "../people/roles.ts";
import { audit } from "../privacy/audit.ts";
import { noSentence, wordRules } from "../privacy/phi/rules.ts";
import { guardForm } from "./forms.ts";
import { changesOf, type GuardFacts, readRecordShapes, readSites } from "./organization.ts";
import { updateGuard } from "./queries.ts";

export async function openGuard(context: Context): Promise<Reply> {
  const refused = await requireAdmin(context);
  if (refused !== null) return refused;
  const { say, organization } = context;
  return { kind: "form", form: guardForm(say, organization, await formNote(context)) };
}

/** A field left empty unsets it. What changed is in the audit by its name alone. */
export async function keepGuard(context: Context, { text }: Filled): Promise<Outcome> {
  const refused = await requireAdmin(context);
  if (refused !== null) return refused;

  const { tx, organization, person, say } = context;
  const numbers = await clearField(context, text.numbers, { except: noSentence });
  // Sites are named after people: it is for them that they are told.
  const sites = await clearField(context, text.sites, { except: wordRules });
  const shapes = readRecordShapes(numbers?.kind === "cleared" ? numbers.text : "");
  const fields: Record<string, Line> = {};
  if (shapes === null) fields.numbers = say.setup.notAShape();
  if (numbers?.kind === "refused") fields.numbers = say.setup.notAShape();
  if (sites?.kind === "refused") fields.sites = sites.line;
  if (shapes === null || Object.keys(fields).length > 0) return { kind: "invalid", fields };

  const after: GuardFacts = {
    recordShapes: shapes,
    sites: readSites(sites?.kind === "cleared" ? sites.text : ""),
  };
  const changed = changesOf(organization, after);
  if (changed.length > 0) {
    await updateGuard(tx, organization.id, after);
    await audit(context, person.id, "setup.kept", { setting: "guard", changed });
  }
  return recorded("setup.kept", { part: "setup.guard" });
}
