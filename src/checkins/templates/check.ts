/** What the parts of a template must be to each other, beyond the form of its file (file.ts). */
import type { Locale } from "../../text/say.ts";
import { yesNo } from "./answers.ts";
import type { FileQuestion, Said, TemplateFile } from "./file.ts";
import type { Mistake, Path } from "./mistake.ts";

type File = TemplateFile<string>;
type Question = FileQuestion<string>;

/** Nothing where it can be asked. `today`: a local date. */
export function checkTemplate(file: File, today: string): Mistake[] {
  return [
    ...textsOf(file).flatMap(({ path, said }) => checkSaid(file, path, said)),
    ...checkTwice(file.questions.map(({ id }) => id)).map(
      (index): Mistake => ({ path: ["questions", index, "id"], kind: "twice" }),
    ),
    ...file.questions.flatMap((question, index) => checkQuestion(file, question, index)),
    ...checkLicence(file, today),
  ];
}

interface Text {
  readonly path: Path;
  readonly said: Said<string>;
}

function textsOf(file: File): Text[] {
  const text = (path: Path, said: Said<string> | undefined): Text[] =>
    said === undefined ? [] : [{ path, said }];
  return [
    ...text(["name"], file.name),
    ...text(["about"], file.about),
    ...file.questions.flatMap((question, index) => {
      const at = ["questions", index];
      const ends = question.kind === "scale" ? question.ends : undefined;
      const options = question.kind === "choice" ? question.options : [];
      return [
        ...text([...at, "ask"], question.ask),
        ...text([...at, "hint"], question.hint),
        ...text([...at, "ends", "low"], ends?.low),
        ...text([...at, "ends", "high"], ends?.high),
        ...options.flatMap(({ label }, option) => text([...at, "options", option, "label"], label)),
      ];
    }),
  ];
}

function checkSaid(file: File, path: Path, said: Said<string>): Mistake[] {
  const written = (Object.keys(said) as Locale[]).filter((one) => said[one] !== undefined);
  const untranslated = file.languages.filter((one) => !written.includes(one));
  const undeclared = written.filter((one) => !file.languages.includes(one));
  const asksUnit = written.filter((one) => said[one]?.includes("{unit}") && !file.perUnit);
  return [
    ...untranslated.map((language): Mistake => ({ path, kind: "untranslated", language })),
    ...undeclared.map(
      (language): Mistake => ({ path: [...path, language], kind: "undeclared", language }),
    ),
    ...asksUnit.map((language): Mistake => ({ path: [...path, language], kind: "unit-unasked" })),
  ];
}

function checkQuestion(file: File, question: Question, index: number): Mistake[] {
  const at = ["questions", index];
  const inConfidence = file.sees === "groups" || question.confidential === true;
  const mistakes: Mistake[] = [];
  if (inConfidence && question.kind === "people") {
    mistakes.push({ path: [...at, "kind"], kind: "names-in-confidence" });
  }
  if (inConfidence && question.becomes !== undefined) {
    mistakes.push({ path: [...at, "becomes"], kind: "offers-in-confidence" });
  }
  if (question.kind === "scale") {
    const { from, to, favourable } = question;
    if (from >= to) mistakes.push({ path: [...at, "to"], kind: "scale-bounds" });
    if (favourable !== undefined && (favourable <= from || favourable > to)) {
      mistakes.push({ path: [...at, "favourable"], kind: "scale-bounds" });
    }
  }
  if (question.kind === "choice") {
    const twice = checkTwice(question.options.map(({ value }) => value));
    mistakes.push(
      ...twice.map(
        (option): Mistake => ({ path: [...at, "options", option, "value"], kind: "twice" }),
      ),
    );
  }
  return [...mistakes, ...checkFollows(file, question, index)];
}

function checkFollows({ questions }: File, { follows }: Question, index: number): Mistake[] {
  if (follows === undefined) return [];
  const path = ["questions", index, "follows"];
  const place = questions.findIndex(({ id }) => id === follows.question);
  const followed = questions[place];
  if (followed === undefined) return [{ path: [...path, "question"], kind: "follows-nothing" }];
  if (place >= index) return [{ path: [...path, "question"], kind: "follows-later" }];
  const known = answersOf(followed);
  return follows.answers.flatMap((answer, at): Mistake[] =>
    known.includes(answer) ? [] : [{ path: [...path, "answers", at], kind: "follows-no-answer" }],
  );
}

/** As they are kept; none where an answer is words or names. */
function answersOf(question: Question): readonly string[] {
  switch (question.kind) {
    case "scale":
      return range(question.from, question.to);
    case "mood":
      return range(1, 5);
    case "choice":
      return question.options.map(({ value }) => value);
    case "yesNo":
      return yesNo;
    default:
      return [];
  }
}

const range = (from: number, to: number): string[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => String(from + index));

function checkLicence({ instrument, licence }: File, today: string): Mistake[] {
  if (licence === undefined) {
    return instrument === "licensed" ? [{ path: ["licence"], kind: "licence-missing" }] : [];
  }
  return licence.expires < today ? [{ path: ["licence", "expires"], kind: "licence-expired" }] : [];
}

/** The places of those that stood there before. */
const checkTwice = (ids: readonly string[]): number[] =>
  ids.flatMap((id, index) => (ids.indexOf(id) < index ? [index] : []));
