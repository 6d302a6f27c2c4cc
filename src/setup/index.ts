/** `/rapport`: everybody's own settings, and setup for admins. What stands in both comes from the rows of all features. */
import { z } from "zod";

import type { Block } from "../chat/card.ts";
import type { Line } from "../chat/line.ts";
import type { Reply } from "../chat/reply.ts";
import {
  action,
  answer,
  type CommandRow,
  type Context,
  type Feature,
  form,
  job,
  type SetupRow,
} from "../feature.ts";
import { helpReply } from "../help.ts";
import type { PersonId } from "../ids.ts";
import { findOrganization } from "../people/queries/organizations.ts";
import { isAdmin, requireAdmin } from "../people/roles.ts";
import { addAdmins, openAddAdmins, removeAdmin, showAdmins, showAdminsKept } from "./admins.ts";
import {
  homeBlocks,
  keptCard,
  moreCard,
  type Part,
  permissionsCard,
  sampleCard,
  seenCard,
  settingsCard,
  setupCard,
} from "./cards.ts";
import { keepGuard, openGuard } from "./keepGuard.ts";
import { keepOrganization, openOrganization } from "./keepOrganization.ts";
import { keepSafety, openSafety } from "./keepSafety.ts";
import { ownRows } from "./rows.ts";

const personId = z.string().transform((text) => text as PersonId);

/** `features`: all the others. */
export function createSetup(features: readonly Feature[]): Feature {
  const rows = [...features.flatMap((feature) => feature.setup ?? []), ...ownRows];

  const commands: CommandRow[] = [
    {
      command: "rapport",
      word: null,
      usage: (say) => say.setup.usage(),
      run: (context, words) => (words.length === 0 ? showSettings(context) : showHelp(context)),
    },
    { command: "rapport", word: "help", usage: null, run: showHelp },
    { command: "rapport", word: "setup", usage: null, run: showSetup },
  ];
  const allCommands = [...features.flatMap((feature) => feature.commands ?? []), ...commands];

  return {
    name: "setup",
    commands,
    setup: ownRows,
    actions: [
      action({ action: "setup.settings", read: z.unknown(), run: (c) => pressed(showSettings(c)) }),
      action({ action: "setup.help", read: z.unknown(), run: showHelp }),
      action({
        action: "setup.seen",
        read: z.unknown(),
        run: async ({ say }) => ({ kind: "replace", card: seenCard(say) }),
      }),
      action({ action: "setup.open", read: z.unknown(), run: (c) => pressed(showSetup(c)) }),
      action({ action: "setup.more", read: z.unknown(), run: showMore }),
      action({ action: "setup.tryIt", read: z.unknown(), run: showSample }),
      action({ action: "setup.permissions", read: z.unknown(), run: showPermissions }),
      action({ action: "setup.organization", read: z.unknown(), run: openOrganization }),
      action({ action: "setup.safety", read: z.unknown(), run: openSafety }),
      action({ action: "setup.guard", read: z.unknown(), run: openGuard }),
      action({ action: "setup.admins", read: z.unknown(), run: showAdmins }),
      action({ action: "setup.addAdmins", read: z.unknown(), run: openAddAdmins }),
      action({ action: "setup.removeAdmin", read: personId, run: removeAdmin }),
    ],
    forms: [
      form({
        form: "setup.organization",
        read: z.unknown(),
        run: (context, _, filled) => keepOrganization(context, filled),
      }),
      form({
        form: "setup.safety",
        read: z.unknown(),
        run: (context, _, filled) => keepSafety(context, filled),
      }),
      form({
        form: "setup.guard",
        read: z.unknown(),
        run: (context, _, filled) => keepGuard(context, filled),
      }),
      form({
        form: "setup.addAdmins",
        read: z.unknown(),
        run: (context, _, filled) => addAdmins(context, filled),
      }),
    ],
    answers: [
      answer({
        answer: "setup.kept",
        read: z.object({ part: z.enum(["setup.organization", "setup.safety", "setup.guard"]) }),
        draw: (context, { part }) => showKept(context, part),
      }),
      answer({
        answer: "setup.admins",
        read: z.object({ added: z.array(personId), removed: personId.nullable() }),
        draw: showAdminsKept,
      }),
    ],
    jobs: [
      job({
        job: "setup.recount",
        read: z.null(),
        run: async (work) => {
          for (const feature of features) await feature.rebuild?.(work);
        },
      }),
    ],
    home: async ({ say }) => homeBlocks(say),
  };

  async function showSettings(context: Context): Promise<Reply> {
    const blocks: Block[] = [];
    for (const feature of features) {
      blocks.push(...((await feature.preferences?.(context)) ?? []));
    }
    return { kind: "card", card: settingsCard(context.say, blocks, await isAdmin(context)) };
  }

  async function showHelp({ say }: Context): Promise<Reply> {
    return helpReply(say, allCommands);
  }

  async function showSetup(context: Context): Promise<Reply> {
    const refused = await requireAdmin(context);
    if (refused !== null) return refused;
    const first = await partsOf(
      context,
      rows.filter((row) => row.first),
    );
    const sends: Line[] = [];
    for (const feature of features) sends.push(...((await feature.sends?.(context)) ?? []));
    const onSlack = context.workspace.platform === "slack";
    return { kind: "card", card: setupCard(context.say, first, sends, onSlack) };
  }

  async function showMore(context: Context): Promise<Reply> {
    const refused = await requireAdmin(context);
    if (refused !== null) return refused;
    const parts = await partsOf(
      context,
      rows.filter((row) => !row.first),
    );
    return { kind: "replace", card: moreCard(context.say, parts) };
  }
}

/** As it stands now: the context still holds the organization of before. */
async function showKept(context: Context, part: string): Promise<Reply> {
  const organization = await findOrganization(context.tx, context.organization.id);
  const parts = await partsOf(
    { ...context, organization },
    ownRows.filter((row) => row.action === part),
  );
  return { kind: "card", card: keptCard(context.say, parts) };
}

async function showSample(context: Context): Promise<Reply> {
  const refused = await requireAdmin(context);
  return refused ?? { kind: "replace", card: sampleCard(context.say, context.person) };
}

async function showPermissions(context: Context): Promise<Reply> {
  const refused = await requireAdmin(context);
  return refused ?? { kind: "replace", card: permissionsCard(context.say) };
}

/** What a command shows below, a button puts in the place of its card. */
async function pressed(shown: Promise<Reply>): Promise<Reply> {
  const reply = await shown;
  return reply.kind === "card" ? { kind: "replace", card: reply.card } : reply;
}

async function partsOf(context: Context, rows: readonly SetupRow[]): Promise<Part[]> {
  const parts: Part[] = [];
  for (const row of rows) parts.push(await partOf(context, row));
  return parts;
}

const partOf = async (context: Context, { action: id, label, now }: SetupRow): Promise<Part> => ({
  action: id,
  label: label(context.say),
  now: await now(context),
});
