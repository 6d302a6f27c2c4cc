/** Whom a list means by what it says of them: an e-mail address, or a whole name that one person alone has. */
import type { Work } from "../feature.ts";
import { nameKey } from "./person.ts";
import { type Called, listCalled } from "./queries/operator.ts";

/** Who is meant, for as many as one statement takes: nobody, one, or several who can't be told apart. */
export async function createFinder(
  { tx, organization }: Work,
  asked: readonly string[],
): Promise<(person: string) => readonly Called[]> {
  const emails = asked.filter(isEmail).map((email) => email.toLowerCase());
  const names = asked.filter((person) => !isEmail(person)).map(nameKey);
  const called = await listCalled(tx, organization.id, emails, names);
  const byEmail = Map.groupBy(called, (one) => one.email ?? "");
  const byName = Map.groupBy(called, (one) => one.nameKey);
  return (person) => {
    const found = isEmail(person) ? byEmail.get(person.toLowerCase()) : byName.get(nameKey(person));
    return [...new Map(found?.map((one) => [one.id, one])).values()];
  };
}

const isEmail = (person: string): boolean => person.includes("@");
