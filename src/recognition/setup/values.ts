/** The organization's values: which are in use, new ones, and whether every thanks must carry one. */
import { z } from "zod";

import { plain, words } from "../../chat/line.ts";
import type { Outcome } from "../../chat/reply.ts";
import { type ActionRow, action, type FormRow, form, recorded, type Work } from "../../feature.ts";
import { newId } from "../../ids.ts";
import { formNote } from "../../people/footnote.ts";
import { requireAdmin } from "../../people/roles.ts";
import { askedLine } from "../../privacy/asking.ts";
import { audit } from "../../privacy/audit.ts";
import { judge } from "../../privacy/judge.ts";
import { noSentence } from "../../privacy/phi/rules.ts";
import { reveal, typed } from "../../privacy/typed.ts";
import { findSetting, keepSetting } from "../../store/settings.ts";
import { recognitionSettings } from "../settings.ts";
import { nameOf, shippedValues, tagOf } from "../value.ts";
import { insertValueRows, listValues, retireValues } from "../values/queries.ts";

/** A new organization begins with the shipped values. */
export async function beginValues({ tx, now, organization }: Work): Promise<void> {
  await insertValueRows(
    tx,
    organization.id,
    shippedValues.map(({ tag, emoji }, position) => ({
      id: newId("value", now),
      tag,
      name: null,
      hint: null,
      emoji,
      position,
    })),
  );
}

export const valuesAction: ActionRow = action({
  action: "recognition.values",
  read: z.unknown(),
  run: async (context): Promise<Outcome> => {
    const refused = await requireAdmin(context);
    if (refused !== null) return refused;
    const { tx, organization, say } = context;
    const text = say.recognition;
    const values = await listValues(tx, organization.id);
    const { valueRequired } = await findSetting(tx, organization.id, recognitionSettings);
    return {
      kind: "form",
      form: {
        form: "recognition.values",
        title: text.valuesTitle(),
        submit: text.save(),
        fields: [
          ...(values.length === 0
            ? []
            : [
                {
                  kind: "choices",
                  name: "keep",
                  label: text.valuesKeep(),
                  choices: values.map((value) => ({
                    value: value.id,
                    label: [...words(`${value.emoji} `), ...nameOf(say, value)],
                  })),
                  initial: values.map((value) => value.id),
                  optional: true,
                } as const,
              ]),
          {
            kind: "text",
            name: "fresh",
            label: text.valuesNew(),
            hint: text.valuesNewHint(),
            most: 60,
            optional: true,
          },
          {
            kind: "choice",
            name: "required",
            label: text.valuesRequired(),
            choices: [
              { value: "no", label: text.no() },
              { value: "yes", label: text.yes() },
            ],
            initial: valueRequired ? "yes" : "no",
          },
          { kind: "note", line: await formNote(context) },
        ],
      },
    };
  },
});

/** An emoji at the beginning, and the name after it. */
const leadingEmoji = /^(\p{Extended_Pictographic}(?:️|‍\p{Extended_Pictographic})*)\s*/u;

export const valuesForm: FormRow = form({
  form: "recognition.values",
  read: z.unknown(),
  run: async (context, _state, { text, picked }): Promise<Outcome> => {
    const refused = await requireAdmin(context);
    if (refused !== null) return refused;
    const { tx, now, organization, say, person } = context;
    const values = await listValues(tx, organization.id);
    const written = text.fresh === undefined ? "" : reveal(text.fresh).trim();
    if (written !== "") {
      const emoji = leadingEmoji.exec(written)?.[1] ?? "⭐";
      const judged = await judge(context, typed(written.replace(leadingEmoji, "")), {
        except: noSentence,
      });
      if (judged.kind === "blocked") {
        const what = say.guard.what[judged.rule]();
        return { kind: "invalid", fields: { fresh: say.guard.blocked({ what }) } };
      }
      if (judged.kind === "asked") {
        return { kind: "invalid", fields: { fresh: askedLine(say, judged) } };
      }
      if (judged.kind === "failed")
        return { kind: "invalid", fields: { fresh: say.guard.failed() } };
      const tag = tagOf(judged.text);
      if (tag === "")
        return { kind: "invalid", fields: { fresh: say.recognition.valuesNewHint() } };
      if (values.some((value) => tagOf(plain(nameOf(say, value))) === tag || value.tag === tag)) {
        return { kind: "invalid", fields: { fresh: say.recognition.valuesTwice() } };
      }
      const value = { id: newId("value", now), tag, name: judged.text, hint: null, emoji };
      await insertValueRows(tx, organization.id, [{ ...value, position: 100 + values.length }]);
    }
    const gone = values.filter((value) => !(picked.keep ?? []).includes(value.id));
    await retireValues(
      tx,
      organization.id,
      gone.map((value) => value.id),
      now,
    );
    const settings = await findSetting(tx, organization.id, recognitionSettings);
    await keepSetting(tx, organization.id, recognitionSettings, {
      ...settings,
      valueRequired: picked.required?.[0] === "yes",
    });
    await audit(context, person.id, "recognition.values-kept", {
      retired: gone.length,
      added: written === "" ? 0 : 1,
    });
    return recorded("recognition.settingsSaved", {});
  },
});
