import { describe, expect, it } from "vitest";

import { type Directory, emptyDirectory, knowing } from "../../src/privacy/phi/directory.ts";
import { foldedName, guard } from "../../src/privacy/phi/guard.ts";
import { reveal, typed } from "../../src/privacy/typed.ts";

const staff = [
  "Maria Lopez",
  "Kevin O'Brien",
  "Dr Elizabeth Shaw",
  "Marek Novak",
  "Peter Long",
  "Aisha Rahman",
];
const staffed: Directory = {
  ...emptyDirectory,
  knows: knowing(staff.map((name) => foldedName(typed(name)))),
  isStaffed: true,
};

const seen = (text: string, directory: Directory = staffed): string | null => {
  const verdict = guard(typed(text), directory);
  return verdict.kind === "asked" ? reveal(verdict.seen) : verdict.kind;
};

describe("where the staff are entered, somebody else", () => {
  it.for<readonly [text: string, name: string]>([
    ["Rosalind Tate and her fiance got married at last", "Rosalind Tate"],
    ["Mateo's first steps today, nobody kept dry eyes", "Mateo"],
    ["thanks Maria for going ten rounds with Aetna over Hutchins's policy", "Hutchins"],
    ["so good to the young fella Cian Mac Giolla and his mam", "Cian Mac Giolla"],
    ["I went back and told Violet that we had found it", "Violet"],
    ["jessica is ready in the lounge", "jessica"],
    ["Got rails fitted at the Ogunleyes', before she came home", "Ogunleyes"],
  ])("is asked about in everyday words: %s", ([text, name]) => {
    expect(seen(text)).toBe(name);
  });

  it.for([
    "Thanks Rosalind Tate for the cake",
    "Dr Okonkwo and porter Mateo carried it up",
    "Rosalind Tate in pharmacy found the invoice",
    "Our new physio, Rosalind Tate, begins today",
    "We are short on Willow and in Maple again",
    "The new Zoll Autopulse is charged",
    "Marek shifted eighty boxes of old paper to Iron Mountain crates",
    "Bulbs are out at St Wilfrid's",
  ])(
    "is not, if they are thanked, introduced or at work here, or if it is no person: %s",
    (text) => {
      expect(seen(text)).toBe("cleared");
    },
  );

  it("is not asked about while nobody is entered", () => {
    expect(seen("Rosalind Tate waved from the garden")).toBe("Rosalind Tate");
    expect(seen("Rosalind Tate waved from the garden", emptyDirectory)).toBe("cleared");
  });
});

describe("whoever is entered", () => {
  it.for([
    "Maria Lopez and her fiance got married",
    "Kev and Liz had it back by noon",
    "Dr Shaw told us, and K. O'Brien heard",
    "Peter and Mar Lopez knew it first",
  ])("passes by their name and by what is short for it: %s", (text) => {
    expect(seen(text)).toBe("cleared");
  });

  it.for<readonly [text: string, name: string]>([
    ["Maria's potassium was back in ten minutes", "Maria"],
    ["Kevin, 27B, wants his slippers", "Kevin"],
    ["Aisha (82, hip) walked", "Aisha"],
    ["Marek was intubated at noon", "Marek"],
    ["I gave Maria the wrong day for her chemo", "Maria"],
  ])("has namesakes, of whom something is told that patients alone have: %s", ([text, name]) => {
    expect(seen(text)).toBe(name);
  });
});

describe("a text too short to be read, or in another language", () => {
  it.for<readonly [text: string, name: string]>([
    ["bed 12 potassium", "bed 12"],
    ["Rajinder's funeral", "Rajinder"],
    ["Danke für das Kalium von Frau Marta Reed heute Nacht im Labor", "Marta Reed"],
  ])("is asked about by the other rules: %s", ([text, name]) => {
    expect(seen(text)).toContain(name);
  });

  it.for([
    "Herzlichen Dank an das ganze Team der Notaufnahme für die großartige Zusammenarbeit am Wochenende",
    "Super Arbeit von Maria und Kevin beim Umzug in den dritten Stock",
  ])("names no stranger for its nouns: %s", (text) => {
    expect(seen(text)).toBe("cleared");
  });
});
