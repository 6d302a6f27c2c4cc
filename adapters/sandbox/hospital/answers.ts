/** What people of the Core Lab answer to their weekly check-ins: some a face alone, some a few words, one or two nothing. */

export interface WeeklyAnswer {
  readonly by: string;
  /** 1 to 5, 5 the best. */
  readonly mood: number;
  readonly well?: string;
  readonly way?: string;
  /** An account. */
  readonly helped?: string;
}

/** One list for each week, the oldest first; the last is of the check-in that may still be open. */
export const weeklyAnswers: readonly (readonly WeeklyAnswer[])[] = [
  [
    {
      by: "ben",
      mood: 2,
      well: "The new centrifuge rota: nobody waited for a slot.",
      way: "The label printer at the second bench jammed four times, always in the morning rush.",
    },
    { by: "hannah", mood: 3 },
    { by: "ana", mood: 3, well: "Two students asked to come back." },
    { by: "yusuf", mood: 2 },
    { by: "grace", mood: 4 },
    { by: "tomas", mood: 3 },
    {
      by: "marcus",
      mood: 3,
      way: "The freezer alarm list at night still has last year's numbers.",
    },
    { by: "priya", mood: 3 },
  ],
  [
    { by: "ben", mood: 3 },
    { by: "hannah", mood: 4, helped: "keisha" },
    { by: "joy", mood: 3 },
    { by: "ana", mood: 4 },
    { by: "yusuf", mood: 3 },
    {
      by: "grace",
      mood: 3,
      well: "Handover at 22:30 was calm three nights in a row.",
      way: "Add-on tests reach us by phone and on paper, so we run some of them twice.",
    },
    { by: "tomas", mood: 3 },
    { by: "marcus", mood: 4 },
    { by: "priya", mood: 4 },
  ],
  [
    { by: "ben", mood: 4, well: "The label printer just works now." },
    { by: "hannah", mood: 4 },
    { by: "joy", mood: 4 },
    { by: "ana", mood: 5, helped: "dana" },
    { by: "yusuf", mood: 4 },
    { by: "grace", mood: 4 },
    { by: "marcus", mood: 4 },
    { by: "elena", mood: 5, well: "The morning meeting ends on time." },
    { by: "priya", mood: 4 },
  ],
  [
    { by: "ben", mood: 4 },
    { by: "hannah", mood: 5, well: "We cleared the send-outs before noon every day." },
    { by: "ana", mood: 4 },
    {
      by: "yusuf",
      mood: 3,
      way: "The pneumatic tube from 4 West was down on two mornings and nobody told us.",
    },
    { by: "grace", mood: 4 },
    { by: "elena", mood: 4 },
  ],
];

/** What Priya made of it: whose words of which week, and what will be done. */
export const actions = [
  { week: 0, raisedBy: "ben", words: "Have the label printer at the second bench replaced" },
  {
    week: 1,
    raisedBy: "grace",
    words: "One way for add-on tests: agree it with 4 West and Emergency",
  },
] as const;

/** About the confidential round on speaking up: what was heard, and what will be done. */
export const response = {
  about: "Speaking up",
  said: "Questions are welcome, but many of you hold back before you say “I don't know”.",
  did: "Each morning meeting begins with one thing that the lead does not know.",
} as const;

export const safety = {
  incidents: "the incident portal on the intranet",
  contacts: "Staff support, extension 4400, day and night",
} as const;
