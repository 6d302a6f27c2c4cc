/** Brings a reply back to where its person is waiting: beside what they typed, in place of what they pressed, or in a dialog. */
import { assertNever, type Card, type Clock, type Line, type Reply, words } from "#engine";
import { app } from "./chat.ts";
import {
  type Dialog,
  type Dialogs,
  direct,
  home,
  nowhere,
  type Origin,
  type Window,
} from "./dialogs.ts";
import { directWith, isDirect, type Room } from "./room.ts";

/** How the one who did something can be answered. */
export type Way =
  | { readonly kind: "box" }
  /** A button in a message. `again`: it sends a command once more. */
  | { readonly kind: "message"; readonly message: string; readonly again: boolean }
  | { readonly kind: "home" }
  | { readonly kind: "dialog"; readonly dialog: Dialog }
  | { readonly kind: "form"; readonly dialog: Dialog }
  | { readonly kind: "shortcut" };

/** What changes in the window besides the messages. */
export interface Shown {
  /** Null: it closes. Absent: it stays as it is. */
  readonly dialog?: Dialog | null;
  /** Words under the fields of the dialog that stays open. */
  readonly errors?: {
    readonly dialog: Dialog;
    readonly fields: Readonly<Record<string, Line>>;
    /** The box to tick with which it may be sent as it is. */
    readonly sure?: { readonly ask: Line; readonly box: Line } | undefined;
  };
  readonly home?: Card;
}

export const channelOf = ({ account, where }: Window): string =>
  where === direct ? directWith(account) : where;

export function createAnswers(room: Room, dialogs: Dialogs, now: Clock) {
  return function answer(window: Window, way: Way, reply: Reply): Shown {
    switch (reply.kind) {
      case "nothing":
      case "choices":
        return way.kind === "form" ? { dialog: null } : {};
      case "card":
        return card(window, way, reply.card, false);
      case "replace":
        return card(window, way, reply.card, true);
      case "form": {
        const dialog = dialogs.open(window.account, originOf(window, way), reply);
        return { dialog };
      }
      case "invalid":
        return way.kind === "form"
          ? { errors: { dialog: way.dialog, fields: reply.fields, sure: reply.sure } }
          : card(window, way, cardOf(Object.values(reply.fields)), false);
      default:
        return assertNever(reply);
    }
  };

  function card(window: Window, way: Way, told: Card, replaces: boolean): Shown {
    switch (way.kind) {
      case "box":
        return privately(window, told);
      case "message":
        return replaces || way.again ? inPlace(window, way.message, told) : privately(window, told);
      case "home":
        return { home: told };
      case "shortcut":
        return window.where === home || window.where === nowhere
          ? inDialog(window, { where: window.where }, told)
          : privately(window, told);
      case "dialog":
        return afterDialog(window, way.dialog.origin, told);
      case "form":
        if (way.dialog.origin.message !== undefined) room.remove(way.dialog.origin.message);
        return afterDialog(window, { where: way.dialog.origin.where }, told);
      default:
        return assertNever(way);
    }
  }

  function afterDialog(window: Window, origin: Origin, told: Card): Shown {
    return origin.where === home ? { dialog: null, home: told } : inDialog(window, origin, told);
  }

  function inDialog({ account }: Window, origin: Origin, told: Card): Shown {
    return { dialog: dialogs.open(account, origin, { kind: "card", card: told }) };
  }

  function privately(window: Window, told: Card): Shown {
    const channel = channelOf(window);
    const said = { kind: "card", card: told } as const;
    room.say({ channel, author: app, at: now(), said, only: window.account });
    return {};
  }

  /** What everybody sees stays as it is. */
  function inPlace(window: Window, id: string, told: Card): Shown {
    const message = room.message(id);
    if (message === undefined || (message.only === undefined && !isDirect(message.channel)))
      return privately(window, told);
    room.change(id, told);
    return {};
  }

  function originOf(window: Window, way: Way): Origin {
    switch (way.kind) {
      case "dialog":
      case "form":
        return way.dialog.origin;
      case "message": {
        const isPrivate = room.message(way.message)?.only !== undefined;
        return { where: window.where, ...(isPrivate ? { message: way.message } : {}) };
      }
      default:
        return { where: window.where };
    }
  }
}

function cardOf(lines: readonly Line[]): Card {
  const summary = lines.flatMap((line, index) => (index === 0 ? line : [...words(" "), ...line]));
  return { summary, blocks: lines.map((line) => ({ kind: "text", line })) };
}
