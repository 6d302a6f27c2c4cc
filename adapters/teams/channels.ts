/** The channels of the teams Rapport is in: what a form offers to choose, and what cards call them. */
import { type Choice, type Clock, millisecondsOf, type References, words } from "#engine";
import type { Conversations } from "./conversations.ts";
import { createLatest } from "./latest.ts";
import { type Log, nameOf } from "./log.ts";

export interface TeamChannels {
  list(workspace: string): Promise<readonly Choice[]>;
  /** Where it is known. */
  nameOf(workspace: string, channel: string): string | undefined;
  /** As an activity told it. */
  learn(workspace: string, channel: string, name: string): void;
}

/** How long a team's channels are believed. */
const lasts = 5 * 60_000;

export function createTeamChannels(
  conversations: Conversations,
  references: () => References,
  clock: Clock,
  log: Log,
): TeamChannels {
  const names = createLatest<string>(20_000);
  const lists = createLatest<{ readonly choices: readonly Choice[]; readonly until: number }>(100);
  const learn = (workspace: string, channel: string, name: string) =>
    names.set(`${workspace} ${channel}`, name);

  return {
    learn,
    nameOf: (workspace, channel) => names.get(`${workspace} ${channel}`),
    async list(workspace) {
      const now = millisecondsOf(clock());
      const before = lists.get(workspace);
      if (before !== undefined && before.until > now) return before.choices;
      const choices: Choice[] = [];
      for (const { roster, serviceUrl } of await references().rosters(workspace)) {
        const at = { serviceUrl, conversation: roster };
        // A chat of several is no team, and a team may be gone.
        const found = await conversations.channels(at).catch((error: unknown) => {
          log.debug({ error: nameOf(error) }, "a team's channels were not told");
          return [];
        });
        for (const { id, name } of found) {
          // Of a team's first channel Teams tells no name.
          const shown = name ?? firstChannel;
          learn(workspace, id, shown);
          choices.push({ value: id, label: words(shown) });
        }
      }
      lists.set(workspace, { choices, until: now + lasts });
      return choices;
    },
  };
}

/** Teams' own name of it, in every language. */
const firstChannel = "General";
