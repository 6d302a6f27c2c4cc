/** Templates as people look at them: what each asks, and who sees what. */
import { assertNever } from "../../assert.ts";
import type { Block, Button, Card } from "../../chat/card.ts";
import { type Line, words } from "../../chat/line.ts";
import type { Say } from "../../text/say.ts";
import { isSealed, type Question, type Template } from "../template.ts";
import { scaleEnds } from "./answers.ts";

/** Two blocks each and one for what is around them, of the 50 that a message may have. */
export const listedAtOnce = 20;

export function listCard(say: Say, all: readonly Template[], from: number, mayEdit: boolean): Card {
  const shown = all.slice(from, from + listedAtOnce);
  const next = from + listedAtOnce;
  const more: Button[] =
    next < all.length
      ? [{ action: "checkins.templates", label: say.templates.more(), value: { from: next } }]
      : [];
  return {
    summary: say.templates.list(),
    blocks: [
      { kind: "title", line: say.templates.list() },
      { kind: "text", line: say.templates.listIntro() },
      ...shown.flatMap((template): Block[] => [
        {
          kind: "text",
          line: [...headLine(say, template), ...words("\n"), ...factsLine(say, template)],
        },
        {
          kind: "buttons",
          buttons: buttonsOf(say, template, { look: true, copy: mayEdit, edit: false }),
        },
      ]),
      ...(more.length === 0 ? [] : [{ kind: "buttons", buttons: more } as const]),
    ],
  };
}

export interface Looked {
  readonly template: Template;
  readonly mayEdit: boolean;
  /** Written in the reader's language alone, and so changed in place. */
  readonly isOwn: boolean;
  readonly saved: boolean;
}

export function lookCard(say: Say, { template, mayEdit, isOwn, saved }: Looked): Card {
  const name = template.name(say);
  const { licence } = template;
  const notes = [
    factsLine(say, template),
    ...(template.perUnit ? [say.templates.perUnit()] : []),
    ...(template.contacts ? [say.templates.contacts()] : []),
    ...(mayEdit ? [say.templates.opens({ id: template.id })] : []),
    ...(licence === null
      ? []
      : [say.templates.licensed({ ...licence, units: say.list(licence.units.map(words)) })]),
  ];
  const asked = template.questions.map((one, index) => askedLine(say, template, one, index + 1));
  return {
    summary: name,
    blocks: [
      ...(saved ? [{ kind: "note", line: say.templates.saved() } as const] : []),
      { kind: "title", line: name },
      ...(template.about === null ? [] : [{ kind: "text", line: template.about(say) } as const]),
      { kind: "text", line: joined(asked, "\n") },
      { kind: "note", line: joined(notes, " ") },
      {
        kind: "buttons",
        buttons: [
          ...buttonsOf(say, template, { look: false, copy: mayEdit, edit: mayEdit && isOwn }),
          { action: "checkins.templates", label: say.templates.back(), value: { from: 0 } },
        ],
      },
    ],
  };
}

function headLine(say: Say, { name, about }: Template): Line {
  return about === null
    ? say.templates.listedBare({ name: name(say) })
    : say.templates.listed({ name: name(say), about: about(say) });
}

const factsLine = (say: Say, template: Template): Line =>
  say.templates.facts({ questions: template.questions.length, sees: seesLine(say, template) });

/** Who sees the answers, in one or two sentences. */
export function seesLine(say: Say, template: Template): Line {
  const { sees, least, questions } = template;
  switch (sees) {
    case "leads":
      return questions.some(({ confidential }) => confidential)
        ? say.templates.seesLeadsMixed({ least })
        : say.templates.seesLeads();
    case "groups": {
      const line = say.templates.seesGroups({ least });
      return questions.some(({ kind }) => kind === "text")
        ? [...line, ...words(" "), ...say.templates.commentsGroups()]
        : line;
    }
    case "self":
      return say.templates.seesSelf();
    default:
      return assertNever(sees);
  }
}

function askedLine(say: Say, template: Template, question: Question, number: number): Line {
  const asked = { number, ask: question.ask(say), kind: kindLine(say, question) };
  // Where all of it is confidential, the line above says so once.
  return template.sees === "leads" && isSealed(template, question)
    ? say.templates.askedConfidential(asked)
    : say.templates.asked(asked);
}

function kindLine(say: Say, question: Question): Line {
  const text = say.templates.kinds;
  switch (question.kind) {
    case "scale": {
      const { from, to, ends } = question;
      return ends === null && from === 1 && to === 5
        ? text.agree()
        : text.scale({ from, to, ...scaleEnds(say, question) });
    }
    case "choice": {
      const options = joined(
        question.options.map(({ label }) => label(say)),
        ", ",
      );
      return question.many ? text.choices({ options }) : text.choice({ options });
    }
    case "yesNo":
      return text.yesNo();
    case "mood":
      return text.mood();
    case "text":
      return text.words();
    case "people":
      return text.people();
    default:
      return assertNever(question);
  }
}

function buttonsOf(
  say: Say,
  { id, licence }: Template,
  may: { readonly look: boolean; readonly copy: boolean; readonly edit: boolean },
): Button[] {
  const changes = licence === null;
  return [
    ...(may.look
      ? [{ action: "checkins.template", label: say.templates.look(), value: { id } }]
      : []),
    ...(may.edit && changes
      ? [{ action: "checkins.editTemplate", label: say.templates.edit(), value: { id } }]
      : []),
    ...(may.copy && changes
      ? [{ action: "checkins.copyTemplate", label: say.templates.copy(), value: { id } }]
      : []),
  ];
}

const joined = (lines: readonly Line[], between: string): Line =>
  lines.flatMap((line, index) => (index === 0 ? line : [...words(between), ...line]));
