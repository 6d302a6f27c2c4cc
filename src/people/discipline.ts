/**
 * Professions: an organization begins with the shipped ones, named in its language, and may have its own. A shipped one is
 * read by each reader in their language.
 */
import { type Line, plain, words } from "../chat/line.ts";
import { type Say, speak } from "../text/say.ts";
import { nameKey } from "./person.ts";

type Shipped = keyof Say["people"]["professions"];

export const shippedDisciplines: readonly Shipped[] = [
  "scientist",
  "technician",
  "phlebotomist",
  "pathologist",
  "nurse",
  "physician",
  "pharmacist",
  "therapist",
  "radiographer",
  "porter",
  "administration",
  "other",
];

/** A kept discipline's name as the reader calls it; an organization's own stays as it is written. */
export function disciplineName(say: Say, name: string): Line {
  const shipped = shippedByName().get(nameKey(name));
  return shipped === undefined ? words(name) : say.people.professions[shipped]();
}

let byName: Map<string, Shipped> | undefined;
function shippedByName(): ReadonlyMap<string, Shipped> {
  byName ??= new Map(
    (["en", "de"] as const).flatMap((locale) =>
      shippedDisciplines.map((shipped) => {
        const name = speak(locale, "UTC").people.professions[shipped]();
        return [nameKey(plain(name)), shipped] as const;
      }),
    ),
  );
  return byName;
}
