/** The short help, printed from the same rows that route. */
import type { Block } from "./chat/card.ts";
import type { Reply } from "./chat/reply.ts";
import type { CommandRow } from "./feature.ts";
import type { Say } from "./text/say.ts";

export function helpReply(say: Say, commands: readonly CommandRow[]): Reply {
  const usages = commands.flatMap((row) => (row.usage === null ? [] : [row.usage(say)]));
  const blocks: Block[] = [
    ...usages.map((line): Block => ({ kind: "text", line })),
    { kind: "note", line: say.chat.noPatients() },
  ];
  return { kind: "card", card: { summary: say.chat.help(), blocks } };
}

/** For whoever is no member here: a guest of one channel, a bot, somebody of another organization. */
export function strangerReply(say: Say): Reply {
  const line = say.chat.stranger();
  return { kind: "card", card: { summary: line, blocks: [{ kind: "text", line }] } };
}
