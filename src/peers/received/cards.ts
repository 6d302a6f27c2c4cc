/** What the subject reads, and nobody else: the answers question by question, or why there are none. */
import { assertNever } from "../../assert.ts";
import { type Block, type Button, type Card, saying } from "../../chat/card.ts";
import { nameLine, plain, quoted, strong } from "../../chat/line.ts";
import type { PeerId } from "../../ids.ts";
import type { Person } from "../../people/person.ts";
import type { Say } from "../../text/say.ts";
import { type PeerRequest, type Question, questions } from "../request.ts";
import type { Answered } from "../words.ts";

/** `by`: null without names. */
export type Entry = Answered & { readonly by: Person | null };

/** As many of the longest answers as a chat shows in one message. */
const onePage = 12;

export function receivedCard(
  say: Say,
  request: PeerRequest,
  entries: readonly Entry[],
  from: number,
): Card {
  switch (request.ending) {
    case "nobody":
      return saying(say.peers.nobodyAnswered());
    case "few":
      return saying(say.peers.few());
    case "read":
      return wordsCard(say, request, entries, from);
    case "gone":
    case null:
      return saying(say.peers.notYours());
    default:
      return assertNever(request.ending);
  }
}

function wordsCard(say: Say, request: PeerRequest, entries: readonly Entry[], from: number): Card {
  const sorted = questions.flatMap((question) =>
    entries.filter((entry) => entry.question === question),
  );
  const shown = sorted.slice(from, from + onePage);
  const pages: Button[] = [
    ...(from > 0 ? [page(request.id, Math.max(0, from - onePage), say.peers.readBack())] : []),
    ...(sorted.length > from + onePage
      ? [page(request.id, from + onePage, say.peers.readOn())]
      : []),
  ];
  return {
    summary: say.peers.forYou(),
    blocks: [
      { kind: "title", line: say.peers.forYouOf({ date: say.date(request.closesAt) }) },
      ...questions.flatMap((question) => headed(say, question, shown)),
      {
        kind: "note",
        line: request.key === null ? say.peers.onlyYou() : say.peers.onlyYouNameless(),
      },
      ...(pages.length === 0 ? [] : [{ kind: "buttons", buttons: pages } as const]),
    ],
  };
}

function headed(say: Say, question: Question, entries: readonly Entry[]): Block[] {
  const these = entries.filter((entry) => entry.question === question);
  if (these.length === 0) return [];
  return [
    { kind: "text", line: strong(plain(say.peers.headings[question]())) },
    ...these.map(
      ({ by, words }): Block => ({
        kind: "quote",
        line:
          by === null
            ? say.peers.saidNameless({ words: quoted(words) })
            : say.peers.said({ name: nameLine(by), words: quoted(words) }),
      }),
    ),
  ];
}

const page = (peer: PeerId, from: number, label: Button["label"]): Button => ({
  action: "peers.read",
  label,
  value: { peer, from },
});

export function receivedListCard(say: Say, requests: readonly PeerRequest[]): Card {
  if (requests.length === 0) return saying(say.peers.nothingReceived());
  return {
    summary: say.peers.received(),
    blocks: [
      { kind: "title", line: say.peers.received() },
      { kind: "note", line: say.peers.onlyYou() },
      {
        kind: "buttons",
        buttons: requests.map((request) =>
          page(request.id, 0, say.peers.read({ date: say.date(request.closesAt) })),
        ),
      },
    ],
  };
}
