/** Keeps a template as a new version of the organization's own. Rounds that run keep asking the version they began with. */

import { plain } from "../../chat/line.ts";
import type { FileMistake, FileTaken, Work } from "../../feature.ts";
import type { PersonId } from "../../ids.ts";
import { audit } from "../../privacy/audit.ts";
import { directoryFor } from "../../privacy/known.ts";
import { nobodyKnown } from "../../privacy/phi/directory.ts";
import { guard, type Verdict } from "../../privacy/phi/guard.ts";
import { typed } from "../../privacy/typed.ts";
import { speak } from "../../text/say.ts";
import { localDate } from "../../time/zone.ts";
import { fileOf } from "./definition.ts";
import type { TemplateFile } from "./file.ts";
import { findDefinition, findTemplate } from "./find.ts";
import type { Mistake } from "./mistake.ts";
import { insertVersion } from "./queries.ts";
import { readTemplate, textsOf } from "./read.ts";
import { mistakeLine } from "./tell.ts";

export type KeptTemplate =
  | { readonly kind: "kept"; readonly id: string; readonly version: number }
  | { readonly kind: "mistakes"; readonly mistakes: readonly Mistake[] };

/** `madeBy` null: whoever runs the server. */
export async function keepTemplate(
  work: Work,
  file: TemplateFile,
  madeBy: PersonId | null,
): Promise<KeptTemplate> {
  const { tx, now, organization } = work;
  const verdict = judgeWhole(work, file);
  if (verdict.kind !== "cleared") return { kind: "mistakes", mistakes: [spread(verdict)] };
  const { id } = file;
  const version = await insertVersion(tx, organization.id, id, verdict.text, madeBy, now);
  await audit(work, madeBy, "template.kept", { template: id, version });
  return { kind: "kept", id, version };
}

/** Each text has passed by itself, doubts and all; an identifier may still be spread over two of them. */
const judgeWhole = ({ organization }: Work, file: TemplateFile): Verdict =>
  guard(typed(JSON.stringify(file)), { ...organization, ...nobodyKnown }, { sure: true });

const spread = (verdict: Exclude<Verdict, { kind: "cleared" }>): Mistake => ({
  path: [],
  kind: "guarded",
  rule: "rule" in verdict ? verdict.rule : null,
});

/** What a file says, read whole before anything is kept of it. Whoever runs the server reads English. */
export async function takeTemplate(
  work: Work,
  file: unknown,
  wish: "check" | "keep",
): Promise<FileTaken> {
  const { now, organization } = work;
  const directory = await directoryFor(work, textsOf(file));
  const read = readTemplate(file, directory, localDate(now, organization.zone));
  if (read.kind === "mistakes") return { kind: "mistakes", mistakes: read.mistakes.map(told) };
  if (wish === "check") {
    const verdict = judgeWhole(work, read.file);
    return verdict.kind === "cleared"
      ? { kind: "taken", id: read.file.id, version: null }
      : { kind: "mistakes", mistakes: [told(spread(verdict))] };
  }
  const kept = await keepTemplate(work, read.file, null);
  return kept.kind === "kept"
    ? { ...kept, kind: "taken" }
    : { kind: "mistakes", mistakes: kept.mistakes.map(told) };
}

const english = speak("en", "UTC");

/** "questions[2].ask.de is empty". A key nobody knows is somebody's words: it has a place and no name. */
function told(mistake: Mistake): FileMistake {
  const { path } = mistake;
  const named = mistake.kind === "unknown-key" ? path.slice(0, -1) : path;
  const steps = named.map((step) => (typeof step === "number" ? `[${step + 1}]` : `.${step}`));
  const where = steps.join("").replace(".", "") || plain(english.templates.wholeFile());
  return { path, why: `${where} ${plain(mistakeLine(english, mistake))}` };
}

/** As JSON, which importing reads back as the same; shipped templates in every language. */
export async function exportTemplate(work: Work, id: string): Promise<string | undefined> {
  const own = await findDefinition(work, id);
  const template = own === undefined ? await findTemplate(work, id) : undefined;
  const file = own ?? (template && fileOf(template));
  return file && JSON.stringify(file);
}
