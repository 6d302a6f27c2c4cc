import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Word } from "../../src/chat/inbound.ts";
import { reveal, typed } from "../../src/privacy/typed.ts";
import { readKudos } from "../../src/recognition/words.ts";

const tags = new Set(["calm", "kindness"]);
const text = (words: string): Word => ({ kind: "text", text: typed(words) });
const ben: Word = { kind: "account", externalId: "U_BEN" };
const cleo: Word = { kind: "account", externalId: "U_CLEO" };

const read = (words: readonly Word[], takesPoints = false) => {
  const { reason, ...rest } = readKudos(words, { takesPoints, tags });
  return { ...rest, reason: reveal(reason) };
};

describe("what is typed after /kudos", () => {
  it.for([
    { typed: "for the tea", reason: "for the tea" },
    { typed: ", for the tea", reason: "for the tea" },
    { typed: "for", reason: "" },
    { typed: "für", reason: "" },
    { typed: "for  the   tea", reason: "for the tea" },
    { typed: "for the tea\nand the cake", reason: "for the tea\nand the cake" },
    { typed: "for bed #12 and #5", reason: "for bed #12 and #5" },
    { typed: "and thanks for the tea", reason: "and thanks for the tea" },
  ])("is a reason: “$typed”", ({ typed: words, reason }) => {
    expect(read([ben, text(words)]).reason).toBe(reason);
  });

  it("keeps a channel that was picked as its name", () => {
    const lab: Word = { kind: "channel", channel: "C1", name: "lab" };
    expect(read([ben, text("for the tea in"), lab]).reason).toBe("for the tea in #lab");
  });

  it.for([
    { typed: "Ben for the tea", names: ["Ben"], reason: "for the tea" },
    {
      typed: "Ben Okafor and Mia for the tea",
      names: ["Ben Okafor", "Mia"],
      reason: "for the tea",
    },
    {
      typed: "Jürgen, Zoë & Mia für den Tee",
      names: ["Jürgen", "Zoë", "Mia"],
      reason: "für den Tee",
    },
    { typed: "@marcus.reed for the tea", names: ["marcus.reed"], reason: "for the tea" },
    { typed: "@marcus", names: ["marcus"], reason: "" },
    { typed: "for the tea", names: [], reason: "for the tea" },
    { typed: "the 3 of bed 5 for the tea", names: [], reason: "the 3 of bed 5 for the tea" },
  ])("holds names where nobody is mentioned: “$typed”", ({ typed: words, names, reason }) => {
    expect(read([text(words)])).toMatchObject({ names, reason });
  });

  it.for([
    { typed: "and Mia Lund for the tea", names: ["Mia Lund"], reason: "for the tea" },
    { typed: "& Mia, Zoë for the tea", names: ["Mia", "Zoë"], reason: "for the tea" },
    { typed: "@marcus for the tea", names: ["marcus"], reason: "for the tea" },
    { typed: ", Thanks for the tea", names: [], reason: "Thanks for the tea" },
    { typed: "and the team for the tea", names: [], reason: "and the team for the tea" },
  ])("holds names beside a mention: “$typed”", ({ typed: words, names, reason }) => {
    expect(read([ben, text(words)])).toMatchObject({ accounts: ["U_BEN"], names, reason });
  });

  it.for([
    { typed: "3 for the tea", points: 3, reason: "for the tea" },
    { typed: "2 points for the tea", points: 2, reason: "for the tea" },
    { typed: "+ 2 all the tea", points: 2, reason: "all the tea" },
    { typed: "4", points: 4, reason: "" },
    { typed: "24 hours awake", points: null, reason: "24 hours awake" },
    { typed: "1000 for the tea", points: null, reason: "1000 for the tea" },
  ])("holds points where more than one may be given: “$typed”", (one) => {
    const { typed: words, points, reason } = one;
    expect(read([ben, text(words)], true)).toMatchObject({ points, reason });
    expect(read([ben, text(words)], false).points).toBeNull();
  });

  it("holds values by their tag, each once", () => {
    expect(read([ben, text("for #Calm and #calm tea #kindness #whatever")])).toMatchObject({
      tags: ["calm", "kindness"],
      unknownTags: 1,
      reason: "for and tea #whatever",
    });
  });

  it("knows who is named from who is in a group", () => {
    const group: Word = { kind: "group", externalId: "S1", members: ["U_BEN", "U_DAN"] };

    expect(read([ben, text("and"), group, text(","), cleo, text("for it")])).toMatchObject({
      accounts: ["U_BEN", "U_CLEO"],
      members: ["U_DAN"],
      reason: "for it",
    });
  });

  it("never throws, and loses no word of it (anything typed)", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "for",
        "für",
        "and",
        "und",
        ",",
        "&",
        "+",
        "Ben",
        "Mia",
        "@marcus",
        "#calm",
        "#other",
        "3",
        "+2",
        "points",
        "the",
        "tea",
        "Dr.",
        "O’Hara",
        "\n",
        "#",
        "@",
      ),
      fc.string({ unit: "grapheme", maxLength: 8 }),
    );
    const word = fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom(ben, cleo) },
      {
        weight: 2,
        arbitrary: fc
          .array(piece, { minLength: 1, maxLength: 8 })
          .map((all) => text(all.join(" "))),
      },
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), fc.boolean(), (words, takesPoints) => {
        const found = read(words, takesPoints);
        const kept = [found.reason, ...found.names].join(" ");
        const typedWords = words.flatMap((one) => (one.kind === "text" ? [reveal(one.text)] : []));

        for (const letters of lettersOf(typedWords.join(" "))) {
          const isPlaced =
            kept.includes(letters) ||
            joints.has(letters.toLowerCase()) ||
            found.tags.includes(letters.toLowerCase()) ||
            String(found.points) === String(Number(letters));
          expect(isPlaced, `"${letters}" is in ${JSON.stringify(found)}`).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

/** What may go: what joins names, the bare "for" of no reason, the unit of points. */
const joints = new Set([
  "and",
  "und",
  "for",
  "für",
  "because",
  "weil",
  "wegen",
  "point",
  "points",
  "punkt",
  "punkte",
]);

const lettersOf = (written: string): string[] => written.match(/[\p{L}\p{N}]+/gu) ?? [];
