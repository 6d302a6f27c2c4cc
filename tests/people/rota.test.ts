import { describe, expect } from "vitest";

import { readRota } from "../../adapters/cli/rotaFile.ts";
import type { Work } from "../../src/feature.ts";
import type { PersonId } from "../../src/ids.ts";
import { findOrganization } from "../../src/people/queries/organizations.ts";
import { listShifts } from "../../src/people/queries/rota.ts";
import { importRota, type RotaImported } from "../../src/people/rota.ts";
import type { Instant } from "../../src/time/instant.ts";
import { it, type Office } from "../support/office.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const header = "person,start,duration,zone,pattern";

const inOffice = <T>({ store, organization, now }: Office, act: (work: Work) => Promise<T>) =>
  store.transact(async (tx) =>
    act({ tx, now: now(), organization: await findOrganization(tx, organization) }),
  );

/** As `rapport rota import` would take it in. */
async function imports(office: Office, ...lines: readonly string[]): Promise<RotaImported> {
  const rota = readRota(bytes([header, ...lines].join("\n")));
  if (rota.kind === "mistakes") throw new Error(JSON.stringify(rota.mistakes));
  return inOffice(office, (work) => importRota(work, rota.rows));
}

const mistakesOf = (...lines: readonly string[]) => {
  const rota = readRota(bytes(lines.join("\n")));
  return rota.kind === "mistakes" ? rota.mistakes.map(({ line, why }) => `${line} ${why}`) : [];
};

const at = (text: string): Instant => `${text}:00.000Z` as Instant;

/** The shifts of somebody in a span, as "27 19:00 – 28 07:00" in UTC; null where their rota is not known. */
const shiftsOf = (office: Office, name: string, from = "2026-11-01", until = "2027-01-01") =>
  inOffice(office, async ({ tx, organization }) => {
    const { person_id: person } = await tx
      .selectFrom("person")
      .select("person_id")
      .where("organization_id", "=", organization.id)
      .where("name", "=", name)
      .executeTakeFirstOrThrow();
    const span = [at(`${from}T00:00`), at(`${until}T00:00`)] as const;
    const known = await listShifts(tx, organization.id, [person], ...span);
    const said = (moment: Instant) => moment.slice(8, 16).replace("T", " ");
    const shifts = known.get(person);
    return shifts?.map(({ startsAt, endsAt }) => `${said(startsAt)} – ${said(endsAt)}`) ?? null;
  });

describe("importing a rota", () => {
  it("takes in who works when, by address or by name, in the line's zone or the person's own", async ({
    office,
  }) => {
    await office.person("U_EVE", { name: "Eve Moreau", email: "eve@annes.example" });

    const { people, shifts, refused } = await imports(
      office,
      "Eve@Annes.example,2026-11-27T19:00,12h,Asia/Tokyo,nights",
      "ben okafor,2026-11-27 07:00:00,7h30,,early",
      "Ben Okafor,2026-11-28T07:00,PT7H30M,,",
    );

    expect({ people, shifts, refused }).toEqual({ people: 2, shifts: 3, refused: [] });
    expect(await shiftsOf(office, "Eve Moreau")).toEqual(["27 10:00 – 27 22:00"]);
    expect(await shiftsOf(office, "Ben Okafor")).toEqual([
      "27 07:00 – 27 14:30",
      "28 07:00 – 28 14:30",
    ]);
    expect(await shiftsOf(office, "Cleo Martin")).toBeNull();
  });

  it("replaces what was known of the people it names, in its days, and of nobody else", async ({
    office,
  }) => {
    await imports(
      office,
      "Ben Okafor,2026-11-20T07:00,12h,,",
      "Ben Okafor,2026-11-24T07:00,12h,,",
      "Ben Okafor,2026-11-26T07:00,12h,,",
      "Ben Okafor,2026-11-30T07:00,12h,,",
      "Cleo Martin,2026-11-25T07:00,12h,,",
    );

    await imports(
      office,
      "Ben Okafor,2026-11-25T19:00,12h,,",
      "Ana Silva,2026-11-23T07:00,12h,,",
      "Ana Silva,2026-11-29T07:00,12h,,",
    );

    expect(await shiftsOf(office, "Ben Okafor")).toEqual([
      "20 07:00 – 20 19:00",
      "25 19:00 – 26 07:00",
      "30 07:00 – 30 19:00",
    ]);
    expect(await shiftsOf(office, "Cleo Martin")).toEqual(["25 07:00 – 25 19:00"]);
  });

  it("keeps the night before its first day, unless it says otherwise of the same hours", async ({
    office,
  }) => {
    await imports(office, "Ben Okafor,2026-11-29T19:00,12h,,", "Ana Silva,2026-11-29T19:00,12h,,");

    await imports(office, "Ben Okafor,2026-11-30T19:00,12h,,", "Ana Silva,2026-11-30T06:00,8h,,");

    expect(await shiftsOf(office, "Ben Okafor")).toEqual([
      "29 19:00 – 30 07:00",
      "30 19:00 – 01 07:00",
    ]);
    expect(await shiftsOf(office, "Ana Silva")).toEqual(["30 06:00 – 30 14:00"]);
  });

  it("leaves out whom it can't tell and who would be in two shifts at once, and takes in the others", async ({
    office,
  }) => {
    await office.person("U_ANA2", { name: "Ana Silva" });

    const { people, shifts, refused } = await imports(
      office,
      "Zoe Nobody,2026-11-27T19:00,12h,,",
      "Ana Silva,2026-11-27T19:00,12h,,",
      "Ben Okafor,2026-11-28T06:00,8h,,",
      "Ben Okafor,2026-11-27T19:00,12h,,",
      "Ben Okafor,2026-11-28T07:00,8h,,",
    );

    expect({ people, shifts }).toEqual({ people: 1, shifts: 2 });
    expect(refused).toEqual([
      { line: 2, why: "unknown" },
      { line: 3, why: "ambiguous" },
      { line: 4, why: "overlaps" },
    ]);
    expect(await shiftsOf(office, "Ben Okafor")).toEqual([
      "27 19:00 – 28 07:00",
      "28 07:00 – 28 15:00",
    ]);
  });

  it("changes nothing when it is imported once more", async ({ office }) => {
    const rota = ["Ben Okafor,2026-11-27T19:00,12h,,", "Ben Okafor,2026-11-29T19:00,12h,,"];
    await imports(office, ...rota);
    const before = await shiftsOf(office, "Ben Okafor");
    await imports(office, ...rota);

    expect(await shiftsOf(office, "Ben Okafor")).toEqual(before);
  });

  it("writes in the audit how many, and nothing else", async ({ office }) => {
    await imports(office, "Ben Okafor,2026-11-27T19:00,12h,,", "Zoe Nobody,2026-11-27T19:00,12h,,");

    const rows = await inOffice(office, ({ tx }) =>
      tx.selectFrom("audit").select(["act", "person_id", "details"]).execute(),
    );
    expect(rows.map((row) => ({ ...row, details: JSON.parse(row.details) }))).toEqual([
      { act: "rota.imported", person_id: null, details: { people: 1, shifts: 1, refused: 1 } },
    ]);
  });
});

