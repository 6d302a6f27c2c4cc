import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { emptyDirectory } from "../../src/privacy/phi/directory.ts";
import { shaped } from "../../src/privacy/phi/find.ts";
import { guard, type Verdict } from "../../src/privacy/phi/guard.ts";
import { type RuleName, rules } from "../../src/privacy/phi/rules.ts";
import { reveal, typed } from "../../src/privacy/typed.ts";
import { identifiers } from "./identifiers.ts";
import { thanks } from "./thanks.ts";
import { told } from "./told.ts";
import { untold } from "./untold.ts";

const mercy = { ...emptyDirectory, domains: ["mercy.example"] };
const judge = (text: string): Verdict => guard(typed(text), mercy);

/** What its author gets back, or how else it went. */
function maskedOf(text: string): string {
  const verdict = judge(text);
  return verdict.kind === "blocked" ? reveal(verdict.masked) : verdict.kind;
}

describe("ordinary thanks", () => {
  it.for(thanks)("passes, as typed: %s", (text) => {
    expect(judge(text)).toEqual({ kind: "cleared", text });
  });

  it("are trimmed and lose control characters, and nothing else", () => {
    const text = " \u0000Thanks,\tAna!\r\nAnd \u0007Ben 👩‍🔬 \n";

    expect(judge(text)).toEqual({ kind: "cleared", text: "Thanks,\tAna!\nAnd Ben 👩‍🔬" });
  });
});

