/** A lead or an admin makes a template of another one, or changes their organization's own, in a form. */

import { saying } from "../../chat/card.ts";
import type { Filled } from "../../chat/form.ts";
import { type Line, plain } from "../../chat/line.ts";
import type { Outcome, Reply } from "../../chat/reply.ts";
import { type Context, recorded } from "../../feature.ts";
import { clearField } from "../../people/clear.ts";
import { formNote } from "../../people/footnote.ts";
import { nameKey } from "../../people/person.ts";
import { requireAdmin } from "../../people/roles.ts";
import type { Cleared } from "../../privacy/phi/cleared.ts";
import { nobodyKnown } from "../../privacy/phi/directory.ts";
import { type Typed, typed } from "../../privacy/typed.ts";
import { localDate } from "../../time/zone.ts";
import type { Template } from "../template.ts";
import { fileOf } from "./definition.ts";
import type { FileQuestion, TemplateFile } from "./file.ts";
import { findTemplate, listTemplates } from "./find.ts";
import { templateForm } from "./forms.ts";
import { keepTemplate } from "./keep.ts";
import { type ReadLine, readLines } from "./lines.ts";
import type { Mistake } from "./mistake.ts";
import { readTemplate } from "./read.ts";
import { isOwnIn, mayEdit } from "./show.ts";
import { slug } from "./slug.ts";
import { mistakeLine } from "./tell.ts";

export interface EditState {
  readonly id: string;
  readonly copies: boolean;
}

export async function openTemplate(context: Context, state: EditState): Promise<Reply> {
  const found = await findEditable(context, state);
  if (found.kind === "refused") return found.reply;
  const { template } = found;
  const note = await formNote(context);
  return { kind: "form", form: templateForm(context.say, { ...state, template, note }) };
}

export async function saveTemplate(
  context: Context,
  state: EditState,
  { text, picked }: Filled,
): Promise<Outcome> {
  const { now, organization, person, say } = context;
  const found = await findEditable(context, state);
  if (found.kind === "refused") return found.reply;
  const { template } = found;

  const named = await nameOf(context, state, text.name);
  if (named.kind === "refused") return invalid("name", named.line);
  const lines = text.questions === undefined ? [] : readLines(say, template, text.questions);
  const refusal = await judgeLines(context, lines);
  if (refusal !== null) return invalid("questions", refusal);

  const sees = seesOf(template, picked.sees?.[0]);
  const questions = lines.flatMap((one) => (one.kind === "question" ? [one.question] : []));
  const written = writtenFile(context, template, { ...named, sees, questions });
  // Each line has been judged above, and its doubts answered; its own author is not asked twice.
  const directory = { ...organization, ...nobodyKnown };
  const read = readTemplate(written, directory, localDate(now, organization.zone), {
    sure: true,
  });
  const kept = read.kind === "mistakes" ? read : await keepTemplate(context, read.file, person.id);
  if (kept.kind === "mistakes")
    return invalid("questions", mistakesLine(context, lines, kept.mistakes));
  return recorded("checkins.template", { id: kept.id });
}

type Found =
  | { readonly kind: "found"; readonly template: Template }
  | { readonly kind: "refused"; readonly reply: Reply };

async function findEditable(context: Context, { id, copies }: EditState): Promise<Found> {
  const { say } = context;
  const refused = (reply: Reply): Found => ({ kind: "refused", reply });
  if (!(await mayEdit(context))) {
    const reply = await requireAdmin(context);
    if (reply !== null) return refused(reply);
  }
  const template = await findTemplate(context, id);
  if (template === undefined || !(copies || (await isOwnIn(context, id)))) {
    return refused({ kind: "card", card: saying(say.templates.gone()) });
  }
  if (template.licence !== null) {
    return refused({ kind: "card", card: saying(say.templates.notEditable()) });
  }
  return { kind: "found", template };
}

