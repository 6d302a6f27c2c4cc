/** Brings a reply back to where its person is waiting. What everybody in a channel sees holds no word of it. */
import {
  assertNever,
  type Card,
  Fault,
  faultCard,
  type Line,
  nearestLocale,
  plain,
  type Reply,
  type Say,
  silentCard,
  speak,
} from "#engine";
import type { Action, AdaptiveCard, Element } from "./adaptive.ts";
import { renderCard } from "./cards.ts";
import { attach, type Message } from "./draw.ts";
import { type Sure, withTick } from "./filled.ts";
import { renderFound } from "./forms.ts";
import type { Act, Scene, Way } from "./heard.ts";
import { cardOf, lineOf, type Shown, type Talk } from "./talk.ts";

export interface Answer {
  /** What Teams gets with its 200. */
  readonly body?: object;
  /** What is said afterwards, over the network. */
  readonly after?: () => Promise<void>;
}

type Waiting = Pick<Act, "way" | "scene">;

export interface Answers {
  of(act: Act, reply: Reply): Promise<Answer>;
  /** A form stays open, with what is wrong in it. */
  wrong(waiting: Waiting, wrong: Readonly<Record<string, Line>>, sure?: Sure): Promise<Answer>;
  /** One sentence, for their eyes only. */
  sentence(waiting: Waiting, pick: (say: Say["teams"]) => Line): Promise<Answer>;
  /** Nothing was kept. Undefined where nobody is waiting for an answer, so that Teams sends it again. */
  failed(act: Act, error: unknown): Promise<Answer | undefined>;
}

