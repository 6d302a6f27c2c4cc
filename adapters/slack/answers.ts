/** Brings a reply back to where its person is waiting. What needs the network comes after the acknowledgement. */
import {
  assertNever,
  type Card,
  Fault,
  faultCard,
  type Line,
  nearestLocale,
  plain,
  type Reply,
  silentCard,
  words,
} from "#engine";
import { renderCard } from "./cards.ts";
import { blockId, type Origin, option, renderForm, renderResult } from "./forms.ts";
import type { Act } from "./heard.ts";
import type { Talk } from "./talk.ts";
import { renderAsking } from "./ticks.ts";

export interface Answer {
  /** What Slack gets with its 200; nothing is an empty one. */
  readonly ack?: string | object;
  /** What is said afterwards, over the network. */
  readonly after?: () => Promise<void>;
}

export interface Answers {
  of(act: Act, reply: Reply): Answer;
  /** Nothing was kept. Undefined where nobody is waiting for an answer, so that Slack sends it again. */
  failed(act: Act, error: unknown): Answer | undefined;
}

export function createAnswers(talk: Talk): Answers {
  return {
    of(act, reply) {
      switch (act.way.kind) {
        case "command":
        case "message":
        case "shortcut":
          return inConversation(act, reply);
        case "home":
          return atHome(act, reply);
        case "modal":
          return inModal(act, reply);
        case "form":
          return onForm(act, reply);
        case "search":
          return { ack: { options: reply.kind === "choices" ? reply.choices.map(option) : [] } };
        case "reaction":
          return {};
        default:
          return assertNever(act.way);
      }
    },

    failed(act, error) {
      const { way, inbound, again } = act;
      const locale = nearestLocale(act.locale);
      // What is too long for a button is still in their hands: Slack keeps the last command under ↑.
      const fits = again !== undefined && JSON.stringify(again).length <= 2000;
      const card =
        error instanceof Fault
          ? faultCard(error, locale, fits ? again : undefined)
          : silentCard("Slack", locale);
      switch (way.kind) {
        case "message":
          return again === undefined ? answersAlone(act, card) : replaces(act, card);
        case "command":
        case "shortcut":
        case "modal":
          return answersAlone(act, card);
        case "home":
          return inbound.kind === "home" ? undefined : answersAlone(act, card);
        case "form":
          return { ack: underFirstField(way, card) };
        case "search":
          return { ack: { options: [] } };
        case "reaction":
          return undefined;
        default:
          return assertNever(way);
      }
    },
  };

  function inConversation(act: Act, reply: Reply): Answer {
    switch (reply.kind) {
      case "nothing":
      case "choices":
        return {};
      case "card":
        // A command that comes from [Try again] takes that card's place.
        return act.again === undefined ? answersAlone(act, reply.card) : replaces(act, reply.card);
      case "replace":
        return replaces(act, reply.card);
      case "form":
        return { after: () => talk.open(act, renderForm(reply.form, originOf(act))) };
      case "invalid":
        return answersAlone(act, cardOf(Object.values(reply.fields)));
      default:
        return assertNever(reply);
    }
  }

  function atHome(act: Act, reply: Reply): Answer {
    const hash = act.way.kind === "home" ? act.way.hash : null;
    switch (reply.kind) {
      case "nothing":
      case "choices":
        return {};
      case "card":
      case "replace":
        return { after: () => talk.publish(act.inbound, reply.card, hash) };
      case "form":
        return { after: () => talk.open(act, renderForm(reply.form, { place: { kind: "home" } })) };
      case "invalid":
        return answersAlone(act, cardOf(Object.values(reply.fields)));
      default:
        return assertNever(reply);
    }
  }

  function inModal(act: Act, reply: Reply): Answer {
    const { way, inbound } = act;
    if (way.kind !== "modal") return {};
    switch (reply.kind) {
      case "nothing":
      case "choices":
        return {};
      case "card":
      case "replace": {
        if (way.origin.place.kind === "home")
          return { after: () => talk.publish(inbound, reply.card, null) };
        return {
          after: () => talk.updateView(inbound, way.view, renderResult(reply.card, way.origin)),
        };
      }
      case "form":
        return {
          after: () => talk.updateView(inbound, way.view, renderForm(reply.form, way.origin)),
        };
      case "invalid":
        return answersAlone(act, cardOf(Object.values(reply.fields)));
      default:
        return assertNever(reply);
    }
  }

  function onForm(act: Act, reply: Reply): Answer {
    const { way, inbound } = act;
    if (way.kind !== "form") return {};
    switch (reply.kind) {
      case "nothing":
      case "choices":
        return { ack: { response_action: "clear" } };
      case "invalid":
        return reply.sure === undefined
          ? { ack: { response_action: "errors", errors: errorsOf(way.form, reply.fields) } }
          : {
              ack: {
                response_action: "update",
                view: renderAsking(way.form, way.view, reply.fields, reply.sure),
              },
            };
      case "form":
        return { ack: { response_action: "update", view: renderForm(reply.form, way.origin) } };
      case "card":
      case "replace": {
        if (way.origin.place.kind === "home") {
          return {
            ack: { response_action: "clear" },
            after: () => talk.publish(inbound, reply.card, null),
          };
        }
        const { card } = way.origin;
        return {
          ack: {
            response_action: "update",
            view: renderResult(reply.card, { place: way.origin.place }),
          },
          // The card whose button opened the form has done its work.
          ...(card === undefined ? {} : { after: () => talk.takeAway(card) }),
        };
      }
      default:
        return assertNever(reply);
    }
  }

  /** A card for the one person only, wherever they are. */
  function answersAlone(act: Act, card: Card): Answer {
    const { way, inbound } = act;
    const private_ = { response_type: "ephemeral", replace_original: false };
    switch (way.kind) {
      case "command":
        return { ack: { response_type: "ephemeral", ...renderCard(card) } };
      case "message":
      case "shortcut": {
        const { respond: address } = way;
        if (address !== null) return { after: () => talk.sayPrivately(address, private_, card) };
        return way.kind === "shortcut"
          ? { after: () => talk.open(act, renderResult(card, originOf(act))) }
          : {};
      }
      case "home":
        return way.trigger === null
          ? {}
          : { after: () => talk.open(act, renderResult(card, { place: { kind: "home" } })) };
      case "modal":
        return { after: () => talk.updateView(inbound, way.view, renderResult(card, way.origin)) };
      case "form":
      case "reaction":
      case "search":
        return {};
      default:
        return assertNever(way);
    }
  }

  /** The private card that was pressed becomes this one. What everybody sees stays as it is. */
  function replaces(act: Act, card: Card): Answer {
    const { way, inbound } = act;
    if (way.kind !== "message") return answersAlone(act, card);
    const { respond: address, channel, message } = way;
    if (way.ephemeral && address !== null) {
      return { after: () => talk.sayPrivately(address, { replace_original: true }, card) };
    }
    if (!channel.startsWith("D")) return answersAlone(act, card);
    return {
      after: () => talk.updateMessage(inbound, channel, message, card),
    };
  }
}

/** The form stays open with its words; one without fields shows the card itself. */
function underFirstField(way: Extract<Act["way"], { kind: "form" }>, card: Card): object {
  return way.firstField === ""
    ? { response_action: "update", view: renderResult(card, way.origin) }
    : { response_action: "errors", errors: { [way.firstField]: plain(card.summary) } };
}

function originOf({ way, inbound }: Act): Origin {
  const card = way.kind === "message" && way.ephemeral ? way.respond : null;
  return { place: inbound.place, ...(card === null ? {} : { card }) };
}

function errorsOf(form: string, fields: Readonly<Record<string, Line>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, line]) => [blockId(form, field), plain(line)]),
  );
}

function cardOf(lines: readonly Line[]): Card {
  const summary = lines.flatMap((line, index) => (index === 0 ? line : [...words(" "), ...line]));
  return { summary, blocks: lines.map((line) => ({ kind: "text", line })) };
}
