/** A template and its file: the same in two forms, for asking and for writing down. */
import { type Line, plain, quoted, words } from "../../chat/line.ts";
import type { Cleared } from "../../privacy/phi/cleared.ts";
import { type Locale, type Say, speak } from "../../text/say.ts";
import type { Ask, Question, Template } from "../template.ts";
import { type FileQuestion, languages, type Said, type TemplateFile } from "./file.ts";

/** Stands in a text for the partner unit asked about. */
const unitMark = "{unit}";

export function templateOf(file: TemplateFile, version: number): Template {
  const ask = asking(file.languages);
  const questions = file.questions.map((one) => {
    const question = questionOf(one, ask);
    // A mood is never shown with a name, whatever else its template names.
    return one.kind === "mood" && file.sees === "leads"
      ? { ...question, confidential: true }
      : question;
  });
  const hasWords = questions.some(
    (one) => one.kind === "text" && (file.sees === "groups" || one.confidential),
  );
  return {
    id: file.id,
    version,
    name: ask(file.name),
    about: file.about === undefined ? null : ask(file.about),
    sees: file.sees,
    least: file.least ?? 5,
    kind: file.kind,
    perUnit: file.perUnit ?? false,
    every: file.every,
    // Nobody reads confidential words as they come: whoever writes them is told whom to call.
    contacts: (file.contacts ?? false) || hasWords,
    licence: file.licence ?? null,
    questions,
  };
}

type Asking = (said: Said) => Ask;

/** In the reader's language, or in the first the file was written in. */
function asking(declared: readonly Locale[]): Asking {
  return (said) =>
    (say, unit = say.templates.anyUnit()) => {
      const first = declared[0];
      const text = said[say.locale] ?? (first === undefined ? undefined : said[first]);
      return text === undefined ? [] : withUnit(text, unit);
    };
}

function withUnit(text: Cleared, unit: Line): Line {
  if (!text.includes(unitMark)) return quoted(text);
  return text
    .split(unitMark)
    .flatMap((part, index) => [...(index === 0 ? [] : unit), ...(part === "" ? [] : words(part))]);
}

function questionOf(file: FileQuestion, ask: Asking): Question {
  const asked = {
    id: file.id,
    ask: ask(file.ask),
    hint: file.hint === undefined ? null : ask(file.hint),
    confidential: file.confidential ?? false,
    follows: file.follows ?? null,
    becomes: file.becomes ?? null,
  };
  switch (file.kind) {
    case "scale":
      return {
        ...asked,
        kind: file.kind,
        from: file.from,
        to: file.to,
        ends:
          file.ends === undefined ? null : { low: ask(file.ends.low), high: ask(file.ends.high) },
        cantSay: file.cantSay ?? false,
        favourable: file.favourable ?? null,
      };
    case "choice":
      return {
        ...asked,
        kind: file.kind,
        options: file.options.map(({ value, label }) => ({ value, label: ask(label) })),
        many: file.many ?? false,
      };
    case "text":
      return { ...asked, kind: file.kind, long: file.long ?? false, most: file.most };
    case "people":
      return { ...asked, kind: file.kind, most: file.most };
    default:
      return { ...asked, kind: file.kind };
  }
}

/** A shipped template as it would be written in a file; what is as usual is left out. */
export function fileOf(
  template: Template,
  spoken: readonly Locale[] = languages,
): TemplateFile<string> {
  const said = saying(spoken);
  const { licence } = template;
  return {
    id: template.id,
    languages: [...spoken],
    name: said(template.name),
    ...(template.about === null ? {} : { about: said(template.about) }),
    sees: template.sees,
    ...(template.least === 5 ? {} : { least: template.least }),
    kind: template.kind,
    every: template.every,
    ...(template.perUnit ? { perUnit: true } : {}),
    ...(template.contacts ? { contacts: true } : {}),
    ...(licence === null
      ? {}
      : { instrument: "licensed", licence: { ...licence, units: [...licence.units] } }),
    questions: template.questions.map((one) => fileQuestionOf(one, said)),
  };
}

type Saying = (ask: Ask) => Said<string>;

function saying(spoken: readonly Locale[]): Saying {
  const says: readonly Say[] = spoken.map((locale) => speak(locale, "UTC"));
  return (ask) =>
    Object.fromEntries(says.map((say) => [say.locale, plain(ask(say, words(unitMark)))]));
}

function fileQuestionOf(question: Question, said: Saying): FileQuestion<string> {
  const { follows, becomes, hint } = question;
  const asked = {
    id: question.id,
    ask: said(question.ask),
    ...(hint === null ? {} : { hint: said(hint) }),
    ...(question.confidential ? { confidential: true } : {}),
    ...(follows === null
      ? {}
      : { follows: { question: follows.question, answers: [...follows.answers] } }),
    ...(becomes === null ? {} : { becomes }),
  };
  switch (question.kind) {
    case "scale": {
      const { kind, from, to, ends, cantSay, favourable } = question;
      return {
        ...asked,
        kind,
        from,
        to,
        ...(ends === null ? {} : { ends: { low: said(ends.low), high: said(ends.high) } }),
        ...(cantSay ? { cantSay } : {}),
        ...(favourable === null ? {} : { favourable }),
      };
    }
    case "choice":
      return {
        ...asked,
        kind: question.kind,
        options: question.options.map(({ value, label }) => ({ value, label: said(label) })),
        ...(question.many ? { many: true } : {}),
      };
    case "text":
      return {
        ...asked,
        kind: question.kind,
        ...(question.long ? { long: true } : {}),
        most: question.most,
      };
    case "people":
      return { ...asked, kind: question.kind, most: question.most };
    default:
      return { ...asked, kind: question.kind };
  }
}
