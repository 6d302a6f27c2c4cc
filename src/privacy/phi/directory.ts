/** What the guard knows of the organization whose people are writing. */
export interface Directory {
  /** Its own e-mail domains; those below them (`lab.mercy.example`) are its own too. */
  readonly domains: readonly string[];
  /** How its own record numbers are written: A for a letter, 0 for a digit, anything else for itself. "AA000000". */
  readonly recordShapes: readonly string[];
  /** Its own sites, as they are called: no persons, whatever they are named after. */
  readonly sites: readonly string[];
  /** Whether somebody here has all these words in their name; an initial is the beginning of one. Folded. */
  readonly knows: (name: readonly string[]) => boolean;
}

/** `names`: of the persons, folded, each word after a space, as `person.name_key` holds them. */
export function knowing(names: readonly string[]): Directory["knows"] {
  const people = names.map((name) => name.split(/[ '’-]/).filter(Boolean));
  const byWord = new Map<string, (typeof people)[number][]>();
  for (const person of people) {
    for (const part of person) {
      const named = byWord.get(part);
      if (named === undefined) byWord.set(part, [person]);
      else named.push(person);
    }
  }
  return (asked) => {
    const words = asked.flatMap((word) => word.split(/['’-]/)).filter(Boolean);
    const whole = words.find((word) => word.length > 1);
    const called = whole === undefined ? [] : (byWord.get(whole) ?? []);
    return called.some((person) =>
      words.every((word) =>
        person.some((part) => (word.length === 1 ? part.startsWith(word) : part === word)),
      ),
    );
  };
}

export const knowsNobody: Directory["knows"] = () => false;

/** Of an organization nothing is known of. */
export const emptyDirectory: Directory = {
  domains: [],
  recordShapes: [],
  sites: [],
  knows: knowsNobody,
};
