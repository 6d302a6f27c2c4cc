/** What an admin fills in. */
import type { Form } from "../chat/form.ts";
import type { Line } from "../chat/line.ts";
import type { SafetySettings } from "../people/footnote.ts";
import type { Organization } from "../people/organization.ts";
import { type Typed, typed } from "../privacy/typed.ts";
import type { Say } from "../text/say.ts";
import { locales } from "./organization.ts";

export function organizationForm(say: Say, organization: Organization, note: Line): Form {
  return {
    form: "setup.organization",
    title: say.setup.organization(),
    submit: say.setup.save(),
    fields: [
      {
        kind: "text",
        name: "name",
        label: say.setup.name(),
        initial: typed(organization.name),
        most: 80,
      },
      {
        kind: "choice",
        name: "locale",
        label: say.setup.language(),
        hint: say.setup.languageHint(),
        choices: locales.map((locale) => ({ value: locale, label: say.setup.languages[locale]() })),
        initial: organization.locale,
      },
      {
        kind: "text",
        name: "zone",
        label: say.setup.zone(),
        hint: say.setup.zoneHint(),
        initial: typed(organization.zone),
        most: 60,
      },
      {
        kind: "text",
        name: "domains",
        label: say.setup.domains(),
        hint: say.setup.domainsHint(),
        ...initial(organization.domains.join(", ")),
        optional: true,
        most: 1_000,
      },
      { kind: "note", line: note },
    ],
  };
}

export function guardForm(
  say: Say,
  { recordShapes, sites }: Pick<Organization, "recordShapes" | "sites">,
  note: Line,
): Form {
  return {
    form: "setup.guard",
    title: say.setup.guard(),
    submit: say.setup.save(),
    fields: [
      { kind: "note", line: say.setup.guardAbout() },
      {
        kind: "text",
        name: "numbers",
        label: say.setup.ownNumbers(),
        hint: say.setup.ownNumbersHint(),
        ...initial(recordShapes.join(", ")),
        optional: true,
        most: 200,
      },
      {
        kind: "text",
        name: "sites",
        label: say.setup.ownSites(),
        hint: say.setup.ownSitesHint(),
        ...initial(sites.join(", ")),
        optional: true,
        most: 1_000,
      },
      { kind: "note", line: note },
    ],
  };
}

export function safetyForm(
  say: Say,
  { incidentSystem, contacts }: SafetySettings,
  note: Line,
): Form {
  return {
    form: "setup.safety",
    title: say.setup.safety(),
    submit: say.setup.save(),
    fields: [
      {
        kind: "text",
        name: "incidents",
        label: say.setup.incidents(),
        hint: say.setup.incidentsHint(),
        ...initial(incidentSystem ?? ""),
        optional: true,
        most: 150,
      },
      {
        kind: "text",
        name: "contacts",
        label: say.setup.contacts(),
        hint: say.setup.contactsHint(),
        ...initial(contacts ?? ""),
        optional: true,
        most: 150,
      },
      { kind: "note", line: note },
    ],
  };
}

export const addAdminsForm = (say: Say): Form => ({
  form: "setup.addAdmins",
  title: say.setup.addAdmins(),
  submit: say.setup.save(),
  fields: [{ kind: "people", name: "admins", label: say.setup.whoIsAdmin(), most: 10 }],
});

const initial = (text: string): { readonly initial?: Typed } =>
  text === "" ? {} : { initial: typed(text) };
