/** Chance that comes out the same for the same seed (mulberry32, by Tommy Ettinger; public domain). Not for secrets. */
export interface Chance {
  /** 0 up to, never, 1. */
  next(): number;
  /** A whole number below `below`. */
  below(below: number): number;
  pick<One>(from: readonly One[]): One;
  /** The heavier, the more often. At least one weighs something. */
  weighed<One>(from: readonly One[], weight: (one: One) => number): One;
}

export function createChance(seed: number): Chance {
  let state = seed >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  const below = (limit: number): number => Math.floor(next() * limit);

  function pick<One>(from: readonly One[]): One {
    return weighed(from, () => 1);
  }

  function weighed<One>(from: readonly One[], weight: (one: One) => number): One {
    const weights = from.map(weight);
    let left = next() * weights.reduce((sum, one) => sum + one, 0);
    for (const [index, one] of from.entries()) {
      left -= weights[index] ?? 0;
      if (left < 0) return one;
    }
    throw new Error("Nothing to choose from");
  }

  return { next, below, pick, weighed };
}
