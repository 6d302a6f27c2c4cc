/** `/kudos`: reads what was typed, finds out who is meant, and gives it; without words it opens the form. */

import { z } from "zod";

import type { Card } from "../chat/card.ts";
import { saying } from "../chat/card.ts";
import type { Word } from "../chat/inbound.ts";
import { type Line, plain } from "../chat/line.ts";
import type { Outcome, Reply } from "../chat/reply.ts";
import { type ActionRow, action, type Context } from "../feature.ts";
import type { Person } from "../people/person.ts";
import { findAccounts } from "../people/queries/accounts.ts";
import { type PersonFound, searchPersons } from "../people/queries/search.ts";
import { personChoice } from "../people/search.ts";
import { reveal } from "../privacy/typed.ts";
import { findSetting } from "../store/settings.ts";
import type { Say } from "../text/say.ts";
import { channelOf } from "./announce.ts";
import { type Draft, draftRead, emptyDraft, fitsButton, packDraft } from "./draft.ts";
import { giveRecognition } from "./give.ts";
import { openGiveForm, troubleReply } from "./open.ts";
import type { LeftOut } from "./recognition.ts";
import { recognitionSettings } from "./settings.ts";
import { nameOf, tagOf, type Value } from "./value.ts";
import { listValues } from "./values/queries.ts";
import { judgeReason } from "./weigh.ts";
import { type KudosWords, readKudos } from "./words.ts";

export async function kudosCommand(
  context: Context,
  typedWords: readonly Word[],
): Promise<Outcome> {
  const channel = channelOf(context);
  if (typedWords.length === 0) return openGiveForm(context, { ...emptyDraft, channel });
  const { tx, organization, workspace, person } = context;
  const settings = await findSetting(tx, organization.id, recognitionSettings);
  const hasTag = typedWords.some((word) => word.kind === "text" && reveal(word.text).includes("#"));
  const tags = tagTable(context, hasTag ? await listValues(tx, organization.id) : []);
  const read = readKudos(typedWords, {
    takesPoints: settings.mostPoints > 1,
    tags: new Set(tags.keys()),
  });

  const accounts = await findAccounts(tx, organization, workspace.id, [
    ...read.accounts,
    ...read.members,
  ]);
  const to: Person[] = [];
  const leftOut = { self: false, bots: 0, others: 0 };
  for (const externalId of [...read.accounts, ...read.members]) {
    const account = accounts.get(externalId);
    // A group is thanked without the giver, and without a word about it.
    if (account?.person?.id === person.id && read.members.includes(externalId)) continue;
    if (account?.kind === "bot") leftOut.bots += 1;
    else if (account?.person == null || account.kind !== "member") leftOut.others += 1;
    else to.push(account.person);
  }
  const draft: Draft = {
    ...emptyDraft,
    to: to.map((one) => one.id),
    reason: read.reason,
    values: read.tags.flatMap((tag) => tags.get(tag)?.id ?? []),
    points: read.points ?? 1,
    channel,
  };
  if (read.names.length > 0) return findNames(context, draft, read);
  return giveRecognition(context, draft, {
    leftOut: leftOut satisfies LeftOut,
    unknownTags: read.unknownTags,
    known: { settings, persons: to },
    from: "card",
  });
}

/** Every way a value may be written after #: its tag, and its name in any of our languages. */
function tagTable({ say }: Context, values: readonly Value[]): Map<string, Value> {
  return new Map(
    values.flatMap((value): [string, Value][] => [
      [value.tag, value],
      [tagOf(plain(nameOf(say, value))), value],
    ]),
  );
}

/** As many as fit beside each other; more are found by typing in the form. */
const mostMatches = 6;

/** Names without @: one match to confirm, several as buttons with their unit; otherwise the form, filled in so far. */
async function findNames(context: Context, asked: Draft, read: KudosWords): Promise<Reply> {
  const { tx, organization, say, person } = context;
  const found: { name: string; matches: PersonFound[] }[] = [];
  for (const name of read.names) {
    const matches = await searchPersons(tx, organization.id, name, mostMatches + 1);
    const others = matches.filter((match) => match.id !== person.id).slice(0, mostMatches);
    found.push({ name, matches: others });
  }
  const known = found.flatMap(({ matches }) => (matches.length === 1 ? matches : []));
  const draft = { ...asked, to: [...asked.to, ...known.map((match) => match.id)] };
  const judged = await judgeReason(context, draft);
  if (judged.kind !== "cleared") return troubleReply(context, judged, "card");

  const [only] = found;
  if (found.length === 1 && only !== undefined && only.matches.length > 0 && fitsButton(draft)) {
    return { kind: "card", card: whichCard(say, asked, only) };
  }
  return openGiveForm(context, draft, namesNews(say, found));
}

function whichCard(
  say: Say,
  draft: Draft,
  { name, matches }: { readonly name: string; readonly matches: readonly PersonFound[] },
): Card {
  const [first] = matches;
  const question =
    matches.length === 1 && first !== undefined
      ? say.recognition.isIt({ name: first.name })
      : say.recognition.whichOne({ name });
  return saying(question, {
    kind: "buttons",
    buttons: [
      ...matches.map((match) => ({
        action: "recognition.pick",
        label: personChoice(match, false).label,
        value: packDraft({ ...draft, to: [...draft.to, match.id] }),
      })),
      {
        action: "recognition.fix",
        label: say.recognition.somebodyElse(),
        value: packDraft(draft),
      },
    ],
  });
}

/** Of names that are not one person each: the first that could be several, or else who isn't known. */
function namesNews(
  say: Say,
  found: readonly { readonly name: string; readonly matches: readonly PersonFound[] }[],
): Line | null {
  const several = found.find(({ matches }) => matches.length > 1);
  if (several !== undefined) return say.recognition.whichOne({ name: several.name });
  const [unknown, ...more] = found.filter(({ matches }) => matches.length === 0);
  if (unknown === undefined) return null;
  return more.length === 0
    ? say.recognition.unknownName({ name: unknown.name })
    : say.recognition.unknownNames();
}

/** The person picked for a name, "Send without points", and the answers to what the guard asked. */
export const pickRows: readonly ActionRow[] = [
  action({
    action: "recognition.pick",
    read: draftRead,
    run: (context, draft) => giveRecognition(context, draft, { from: "card" }),
  }),
  action({
    action: "recognition.sendWithout",
    read: draftRead,
    run: (context, draft) => giveRecognition(context, draft, { from: "card", withoutPoints: true }),
  }),
  action({
    action: "recognition.sendSure",
    read: draftRead,
    run: (context, draft) => giveRecognition(context, draft, { from: "card" }),
  }),
  action({
    action: "recognition.drop",
    read: z.unknown(),
    run: async ({ say }) => ({ kind: "replace", card: saying(say.guard.dropped()) }),
  }),
];
