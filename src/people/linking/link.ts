/** `/rapport link`: shows a code on one platform, and takes it on the other. */
import type { Card } from "../../chat/card.ts";
import { saying } from "../../chat/card.ts";
import type { Outcome } from "../../chat/reply.ts";
import { type Context, type Feature, recorded } from "../../feature.ts";
import type { JoiningId } from "../../ids.ts";
import { later } from "../../jobs/queries.ts";
import { type Instant, plus } from "../../time/instant.ts";
import { listSelf } from "../queries/self.ts";
import { refusalLine } from "./cards.ts";
import {
  type CodeKind,
  type CodeRefusal,
  codeLasts,
  hashCode,
  makeCode,
  mostTries,
} from "./code.ts";
import { askJoining, joinPersons } from "./join.ts";
import {
  type CodeKept,
  deleteJoining,
  findCode,
  findTries,
  insertCode,
  keepTries,
  listWorkspacesOf,
  useCode,
} from "./queries.ts";
import { toldJobs } from "./told.ts";

/** A fresh code in the place of one not used. Only its hash is kept, so a repeat of the delivery makes another. */
export async function freshCode(context: Context, kind: CodeKind): Promise<string> {
  const { tx, now, organization, person, workspace } = context;
  const code = makeCode(kind);
  await insertCode(tx, organization.id, hashCode(code), {
    kind,
    person: person.id,
    workspace: workspace.id,
    expiresAt: plus(now, codeLasts),
  });
  return code;
}

/** A code as it may be used now, or why it can't. One that is none counts as a try. */
export async function readCode(
  context: Context,
  hash: string,
  kind: CodeKind,
): Promise<CodeKept | CodeRefusal> {
  const { tx, now, organization, person } = context;
  const tries = await findTries(tx, organization.id, person.id);
  const counted = tries !== undefined && plus(tries.since, codeLasts) > now ? tries : null;
  if (counted !== null && counted.tries >= mostTries) {
    return { kind: "too-many", until: plus(counted.since, codeLasts) };
  }
  const code = await findCode(tx, hash);
  const refused = whyNot(code, kind, now);
  if (code !== undefined && refused === null) return code;
  await keepTries(tx, organization.id, person.id, {
    since: counted?.since ?? now,
    tries: (counted?.tries ?? 0) + 1,
  });
  return { kind: refused ?? "unknown" };
}

function whyNot(
  code: CodeKept | undefined,
  kind: CodeKind,
  now: Instant,
): "unknown" | "used" | "expired" | null {
  if (code === undefined || code.kind !== kind) return "unknown";
  if (code.usedAt !== null) return "used";
  return code.expiresAt <= now ? "expired" : null;
}

export async function linkWith(
  context: Context,
  features: readonly Feature[],
  typedCode: string,
): Promise<Outcome> {
  const { tx, now, organization, person, say } = context;
  const hash = hashCode(typedCode);
  const code = await readCode(context, hash, "person");
  const refused = "expiresAt" in code ? await whyNotThese(context, code) : code;
  if (refused !== null || !("expiresAt" in code)) return { kind: "card", card: refusal(refused) };

  if (!(await useCode(tx, organization.id, hash, now))) {
    return { kind: "card", card: refusal({ kind: "used" }) };
  }
  const joining = await askJoining(context, [code.person, person.id], "code");
  const joined = await joinPersons(context, features, joining);
  if (joined.kind === "waits") {
    return recorded("people.linkWaits", { until: joined.until });
  }
  if (joined.kind === "nothing") {
    // They became one while this waited, by another code or their address.
    await deleteJoining(tx, organization.id, joining);
    return { kind: "card", card: refusal({ kind: "one-already" }) };
  }
  await later(tx, organization.id, now, ...(await toldJobs(context, joining, now)));
  return recorded("people.linked", { joining: joining satisfies JoiningId });

  function refusal(why: CodeRefusal | null): Card {
    return saying(refusalLine(say, why ?? { kind: "unknown" }, now));
  }
}

/** Of these two persons: whether they can be one at all. */
async function whyNotThese(
  { tx, organization, person, workspace }: Context,
  code: CodeKept,
): Promise<CodeRefusal | null> {
  if (code.organization !== organization.id) return { kind: "elsewhere" };
  if ((await listSelf(tx, organization.id, code.person)).includes(person.id)) {
    return { kind: code.workspace === workspace.id ? "own" : "one-already" };
  }
  const theirs = await listWorkspacesOf(tx, organization.id, code.person);
  const mine = await listWorkspacesOf(tx, organization.id, person.id);
  return mine.some((one) => theirs.includes(one)) ? { kind: "same-workspace" } : null;
}
