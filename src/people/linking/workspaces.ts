/** `/rapport join CODE`: an admin of one workspace shows a code, an admin of another takes it. */
import { saying } from "../../chat/card.ts";
import type { Word } from "../../chat/inbound.ts";
import type { Line } from "../../chat/line.ts";
import type { Outcome } from "../../chat/reply.ts";
import type { Context, Feature, SetupRow } from "../../feature.ts";
import { audit } from "../../privacy/audit.ts";
import { platformName } from "../platform.ts";
import { listWorkspaceNames } from "../queries/moving.ts";
import { findOrganization } from "../queries/organizations.ts";
import { requireAdmin } from "../roles.ts";
import { refusalLine } from "./cards.ts";
import { hashCode } from "./code.ts";
import { freshCode, readCode } from "./link.ts";
import { isEmpty, joinOrganization } from "./organization.ts";
import { findCode, useCode } from "./queries.ts";
import { typedCode } from "./words.ts";

export async function showJoinCode(context: Context): Promise<Outcome> {
  const refused = await requireAdmin(context);
  if (refused !== null) return refused;
  const code = await freshCode(context, "workspace");
  await audit(context, context.person.id, "workspace.code-shown", {});
  return answer(context.say.people.join.code({ code }));
}

export async function joinWith(
  context: Context,
  features: readonly Feature[],
  words: readonly Word[],
): Promise<Outcome> {
  const refused = await requireAdmin(context);
  if (refused !== null) return refused;
  const { tx, now, organization, say } = context;
  const text = say.people.join;
  const typed = typedCode(words);
  if (typed === null) return answer(text.usage());
  const hash = hashCode(typed);
  // Where it has joined already, a repeat of the same words says so.
  const known = await findCode(tx, hash);
  if (known?.kind === "workspace" && known.organization === organization.id) {
    return answer(text.hereAlready({ organization: organization.name }));
  }
  const code = await readCode(context, hash, "workspace");
  if (!("expiresAt" in code)) {
    return answer(code.kind === "unknown" ? text.unknown() : refusalLine(say, code, now));
  }
  if (!(await isEmpty(context, features))) return answer(text.notEmpty());
  if (!(await useCode(tx, code.organization, hash, now))) return answer(text.unknown());
  const into = await findOrganization(tx, code.organization);
  await joinOrganization(context, into.id);
  return answer(text.joined({ organization: into.name }));
}

const answer = (line: Line): Outcome => ({ kind: "card", card: saying(line) });

export const workspaceRow: SetupRow = {
  action: "people.addWorkspace",
  label: (say) => say.people.join.label(),
  first: false,
  now: async ({ tx, organization, say }) =>
    say.list(
      (await listWorkspaceNames(tx, organization.id)).map(({ name, platform }) => [
        { kind: "words", words: `${name} (${platformName(platform)})` },
      ]),
    ),
};
