/** Somebody has everything about them erased; resolves to what they read. Afterwards all that follows is done. */
import type { Actor, Office } from "../support/office.ts";

const direct = { place: { kind: "direct" } } as const;

export async function erases(office: Office, actor: Actor): Promise<string> {
  await actor.types("/rapport privacy", direct);
  await actor.presses("Erase me …", direct);
  const told = await actor.presses("Erase everything about me", direct);
  await office.settle();
  return told;
}
