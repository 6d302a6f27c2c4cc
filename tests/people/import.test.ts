import { describe, expect } from "vitest";

import { readPeople } from "../../adapters/cli/peopleFile.ts";
import type { Work } from "../../src/feature.ts";
import { type Imported, importPeople } from "../../src/people/import.ts";
import { findOrganization } from "../../src/people/queries/organizations.ts";
import { it, member, type Office } from "../support/office.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const inOffice = <T>({ store, organization, now }: Office, act: (work: Work) => Promise<T>) =>
  store.transact(async (tx) =>
    act({ tx, now: now(), organization: await findOrganization(tx, organization) }),
  );

/** As `rapport people import` would take it in. */
async function imports(office: Office, ...lines: readonly string[]): Promise<Imported> {
  const list = readPeople(bytes(lines.join("\n")));
  if (list.kind === "mistakes") throw new Error(JSON.stringify(list.mistakes));
  return inOffice(office, (work) => importPeople(work, list.rows));
}

const mistakesOf = (...lines: readonly string[]) => {
  const list = readPeople(bytes(lines.join("\n")));
  return list.kind === "mistakes" ? list.mistakes.map(({ line, why }) => `${line} ${why}`) : [];
};

/** What is known of a person, in a line. */
const known = (office: Office, name: string): Promise<string> =>
  inOffice(office, async ({ tx, organization }) => {
    const row = await tx
      .selectFrom("person as p")
      .leftJoin("unit as u", "u.unit_id", "p.unit_id")
      .leftJoin("discipline as d", "d.discipline_id", "p.discipline_id")
      .select(["p.person_id", "u.name as unit", "d.name as discipline", "p.pattern"])
      .where("p.organization_id", "=", organization.id)
      .where("p.name", "=", name)
      .executeTakeFirstOrThrow();
    const led = await tx
      .selectFrom("role as r")
      .innerJoin("unit as u", "u.unit_id", "r.unit_id")
      .select("u.name")
      .where("r.person_id", "=", row.person_id)
      .where("r.role", "=", "lead")
      .orderBy("u.name")
      .execute();
    const leads = led.length === 0 ? "nothing" : led.map((unit) => unit.name).join(" and ");
    return `${row.unit}, ${row.discipline}, ${row.pattern}, leads ${leads}`;
  });

const header = "person,unit,discipline,lead,pattern";

