/** "Thanks this week" as it stands in a channel, read from current rows. */
import type { Saying, Work } from "../../feature.ts";
import { findSetting } from "../../store/settings.ts";
import { speak } from "../../text/say.ts";
import { localDate, nextLocal } from "../../time/zone.ts";
import { countingOf } from "../cards.ts";
import { listGroups } from "../groups.ts";
import { lastPlaceShown, pageSize } from "../leaderboard.ts";
import { listPersons } from "../persons.ts";
import { countShown, findTotals } from "../queries.ts";
import { type LeaderboardSettings, recognitionFacts, type Schedule } from "../settings.ts";
import type { Bounds } from "../span.ts";
import { type WeekShown, weekCard } from "./cards.ts";
import { listDays, listNewBridges, listRereads } from "./queries.ts";
import { chooseRereads, type Week } from "./week.ts";

const shownUnits = 5;
const shownBridges = 5;
const shownRereads = 3;
/** To choose from, so that the three are not all by one giver. */
const rereadsRead = 30;

export const subjectStart = "leaderboards ";
export const weekSubject = (week: string): string => `${subjectStart}${week}`;

/** Where it stands, and whether persons are in it. */
type Told = Pick<Schedule, "workspace" | "channel" | "persons">;

export async function drawWeek(
  work: Work,
  week: Week,
  settings: LeaderboardSettings,
  told: Told,
): Promise<Saying> {
  const { tx, organization } = work;
  const saying = {
    subject: weekSubject(week.bucket),
    to: { kind: "channel", workspace: told.workspace, channel: told.channel },
  } as const;
  const totals = await findTotals(tx, organization.id, week.span);
  if (totals.thanks <= 0) return { ...saying, card: null };
  const say = speak(organization.locale, organization.zone);
  const shown = await readWeek(work, week, settings, told);
  return { ...saying, card: weekCard(say, { ...shown, totals }) };
}

async function readWeek(
  work: Work,
  week: Week,
  settings: LeaderboardSettings,
  told: Told,
): Promise<Omit<WeekShown, "totals">> {
  const { tx, organization } = work;
  const { bounds } = week;
  const { display } = settings;
  const { mostPoints, channel } = await findSetting(tx, organization.id, recognitionFacts);
  const say = speak(organization.locale, organization.zone);
  const units = settings.on ? await listGroups({ ...work, say }, "units", bounds, display) : null;
  const rereads = await listRereads(tx, organization.id, channel ?? told, bounds, rereadsRead);
  return {
    bounds,
    days: await countDays(work, bounds),
    bridges: await listNewBridges(tx, organization.id, bounds, shownBridges),
    units: units?.rows.slice(0, shownUnits) ?? [],
    persons: settings.on && told.persons ? await readPersons(work, week, settings) : [],
    personsCounting: countingOf("receivers", mostPoints),
    display,
    rereads: chooseRereads(rereads, shownRereads),
  };
}

async function readPersons(work: Work, { bucket }: Week, settings: LeaderboardSettings) {
  const key = { board: "receivers", bucket } as const;
  const size = await countShown(work.tx, work.organization.id, key);
  const rows = await listPersons(work, key, settings.display, { from: 0, most: pageSize });
  return rows.filter((row) => row.rank <= lastPlaceShown(size, settings));
}

async function countDays({ tx, organization }: Work, bounds: Bounds): Promise<number[]> {
  const counts = await listDays(tx, organization.id, bounds);
  const days: number[] = [];
  let at = bounds.since;
  while (at < bounds.until) {
    days.push(counts.get(localDate(at, organization.zone)) ?? 0);
    at = nextLocal(at, organization.zone, { hour: 0, minute: 0 });
  }
  return days;
}
