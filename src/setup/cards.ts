/** What `/rapport` shows. */
import type { Block, Button, Card } from "../chat/card.ts";
import { type Line, quoted, words } from "../chat/line.ts";
import type { PersonId } from "../ids.ts";
import type { SafetySettings } from "../people/footnote.ts";
import type { Organization } from "../people/organization.ts";
import type { Say } from "../text/say.ts";

/** A part of setup with what it is set to now. */
export interface Part {
  readonly action: string;
  readonly label: Line;
  readonly now: Line;
}

/** What just happened stands on top. */
export const withNews = (news: Line, card: Card): Card => ({
  summary: news,
  blocks: [{ kind: "text", line: news }, { kind: "divider" }, ...card.blocks],
});

export function settingsCard(say: Say, preferences: readonly Block[], admin: boolean): Card {
  const buttons: Button[] = [
    { action: "setup.seen", label: say.setup.whoSeesWhat() },
    { action: "setup.help", label: say.setup.help() },
    ...(admin ? [{ action: "setup.open", label: say.setup.title() }] : []),
  ];
  return {
    summary: say.setup.settings(),
    blocks: [
      { kind: "title", line: say.setup.settings() },
      ...preferences,
      { kind: "divider" },
      { kind: "buttons", buttons },
    ],
  };
}

export const homeBlocks = (say: Say): Block[] => [
  {
    kind: "buttons",
    buttons: [
      { action: "setup.settings", label: say.setup.settings() },
      { action: "setup.seen", label: say.setup.whoSeesWhat() },
    ],
  },
];

export function seenCard(say: Say): Card {
  const {
    public: posted,
    private: between,
    boards,
    answers,
    admins,
    server,
    channel,
  } = say.setup.seen;
  const lines = [posted(), between(), boards(), answers(), admins(), server(), channel()];
  return {
    summary: say.setup.whoSeesWhat(),
    blocks: [
      { kind: "title", line: say.setup.whoSeesWhat() },
      ...lines.map((line): Block => ({ kind: "text", line })),
      { kind: "buttons", buttons: [{ action: "setup.settings", label: say.setup.settings() }] },
    ],
  };
}

/** One question, and what follows from how things stand. */
export function setupCard(
  say: Say,
  first: readonly Part[],
  sends: readonly Line[],
  asksPermissions: boolean,
): Card {
  return {
    summary: say.setup.title(),
    blocks: [
      { kind: "title", line: say.setup.title() },
      { kind: "note", line: say.setup.oneQuestion() },
      ...partBlocks(say, first),
      { kind: "text", line: sends.length === 0 ? say.setup.sendsNothing() : say.setup.sends() },
      ...sends.map((line): Block => ({ kind: "text", line })),
      { kind: "note", line: say.setup.writesOnly() },
      {
        kind: "buttons",
        buttons: [
          { action: "setup.more", label: say.setup.more() },
          { action: "setup.tryIt", label: say.setup.tryIt() },
          ...(asksPermissions
            ? [{ action: "setup.permissions", label: say.setup.permissions() }]
            : []),
          { action: "setup.settings", label: say.setup.settings() },
        ],
      },
    ],
  };
}

export function moreCard(say: Say, parts: readonly Part[]): Card {
  return {
    summary: say.setup.moreTitle(),
    blocks: [
      { kind: "title", line: say.setup.moreTitle() },
      ...partBlocks(say, parts),
      { kind: "buttons", buttons: [back(say)] },
    ],
  };
}

function partBlocks(say: Say, parts: readonly Part[]): Block[] {
  if (parts.length === 0) return [];
  return [
    ...partLines(say, parts),
    { kind: "buttons", buttons: parts.map(({ action, label }) => ({ action, label })) },
  ];
}

const partLines = (say: Say, parts: readonly Part[]): Block[] =>
  parts.map(({ label, now }) => ({ kind: "text", line: say.setup.row({ label, now }) }));

export const back = (say: Say): Button => ({ action: "setup.open", label: say.setup.back() });

export function keptCard(say: Say, parts: readonly Part[]): Card {
  return withNews(say.setup.kept(), {
    summary: say.setup.kept(),
    blocks: [
      ...partLines(say, parts),
      { kind: "buttons", buttons: [{ action: "setup.more", label: say.setup.more() }, back(say)] },
    ],
  });
}

export function sampleCard(
  say: Say,
  person: { readonly id: PersonId; readonly name: string },
): Card {
  const you: Line = [{ kind: "person", person: person.id, name: person.name }];
  return {
    summary: say.setup.sample(),
    blocks: [
      { kind: "note", line: say.setup.sample() },
      { kind: "text", line: say.setup.sampleThanks({ you }) },
      { kind: "quote", line: say.setup.sampleWords() },
      { kind: "note", line: say.setup.sampleEnd() },
      { kind: "buttons", buttons: [back(say)] },
    ],
  };
}

export function permissionsCard(say: Say): Card {
  const rows = Object.entries(say.setup.slackPermissions).map(([scope, reason]): Line[] => [
    [{ kind: "code", words: scope }],
    reason(),
  ]);
  return {
    summary: say.setup.permissions(),
    blocks: [
      { kind: "title", line: say.setup.permissions() },
      { kind: "table", heading: [say.setup.permission(), say.setup.reason()], rows },
      { kind: "buttons", buttons: [back(say)] },
    ],
  };
}

export const organizationLine = (say: Say, organization: Organization): Line =>
  say.setup.organizationNow({
    name: organization.name,
    language: say.setup.languages[organization.locale](),
    zone: organization.zone,
    domains:
      organization.domains.length === 0
        ? say.setup.noDomains()
        : words(organization.domains.join(", ")),
  });

export const guardLine = (
  say: Say,
  { recordShapes, sites }: Pick<Organization, "recordShapes" | "sites">,
): Line =>
  say.setup.guardNow({
    numbers: recordShapes.length === 0 ? say.setup.notSet() : words(recordShapes.join(", ")),
    sites: sites.length === 0 ? say.setup.notSet() : words(sites.join(", ")),
  });

export const safetyLine = (say: Say, { incidentSystem, contacts }: SafetySettings): Line =>
  say.setup.safetyNow({
    incidents: incidentSystem === null ? say.setup.notSet() : quoted(incidentSystem),
    contacts: contacts === null ? say.setup.notSet() : quoted(contacts),
  });