describe("what a rota tells of a span", () => {
  it("is every shift that touches it, the one that began the evening before, too", async ({
    office,
  }) => {
    await imports(
      office,
      "Ben Okafor,2026-11-25T19:00,12h,,",
      "Ben Okafor,2026-11-26T19:00,12h,,",
      "Ben Okafor,2026-11-28T19:00,12h,,",
    );

    expect(await shiftsOf(office, "Ben Okafor", "2026-11-27", "2026-11-28")).toEqual([
      "26 19:00 – 27 07:00",
    ]);
  });

  it("is “off” for four weeks after somebody's last shift, and then nothing any more", async ({
    office,
  }) => {
    await imports(office, "Ben Okafor,2026-11-25T19:00,12h,,");
    const seen = (from: string, until: string) => shiftsOf(office, "Ben Okafor", from, until);

    expect(await seen("2026-11-27", "2026-12-03")).toEqual([]);
    expect(await seen("2026-12-20", "2026-12-26")).toEqual([]);
    expect(await seen("2026-12-25", "2026-12-31")).toBeNull();
    expect(await seen("2026-11-13", "2026-11-19")).toBeNull();
  });

  it("is told of more people than one statement takes", async ({ office }) => {
    await imports(office, "Ben Okafor,2026-11-25T19:00,12h,,");

    const known = await inOffice(office, async ({ tx, organization }) => {
      const { person_id } = await tx
        .selectFrom("shift")
        .select("person_id")
        .executeTakeFirstOrThrow();
      const strangers = Array.from({ length: 1_200 }, (_, n) => `prs_${n}` as PersonId);
      const span = [at("2026-11-25T00:00"), at("2026-11-27T00:00")] as const;
      return listShifts(tx, organization.id, [...strangers, person_id], ...span);
    });
    expect(known.size).toBe(1);
  });
});

describe("a rota's file", () => {
  it("is refused whole, with every line that can't be read", () => {
    expect(
      mistakesOf(
        header,
        "Ben Okafor,2026-11-27T19:00",
        ",2026-11-27T19:00,12h,,",
        "Ben Okafor,27.11.2026 19:00,12h,,",
        "Ben Okafor,2026-02-30T19:00,12h,,",
        "Ben Okafor,2026-11-27T19:00+01:00,12h,,",
        "Ben Okafor,2026-11-27T19:00,twelve,,",
        "Ben Okafor,2026-11-27T19:00,120h,,",
        "Ben Okafor,2026-11-27T19:00,0h,,",
        "Ben Okafor,2026-11-27T19:00,12h,Lisbon,",
        "Ben Okafor,2026-11-27T19:00,12h,Europe/Lisbon,nights",
      ),
    ).toEqual([
      "2 has 2 cells, not 5",
      "3 says of nobody when they work: “person” is empty",
      "4 “start” must be a local time such as 2026-11-27T19:00",
      "5 “start” must be a local time such as 2026-11-27T19:00",
      "6 “start” must be a local time such as 2026-11-27T19:00",
      "7 “duration” must be such as 12h, 7h30 or PT12H",
      "8 “duration” must be 48 hours at most, and not nothing",
      "9 “duration” must be 48 hours at most, and not nothing",
      "10 “zone” must be one such as Europe/Lisbon, or empty: Lisbon is none",
    ]);
  });

  it.for([
    { file: "", says: "1 the first line must be person,start,duration,zone" },
    { file: "person,start\nBen,2026-11-27T19:00\n", says: "1 the first line must be person,start" },
    { file: "person,start,duration,start\n", says: "1 a column stands twice" },
    { file: 'person,start,duration\n"Ben,x,y\n', says: "2 ends inside a cell" },
  ])("is refused: “$says…”", ({ file, says }) => {
    expect(mistakesOf(file)).toEqual([expect.stringMatching(`^${says}`)]);
  });

  it("may have other columns, in any order, and none for the zone", () => {
    const rota = readRota(
      bytes(
        "\ufeffWard,Duration,Person,Start\r\n4 West,12h,Ben Okafor,2026-11-27T19:00\r\n,,,\r\n",
      ),
    );

    expect(rota).toEqual({
      kind: "rows",
      rows: [
        { line: 2, person: "Ben Okafor", start: "2026-11-27T19:00", minutes: 720, zone: null },
      ],
    });
  });
});
