/** What an admin may settle for recognition beside the channel: allowance and points, the reaction's emoji, the values. */

import { z } from "zod";
import { saying } from "../../chat/card.ts";

import type { Field, Filled } from "../../chat/form.ts";
import type { Line } from "../../chat/line.ts";
import type { Outcome } from "../../chat/reply.ts";
import {
  type ActionRow,
  type AnswerRow,
  action,
  answer,
  type Context,
  type FormRow,
  form,
  recorded,
} from "../../feature.ts";
import { requireAdmin } from "../../people/roles.ts";
import { audit } from "../../privacy/audit.ts";
import { reveal, type Typed, typed } from "../../privacy/typed.ts";
import { findSetting, keepSetting } from "../../store/settings.ts";
import type { Say } from "../../text/say.ts";
import { type RecognitionSettings, recognitionSettings } from "../settings.ts";

const mostAllowance = 1_000;

const periods = ["rolling", "day", "week", "month", "off"] as const;

function rulesFields(say: Say, settings: RecognitionSettings): Field[] {
  const text = say.recognition;
  const number = (name: string, label: Line, value: number | null, hint?: Line): Field => ({
    kind: "text",
    name,
    label,
    most: 4,
    optional: value === null,
    ...(value === null ? {} : { initial: typed(String(value)) }),
    ...(hint === undefined ? {} : { hint }),
  });
  const { allowance } = settings;
  const names = {
    rolling: text.perRolling(),
    day: text.perDay(),
    week: text.perWeek(),
    month: text.perMonth(),
    off: text.perOff(),
  };
  return [
    number("amount", text.amountField(), allowance.amount),
    {
      kind: "choice",
      name: "per",
      label: text.perField(),
      choices: periods.map((value) => ({ value, label: names[value] })),
      initial: allowance.per,
    },
    number("lead", text.leadField(), allowance.lead),
    number("admin", text.adminField(), allowance.admin),
    number("mostPoints", text.mostPointsField(), settings.mostPoints, text.mostPointsHint()),
  ];
}

/** A whole number in a field: null where it is empty, undefined where it is none of that. */
function numberIn(field: Typed | undefined, most: number): number | null | undefined {
  const text = field === undefined ? "" : reveal(field).trim();
  if (text === "") return null;
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= most
    ? Number(text)
    : undefined;
}

function readRules(
  say: Say,
  settings: RecognitionSettings,
  { text, picked }: Filled,
): { settings: RecognitionSettings } | { fields: Record<string, Line> } {
  const amount = numberIn(text.amount, mostAllowance);
  const lead = numberIn(text.lead, mostAllowance);
  const admin = numberIn(text.admin, mostAllowance);
  const mostPoints = numberIn(text.mostPoints, 10);
  const fields: Record<string, Line> = {};
  if (amount == null) fields.amount = say.recognition.numberPlease({ most: mostAllowance });
  if (lead === undefined) fields.lead = say.recognition.numberPlease({ most: mostAllowance });
  if (admin === undefined) fields.admin = say.recognition.numberPlease({ most: mostAllowance });
  if (mostPoints == null) fields.mostPoints = say.recognition.numberPlease({ most: 10 });
  if (amount == null || lead === undefined || admin === undefined || mostPoints == null) {
    return { fields };
  }
  const per = periods.find((one) => one === picked.per?.[0]) ?? settings.allowance.per;
  return { settings: { ...settings, mostPoints, allowance: { amount, per, lead, admin } } };
}

/** Emoji people use for many things: each would become a thanks. */
const common = new Set(
  "+1 -1 thumbsup heart eyes white_check_mark tada pray clap joy smile fire ok_hand wave 100 raised_hands".split(
    " ",
  ),
);

function readEmoji(
  say: Say,
  settings: RecognitionSettings,
  { text }: Filled,
): { settings: RecognitionSettings } | { fields: Record<string, Line> } {
  const written = text.emoji === undefined ? "" : reveal(text.emoji).trim();
  const meant = written.startsWith("!");
  const name = written.replace(/^!/, "").replaceAll(":", "").toLowerCase();
  if (name === "") return { settings: { ...settings, emoji: null } };
  if (!/^[\p{L}\p{N}_+'-]{1,100}$/u.test(name))
    return { fields: { emoji: say.recognition.emojiOdd() } };
  if (common.has(name) && !meant) return { fields: { emoji: say.recognition.emojiCommon() } };
  return { settings: { ...settings, emoji: name } };
}

/** A form over the settings: opened and answered by admins only, and written to the audit. */
interface SettingForm {
  readonly name: string;
  readonly title: (say: Say) => Line;
  readonly fields: (say: Say, settings: RecognitionSettings) => Field[];
  readonly read: (
    say: Say,
    settings: RecognitionSettings,
    filled: Filled,
  ) => { settings: RecognitionSettings } | { fields: Record<string, Line> };
}

const settingForms: readonly SettingForm[] = [
  {
    name: "recognition.rules",
    title: (say) => say.recognition.rulesTitle(),
    fields: rulesFields,
    read: readRules,
  },
  {
    name: "recognition.emoji",
    title: (say) => say.recognition.emojiTitle(),
    fields: (say, { emoji }) => [
      {
        kind: "text",
        name: "emoji",
        label: say.recognition.emojiField(),
        hint: say.recognition.emojiHint(),
        most: 102,
        optional: true,
        ...(emoji === null ? {} : { initial: typed(emoji) }),
      },
    ],
    read: readEmoji,
  },
];

export const settingActions: readonly ActionRow[] = settingForms.map(({ name, title, fields }) =>
  action({
    action: name,
    read: z.unknown(),
    run: async (context): Promise<Outcome> => {
      const refused = await requireAdmin(context);
      if (refused !== null) return refused;
      const { tx, organization, say } = context;
      const settings = await findSetting(tx, organization.id, recognitionSettings);
      return {
        kind: "form",
        form: {
          form: name,
          title: title(say),
          submit: say.recognition.save(),
          fields: fields(say, settings),
        },
      };
    },
  }),
);

export const settingFormRows: readonly FormRow[] = settingForms.map(({ name, read }) =>
  form({
    form: name,
    read: z.unknown(),
    run: async (context: Context, _state, filled): Promise<Outcome> => {
      const refused = await requireAdmin(context);
      if (refused !== null) return refused;
      const { tx, organization, say, person } = context;
      const before = await findSetting(tx, organization.id, recognitionSettings);
      const result = read(say, before, filled);
      if ("fields" in result) return { kind: "invalid", fields: result.fields };
      await keepSetting(tx, organization.id, recognitionSettings, result.settings);
      await audit(context, person.id, "setup.kept", { setting: name });
      return recorded("recognition.settingsSaved", {});
    },
  }),
);

export const settingsSavedRow: AnswerRow = answer({
  answer: "recognition.settingsSaved",
  read: z.unknown(),
  draw: async ({ say }) => ({ kind: "replace", card: saying(say.recognition.settingsSaved()) }),
});

/** "5 in any 24 hours, up to 3 points each". */
export const rulesLine = (say: Say, { allowance, mostPoints }: RecognitionSettings): Line =>
  say.recognition.rulesNow({ amount: allowance.amount, per: allowance.per, most: mostPoints });

export const emojiLine = (say: Say, { emoji }: RecognitionSettings): Line =>
  emoji === null ? say.recognition.emojiOff() : say.recognition.emojiNow({ emoji });
