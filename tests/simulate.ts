/** `npm run simulate`: more than a test run has time for. Ends with 1 where anything was wrong, missing or doubled. */
import { readInstant } from "../src/time/instant.ts";
import { changingZones, daily, type Rhythm, sweep, sweepRotas, weekly } from "./support/sweep.ts";

const from = readInstant("2026-11-24T00:00:00Z");
const days = 400;
const zones = changingZones(from, days);
const said = (number: number): string => number.toLocaleString("en-GB");

function tells(line: string): void {
  process.stdout.write(`${line}\n`);
}

function simulateRhythm(name: string, rhythm: Rhythm): number {
  const { due, wrong, missing, doubled, skipped, repeated } = sweep(zones, rhythm, from, days);
  tells(
    `${name}: ${said(due)} times due, ${skipped} of them in an hour that the clock skips and ${repeated} in one that comes twice: ` +
      `${wrong} wrong, ${missing} missing, ${doubled} doubled`,
  );
  return wrong + missing + doubled;
}

function simulateRotas(): number {
  const { asked, off, offShift, misdated, shortNights, longNights } = sweepRotas(zones, from, days);
  tells(
    `With a rota of two days, two nights, four off: ${said(asked)} asked, ${off} had no shift; ` +
      `${shortNights} nights of 11 hours and ${longNights} of 13: ${misdated} wrong; ${offShift} asked or reminded off shift`,
  );
  return misdated + offShift;
}

tells(`${zones.size} zones that change their clock, over ${days} days from ${from.slice(0, 10)}`);
const mistakes =
  simulateRhythm("Every Friday at 15:00", weekly) +
  simulateRhythm("Every day at 02:30", daily) +
  simulateRotas();
process.exitCode = mistakes === 0 ? 0 : 1;
