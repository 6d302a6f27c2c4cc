/** What people read of feedback: when they ask, are asked, answer, and are told how it ended. */
import { assertNever } from "../assert.ts";
import { type Block, type Button, type Card, saying } from "../chat/card.ts";
import { type Line, nameLine } from "../chat/line.ts";
import type { Person } from "../people/person.ts";
import type { Say } from "../text/say.ts";
import type { Instant } from "../time/instant.ts";
import { type Asking, mostReminders, type Rater } from "./request.ts";

const buttons = (...all: readonly Button[]): Block => ({ kind: "buttons", buttons: all });

export function feedbackCard(say: Say, waiting: number): Card {
  return {
    summary: say.peers.title(),
    blocks: [
      { kind: "title", line: say.peers.title() },
      { kind: "text", line: say.peers.about() },
      ...(waiting === 0
        ? []
        : [{ kind: "text", line: say.peers.waiting({ count: waiting }) } as const]),
      buttons(
        { action: "peers.ask", label: say.peers.ask(), look: "primary" },
        { action: "peers.asked", label: say.peers.askedOfYou() },
        { action: "peers.received", label: say.peers.received() },
      ),
    ],
  };
}

export const homeBlocks = (say: Say, waiting: number): Block[] =>
  waiting === 0
    ? [buttons({ action: "peers.show", label: say.peers.feedback() })]
    : [
        { kind: "text", line: say.peers.waiting({ count: waiting }) },
        buttons(
          { action: "peers.asked", label: say.peers.askedOfYou() },
          { action: "peers.show", label: say.peers.feedback() },
        ),
      ];

export function askedCard(
  say: Say,
  now: Instant,
  { request, subject }: Asking,
  raters: readonly Person[],
): Card {
  const names = say.list(raters.map(nameLine));
  const until = say.moment(request.closesAt, now);
  const line =
    request.askedBy === request.subject
      ? say.peers.asked({ names, until })
      : say.peers.askedFor({ names, until, subject: nameLine(subject) });
  return saying(line, ...shownFrom(say, request.key));
}

export const toldCard = (
  say: Say,
  now: Instant,
  { request, askedBy }: Asking,
  raters: readonly Person[],
): Card =>
  saying(
    say.peers.told({
      asker: nameLine(askedBy),
      names: say.list(raters.map(nameLine)),
      until: say.moment(request.closesAt, now),
    }),
    ...shownFrom(say, request.key),
  );

const shownFrom = (say: Say, key: string | null): Block[] =>
  key === null ? [] : [{ kind: "note", line: say.peers.shownFrom() }];

/** Who reads it and how, before anything is written. */
export function whoLine(say: Say, now: Instant, { request, subject }: Asking): Line {
  const values = { subject: nameLine(subject), until: say.moment(request.closesAt, now) };
  return request.key === null ? say.peers.whoNamed(values) : say.peers.whoNameless(values);
}

/** The message to one who is asked, as things stand with them. */
export function promptCard(say: Say, now: Instant, asking: Asking, rater: Rater): Card {
  const { request, subject } = asking;
  const name = nameLine(subject);
  const until = say.moment(request.closesAt, now);
  const value = { peer: request.id };
  const give = (label: Line): Button => ({ action: "peers.give", label, value });
  if (request.ending !== null) return saying(say.peers.closed({ subject: name }));
  switch (rater.state) {
    case "asked":
      return saying(
        askLine(say, asking, rater.reminders, until),
        { kind: "note", line: whoLine(say, now, asking) },
        buttons(
          { ...give(say.peers.give()), look: "primary" },
          { action: "peers.notNow", label: say.peers.notNow(), value },
          { action: "peers.decline", label: say.peers.decline(), value },
        ),
      );
    case "answered":
      return request.key === null
        ? saying(say.peers.answered({ subject: name, until }), buttons(give(say.peers.change())))
        : saying(say.peers.answeredNameless({ until }), buttons(give(say.peers.answerAgain())));
    case "declined":
      return saying(say.peers.declined({ subject: name }), buttons(give(say.peers.giveAfterAll())));
    case "closed":
      return saying(say.peers.closed({ subject: name }));
    default:
      return assertNever(rater.state);
  }
}

function askLine(say: Say, { request, subject, askedBy }: Asking, turn: number, until: string) {
  const name = nameLine(subject);
  if (turn >= mostReminders) return say.peers.lastReminder({ subject: name, until });
  if (turn > 0) return say.peers.reminder({ subject: name, until });
  return request.askedBy === request.subject
    ? say.peers.wantsOwn({ subject: name })
    : say.peers.wantsFor({ asker: nameLine(askedBy), subject: name });
}

export function laterCard(say: Say, now: Instant, { request, subject }: Asking): Card {
  const value = { peer: request.id };
  return saying(
    say.peers.laterOn({ subject: nameLine(subject), until: say.moment(request.closesAt, now) }),
    buttons(
      { action: "peers.give", label: say.peers.give(), value },
      { action: "peers.decline", label: say.peers.decline(), value },
    ),
  );
}

/** Everything a person is asked for. */
export function askedOfCard(
  say: Say,
  now: Instant,
  all: readonly { readonly asking: Asking; readonly state: Rater["state"] }[],
): Card {
  if (all.length === 0) return saying(say.peers.nothingAsked());
  return {
    summary: say.peers.askedOfYou(),
    blocks: [
      { kind: "title", line: say.peers.askedOfYou() },
      ...all.flatMap(({ asking, state }) => openBlocks(say, now, asking, state)),
    ],
  };
}

function openBlocks(
  say: Say,
  now: Instant,
  { request, subject }: Asking,
  state: Rater["state"],
): Block[] {
  const of = { subject: nameLine(subject), until: say.moment(request.closesAt, now) };
  const value = { peer: request.id };
  const give = (label: Line): Button => ({ action: "peers.give", label, value });
  switch (state) {
    case "asked":
      return [
        { kind: "text", line: say.peers.openRequest(of) },
        buttons(give(say.peers.give()), {
          action: "peers.decline",
          label: say.peers.decline(),
          value,
        }),
      ];
    case "answered": {
      const label = request.key === null ? say.peers.change() : say.peers.answerAgain();
      return [{ kind: "text", line: say.peers.openAnswered(of) }, buttons(give(label))];
    }
    case "declined":
      return [
        { kind: "text", line: say.peers.openDeclined(of) },
        buttons(give(say.peers.giveAfterAll())),
      ];
    case "closed":
      return [];
    default:
      return assertNever(state);
  }
}

export const fewCard = (say: Say, subject: Person): Card =>
  saying(say.peers.fewForRater({ subject: nameLine(subject) }));
