/** Whether two rounds differ by more than chance. */
import { type Figures, shareOf } from "./figures.ts";

/** Null: no real change. */
export interface Change {
  readonly mean: number | null;
  readonly favourable: number | null;
  /** Of options, those whose share really changed. */
  readonly shares: Readonly<Record<string, number>>;
}

/** Null: there is nothing to compare with. */
export function changeOf(now: Figures, before: Figures | null): Change | null {
  if (now.kind === "mean" && before?.kind === "mean") {
    return {
      mean: realDifference(
        [now.mean, now.sd ** 2 / now.count],
        [before.mean, before.sd ** 2 / before.count],
      ),
      favourable:
        now.favourable === null || before.favourable === null
          ? null
          : differenceOfShares(now.favourable, now.count, before.favourable, before.count),
      shares: {},
    };
  }
  if (now.kind === "shares" && before?.kind === "shares") {
    const options = new Set([...Object.keys(now.spread), ...Object.keys(before.spread)]);
    const changed = [...options].flatMap((option) => {
      const [share, last] = [shareOf(now, option), shareOf(before, option)];
      const by = differenceOfShares(share, now.count, last, before.count);
      return by === null ? [] : [[option, by] as const];
    });
    return { mean: null, favourable: null, shares: Object.fromEntries(changed) };
  }
  return null;
}

const differenceOfShares = (now: number, count: number, before: number, countBefore: number) =>
  realDifference([now, (now * (1 - now)) / count], [before, (before * (1 - before)) / countBefore]);

/**
 * The difference, where it is over two standard errors of a difference between independent samples: SE = √(s₁²/n₁ + s₂²/n₂),
 * for shares with s² = p(1 − p) (Altman and others, Statistics with Confidence, 2000, chapters 4 and 6). Rounds that ask the same
 * people are taken as independent too, which finds too few changes rather than too many.
 */
function realDifference(
  [now, squaredError]: readonly [number, number],
  [before, squaredErrorBefore]: readonly [number, number],
): number | null {
  const difference = now - before;
  return Math.abs(difference) > 2 * Math.sqrt(squaredError + squaredErrorBefore)
    ? difference
    : null;
}
