/** What nobody was shown a button for, sent all the same: "action recognition.takeBack" with any value. */
import type { Json } from "../../src/chat/card.ts";
import type { Inbound } from "../../src/chat/inbound.ts";
import { typed } from "../../src/privacy/typed.ts";
import type { Actor, Office } from "../support/office.ts";
import { replyText } from "../support/text.ts";

export interface Forged {
  readonly value: Json;
  readonly text?: Readonly<Record<string, string>>;
  readonly picked?: Readonly<Record<string, readonly string[]>>;
}

let forged = 0;

export async function forge(
  office: Office,
  actor: Actor,
  row: string,
  { value, text = {}, picked = {} }: Forged,
): Promise<string> {
  const [kind = "", name = ""] = row.split(" ");
  const words = Object.entries(text).map(([field, one]) => [field, typed(one)]);
  const filled = { text: Object.fromEntries(words), picked };
  forged += 1;
  const what =
    kind === "action" ? { kind, action: name, value } : { kind, form: name, state: value, filled };
  return replyText(
    await office.handle({
      platform: "slack",
      workspace: office.workspaceExternal,
      account: actor.account,
      delivery: `forged ${forged}`,
      place: { kind: "direct" },
      learnt: [],
      ...what,
    } as unknown as Inbound),
  );
}
