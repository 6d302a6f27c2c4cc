import type { House } from "./house.ts";

/** Every circle of imports once, as the files it goes through, beginning and ending with the same. Types count. */
export function findCircles({ files, imports }: House): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) {
    if (files.has(to)) next.set(from, [...(next.get(from) ?? []), to]);
  }

  const circles: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const seen = path.indexOf(file);
    if (seen !== -1) circles.push([...path.slice(seen), file]);
    if (seen !== -1 || done.has(file)) return;
    path.push(file);
    for (const to of next.get(file) ?? []) visit(to);
    path.pop();
    done.add(file);
  };
  for (const file of files.keys()) visit(file);
  return circles;
}

/** The way from a file to the first one that `wanted` accepts, over imports that are still there when it runs. */
export function findWay(
  { imports }: House,
  from: string,
  wanted: (path: string) => boolean,
): string[] | undefined {
  const ways: string[][] = [[from]];
  const seen = new Set([from]);
  for (const way of ways) {
    const last = way.at(-1);
    if (last !== undefined && last !== from && wanted(last)) return way;
    for (const one of imports) {
      if (one.from !== last || one.typeOnly || seen.has(one.to)) continue;
      seen.add(one.to);
      ways.push([...way, one.to]);
    }
  }
  return undefined;
}
