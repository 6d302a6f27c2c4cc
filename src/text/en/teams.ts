/** What only Teams needs: its cards, its forms, its list of commands. */
import { messagesIn } from "../message.ts";

const t = messagesIn("en");

export const teams = {
  page: t<{ page: number; pages: number }>("{page, number} of {pages, number}"),
  channel: t("the channel"),
  fillIn: t("Please fill this in."),
  choose: t("Please choose one."),
  typeName: t("Type a name"),
  openList: t("Choose"),
  atLeast: t<{ least: number }>(
    "Please write at least {least, plural, one {one character} other {# characters}}.",
  ),
  atMost: t<{ most: number; length: number }>(
    "This has {length, number} characters, and at most {most, number} fit. Please shorten it.",
  ),
  fewer: t<{ most: number }>(
    "Please choose at most {most, plural, one {one person} other {# people}}.",
  ),
  noChannels: t("I'm in no team yet. Add me to one, and its channels can be chosen here."),
  unreached: t("I can't reach you privately yet. Open Rapport and write: hello."),
  answered: t("I've answered you in our private chat."),
  notYours: t("This card is somebody else's, so nothing was done. Write to me for your own: help."),
  worn: t(
    "I can't use this card any more, so nothing was done. Write to me what you wanted, for a new one.",
  ),
};
