/** `/kudos`: reads what was typed, finds out who is meant, and gives it; without words it opens the form. */

import { plain } from "../chat/line.ts";
import type { Outcome, Reply } from "../chat/reply.ts";
import { action, type ActionRow, type Context } from "../feature.ts";
import type { Word } from "../chat/inbound.ts";
import type { PersonId } from "../ids.ts";
import { findAccounts, type PersonFound, searchPersons } from "../people/queries.ts";
import { personChoice } from "../people/search.ts";
import { findSetting } from "../store/settings.ts";
import { channelOf } from "./announce.ts";
import { saying } from "./cards.ts";
import { type Draft, draftRead, emptyDraft, fitsButton, packDraft } from "./draft.ts";
import { giveRecognition } from "./give.ts";
import { openGiveForm } from "./open.ts";
import type { LeftOut } from "./recognition.ts";
import { recognitionSettings } from "./settings.ts";
import { nameOf, tagOf, type Value } from "./value.ts";
import { listValues } from "./values/queries.ts";
import { type KudosWords, readKudos } from "./words.ts";

export async function kudosCommand(context: Context, typedWords: readonly Word[]): Promise<Outcome> {
  const channel = channelOf(context);
  if (typedWords.length === 0) return openGiveForm(context, { ...emptyDraft, channel });
  const { tx, organization, workspace } = context;
  const settings = await findSetting(tx, organization.id, recognitionSettings);
  const hasTag = typedWords.some((word) => word.kind === "text");
  const tags = tagTable(context, hasTag ? await listValues(tx, organization.id) : []);
  const read = readKudos(typedWords, { takesPoints: settings.mostPoints > 1, tags: new Set(tags.keys()) });

  const accounts = await findAccounts(tx, organization, workspace.id, read.accounts);
  const to: PersonId[] = [];
  const leftOut = { self: false, bots: 0, others: 0 };
  for (const externalId of read.accounts) {
    const account = accounts.get(externalId);
    if (account?.kind === "bot") leftOut.bots += 1;
    else if (account?.person == null || account.kind !== "member") leftOut.others += 1;
    else to.push(account.person.id);
  }
  const draft: Draft = {
    ...emptyDraft,
    to,
    reason: read.reason,
    values: read.tags.flatMap((tag) => tags.get(tag)?.id ?? []),
    points: read.points ?? 1,
    channel,
  };
  if (read.names.length > 0) return findNames(context, draft, read);
  return giveRecognition(context, draft, {
    leftOut: leftOut satisfies LeftOut,
    unknownTags: read.unknownTags,
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
async function findNames(context: Context, draft: Draft, read: KudosWords): Promise<Reply> {
  const { tx, organization, say } = context;
  const found: PersonFound[][] = [];
  for (const name of read.names) {
    found.push(await searchPersons(tx, organization.id, name, mostMatches));
  }
  const [name = ""] = read.names;
  const matches = found[0] ?? [];
  if (read.names.length === 1 && matches.length > 0 && fitsButton(draft)) {
    const question = matches.length === 1 ? say.recognition.isIt({ name: matches[0]?.name ?? name }) : say.recognition.whichOne({ name });
    return {
      kind: "card",
      card: saying(question, {
        kind: "buttons",
        buttons: [
          ...matches.map((match) => ({
            action: "recognition.pick",
            label: personChoice(match, false).label,
            value: packDraft({ ...draft, to: [match.id] }),
          })),
          {
            action: "recognition.fix",
            label: say.recognition.somebodyElse(),
            value: packDraft(draft),
          },
        ],
      }),
    };
  }
  const known = found.flatMap((matched) => (matched.length === 1 ? matched : []));
  const unknown = read.names.filter((_, index) => found[index]?.length !== 1);
  const news =
    unknown.length === 0
      ? null
      : unknown.length === 1
        ? say.recognition.unknownName({ name: unknown[0] ?? "" })
        : say.recognition.unknownNames();
  return openGiveForm(context, { ...draft, to: known.map((one) => one.id) }, news);
}

/** The person picked for a name, and "Send without points". */
export const pickRows: readonly ActionRow[] = [
  action({
    action: "recognition.pick",
    read: draftRead,
    run: (context, draft) => giveRecognition(context, draft, { from: "card" }),
  }),
  action({
    action: "recognition.sendWithout",
    read: draftRead,
    run: (context, draft) =>
      giveRecognition(context, draft, { from: "card", withoutPoints: true }),
  }),
];

