/** The ledger read again: page by page, and of persons as they are known now. */
import type { Work } from "../../feature.ts";
import type { LedgerId } from "../../ids.ts";
import { listMerged } from "../../people/queries/self.ts";
import { type Entry, entriesAs } from "./entry.ts";

export const pageSize = 2_000;

export async function eachPage(
  list: (after: LedgerId | null) => Promise<Entry[]>,
  take: (page: readonly Entry[]) => Promise<void>,
): Promise<void> {
  let after: LedgerId | null = null;
  for (;;) {
    const page: Entry[] = await list(after);
    const last = page.at(-1);
    if (last === undefined) return;
    await take(page);
    after = last.id;
  }
}

/** Each entry with whom its ids mean now; those of a person to themself count for nobody. */
export async function meantNow(
  { tx, organization }: Work,
  entries: readonly Entry[],
): Promise<Entry[]> {
  const ids = new Set(entries.flatMap((entry) => [entry.giver, entry.receiver]));
  return entriesAs(entries, await listMerged(tx, organization.id, [...ids]));
}