export function createAnswers(talk: Talk): Answers {
  return {
    async of(act, reply) {
      const home = act.place.kind === "home";
      switch (reply.kind) {
        case "nothing":
          return empty(act.way);
        case "choices":
          return found(act, reply);
        case "card":
          return show(act, { kind: "card", card: reply.card, home }, act.way.kind === "press");
        case "replace":
          return show(act, { kind: "card", card: reply.card, home }, false);
        case "form":
          return show(act, { kind: "form", form: reply.form }, true);
        case "invalid":
          return wrong(act, reply.fields, reply.sure);
        default:
          return assertNever(reply);
      }
    },

    wrong,
    sentence,

    async failed(act, error) {
      const locale = nearestLocale(act.scene.locale);
      const card =
        error instanceof Fault ? faultCard(error, locale) : silentCard("Microsoft Teams", locale);
      switch (act.way.kind) {
        case "reaction":
          return undefined;
        case "search":
        case "query":
          return found(act, { kind: "choices", choices: [] });
        case "press":
          return { body: toast(lineOf(card, talk.drawing(act.scene))) };
        case "dialog":
          return { body: { task: { type: "message", value: plain(card.summary) } } };
        case "typed":
        case "sent":
          return { after: () => talk.sayPrivately({ kind: "card", card }, act.scene) };
        default:
          return assertNever(act.way);
      }
    },
  };

  /** `beside`: what was pressed stays as it is. A form that was sent has done its work. */
  async function show(waiting: Waiting, shown: Shown, beside: boolean): Promise<Answer> {
    const { way, scene } = waiting;
    switch (way.kind) {
      case "dialog":
        return inDialog(shown, scene);
      case "press":
      case "sent": {
        const takesPlace = scene.scope === "personal" && (!beside || way.drawn !== null);
        if (takesPlace && way.message !== null) return inPlace(way, shown, scene);
        if (way.kind === "sent") return { after: () => talk.sayPrivately(shown, scene) };
        return besidePress(shown, scene);
      }
      case "typed":
        return { after: () => talk.sayPrivately(shown, scene) };
      case "search":
      case "query":
      case "reaction":
        return {};
      default:
        return assertNever(way);
    }
  }

  /** The card becomes the new one: at once for whoever pressed it, and for good. */
  async function inPlace(
    way: Extract<Way, { kind: "press" | "sent" }>,
    shown: Shown,
    scene: Scene,
  ): Promise<Answer> {
    const messages = await talk.draw(shown, scene);
    const after = () => talk.replace(messages, scene, way.message ?? "");
    return way.kind === "press" ? { body: asCard(messages), after } : { after };
  }

  async function besidePress(shown: Shown, scene: Scene): Promise<Answer> {
    const said = shown.kind === "card" ? lineOf(shown.card, talk.drawing(scene)) : null;
    const after = () => talk.sayPrivately(shown, scene);
    if (scene.scope === "personal") return { body: toast(said ?? ""), after };
    if (shown.kind === "card" && said !== null && isBrief(shown.card)) return { body: toast(said) };
    const say = speak(nearestLocale(scene.locale), "UTC");
    return { body: toast(plain(say.teams.answered())), after };
  }

  async function inDialog(shown: Shown, scene: Scene): Promise<Answer> {
    if (shown.kind === "card") {
      const drawn = renderCard(shown.card, talk.drawing(scene));
      return { body: dialog(submitting(drawn), lineOf(shown.card, talk.drawing(scene))) };
    }
    const { attachments, summary } = await talk.drawForm(shown, scene, true);
    const [card] = attachments;
    return card === undefined ? {} : { body: dialog(card.content, summary) };
  }

  async function wrong(
    { way, scene }: Waiting,
    fields: Readonly<Record<string, Line>>,
    sure?: Sure,
  ): Promise<Answer> {
    const drawn = "drawn" in way && way.drawn !== null ? withTick(way.drawn, sure) : null;
    if (drawn === null) {
      return show({ way, scene }, { kind: "card", card: cardOf(Object.values(fields)) }, true);
    }
    return show({ way, scene }, { kind: "again", drawn, wrong: fields }, false);
  }

  async function sentence(
    { way, scene }: Waiting,
    pick: (say: Say["teams"]) => Line,
  ): Promise<Answer> {
    const line = pick(speak(nearestLocale(scene.locale), "UTC").teams);
    const card = cardOf([line]);
    if (way.kind === "press") return { body: toast(lineOf(card, talk.drawing(scene))) };
    return show({ way, scene }, { kind: "card", card }, true);
  }

  function found({ way, scene }: Waiting, reply: Extract<Reply, { kind: "choices" }>): Answer {
    switch (way.kind) {
      case "search":
        return {
          body: {
            statusCode: 200,
            type: "application/vnd.microsoft.search.searchResponse",
            value: renderFound(reply),
          },
        };
      case "query":
        return {
          body: {
            composeExtension: {
              type: "result",
              attachmentLayout: "list",
              attachments: reply.choices.map(({ label, hint = [] }) => ({
                ...attach(
                  renderCard(
                    cardOf(hint.length === 0 ? [label] : [label, hint]),
                    talk.drawing(scene),
                  ),
                ),
                preview: {
                  contentType: "application/vnd.microsoft.card.thumbnail",
                  content: { title: plain(label), text: plain(hint) },
                },
              })),
            },
          },
        };
      default:
        return {};
    }
  }
}

/** An invoke wants an answer, also where there is nothing to say. */
const empty = (way: Way): Answer => (way.kind === "press" ? { body: toast("") } : {});

/** Shown to whoever pressed, and to nobody else. */
const toast = (value: string) => ({
  statusCode: 200,
  type: "application/vnd.microsoft.activity.message",
  value,
});

const asCard = (messages: readonly Message[]) => ({
  statusCode: 200,
  type: "application/vnd.microsoft.card.adaptive",
  value: messages[0]?.attachments[0]?.content,
});

const dialog = (content: AdaptiveCard, title: string) => ({
  task: {
    type: "continue",
    value: { title, height: "medium", width: "medium", card: attach(content) },
  },
});

/** Small enough for the line that Teams shows under a card. */
const isBrief = (card: Card): boolean =>
  card.blocks.length === 1 && card.blocks[0]?.kind === "text";

/** A dialog's buttons are sent in another way than a message's. */
function submitting(card: AdaptiveCard): AdaptiveCard {
  const submit = (action: Action): Action => {
    if (action.type !== "Action.Execute") return action;
    const { verb, ...rest } = action;
    return { ...rest, type: "Action.Submit" } as Action;
  };
  const body = card.body.map(
    (element): Element =>
      element.type === "ActionSet" ? { ...element, actions: element.actions.map(submit) } : element,
  );
  return { ...card, body };
}
