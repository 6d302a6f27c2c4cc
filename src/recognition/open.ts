/** Opens the form of giving, filled in as far as it is known; and tells a trouble where it belongs. */
import { z } from "zod";

import type { Line } from "../chat/line.ts";
import type { Outcome, Reply } from "../chat/reply.ts";
import { type ActionRow, action, type Context, type ShortcutRow } from "../feature.ts";
import { formNote } from "../people/footnote.ts";
import { commandsStand } from "../people/platform.ts";
import { findAccounts } from "../people/queries/accounts.ts";
import { listPersons } from "../people/queries/persons.ts";
import { personChoice } from "../people/search.ts";
import { findSetting } from "../store/settings.ts";
import { channelOf } from "./announce.ts";
import { type Draft, draftRead, emptyDraft } from "./draft.ts";
import { giveForm } from "./forms.ts";
import { problemCard, problemFields, type Standing, sentence } from "./problem.ts";
import { listUnitNames } from "./queries/lists.ts";
import { recognitionSettings } from "./settings.ts";
import { listValues } from "./values/queries.ts";
import type { Troubled } from "./weigh.ts";

export async function openGiveForm(
  context: Context,
  draft: Draft,
  news: Line | null = null,
): Promise<Reply> {
  const { tx, organization, say } = context;
  const persons = await listPersons(tx, organization, draft.to);
  const units = await listUnitNames(
    tx,
    organization.id,
    persons.flatMap((person) => person.unit ?? []),
  );
  return {
    kind: "form",
    form: giveForm(say, {
      draft,
      to: persons.map((person) =>
        personChoice(
          {
            id: person.id,
            name: person.name,
            unit: person.unit === null ? null : (units.get(person.unit) ?? null),
            platforms: [],
          },
          false,
        ),
      ),
      values: await listValues(tx, organization.id),
      settings: await findSetting(tx, organization.id, recognitionSettings),
      news,
      footnote: await formNote(context),
    }),
  };
}

/** Under the fields of the form that was sent, or as a card with a way on. */
export async function troubleReply(
  context: Context,
  troubled: Pick<Troubled, "problem" | "draft">,
  from: "form" | "card",
): Promise<Reply> {
  const { say, now } = context;
  const { problem } = troubled;
  // The form is where its fields are; but what an allowance can't pay for has a way on of its own.
  if (from === "form" && problem.kind !== "allowance-spent") {
    return { kind: "invalid", fields: problemFields(say, now, problem) };
  }
  const standing = standingOf(context);
  const card = problemCard(say, now, troubled, standing);
  if (card === null) {
    return openGiveForm(context, troubled.draft, sentence(say, now, problem, standing));
  }
  return { kind: "replace", card };
}

function standingOf({ workspace, place }: Context): Standing | null {
  if (!commandsStand(workspace.platform)) return null;
  return place.kind === "channel" ? "channel" : "direct";
}

/** The buttons "Thank someone", "Fix it" and "Choose people". */
export const openRows: readonly ActionRow[] = [
  action({
    action: "recognition.open",
    read: z.unknown(),
    run: (context): Promise<Outcome> => openGiveForm(context, emptyDraft),
  }),
  action({
    action: "recognition.fix",
    read: draftRead,
    run: (context, draft): Promise<Outcome> => openGiveForm(context, draft),
  }),
];

export const shortcutRows: readonly ShortcutRow[] = [
  { shortcut: "give_kudos", run: (context) => openGiveForm(context, emptyDraft) },
  {
    // On a message: its author and a link to it. Its text is never read.
    shortcut: "give_kudos_for_message",
    run: async (context, message) => {
      if (message === undefined) return openGiveForm(context, emptyDraft);
      const { tx, organization, workspace, person } = context;
      const found = await findAccounts(tx, organization, workspace.id, [message.author]);
      const author = found.get(message.author)?.person;
      return openGiveForm(context, {
        ...emptyDraft,
        to: author && author.id !== person.id ? [author.id] : [],
        link: message.link,
        channel: channelOf(context),
      });
    },
  },
];
