/** The board in brief at a person's home: three queries, so that home opens at once. */
import type { Block } from "../chat/card.ts";
import type { Context } from "../feature.ts";
import { findSetting } from "../store/settings.ts";
import { homeBlocks } from "./cards.ts";
import { readPersonPage } from "./persons.ts";
import { leaderboardSettings } from "./settings.ts";
import { boardTitle } from "./showLeaderboard.ts";
import { spanOf } from "./span.ts";
import { firstBoard } from "./words.ts";

/** Nothing until somebody has been thanked this month: an empty board at home helps nobody. */
export async function showBoardAtHome(context: Context): Promise<readonly Block[]> {
  const { tx, organization, now, say } = context;
  const settings = await findSetting(tx, organization.id, leaderboardSettings);
  if (!settings.on) return [];
  const span = spanOf(firstBoard, now, organization.zone);
  const { rows, own } = await readPersonPage(context, "receivers", span, settings, {
    from: 0,
    most: 3,
  });
  if (rows.length === 0) return [];
  const title = boardTitle(context, span);
  return homeBlocks(say, { title, rows, display: settings.display, own, asked: firstBoard });
}
