/** A person's home: each feature's part, under what just happened there. */
import type { Block, Card } from "./chat/card.ts";
import type { Context, Feature } from "./feature.ts";

export async function homeCard(
  context: Context,
  features: readonly Feature[],
  news?: Card,
): Promise<Card> {
  const blocks: Block[] = news === undefined ? [] : [...news.blocks, { kind: "divider" }];
  for (const feature of features) blocks.push(...((await feature.home?.(context)) ?? []));
  return { summary: context.say.chat.home(), blocks };
}
