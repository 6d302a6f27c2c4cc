/** Two names written nearly alike beside each other: whoever tells of them tells of a mix-up. */
import type { Name } from "./names.ts";

/** "Rahel Tesfaye and Rachel Tesfaye", "mixed Petersen and Pedersen". */
export function namesAlike(names: readonly Name[]): ReadonlySet<Name> {
  const alike = new Set<Name>();
  for (const [at, name] of names.entries()) {
    const next = names[at + 1];
    if (next === undefined || next.from - name.to > 5 || !isMistakable(name, next)) continue;
    alike.add(name).add(next);
  }
  return alike;
}

/** Given names alone are often alike. */
function isMistakable(one: Name, other: Name): boolean {
  if (one.make === "given" || other.make === "given") return false;
  const [a, b] = [one.words.join(" "), other.words.join(" ")];
  const longer = Math.max(a.length, b.length);
  if (a === b || longer < 5 || Math.abs(a.length - b.length) > 1) return false;
  if ([one, other].some(({ words }) => words.at(-1)?.length === 1)) return false;
  let same = 0;
  while (same < longer && a[same] === b[same]) same += 1;
  let end = 0;
  while (end < longer - same && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return same > 0 && same + end >= longer - 2;
}
