/** A person's own rows: who they are here, when they work, what is held and what is private. */
import { z } from "zod";

import { plain } from "../chat/line.ts";
import { action, answer, type Context, type Feature, form, type Work } from "../feature.ts";
import { speak } from "../text/say.ts";
import { type Instant, readInstant } from "../time/instant.ts";
import {
  askHours,
  findAbout,
  keepAbout,
  keepPattern,
  keepPause,
  keepPrivate,
  openAbout,
  openPause,
  resume,
  showAboutKept,
} from "./about.ts";
import {
  fillInBlocks,
  isComplete,
  patternKeptCard,
  pauseKeptCard,
  preferenceBlocks,
  privateKeptCard,
} from "./cards.ts";
import { shippedDisciplines } from "./discipline.ts";
import { peopleHolds, peopleSweeps, peopleUnheld } from "./holds.ts";
import { welcomeRow } from "./meet.ts";
import { type Pattern, patterns } from "./person.ts";
import { insertDisciplines } from "./queries/about.ts";

const pattern = z.enum(patterns as readonly [Pattern, ...Pattern[]]);
const instant = z.string().transform((text): Instant => readInstant(text));

export const people: Feature = {
  name: "people",
  posts: [welcomeRow],
  actions: [
    action({ action: "people.about", read: z.unknown(), run: openAbout }),
    action({ action: "people.hours", read: z.unknown(), run: askHours }),
    // On a card that holds more, such as the first message: what they change is said below it.
    action({
      action: "people.pattern",
      read: pattern,
      run: (context, value) => keepPattern(context, value, false),
    }),
    action({
      action: "people.private",
      read: z.boolean(),
      run: (context, value) => keepPrivate(context, value, false),
    }),
    action({
      action: "people.settings.pattern",
      read: pattern,
      run: (context, value) => keepPattern(context, value, true),
    }),
    action({
      action: "people.settings.private",
      read: z.boolean(),
      run: (context, value) => keepPrivate(context, value, true),
    }),
    action({ action: "people.pause", read: z.unknown(), run: openPause }),
    action({ action: "people.resume", read: z.unknown(), run: resume }),
  ],
  forms: [
    form({
      form: "people.about",
      read: z.unknown(),
      run: (context, _, filled) => keepAbout(context, filled),
    }),
    form({
      form: "people.pause",
      read: z.unknown(),
      run: (context, _, filled) => keepPause(context, filled),
    }),
  ],
  answers: [
    answer({ answer: "people.about", read: z.unknown(), draw: showAboutKept }),
    answer({
      answer: "people.pattern",
      read: z.object({ pattern, alone: z.boolean() }),
      draw: async ({ say }, facts) => ({
        kind: facts.alone ? "replace" : "card",
        card: patternKeptCard(say, facts.pattern),
      }),
    }),
    answer({
      answer: "people.private",
      read: z.object({ private: z.boolean(), alone: z.boolean() }),
      draw: async ({ say }, facts) => ({
        kind: facts.alone ? "replace" : "card",
        card: privateKeptCard(say, facts.private),
      }),
    }),
    answer({
      answer: "people.paused",
      read: z.object({ until: instant.nullable() }),
      draw: async ({ say }, { until }) => ({ kind: "replace", card: pauseKeptCard(say, until) }),
    }),
  ],
  holds: peopleHolds,
  unheld: peopleUnheld,
  sweeps: peopleSweeps,
  home: async (context) => {
    if (isComplete(context.person)) return [];
    const { person } = await findAbout(context, context.person.id);
    return isComplete(person) ? [] : fillInBlocks(context.say);
  },
  preferences: async (context: Context) =>
    preferenceBlocks(context.say, await findAbout(context, context.person.id), context.now),
  begin: ({ tx, organization, now }: Work) => {
    const { people: texts } = speak(organization.locale, organization.zone);
    const names = shippedDisciplines.map((shipped) => plain(texts.professions[shipped]()));
    return insertDisciplines(tx, organization.id, names, now);
  },
};