describe("an identifier", () => {
  it("is refused with its rule, its length and its place hidden, and its label left", () => {
    const text = "Thanks for catching Mr John Doe's potassium, MRN 00482913";
    const verdict = judge(text);

    expect(verdict).toMatchObject({
      kind: "blocked",
      rule: "medical-record-number",
      length: text.length,
    });
    expect(maskedOf(text)).toBe("Thanks for catching Mr John Doe's potassium, MRN ••••");
    expect(JSON.stringify(verdict)).not.toContain("0048");
  });

  it("is hidden wherever it stands, and the most certain names the rule", () => {
    const text =
      "Call 555-123-4567 or jo@post.example about SSN 123-45-6789 (MRN: A-123 456), please";

    expect(judge(text)).toMatchObject({ rule: "medical-record-number" });
    expect(maskedOf(text)).toBe("Call •••• or •••• about SSN •••• (MRN: ••••), please");
  });

  it.for<readonly [RuleName, string]>([
    ["medical-record-number", "MRN: A-123 456"],
    ["medical-record-number", "M.R.N. 482913"],
    ["medical-record-number", "MRN-11335577"],
    ["medical-record-number", "MRN00482913"],
    ["medical-record-number", "the MRN on the wrong label was 00482913"],
    ["medical-record-number", "00482913 is the MRN"],
    ["medical-record-number", "MRN 0 0 4 8 2 9 1 3"],
    ["medical-record-number", "her chart 00482913"],
    ["medical-record-number", "case #JH-998877"],
    ["medical-record-number", "Fallnummer 48291377"],
    ["social-security-number", "SSN 123456789"],
    ["social-security-number", "last four of the SSN: 6789"],
    ["nhs-number", "NHS number 943 476 5919"],
    ["nhs-number", "943 476 5919"],
    ["medicare-number", "1EG4-TE5-MK73"],
    ["health-plan-number", "insurance ID: ABC123"],
    ["specimen-number", "accession 24-123-00456"],
    ["specimen-number", "S24-12345"],
    ["specimen-number", "24:CH0012345"],
    ["date-of-birth", "DOB 3/4/56"],
    ["date-of-birth", "born on March 4th, 1956"],
    ["date-of-birth", "geboren am 4.3.1956"],
    ["fax-number", "fax it to 555-1234"],
    ["phone-number", "ask 0171/1234567"],
    ["phone-number", "on 07700900123"],
    ["phone-number", "on +351 912 345 678"],
    ["phone-number", "at 6175551234"],
    ["phone-number", "sister = 0421 557 083"],
    ["phone-number", "husband's mobile 083 0194 552"],
    ["phone-number", "next of kin at 01422 496 0183"],
    ["phone-number", "the landline is (65) 6281 4093"],
    ["phone-number", "daughter, mobile is 9183 4427"],
    ["social-security-number", "NI number QQ 41 27 60 B"],
    ["social-security-number", "the PPS, it's 6184402TA"],
    ["social-security-number", "658-775-952, her SIN"],
    ["phone-number", "on oh seven double four one 220 118"],
    ["email-address", "tamsin_okoro at gmail.com"],
    ["email-address", "his firm's accounts@millerroofing.example"],
    ["nhs-number", "9434765 919"],
    ["social-security-number", "9 4 4 - 8 1 - 2 2 0 7"],
    ["email-address", "to ana.silva@mercy.example.evil.com"],
    ["email-address", "to ana@notmercy.example"],
    ["account-number", "acct #4455667"],
    ["record-link", "https://emr.mercy.example/patient/482913/labs"],
    ["internet-address", "from 192.168.1.20"],
    ["device-number", "pacemaker serial no. PJN123456"],
    ["device-number", "licence plate ABC 1234"],
    ["street-address", "at 12 Old Mill Road"],
  ])("of the kind %s is found in “%s”", ([rule, text]) => {
    expect(judge(`Thanks! It was ${text}, and you saw it`)).toMatchObject({
      kind: "blocked",
      rule,
    });
  });

  it.for(Object.entries(identifiers))("of any make is found: %s", ([, examples]) => {
    const before = fc.constantFrom(
      "",
      "Thanks for the call, ",
      "Great catch:\n",
      "Saw it at 07:00 (",
    );
    const after = fc.constantFrom("", ".", " on Friday", ") and fixed it", ", thank you!");

    fc.assert(
      fc.property(before, examples, after, (opening, { label, id }, ending) => {
        const masked = maskedOf(`${opening}${label}${id}${ending}`);

        expect(masked).toContain("••••");
        expect(masked.startsWith(`${opening}${label}`.trim())).toBe(true);
        for (const run of id.match(/\d{4,}/g) ?? []) expect(masked).not.toContain(run);
        expect(masked).not.toContain(id);
        expect(judge(masked), "its author can send what is left").toMatchObject({
          kind: "cleared",
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe("what may be a patient's", () => {
  it.for<readonly [RuleName, string, string, string | null]>([
    ["titled-name", "Thanks for turning Mrs Penhallow all night", "Mrs Penhallow", null],
    ["titled-name", "Thanks Ana for Mrs Doyle in the end", "Mrs Doyle", null],
    ["titled-name", "so kind to mr doe's daughter", "mr doe", null],
    ["titled-name", "staying with the daughter of Ivy Burrell", "Ivy Burrell", null],
    ["titled-name", "for the baby Nguyen bilirubin", "baby Nguyen", "bilirubin"],
    ["bed-or-room", "for bed 12 and the potassium", "bed 12", "potassium"],
    ["bed-or-room", "for calming the gentleman in bay 4", "bay 4", null],
    ["age-over-89", "for the 94-year-old with the fracture", "94-year-old", "fracture"],
    ["age-over-89", "she's 96 and adored you", "96", null],
    ["clinical-date", "admitted on 3 March, home by Friday", "3 March", "admitted"],
    ["bare-number", "added the ferritin to 24K0193111", "24K0193111", "ferritin"],
    ["unknown-name", "the potassium of Marcus Reed", "Marcus Reed", "potassium"],
    ["unknown-name", "Doe's potassium was 6.8", "Doe", "potassium"],
    ["unknown-name", "thanks for catching john doe's potassium", "john doe", "potassium"],
    ["unknown-name", "calm when Ruth Penhallow fell", "Ruth Penhallow", "fell"],
    ["unknown-name", "a 34-year-old with MS, Anna S., seen here", "Anna S.", null],
  ])("is asked about by %s: %s", ([rule, text, seen, beside]) => {
    const verdict = judge(text);

    expect(verdict).toMatchObject({ kind: "asked", rule });
    if (verdict.kind !== "asked") return;
    expect(reveal(verdict.seen)).toBe(seen);
    expect(verdict.beside && reveal(verdict.beside)).toBe(beside);
  });

  it.for([
    "Thanks to Mr Petrov from biomedical engineering",
    "Mr Khan, our porter, found the potassium sample",
    "Thank you to our interpreter Mrs Kowalczyk for the consent",
    "the courier Samuel Obi brought the platelets through the snow",
    "A perfect Gram stain, a textbook Babinski and a calm Foley at 3 a.m., thanks",
    "Grace and April, you kept the potassium moving. Will, you too",
    "my husband Alan thanks you for the blood drive",
    "Sally-Anne's potassium talk was great",
    "10/10 for the discharge lounge, 24/7",
  ])("is not: %s", (text) => {
    expect(judge(text)).toMatchObject({ kind: "cleared" });
  });

  it("passes for whoever is sure, and what blocks does not", () => {
    const sure = (text: string) => guard(typed(text), mercy, { sure: true }).kind;

    expect(sure("for bed 12 and the potassium of Marcus Reed")).toBe("cleared");
    expect(sure("for bed 12 and MRN 00482913")).toBe("blocked");
  });

  it("never holds back what blocks: it is refused before anything is asked", () => {
    expect(judge("for Mr John Doe in bed 12, MRN 00482913")).toMatchObject({ kind: "blocked" });
  });
});

describe("what people write of patients", () => {
  it.for(
    Object.entries(told).flatMap(([what, texts]) => texts.map((text) => [what, text] as const)),
  )("does not pass, if it tells %s: %s", ([, text]) => {
    expect(judge(text).kind).toMatch(/^(?:asked|blocked)$/);
  });
});

describe("what people write of themselves and each other", () => {
  it.for(
    Object.entries(untold).flatMap(([what, texts]) => texts.map((text) => [what, text] as const)),
  )("passes, if it tells of %s: %s", ([, text]) => {
    expect(judge(text)).toMatchObject({ kind: "cleared" });
  });
});

describe("a trick of writing", () => {
  it.for([
    ["zero-width signs", "MRN 00\u200b48\u200b29\u200d13"],
    ["soft hyphens in the label", "M\u00adR\u00adN 00482913"],
    ["a line break", "MRN\r\n\r\n00482913"],
    ["odd spaces", "MRN\u00a000482913 or MRN\u2003\u300000482913"],
    ["full-width signs", "ＭＲＮ ００４８２９１３"],
    ["Arabic-Indic digits", "MRN ٠٠٤٨٢٩١٣"],
    ["Devanagari digits", "SSN १२३-४५-६७८९"],
    ["circled digits", "MRN ④⑧②⑨①③"],
    ["digits on keys", "MRN 4️⃣8️⃣2️⃣9️⃣1️⃣3️⃣"],
    ["mathematical digits", "SSN 𝟏𝟐𝟑-𝟒𝟓-𝟔𝟕𝟖𝟗"],
    ["letters for digits", "call 6l7-555-OI23 or MRN OO4829l3"],
    ["a Cyrillic label", "МRN 00482913"],
    ["odd dashes", "123‑45‑6789 and 123–45–6789 and 123−45−6789"],
    ["a control character", "MRN 0048\u00002913"],
    ["marks of bold and code", "*MRN:* `00482913`"],
  ] as const)("hides nothing: %s", ([, text]) => {
    const masked = maskedOf(`Thanks, ${text}`);

    expect(masked).toMatch(/^Thanks, .*••••/s);
    expect(masked.normalize("NFKC").replaceAll(/\P{L}*\p{L}{2,4}\P{L}*/gu, "")).not.toMatch(
      /\p{Nd}/u,
    );
  });

  it("leaves the typed words around the mask as they were typed", () => {
    expect(maskedOf("𝓣𝓱𝔞𝓷𝓴𝓼 👩‍🔬, ＭＲＮ\u00a0００４８２９１３ ﷺ fine…")).toBe(
      "𝓣𝓱𝔞𝓷𝓴𝓼 👩‍🔬, ＭＲＮ\u00a0•••• ﷺ fine…",
    );
  });
});

describe("the guard", () => {
  it("gives an answer to any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(judge(text).kind).not.toBe("failed");
      }),
      { numRuns: 2_000 },
    );
  });

  it("finds the same however often and after whatever it was asked", () => {
    const text = "MRN 00482913";
    judge("MRN MRN MRN, 12 of them, and MRN 0048");

    expect([maskedOf(text), maskedOf(text)]).toEqual(["MRN ••••", "MRN ••••"]);
  });

  it("refuses what it could not judge", () => {
    const broken = {
      ...emptyDirectory,
      get domains(): readonly string[] {
        throw new Error("no directory today");
      },
    };

    expect(guard(typed("write to jo@post.example"), broken)).toEqual({ kind: "failed" });
    expect(guard({ ...typed("a copy") }, mercy)).toEqual({ kind: "failed" });
  });

  it("loads no rule whose pattern repeats without an end: time grows with the text, never faster", () => {
    expect(() => shaped("(?:a|aa)+b")).toThrow("without an end");
    expect(() => shaped("a{3,}")).toThrow("without an end");
    expect(() => shaped("[+*]\\+a{3,9}")).not.toThrow();
  });

  it("has one name and one reason for each rule", () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
    expect(rules.filter(({ why }) => why.length < 20)).toEqual([]);
  });
});
