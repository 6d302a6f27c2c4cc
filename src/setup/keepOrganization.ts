/** An admin names the organization, its language, its zone and the e-mail domains that are its own. */
import type { Filled } from "../chat/form.ts";
import type { Line } from "../chat/line.ts";
import type { Outcome, Reply } from "../chat/reply.ts";
import { type Context, recorded } from "../feature.ts";
import { later } from "../jobs/queries.ts";
import { clearField } from "../people/clear.ts";
import { formNote } from "../people/footnote.ts";
import { matchJob } from "../people/linking/match.ts";
import { requireAdmin } from "../people/roles.ts";
import { audit } from "../privacy/audit.ts";
import { noSentence } from "../privacy/phi/rules.ts";
import { isZone } from "../time/zone.ts";
import { organizationForm } from "./forms.ts";
import { changesOf, locales, type OrganizationFacts, readDomains } from "./organization.ts";
import { updateOrganization } from "./queries.ts";

export async function openOrganization(context: Context): Promise<Reply> {
  const refused = await requireAdmin(context);
  if (refused !== null) return refused;
  const { say, organization } = context;
  return { kind: "form", form: organizationForm(say, organization, await formNote(context)) };
}

export async function keepOrganization(context: Context, filled: Filled): Promise<Outcome> {
  const refused = await requireAdmin(context);
  if (refused !== null) return refused;

  const { tx, now, organization, person } = context;
  const read = await readFilled(context, filled);
  if ("fields" in read) return { kind: "invalid", fields: read.fields };

  const { id } = organization;
  const changed = changesOf(organization, read.facts);
  if (changed.length > 0) {
    await updateOrganization(tx, id, read.facts);
    await audit(context, person.id, "setup.kept", { setting: "organization", changed });
  }
  if (changed.includes("zone")) {
    // Weeks and months now begin at other moments, so what was counted by them is counted anew.
    await later(tx, id, now, { kind: "setup.recount", payload: null, due: now, once: "recount" });
  }
  if (changed.includes("domains")) await later(tx, id, now, matchJob(now));
  return recorded("setup.kept", { part: "setup.organization" });
}

type Read =
  | { readonly facts: OrganizationFacts }
  | { readonly fields: Readonly<Record<string, Line>> };

/** A name, a language or a zone left out stays as it was; no domains are no domains. */
async function readFilled(context: Context, { text, picked }: Filled): Promise<Read> {
  const { organization, say } = context;
  const fields: Record<string, Line> = {};
  const cleared = async (name: string): Promise<string | null> => {
    const judged = await clearField(context, text[name], { except: noSentence });
    if (judged?.kind === "refused") fields[name] = judged.line;
    return judged?.kind === "cleared" ? judged.text : null;
  };

  const name = (await cleared("name")) ?? organization.name;
  const zone = (await cleared("zone")) ?? organization.zone;
  if (!isZone(zone)) fields.zone = say.setup.notAZone();
  const domains = readDomains((await cleared("domains")) ?? "");
  if (domains === null) fields.domains = say.setup.notADomain();
  const locale = locales.find((one) => one === picked.locale?.[0]) ?? organization.locale;

  if (domains === null || Object.keys(fields).length > 0) return { fields };
  return { facts: { name, locale, zone, domains } };
}
