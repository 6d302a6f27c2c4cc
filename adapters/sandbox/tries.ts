/** Things to try: the tour of two minutes. */
export interface Try {
  readonly title: string;
  readonly why: string;
  /** Words for the message box of a channel. */
  readonly say?: string;
  readonly move?: { readonly to: "evening" | "friday" | "monday"; readonly label: string };
  /** Somebody to be, or a place to look at. */
  readonly go?: { readonly account?: string; readonly where: string; readonly label: string };
}

export const hospitalTries: readonly Try[] = [
  {
    title: "Thank someone in one line",
    why: "It is posted in #kudos, and Marcus is told when his quiet hours are over.",
    say: "/kudos @Marcus Reed for keeping us calm when the analyser went down",
  },
  {
    title: "Be Marcus, on nights, and read what waited",
    why: "He sleeps until the evening: move the clock, then be him.",
    move: { to: "evening", label: "This evening" },
    go: { account: "marcus", where: "~rapport", label: "Be Marcus" },
  },
  {
    title: "Type the forbidden sentence",
    why: "Not sent, not kept, and the words come back to be mended.",
    say: "/kudos @Marcus Reed Thanks for catching Mr John Doe's potassium, MRN 00482913",
  },
  {
    title: "Type what may point to a patient",
    why: "Not sent yet: you are asked, and say whether a patient is meant.",
    say: "/kudos @Marcus Reed for sorting out bed 12 and the potassium",
  },
  {
    title: "Move to Monday and read “Thanks this week”",
    why: "The whole week passes in order, and the message is in #kudos at 09:00.",
    move: { to: "monday", label: "To Monday" },
    go: { where: "kudos", label: "Open #kudos" },
  },
  {
    title: "Answer your check-in with one tap",
    why: "The Core Lab is asked every Friday at 15:00, in private messages. One face is enough.",
    move: { to: "friday", label: "To Friday, 15:00" },
    go: { where: "~rapport", label: "Open messages" },
  },
  {
    title: "Be Priya, and read the lead's Monday note",
    why: "Who answered, what got in the way, what is overdue: every Monday, before nine.",
    move: { to: "monday", label: "To Monday, 09:05" },
    go: { account: "priya", where: "~rapport", label: "Be Priya" },
  },
  {
    title: "Look for your confidential answer in the database",
    why: "Tap an answer to “Trust in this check-in” in your messages. Then open “What just happened”: the row is sealed and names nobody. At its end are all tables.",
    go: { where: "~rapport", label: "Open messages" },
  },
];

export const emptyTries: readonly Try[] = [
  {
    title: "Add a colleague, and thank them",
    why: "Below, under “Be somebody else”. Then type /kudos and their name.",
  },
  {
    title: "Set Rapport up",
    why: "You are its admin: choose the kudos channel at Rapport's home.",
    go: { where: "~home", label: "Open home" },
  },
];
