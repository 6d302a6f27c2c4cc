/** What a lead fills in: a comment, an action, what was done. */

import type { Json } from "../../chat/card.ts";
import type { Choice, Field, Form } from "../../chat/form.ts";
import { type Line, plain, words } from "../../chat/line.ts";
import type { PersonId, RoundId } from "../../ids.ts";
import type { Cleared } from "../../privacy/phi/cleared.ts";
import { typed } from "../../privacy/typed.ts";
import type { Say } from "../../text/say.ts";
import { dues } from "./action.ts";

export const longestWords = 500;

const dueField = (say: Say): Field => ({
  kind: "choice",
  name: "due",
  label: say.follow.actionDue(),
  choices: (Object.keys(dues) as (keyof typeof dues)[]).map((due) => ({
    value: due,
    label: say.follow.dueIn[due](),
  })),
  initial: "fortnight",
});

const ownerField = (
  label: Line,
  owner: { readonly id: PersonId; readonly name: string },
): Field => ({
  kind: "people",
  name: "owner",
  label,
  most: 1,
  initial: [{ value: owner.id, label: words(owner.name) }],
});

export const commentForm = (say: Say, state: Json, name: string, note: Line): Form => ({
  form: "checkins.comment",
  title: say.follow.commentTitle(),
  submit: say.follow.send(),
  state,
  fields: [
    {
      kind: "text",
      name: "words",
      label: say.follow.commentLabel({ name }),
      long: true,
      least: 2,
      most: longestWords,
    },
    { kind: "note", line: note },
  ],
});

export const actionForm = (
  say: Say,
  state: Json,
  from: {
    readonly title: Cleared | null;
    readonly owner: { readonly id: PersonId; readonly name: string };
  },
  note: Line,
): Form => ({
  form: "checkins.act",
  title: say.follow.actionTitle(),
  submit: say.follow.keep(),
  state,
  fields: [
    {
      kind: "text",
      name: "title",
      label: say.follow.actionWhat(),
      hint: say.follow.actionHint(),
      ...(from.title === null || from.title === "" ? {} : { initial: typed(from.title) }),
      long: true,
      least: 3,
      most: longestWords,
    },
    ownerField(say.follow.actionOwner(), from.owner),
    dueField(say),
    { kind: "note", line: note },
  ],
});

export const requestForm = (
  say: Say,
  state: Json,
  leads: Line,
  initial: Cleared | null,
  note: Line,
): Form => ({
  form: "checkins.request",
  title: say.follow.requestTitle(),
  submit: say.follow.send(),
  state,
  fields: [
    {
      kind: "text",
      name: "words",
      label: say.follow.requestLabel({ leads }),
      ...(initial === null ? {} : { initial: typed(initial) }),
      long: true,
      least: 3,
      most: longestWords,
    },
    { kind: "note", line: note },
  ],
});

export interface RoundChoice {
  readonly id: RoundId;
  readonly template: Line;
  readonly day: string;
}

export const respondForm = (
  say: Say,
  rounds: readonly RoundChoice[],
  chosen: RoundId,
  owner: { readonly id: PersonId; readonly name: string },
  note: Line,
): Form => ({
  form: "checkins.respond",
  title: say.follow.respondTitle(),
  submit: say.follow.publish(),
  state: null,
  fields: [
    {
      kind: "choice",
      name: "round",
      label: say.follow.respondRound(),
      choices: rounds.map(
        (round): Choice => ({
          value: round.id,
          label: say.follow.roundChoice({ template: plain(round.template), day: round.day }),
        }),
      ),
      initial: chosen,
    },
    {
      kind: "text",
      name: "said",
      label: say.follow.respondSaid(),
      hint: say.follow.respondSaidHint(),
      long: true,
      least: 3,
      most: longestWords,
    },
    {
      kind: "text",
      name: "did",
      label: say.follow.respondDid(),
      hint: say.follow.respondDidHint(),
      long: true,
      least: 3,
      most: longestWords,
    },
    ownerField(say.follow.respondOwner(), owner),
    dueField(say),
    { kind: "note", line: note },
  ],
});
