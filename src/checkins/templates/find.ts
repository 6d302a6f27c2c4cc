/** Templates, shipped and the organization's own. One of its own with a shipped one's id stands in its place. */
import type { Work } from "../../feature.ts";
import type { Template } from "../template.ts";
import { templateOf } from "./definition.ts";
import type { TemplateFile } from "./file.ts";
import { findNewest, findVersion, type Kept, listNewest } from "./queries.ts";
import { shippedTemplates } from "./shipped/index.ts";

const shipped: ReadonlyMap<string, Template> = new Map(
  shippedTemplates.map((template) => [template.id, template]),
);

/** `version` 0 is the shipped one; none: the newest there is. */
export async function findTemplate(
  work: Work,
  id: string,
  version: number | null = null,
): Promise<Template | undefined> {
  const { tx, organization } = work;
  if (version === 0) return shipped.get(id);
  const kept =
    version === null
      ? await findNewest(tx, organization.id, id)
      : await findVersion(tx, organization.id, id, version);
  if (kept !== undefined) return readKept(kept);
  return version === null ? shipped.get(id) : undefined;
}

/** The shipped ones first, in their order, then the organization's own. */
export async function listTemplates(work: Work): Promise<readonly Template[]> {
  const kept = await listNewest(work.tx, work.organization.id);
  const own = new Map(kept.map(readKept).map((template) => [template.id, template]));
  const others = [...own.values()].filter(({ id }) => !shipped.has(id));
  return [...shippedTemplates.map((template) => own.get(template.id) ?? template), ...others];
}

/** As it was written, for whoever exports it. */
export async function findDefinition(work: Work, id: string): Promise<TemplateFile | undefined> {
  const kept = await findNewest(work.tx, work.organization.id, id);
  return kept && readDefinition(kept);
}

const readKept = (kept: Kept): Template => templateOf(readDefinition(kept), kept.version);

/** Every text in it passed the guard before it was written, as its column says. */
const readDefinition = ({ definition }: Kept): TemplateFile =>
  JSON.parse(definition) as TemplateFile;
