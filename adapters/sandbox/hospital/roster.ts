/** When people at St. Anne's are at work, and who works with whom. */
import { type Instant, minuteOfDay, nextLocal, plus } from "#engine";

import { type DemoPerson, people } from "./people.ts";

/** Hours by the clock on the wall; a night ends on the next day. */
const shifts: Readonly<Record<DemoPerson["pattern"], readonly [from: number, to: number]>> = {
  days: [7, 19],
  evenings: [14, 23],
  nights: [19, 31],
  varies: [8, 22],
};

/** How much two units have to do with each other. */
const partners: readonly (readonly [one: string, other: string, weight: number])[] = [
  ["Core Lab", "4 West", 4],
  ["Core Lab", "Emergency", 4],
  ["Core Lab", "Phlebotomy", 3],
  ["Core Lab", "Microbiology", 2],
  ["Core Lab", "Pharmacy", 1],
  ["Phlebotomy", "4 West", 3],
  ["Phlebotomy", "Emergency", 2],
  ["Microbiology", "4 West", 1.5],
  ["Microbiology", "Pharmacy", 2],
  ["Microbiology", "Emergency", 1],
  ["4 West", "Pharmacy", 2.5],
  ["4 West", "Emergency", 2],
  ["Emergency", "Pharmacy", 1.5],
];
const withinUnit = 5;

export function closeness(one: DemoPerson, other: DemoPerson): number {
  if (one.unit === other.unit) return withinUnit;
  const found = partners.find(
    ([first, second]) =>
      (first === one.unit && second === other.unit) ||
      (first === other.unit && second === one.unit),
  );
  return found?.[2] ?? 0.2;
}

/** Who is at work at a moment. Asked of everybody at once, each zone's clock is read once. */
export function workingAt(at: Instant): (person: DemoPerson) => boolean {
  const hours = new Map<string, number>();
  return ({ pattern, zone }) => {
    const hour = hours.get(zone) ?? minuteOfDay(at, zone) / 60;
    hours.set(zone, hour);
    const [from, to] = shifts[pattern];
    return (hour >= from && hour < to) || hour < to - 24;
  };
}

/** When their shift begins on the day that begins at `midnight`, and how many minutes it takes. */
export function shiftOn(
  { pattern, zone }: DemoPerson,
  midnight: Instant,
): { readonly begins: Instant; readonly minutes: number } {
  const [from, to] = shifts[pattern];
  const begins = nextLocal(plus(midnight, -1), zone, { hour: from, minute: 0 });
  return { begins, minutes: (to - from) * 60 };
}

export function named(account: string): DemoPerson {
  const found = people.find((one) => one.account === account);
  if (found === undefined) throw new Error(`Nobody here is called ${account}`);
  return found;
}