describe("importing people", () => {
  it("takes in unit, discipline, leads and hours, by address or by name", async ({ office }) => {
    await office.person("U_EVE", { name: "Eve Moreau", email: "eve@annes.example" });

    const { people, leads, refused } = await imports(
      office,
      header,
      "Eve@Annes.example,Core Lab,Technician,yes,nights",
      "ben okafor,core  lab,technician,no,Days",
      'Cleo Martin,"4 West",Nurse,"4 West; Core Lab",varies',
    );

    expect({ people, leads, refused }).toEqual({ people: 3, leads: 2, refused: [] });
    expect(await known(office, "Eve Moreau")).toBe("Core Lab, Technician, nights, leads Core Lab");
    expect(await known(office, "Ben Okafor")).toBe("Core Lab, Technician, days, leads nothing");
    expect(await known(office, "Cleo Martin")).toBe(
      "4 West, Nurse, varies, leads 4 West and Core Lab",
    );
  });

  it("leaves as it was what a row leaves empty, or has no column for", async ({ office }) => {
    await imports(office, header, "Ben Okafor,Core Lab,Technician,yes,nights");

    await imports(office, header, "Ben Okafor,,,,");
    await imports(office, "person", "Ben Okafor");
    expect(await known(office, "Ben Okafor")).toBe("Core Lab, Technician, nights, leads Core Lab");

    await imports(office, "pattern,person,lead", "days,Ben Okafor,no");
    expect(await known(office, "Ben Okafor")).toBe("Core Lab, Technician, days, leads nothing");
  });

  it("keeps since when somebody belongs to a unit, and moves nobody twice", async ({ office }) => {
    const moves = () =>
      inOffice(office, ({ tx }) =>
        tx
          .selectFrom("person_unit as m")
          .innerJoin("unit as u", "u.unit_id", "m.unit_id")
          .select(["u.name", "m.since"])
          .orderBy("m.since")
          .execute(),
      );
    await imports(office, header, "Ben Okafor,Core Lab,,,");
    await office.passes(3_600_000);
    await imports(office, header, "Ben Okafor,CORE LAB,,,");
    await office.passes(3_600_000);
    await imports(office, header, "Ben Okafor,4 West,,,");

    expect(await moves()).toEqual([
      { name: "Core Lab", since: "2026-03-18T12:00:00.000Z" },
      { name: "4 West", since: "2026-03-18T14:00:00.000Z" },
    ]);
  });

  it("leaves out whom it can't tell, and takes in the others", async ({ office }) => {
    await office.person("U_ANA2", { name: "Ana Silva" });
    await office.person("U_EVE", { name: "Eve Moreau", email: "eve@annes.example" });
    await office.learns(member("U_DAN", "Dan Ortiz", { kind: "deactivated" }));

    const { people, refused } = await imports(
      office,
      header,
      "Zoe Nobody,Core Lab,,,",
      "Ana Silva,Core Lab,,,",
      "Eve Moreau,Core Lab,,,",
      "eve@annes.example,4 West,,,",
      "Ben Okafor,Core Lab,,,",
      "Dan Ortiz,Core Lab,,,",
    );

    expect(people).toBe(2);
    expect(refused).toEqual([
      { line: 2, why: "unknown" },
      { line: 3, why: "ambiguous" },
      { line: 5, why: "twice" },
      { line: 7, why: "unknown" },
    ]);
    expect(await known(office, "Eve Moreau")).toMatch(/^Core Lab/);
  });

  it("makes no unit whose name looks like a patient's details", async ({ office }) => {
    const { people, refused } = await imports(
      office,
      header,
      "Ben Okafor,Bed of MRN 00482913,,,",
      'Cleo Martin,4 West,,"4 West; MRN 00482913",',
      "Dan Ortiz,4 West,,,",
    );

    expect(people).toBe(1);
    expect(refused).toEqual([
      { line: 2, why: "guarded" },
      { line: 3, why: "guarded" },
    ]);
    expect(await known(office, "Cleo Martin")).toBe("null, null, null, leads nothing");
  });

  it("writes in the audit how many, and nothing else", async ({ office }) => {
    await imports(office, header, "Ben Okafor,Core Lab,,yes,", "Zoe Nobody,Core Lab,,,");

    const rows = await inOffice(office, ({ tx }) =>
      tx.selectFrom("audit").select(["act", "person_id", "details"]).execute(),
    );
    expect(rows.map((row) => ({ ...row, details: JSON.parse(row.details) }))).toEqual([
      {
        act: "people.imported",
        person_id: null,
        details: { people: 1, leads: 1, refused: 1 },
      },
    ]);
  });

  it("takes in a whole hospital, or nothing", { timeout: 60_000 }, async ({ office }) => {
    const many = Array.from({ length: 503 }, (_, index) => index);
    for (let start = 0; start < many.length; start += 200) {
      await office.learns(
        ...many
          .slice(start, start + 200)
          .map((index) =>
            member(`U_${index}`, `Person ${index}`, { email: `p${index}@annes.example` }),
          ),
      );
    }
    const list = many.map((index) => `p${index}@annes.example,Unit ${index % 40},Nurse,,nights`);

    const failing = inOffice(office, async (work) => {
      const read = readPeople(bytes([header, ...list].join("\n")));
      if (read.kind === "rows") await importPeople(work, read.rows);
      throw new Error("The power went out");
    });
    await expect(failing).rejects.toThrow("power");
    expect(await known(office, "Person 502")).toBe("null, null, null, leads nothing");

    expect((await imports(office, header, ...list)).people).toBe(503);
    expect(await known(office, "Person 502")).toBe("Unit 22, Nurse, nights, leads nothing");
  });
});

describe("a list of people", () => {
  it("may be as a spreadsheet writes it: a mark at its start, quotes, blank lines", () => {
    const list = readPeople(
      bytes('\ufeffPerson,Unit,Lead\r\n"Silva, Ana","The ""old"" lab",yes\r\n\r\n,,\r\n'),
    );

    expect(list).toMatchObject({
      kind: "rows",
      rows: [{ line: 2, person: "Silva, Ana", leads: [expect.anything()], pattern: null }],
    });
  });

  it("is refused whole, with every line that can't be read", () => {
    expect(
      mistakesOf(
        header,
        "Ben Okafor,Core Lab",
        "Cleo Martin,4 West,Nurse,yes,nights",
        ",4 West,Nurse,,",
        "Dan Ortiz,4 West,Nurse,,sometimes",
        "Lee Wong,,,yes,",
        `Ana Silva,${"x".repeat(81)},,,`,
        "Ana Silva,***,,,",
      ),
    ).toEqual([
      "2 has 2 cells, not 5",
      "4 says of nobody what it says: “person” is empty",
      "5 “pattern” must be days, evenings, nights, varies or empty",
      "6 “lead” says yes, and “unit” is empty",
      "7 has a name of over 80 characters",
      "8 has a name without a letter",
    ]);
  });

  it.for([
    { file: "", says: "1 the first line must be person,unit" },
    { file: "Ben Okafor,Core Lab\n", says: "1 the first line must be person,unit" },
    { file: "person,unit,unit\nBen,A,B\n", says: "1 a column stands twice" },
    { file: 'person,unit\nBen Okafor,Core "Lab\n', says: "2 has a quotation mark" },
    { file: 'person,unit\nBen Okafor,"Core Lab\nCleo,4 West\n', says: "3 ends inside a cell" },
  ])("is refused: “$says…”", ({ file, says }) => {
    expect(mistakesOf(file)).toEqual([expect.stringMatching(`^${says}`)]);
  });

  it("is refused where it is not UTF-8", () => {
    const list = readPeople(Uint8Array.of(...bytes("person\nAn"), 0xe1));

    expect(list).toMatchObject({ mistakes: [{ line: 1, why: expect.stringContaining("UTF-8") }] });
  });
});
