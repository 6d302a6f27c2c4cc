/** "Thanks this week", as it stands in the channel, and what its starter reads. */

import type { Block, Card } from "../../chat/card.ts";
import type { Bar } from "../../chat/chart.ts";
import { type Line, nameLine, plain, quoted, strong, words } from "../../chat/line.ts";
import type { PersonId } from "../../ids.ts";
import type { Cleared } from "../../privacy/phi/cleared.ts";
import type { Say } from "../../text/say.ts";
import { type Instant, plus } from "../../time/instant.ts";
import {
  type Counting,
  lineCard,
  placedLine,
  type ShownRow,
  type TotalsShown,
  totalsLine,
} from "../cards.ts";
import type { Display } from "../leaderboard.ts";
import type { Schedule } from "../settings.ts";
import type { Bounds } from "../span.ts";

interface Named {
  readonly id: PersonId;
  readonly name: string;
}

export interface WeekShown {
  readonly bounds: Bounds;
  readonly totals: TotalsShown;
  /** Thanks on each of its seven days, Monday first. */
  readonly days: readonly number[];
  readonly bridges: readonly { readonly from: string; readonly to: string }[];
  readonly units: readonly ShownRow[];
  /** Empty where no admin turned it on. */
  readonly persons: readonly ShownRow[];
  readonly personsCounting: Counting;
  readonly display: Display;
  readonly rereads: readonly {
    readonly giver: Named;
    readonly receivers: readonly Named[];
    readonly reason: Cleared;
  }[];
}

export function weekCard(say: Say, shown: WeekShown): Card {
  const { bounds, totals, display } = shown;
  const title = say.leaderboards.week();
  const header = [
    ...say.leaderboards.fromTo({
      first: say.date(bounds.since),
      last: say.date(plus(bounds.until, -1)),
    }),
    ...words(" "),
    ...totalsLine(say, totals),
  ];
  const units = shown.units.map((row) => placedLine(say, display, "shares", row));
  const persons = shown.persons.map((row) => placedLine(say, display, shown.personsCounting, row));
  return {
    summary: [...title, ...words(". "), ...header],
    blocks: [
      { kind: "title", line: title },
      { kind: "text", line: header },
      ...listed(shown.bridges.map((bridge) => say.leaderboards.firstBridge(bridge))),
      daysChart(say, shown.days),
      ...headed(say.leaderboards.units(), units),
      ...headed(say.leaderboards.persons(), persons),
      ...headed(
        say.leaderboards.reread(),
        shown.rereads.map((one) =>
          say.leaderboards.thanked({
            giver: nameLine(one.giver),
            receivers: say.list(one.receivers.map(nameLine)),
            reason: quoted(one.reason),
          }),
        ),
      ),
    ],
  };
}

const listed = (lines: readonly Line[]): Block[] => (lines.length === 0 ? [] : [text(lines)]);

/** A heading is no title: chats draw those so large that the list would look like a page of its own. */
const headed = (heading: Line, lines: readonly Line[]): Block[] =>
  lines.length === 0 ? [] : [text([strong(plain(heading)), ...lines])];

const text = (lines: readonly Line[]): Block => ({
  kind: "text",
  line: lines.flatMap((line, index) => (index === 0 ? line : [...words("\n"), ...line])),
});

function daysChart(say: Say, days: readonly number[]): Block {
  const named = days.map((thanks, index) => ({ day: weekdayLine(say, index + 1), thanks }));
  const bars = named.map(({ day, thanks }): Bar => ({ label: plain(day), value: thanks }));
  const title = plain(say.leaderboards.eachDay());
  return {
    kind: "chart",
    chart: { kind: "bars", title, bars, locale: say.locale },
    inWords: say.leaderboards.inWords({
      days: say.list(named.map((one) => say.leaderboards.dayCount(one))),
    }),
  };
}

/** ISO: Monday 1 to Sunday 7. */
export function weekdayLine(say: Say, weekday: number): Line {
  const names = say.leaderboards.weekdays;
  return (names[weekday as keyof typeof names] ?? names[1])();
}

export const hourLine = (say: Say, hour: number): Line =>
  say.leaderboards.hourOfDay({ hour: String(hour).padStart(2, "0") });

/** How it stands with the weekly message: for setup, and for whoever changed it. */
export function scheduleLine(say: Say, schedule: Schedule | null): Line {
  if (schedule === null) return say.leaderboards.weeklyNotStarted();
  const channel: Line = [{ kind: "channel", channel: schedule.channel }];
  if (schedule.gone) return say.leaderboards.weeklyGone({ channel });
  if (schedule.next === null) return say.leaderboards.weeklyNowPaused({ channel });
  return say.leaderboards.weeklyNow({
    channel,
    weekday: weekdayLine(say, schedule.weekday),
    hour: hourLine(say, schedule.hour),
  });
}

export function scheduleCard(say: Say, schedule: Schedule | null, next: Instant | null): Card {
  const line = [
    ...scheduleLine(say, schedule),
    ...(next === null
      ? []
      : [...words(" "), ...say.leaderboards.weeklyNext({ date: say.date(next) })]),
  ];
  return lineCard(line, [{ action: "leaderboards.weekly", label: say.leaderboards.change() }]);
}
