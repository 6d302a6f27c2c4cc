import { fewestLetters, fullOf, mostLetters, shortOf } from "./words/shortNames.ts";

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
  /** Whether its people are entered: whom it does not know is a stranger then, and not only somebody nobody entered yet. */
  readonly isStaffed: boolean;
}

/**
 * `names`: of the persons, folded, each word after a space, as `person.name_key` holds them. They go by the beginning of a word of it,
 * too, and by its short forms: "Kev Obrien" and "Bill".
 */
export function knowing(names: readonly string[]): Directory["knows"] {
  const people = new Map<string, Set<string>[]>();
  for (const name of names) {
    const person = new Set(wordsOf(name).flatMap(callings));
    for (const called of person) {
      const others = people.get(called);
      if (others === undefined) people.set(called, [person]);
      else others.push(person);
    }
  }
  return (asked) => {
    const words = asked.some((word) => parted.test(word)) ? asked.flatMap(wordsOf) : asked;
    const whole = words.find((word) => word.length > 1);
    const called = whole === undefined ? [] : (people.get(whole) ?? []);
    return called.some((person) => words.every((word) => person.has(word)));
  };
}

const parted = /[ '’-]/;
const wordsOf = (name: string): string[] => name.split(/[ '’-]/).filter(Boolean);

/** The word itself, its initial, and what is short for it. */
function callings(word: string): string[] {
  const beginnings = [1];
  for (let letters = fewestLetters; letters <= mostLetters; letters += 1) beginnings.push(letters);
  return [word, ...shortOf(word), ...beginnings.map((letters) => word.slice(0, letters))];
}

/** What to look for in the directory's names for somebody called so: each the beginning of a word, all of it where a space ends it. */
export const soughtFor = (called: string): string[] => [
  called.length >= fewestLetters && called.length <= mostLetters ? called : `${called} `,
  ...fullOf(called).map((full) => `${full} `),
];

/** Nobody is looked up: for a text in which no name matters. */
export const nobodyKnown = {
  knows: () => false,
  isStaffed: false,
} as const satisfies Partial<Directory>;

/** Of an organization nothing is known of. */
export const emptyDirectory: Directory = {
  domains: [],
  recordShapes: [],
  sites: [],
  ...nobodyKnown,
};
