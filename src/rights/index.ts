/** People's rights: `/rapport privacy`, and how long the organization keeps what. */
import { z } from "zod";

import type { Reply } from "../chat/reply.ts";
import { action, answer, type Context, type Feature, form } from "../feature.ts";
import { unsayRow } from "../privacy/unsay.ts";
import { erasedCard, sendingCard } from "./cards.ts";
import { forgetRows } from "./forget.ts";
import { groundHolds, groundUnheld } from "./holds.ts";
import { askErase, erase, eraseRow, fileRow, sendHeld, showHeld } from "./own.ts";
import { redrawRow } from "./redraw.ts";
import { keepRetention, openRetention, retentionRow, showRetention } from "./retain.ts";

/** `features`: all that keep something. The people themselves come last. */
export function createRights(features: readonly Feature[]): Feature {
  const holdings = [...groundHolds, ...features.flatMap((feature) => feature.holds ?? [])];
  const namings = features.flatMap((feature) => feature.namings ?? []);
  const show = (context: Context) => showHeld(context, holdings);

  return {
    name: "rights",
    holds: groundHolds,
    unheld: groundUnheld,
    commands: [
      { command: "rapport", word: "privacy", usage: (say) => say.rights.usage(), run: show },
    ],
    actions: [
      action({ action: "rights.show", read: z.unknown(), run: (c) => inPlace(show(c)) }),
      action({ action: "rights.send", read: z.unknown(), run: sendHeld }),
      action({ action: "rights.erase", read: z.unknown(), run: askErase }),
      action({ action: "rights.eraseSurely", read: z.unknown(), run: erase }),
      action({ action: "rights.retention", read: z.unknown(), run: openRetention }),
    ],
    forms: [
      form({
        form: "rights.retention",
        read: z.unknown(),
        run: (context, _, filled) => keepRetention(context, filled),
      }),
    ],
    answers: [
      answer({
        answer: "rights.sending",
        read: z.null(),
        draw: async ({ say }) => ({ kind: "card", card: sendingCard(say) }),
      }),
      answer({
        answer: "rights.erased",
        read: z.null(),
        draw: async ({ say }) => ({ kind: "replace", card: erasedCard(say) }),
      }),
      answer({ answer: "rights.retention", read: z.null(), draw: showRetention }),
    ],
    posts: [fileRow(holdings), unsayRow],
    jobs: [eraseRow(holdings, namings), redrawRow(namings), ...forgetRows(holdings, namings)],
    setup: [retentionRow],
    preferences: async ({ say }) => [
      { kind: "buttons", buttons: [{ action: "rights.show", label: say.rights.title() }] },
    ],
  };
}

/** What a command shows below, a button puts in the place of its card. */
async function inPlace(shown: Promise<Reply>): Promise<Reply> {
  const reply = await shown;
  return reply.kind === "card" ? { kind: "replace", card: reply.card } : reply;
}
