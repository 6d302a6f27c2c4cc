/** A card as the activity that carries it: alone, because text beside a card is split off and can't be changed later. */
import { randomBytes } from "node:crypto";

import type { Card } from "#engine";
import type { AdaptiveCard } from "./adaptive.ts";
import { type Drawing, renderCard, summaryOf } from "./cards.ts";
import { pagesOf } from "./pages.ts";

export interface Attachment {
  readonly contentType: "application/vnd.microsoft.card.adaptive";
  readonly content: AdaptiveCard;
}

export interface Message {
  readonly type: "message";
  readonly summary: string;
  readonly attachments: readonly Attachment[];
}

export const freshNonce = (kind = ""): string => `${kind}${randomBytes(12).toString("base64url")}`;

export const attach = (content: AdaptiveCard): Attachment => ({
  contentType: "application/vnd.microsoft.card.adaptive",
  content,
});

export const messageOf = (content: AdaptiveCard, summary: string): Message => ({
  type: "message",
  summary,
  attachments: [attach(content)],
});

/** Several where one would be more than Teams takes. */
export const messagesOf = (card: Card, drawing: Drawing): Message[] =>
  pagesOf(card, drawing).map((page) =>
    messageOf(renderCard(page, drawing), summaryOf(page, drawing)),
  );
