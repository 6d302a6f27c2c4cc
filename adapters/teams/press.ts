/**
 * What a button or a form carries, and what it brings back. Whoever sees a card can send anything in its name, so that what
 * it carries is signed (HMAC-SHA-256, RFC 2104): what was changed, or never drawn, is told apart, and so is whom it was for.
 */
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { z } from "zod";

import type { Filled, Json, Key, Line } from "#engine";
import type { Carried } from "./adaptive.ts";
import { type Drawn, drawnForm, readFilled, unfilled } from "./filled.ts";

/** Makes and knows our marks. */
export interface Marks {
  mark(text: string): string;
  knows(text: string, mark: string): boolean;
}

/**
 * The first of the keys marks, and all of them know their own. They are the sealer's, put to another use (HKDF, RFC 5869), and read
 * again at a mark of one that came meanwhile.
 */
export function createMarks(keys: () => readonly Key[]): Marks {
  const read = () =>
    keys().map(({ id, secret }) => ({
      id,
      secret: Buffer.from(hkdfSync("sha256", secret, "", "rapport teams cards", 32)),
    }));
  let own = read();
  const [current] = own;
  if (current === undefined) throw new Error("No key to mark with");
  const made = (key: typeof current, text: string) =>
    `${key.id}.${createHmac("sha256", key.secret).update(text).digest("base64url")}`;
  return {
    mark: (text) => made(current, text),
    knows(text, mark) {
      const isOwn = ({ id }: typeof current) => mark.startsWith(`${id}.`);
      if (!own.some(isOwn)) own = read();
      const key = own.find(isOwn);
      if (key === undefined) return false;
      const [right, given] = [Buffer.from(made(key, text)), Buffer.from(mark)];
      return right.length === given.length && timingSafeEqual(right, given);
    },
  };
}

/** What tells a card from every other. */
export interface Stamp {
  /** Fresh for each card that is drawn; its presses bring it back. */
  readonly nonce: string;
  /** The account a private card is for. */
  readonly for?: string;
}

export type Press =
  /** Nothing that Rapport drew. */
  | { readonly kind: "foreign" }
  /** It was changed on its way, or drawn with a key that is gone. */
  | { readonly kind: "changed" }
  | (Stamp & { readonly kind: "action"; readonly action: string; readonly value: Json })
  | (Stamp & {
      readonly kind: "form";
      readonly form: string;
      readonly state: Json;
      readonly filled: Filled;
      /** The form as it was drawn, with what was filled in: for drawing it again. */
      readonly drawn: Drawn;
      /** What doesn't fit by field, where the client let it through: nothing of it may reach the engine. */
      readonly wrong: Readonly<Record<string, Line>> | null;
    });

const json: z.ZodType<Json> = z.json();
const stamp = { nonce: z.string().min(1), for: z.string().optional() };
const carrying = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("action"), action: z.string(), value: json, ...stamp }),
  z.strictObject({ kind: z.literal("form"), drawn: drawnForm, ...stamp }),
]);
type Carrying =
  | { readonly kind: "action"; readonly action: string; readonly value: Json }
  | { readonly kind: "form"; readonly drawn: Drawn };

const carried = z.looseObject({ rapport: z.string(), mark: z.string() });

export function signed(what: Carrying, by: Stamp, marks: Marks): Carried {
  const { nonce, for: whom } = by;
  const drawn = what.kind === "form" ? { drawn: unfilled(what.drawn) } : {};
  const rapport = JSON.stringify({
    ...what,
    ...drawn,
    nonce,
    ...(whom === undefined ? {} : { for: whom }),
  });
  return { rapport, mark: marks.mark(rapport) };
}

/** Of what an `Action.Execute` or `Action.Submit` sends: our data with the inputs beside it. Sentences are in `language`. */
export function readPress(data: unknown, marks: Marks, language: string): Press {
  const read = carried.safeParse(data);
  if (!read.success) return { kind: "foreign" };
  const { rapport, mark, ...inputs } = read.data;
  const what = marks.knows(rapport, mark) ? carrying.safeParse(JSON.parse(rapport)) : undefined;
  if (!what?.success) return { kind: "changed" };
  const { nonce, for: whom } = what.data;
  const by = { nonce, ...(whom === undefined ? {} : { for: whom }) };
  if (what.data.kind === "action") {
    const { action, value } = what.data;
    return { kind: "action", action, value, ...by };
  }
  // Signed by us, of the shape that `drawnForm` has looked at.
  const drawn = what.data.drawn as unknown as Drawn;
  const filled = readFilled(drawn, inputs, language);
  if (filled === undefined) return { kind: "changed" };
  const { form, state = null } = drawn.form;
  return { kind: "form", form, state, ...filled, ...by };
}