type Named =
  | { readonly kind: "named"; readonly id: string; readonly name: Cleared }
  | { readonly kind: "refused"; readonly line: Line };

async function nameOf(
  context: Context,
  { id, copies }: EditState,
  written: Typed | undefined,
): Promise<Named> {
  const { say } = context;
  const judged = await clearField(context, written);
  if (judged === null) return { kind: "refused", line: say.templates.nameShape() };
  if (judged.kind === "refused") return judged;
  const name = judged.text;
  const others = (await listTemplates(context)).filter((one) => copies || one.id !== id);
  const fresh = copies ? slug(name) : id;
  if (fresh === "") return { kind: "refused", line: say.templates.nameShape() };
  const key = nameKey(name);
  if (others.some((one) => one.id === fresh || nameKey(plain(one.name(say))) === key)) {
    return { kind: "refused", line: say.templates.nameTaken() };
  }
  return { kind: "named", id: fresh, name };
}

/** What stands under the questions instead; null where every line may be kept. */
async function judgeLines(context: Context, lines: readonly ReadLine[]): Promise<Line | null> {
  const { say } = context;
  if (lines.length === 0) return say.templates.noQuestions();
  for (const one of lines) {
    if (one.kind === "mistake") return say.templates.inLine(one);
    for (const text of wordsOf(one.question, say.locale)) {
      const judged = await clearField(context, typed(text));
      if (judged?.kind === "refused") {
        return say.templates.inLine({ line: one.line, why: judged.line });
      }
    }
  }
  return null;
}

function wordsOf(question: FileQuestion<string>, locale: "en" | "de"): string[] {
  const said = [
    question.ask,
    ...(question.kind === "scale" && question.ends !== undefined
      ? [question.ends.low, question.ends.high]
      : []),
    ...(question.kind === "choice" ? question.options.map(({ label }) => label) : []),
  ];
  return said.flatMap((one) => one[locale] ?? []);
}

const seesOf = (template: Template, picked: string | undefined): Template["sees"] =>
  (["leads", "groups", "self"] as const).find((one) => one === picked) ?? template.sees;

interface Written {
  readonly id: string;
  readonly name: string;
  readonly sees: Template["sees"];
  readonly questions: readonly FileQuestion<string>[];
}

/** The template as a file in its writer's language. */
function writtenFile(
  { say }: Context,
  template: Template,
  { id, name, sees, questions }: Written,
): TemplateFile<string> {
  const { about, ...file } = fileOf(template, [say.locale]);
  // A copy asks something else than what the first one tells of itself.
  return {
    ...file,
    ...(about === undefined || id !== template.id ? {} : { about }),
    id,
    name: { [say.locale]: name },
    sees,
    questions: questions.map((one) => fitted(one, sees)),
  };
}

/** Without what has no place where answers are confidential, or the answerer's own. */
function fitted(question: FileQuestion<string>, sees: Template["sees"]): FileQuestion<string> {
  if (sees === "leads") return question;
  const { confidential: _, becomes, hint, ...rest } = question;
  const kept = sees === "self" && becomes !== undefined ? { becomes } : {};
  const said = hint !== undefined && (becomes === undefined || sees === "self") ? { hint } : {};
  return { ...rest, ...said, ...kept };
}

/** The first of them, with its line. */
function mistakesLine(
  { say }: Context,
  lines: readonly ReadLine[],
  [mistake]: readonly Mistake[],
): Line {
  if (mistake === undefined) return say.templates.noQuestions();
  const why = mistakeLine(say, mistake);
  const index = mistake.path[0] === "questions" ? mistake.path[1] : undefined;
  const line = typeof index === "number" ? lines[index]?.line : undefined;
  return line === undefined ? say.templates.inWhole({ why }) : say.templates.inLine({ line, why });
}

const invalid = (field: "name" | "questions", line: Line): Reply => ({
  kind: "invalid",
  fields: { [field]: line },
});
