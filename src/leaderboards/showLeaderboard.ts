/** `/leaderboard [receivers|givers|units|disciplines|bridges] [last] [week|month|quarter|year|all]`, private to the asker. */
import type { Word } from "../chat/inbound.ts";
import type { Line } from "../chat/line.ts";
import type { Reply } from "../chat/reply.ts";
import type { Context, Work } from "../feature.ts";
import { isAdmin, isLead } from "../people/roles.ts";
import { findSetting } from "../store/settings.ts";
import { type Say, speak } from "../text/say.ts";
import { localDate } from "../time/zone.ts";
import { boardCard, countingOf, lineCard, type ShownRow, titleLine } from "./cards.ts";
import { listGroups } from "./groups.ts";
import { isPersonBoard, pageSize } from "./leaderboard.ts";
import { readPersonPage } from "./persons.ts";
import { findTotals, type Totals } from "./queries.ts";
import { type LeaderboardSettings, leaderboardSettings, recognitionFacts } from "./settings.ts";
import { type Span, spanOf } from "./span.ts";
import { type Asked, readAsked } from "./words.ts";

export async function showLeaderboard(context: Context, typed: readonly Word[]): Promise<Reply> {
  const asked = readAsked(typed);
  const { say } = context;
  const card =
    asked === undefined ? lineCard(say.leaderboards.unknown()) : await drawBoard(context, asked);
  return { kind: "card", card };
}

/** The board in the place of the card whose button asked for it. */
export async function turnLeaderboard(context: Context, asked: Asked): Promise<Reply> {
  return { kind: "replace", card: await drawBoard(context, asked) };
}

async function drawBoard(context: Context, asked: Asked) {
  const { tx, organization, now, say } = context;
  const settings = await findSetting(tx, organization.id, leaderboardSettings);
  if (!settings.on) return lineCard(say.leaderboards.off());

  const { mostPoints } = await findSetting(tx, organization.id, recognitionFacts);
  const span = spanOf(asked, now, organization.zone);
  const totals = await findTotals(tx, organization.id, span);
  const page = await readPage(context, asked, span, settings, totals);
  return boardCard(say, {
    asked: { ...asked, from: page.from },
    span,
    title: boardTitle(context, span),
    totals,
    rows: page.rows,
    more: page.more,
    display: settings.display,
    counting: countingOf(asked.board, mostPoints),
    notes: page.notes,
    mayStart: (await isLead(context)) || (await isAdmin(context)),
  });
}

interface Page {
  readonly from: number;
  readonly rows: readonly ShownRow[];
  readonly more: boolean;
  readonly notes: readonly Line[];
}

async function readPage(
  context: Context,
  { board, from }: Asked,
  span: Span,
  settings: LeaderboardSettings,
  totals: Totals,
): Promise<Page> {
  if (isPersonBoard(board)) {
    const page = await readPersonPage(context, board, span, settings, { from, most: pageSize });
    return { ...page, notes: page.own === null ? [] : [page.own] };
  }
  const { rows, belonging } = await listGroups(context, board, span.bounds, settings.display);
  const first = from < rows.length ? from : 0;
  return {
    from: first,
    rows: rows.slice(first, first + pageSize),
    more: rows.length > first + pageSize,
    notes: groupNotes(context.say, board, belonging === null ? 0 : totals.people - belonging),
  };
}

function groupNotes(say: Say, board: Asked["board"], missing: number): Line[] {
  if (board === "units") {
    const notes = [say.leaderboards.perUnit()];
    return missing > 0 ? [...notes, say.leaderboards.noUnit({ people: missing })] : notes;
  }
  if (board === "disciplines") {
    const notes = [say.leaderboards.perDiscipline()];
    return missing > 0 ? [...notes, say.leaderboards.noDiscipline({ people: missing })] : notes;
  }
  return [];
}

/** In the reader's language, but by the organization's calendar: September is the same for everyone. */
export function boardTitle(
  { organization, now, say }: Work & { readonly say: Say },
  span: Span,
): Line {
  const thisYear = localDate(now, organization.zone).slice(0, 4);
  return titleLine(speak(say.locale, organization.zone), span, organization.zone, thisYear);
}
