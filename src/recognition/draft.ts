/**
 * A thanks that is not given yet. It travels in its author's own private card, or as the first values of a form, and is judged
 * anew whenever it comes back: nothing of it is stored meanwhile.
 */
import { z } from "zod";

import type { Json } from "../chat/card.ts";
import type { PersonId, ValueId } from "../ids.ts";
import { reveal, type Typed, typed } from "../privacy/typed.ts";

export interface Draft {
  readonly to: readonly PersonId[];
  /** People "not on the list", one a line: "Sam, courier, MedEx". */
  readonly outsiders: Typed | null;
  readonly reason: Typed | null;
  readonly values: readonly ValueId[];
  /** To each. */
  readonly points: number;
  readonly private: boolean;
  /** The message it is for. */
  readonly link: string | null;
  /** Its giver was asked whether a patient is meant, and said that none is. */
  readonly sure: boolean;
  /** Typed in a channel: where it would be posted while no kudos channel is chosen. */
  readonly channel: string | null;
}

export const emptyDraft: Draft = {
  to: [],
  outsiders: null,
  reason: null,
  values: [],
  points: 1,
  private: false,
  link: null,
  sure: false,
  channel: null,
};

const text = z
  .string()
  .nullable()
  .transform((words): Typed | null => (words === null ? null : typed(words)));

/** A draft as it comes back from a card or a form. */
export const draftRead: z.ZodType<Draft> = z
  .object({
    to: z.array(z.string().transform((id) => id as PersonId)).max(40),
    out: text,
    why: text,
    val: z.array(z.string().transform((id) => id as ValueId)).max(20),
    pts: z.number().int(),
    own: z.boolean(),
    link: z.string().nullable(),
    sure: z.boolean().default(false),
    ch: z.string().nullable(),
  })
  .transform((kept) => ({
    to: kept.to,
    outsiders: kept.out,
    reason: kept.why,
    values: kept.val,
    points: kept.pts,
    private: kept.own,
    link: kept.link,
    sure: kept.sure,
    channel: kept.ch,
  }));

/** As it travels. Its words are its author's, in a place only they see. */
export const packDraft = (draft: Draft): Json => ({
  to: draft.to,
  out: draft.outsiders === null ? null : reveal(draft.outsiders),
  why: draft.reason === null ? null : reveal(draft.reason),
  val: draft.values,
  pts: draft.points,
  own: draft.private,
  link: draft.link,
  sure: draft.sure,
  ch: draft.channel,
});

/** Whether it fits a button (Slack: 2,000 characters); a longer one goes straight into a form. */
export const fitsButton = (draft: Draft): boolean =>
  JSON.stringify(packDraft(draft)).length <= 1_950;

/** The people "not on the list", as written: a name or role, and after a comma where from. */
export function readOutsiders(written: Typed | null): { name: Typed; place: Typed | null }[] {
  if (written === null) return [];
  return reveal(written)
    .split(/\n|;/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const comma = line.indexOf(",");
      if (comma < 0) return { name: typed(line), place: null };
      const place = line.slice(comma + 1).trim();
      return {
        name: typed(line.slice(0, comma).trim()),
        place: place === "" ? null : typed(place),
      };
    });
}
