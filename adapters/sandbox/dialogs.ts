/** The dialogs that stand open in somebody's window, and where each began. */
import { randomUUID } from "node:crypto";

import type { Card, Form } from "#engine";

/** A window: who acts in it, and what it shows. */
export interface Window {
  readonly account: string;
  /** A channel's id, or one of the two below. */
  readonly where: string;
}

export const home = "~home";
export const direct = "~rapport";
/** Began anywhere: the global shortcut. */
export const nowhere = "~nowhere";

export interface Origin {
  readonly where: string;
  /** The private message whose button opened the dialog: its work is done when the form is. */
  readonly message?: string;
}

export interface Dialog {
  readonly id: string;
  readonly account: string;
  readonly origin: Origin;
  readonly shows:
    | { readonly kind: "form"; readonly form: Form }
    | { readonly kind: "card"; readonly card: Card };
}

export interface Dialogs {
  open(account: string, origin: Origin, shows: Dialog["shows"]): Dialog;
  /** Undefined after a restart, or for somebody else's. */
  find(account: string, id: string): Dialog | undefined;
}

const mostOpen = 200;

export function createDialogs(): Dialogs {
  const dialogs = new Map<string, Dialog>();
  return {
    open(account, origin, shows) {
      const dialog = { id: randomUUID(), account, origin, shows };
      dialogs.set(dialog.id, dialog);
      const [oldest] = dialogs.keys();
      if (dialogs.size > mostOpen && oldest !== undefined) dialogs.delete(oldest);
      return dialog;
    },
    find(account, id) {
      const dialog = dialogs.get(id);
      return dialog?.account === account ? dialog : undefined;
    },
  };
}
