/** Identifiers of every kind, made up at random in the shapes people write them. */
import fc from "fast-check";

const digits = (count: number) =>
  fc.integer({ min: 0, max: 10 ** count - 1 }).map((n) => String(n).padStart(count, "0"));
const firstDigit = fc.integer({ min: 2, max: 9 }).map(String);
const letters = (alphabet: string, min: number, max: number) =>
  fc
    .array(fc.constantFrom(...alphabet), { minLength: min, maxLength: max })
    .map((all) => all.join(""));
const capitals = (min: number, max: number) => letters("ABCDEFGHJKLMNPQRSTUVWXYZ", min, max);

/** A label that stays, and the value that must go. */
export interface Example {
  readonly label: string;
  readonly id: string;
}

const labelled = (labels: readonly string[], ids: fc.Arbitrary<string>): fc.Arbitrary<Example> =>
  fc.record({ label: fc.constantFrom(...labels), id: ids });
const bare = (ids: fc.Arbitrary<string>): fc.Arbitrary<Example> => labelled([""], ids);

const recordNumbers = fc.oneof(
  fc.integer({ min: 5, max: 10 }).chain(digits),
  fc.tuple(capitals(1, 4), digits(6)).map(([prefix, number]) => `${prefix}-${number}`),
  fc.tuple(capitals(1, 2), digits(3), digits(3)).map((parts) => parts.join("-")),
  fc.tuple(digits(3), digits(3), digits(3)).map((parts) => parts.join(" ")),
  fc.tuple(digits(5), capitals(2, 3)).map((parts) => parts.join("-")),
);

const socialSecurity = fc
  .tuple(
    fc.integer({ min: 1, max: 665 }),
    fc.integer({ min: 1, max: 99 }),
    fc.integer({ min: 1, max: 9999 }),
  )
  .map(([area, group, serial]) => [
    String(area).padStart(3, "0"),
    String(group).padStart(2, "0"),
    String(serial).padStart(4, "0"),
  ]);

/** Nine digits, and the tenth that makes the weighted sum a multiple of eleven; ten itself is never issued. */
const nhs = digits(9)
  .map((nine) => {
    const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
    return `${nine}${(11 - (sum % 11)) % 11}`;
  })
  .filter((ten) => ten.length === 10 && !/^(\d)\1+$/.test(ten));

const grouped = (number: string, mark: string) =>
  [number.slice(0, 3), number.slice(3, 6), number.slice(6)].join(mark);

const medicare = fc
  .tuple(
    firstDigit,
    letters("ACDEFGHJKMNPQRTUVWXY", 1, 1),
    letters("ACDEFGHJKMNPQRTUVWXY0123456789", 1, 1),
    digits(1),
    letters("ACDEFGHJKMNPQRTUVWXY", 1, 1),
    letters("ACDEFGHJKMNPQRTUVWXY0123456789", 1, 1),
    digits(1),
    letters("ACDEFGHJKMNPQRTUVWXY", 2, 2),
    digits(2),
  )
  .map((parts) => parts.join(""));

const words = letters("abcdefghijklmnopqrstuvwxyz", 2, 12);

export const identifiers: Readonly<Record<string, fc.Arbitrary<Example>>> = {
  "a medical record number": labelled(
    [
      "MRN ",
      "MRN: ",
      "mrn #",
      "MRN is ",
      "Medical record number ",
      "med rec # ",
      "chart #",
      "Hosp no. ",
      "hospital number: ",
      "unit number ",
      "patient ID ",
      "*MRN* `",
    ],
    recordNumbers,
  ),
  "a social security number": fc.oneof(
    bare(socialSecurity.map((parts) => parts.join("-"))),
    bare(socialSecurity.map((parts) => parts.join(" "))),
    labelled(
      ["SSN ", "SSN: ", "social security number ", "SS# "],
      socialSecurity.map((parts) => parts.join("")),
    ),
  ),
  "an NHS number": fc.oneof(
    bare(nhs),
    bare(nhs.map((number) => grouped(number, " "))),
    labelled(
      ["NHS number ", "NHS no: ", "NHS "],
      nhs.map((number) => grouped(number, "-")),
    ),
  ),
  "a Medicare number": fc.oneof(
    bare(medicare),
    bare(medicare.map((id) => `${id.slice(0, 4)}-${id.slice(4, 7)}-${id.slice(7)}`)),
  ),
  "an American phone number": fc
    .tuple(
      fc.tuple(firstDigit, digits(2), digits(3), digits(4)),
      fc.constantFrom("A-B-C", "(A) B-C", "A.B.C", "A B C", "+1 A B C", "+1 (A) B-C", "1-A-B-C"),
    )
    .map(([[first, rest, exchange, line], shape]) => ({
      label: "",
      id: shape
        .replace("A", first + rest)
        .replace("B", exchange)
        .replace("C", line),
    })),
  "a British phone number": bare(
    fc.oneof(
      digits(6).map((line) => `07700 ${line}`),
      digits(9).map((line) => `07${line}`),
      fc.tuple(digits(4), digits(4)).map((parts) => `020 ${parts.join(" ")}`),
      fc.tuple(digits(3), digits(4)).map((parts) => `0161 ${parts.join(" ")}`),
      fc.tuple(digits(4), digits(6)).map((parts) => `+44 ${parts.join(" ")}`),
    ),
  ),
  "a number to call or to fax": labelled(
    ["call ", "phone: ", "tel. ", "her cell is ", "fax ", "Fax: "],
    fc.tuple(digits(3), digits(4)).map((parts) => parts.join("-")),
  ),
  "an e-mail address from outside": bare(
    fc.tuple(words, words, words).map(([first, last, host]) => `${first}.${last}@${host}.com`),
  ),
  "a specimen number": fc.oneof(
    labelled(["accession ", "Accession #", "specimen no. ", "sample number ", "Acc# "], digits(7)),
    bare(digits(5).map((number) => `S24-${number}`)),
    bare(digits(7).map((number) => `24:CH${number}`)),
  ),
  "an account, a policy or a claim": labelled(
    ["account number ", "acct #", "policy number: ", "claim # ", "insurance ID ", "member no. "],
    fc.oneof(
      digits(8),
      fc.tuple(capitals(2, 3), digits(6)).map((parts) => parts.join("-")),
    ),
  ),
  "a date of birth": labelled(
    ["DOB ", "DOB: ", "date of birth ", "d.o.b. ", "born on "],
    fc
      .record({
        day: fc.integer({ min: 1, max: 28 }),
        month: fc.integer({ min: 1, max: 12 }),
        year: fc.integer({ min: 1920, max: 2025 }),
      })
      .chain(({ day, month, year }) =>
        fc.constantFrom(
          `${day}/${month}/${year}`,
          `${year}-${month}-${day}`,
          `${day} March ${year}`,
          `March ${day}, ${year}`,
        ),
      ),
  ),
  "a link to a record": labelled(
    [
      "https://emr.example/patient/",
      "http://lab.example/view?mrn=",
      "https://fhir.example/r4/Patient/",
      "https://lis.example/open?accession=",
    ],
    digits(7),
  ),
  "an internet address": bare(
    fc
      .tuple(fc.integer({ min: 10, max: 255 }), fc.nat(255), fc.nat(255), fc.nat(255))
      .map((parts) => parts.join(".")),
  ),
  "a street address": bare(
    fc
      .tuple(
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom("Oak Street", "West Elm Avenue", "Hawthorne Rd", "Mill Lane", "Main St"),
      )
      .map((parts) => parts.join(" ")),
  ),
};
