/** How much is held of what: rows under one sentence are counted together. */
import type { HeldRows } from "./file.ts";

type Told = NonNullable<HeldRows["told"]>;

export function countHeld(
  held: readonly HeldRows[],
): readonly { readonly told: Told; readonly count: number }[] {
  const counts = new Map<Told, number>();
  for (const { told, rows } of held) {
    if (told !== null) counts.set(told, (counts.get(told) ?? 0) + rows.length);
  }
  return [...counts].flatMap(([told, count]) => (count === 0 ? [] : [{ told, count }]));
}
