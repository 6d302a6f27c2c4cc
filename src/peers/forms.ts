/** The two forms of feedback: asking for it, and giving it. */
import type { Field, Form } from "../chat/form.ts";
import type { Line } from "../chat/line.ts";
import { firstName } from "../people/person.ts";
import { typed } from "../privacy/typed.ts";
import type { Say } from "../text/say.ts";
import type { Instant } from "../time/instant.ts";
import { whoLine } from "./cards.ts";
import { type Asking, longestAnswer, mostRaters, questions } from "./request.ts";
import type { Words } from "./words.ts";

export function askForm(say: Say, mayAskForOthers: boolean): Form {
  const texts = say.peers;
  const forWhom: Field = {
    kind: "people",
    name: "subject",
    label: texts.forWhom(),
    hint: texts.forWhomHint(),
    most: 1,
    optional: true,
  };
  return {
    form: "peers.ask",
    title: texts.formTitle(),
    submit: texts.submit(),
    fields: [
      { kind: "note", line: texts.aboutAsking() },
      ...(mayAskForOthers ? [forWhom] : []),
      {
        kind: "people",
        name: "raters",
        label: texts.raters(),
        hint: texts.ratersHint(),
        most: mostRaters,
      },
      {
        kind: "choice",
        name: "names",
        label: texts.names(),
        hint: texts.namesHint(),
        choices: [
          { value: "with", label: texts.withNames() },
          { value: "without", label: texts.withoutNames() },
        ],
        initial: "with",
      },
    ],
  };
}

/** `before`: what they wrote last. Without names it opens empty: nobody reads that again. */
export function giveForm(
  say: Say,
  now: Instant,
  asking: Asking,
  before: Words,
  footnote: Line,
): Form {
  const texts = say.peers;
  const name = firstName(asking.subject.name);
  return {
    form: "peers.give",
    title: texts.giveTitle(),
    submit: texts.send(),
    state: { peer: asking.request.id },
    fields: [
      { kind: "note", line: whoLine(say, now, asking) },
      ...questions.map((question): Field => {
        const initial = before[question];
        return {
          kind: "text",
          name: question,
          label: texts.questions[question]({ name }),
          hint: texts.hints[question](),
          ...(initial === undefined ? {} : { initial: typed(initial) }),
          long: true,
          most: longestAnswer,
          optional: true,
        };
      }),
      ...(asking.request.key === null
        ? []
        : [{ kind: "note", line: texts.nobodyReadsAlong() } as const]),
      { kind: "note", line: footnote },
    ],
  };
}
