/** What no page of the sandbox sends, from a page of its own, over real HTTP: refused or answered, and never kept where it fails. */
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type Element, fieldsOf, findAll, readMarkup } from "../support/markup.ts";
import { openSandboxOffice, type SandboxOffice } from "../support/sandboxOffice.ts";
import { hostileText, mutated, planted } from "./mutate.ts";
import { breachesIn } from "./readers/reader.ts";

const cases = 600;
const window = "/as/you/general";

interface Sent {
  readonly path: string;
  readonly fields: readonly (readonly [string, string])[];
}

let office: SandboxOffice;
let headers: Readonly<Record<string, string>>;
let samples: readonly Sent[];
let tables: readonly string[];
beforeAll(async () => {
  office = await openSandboxOffice(true);
  const found = await office.store.transact((tx) => tx.introspection.getTables());
  tables = found.map(({ name }) => name);
  await office.opens(window);
  for (const name of ["Ana Silva", "Ben Okafor"])
    await office.sends(`${window}/people`, [["name", name]]);
  headers = await ours();
  samples = await shown();
}, 60_000);
afterAll(() => office.close());

async function ours(): Promise<Record<string, string>> {
  const page = await fetch(`${office.address}${window}`);
  const token = /x-csrf&quot;:&quot;([\w-]+)/.exec(await page.text())?.[1] ?? "";
  return {
    origin: office.address,
    cookie: page.headers.get("set-cookie")?.split(";")[0] ?? "",
    "x-csrf": token,
    "content-type": "application/x-www-form-urlencoded",
  };
}

/** Every form that stands on the pages, each with each of its buttons, and what is typed. */
async function shown(): Promise<Sent[]> {
  const pages: Element[] = [];
  const typed = [
    "/kudos @Ben Okafor for the tea",
    "/kudos",
    "/rapport",
    "/rapport setup",
    "/checkin",
  ];
  for (const text of typed) pages.push(await office.sends(`${window}/say`, [["text", text]]));
  for (const where of ["general", "~rapport", "~home"])
    pages.push(await office.opens(`/as/you/${where}`));
  const forms = pages.flatMap((page) => findAll(page, ({ name }) => name === "form"));
  const pressed = forms.flatMap((form): Sent[] => {
    const path = form.attributes.action ?? "";
    if (!path.startsWith("/as/")) return [];
    const fields = fieldsOf(form);
    const buttons = findAll(
      form,
      ({ name, attributes }) => name === "button" && "name" in attributes,
    );
    if (buttons.length === 0) return [{ path, fields }];
    return buttons.map(({ attributes }) => ({
      path,
      fields: [...fields, [attributes.name ?? "", attributes.value ?? ""]],
    }));
  });
  return [
    ...pressed,
    ...typed.map((text) => ({ path: `${window}/say`, fields: [["text", text]] as const })),
    {
      path: `${window}/react`,
      fields: [
        ["message", "m1"],
        ["emoji", "kudos"],
      ],
    },
    { path: `${window}/kudos`, fields: [["message", "m1"]] },
  ];
}

/** As a browser encodes it: what is no text goes as none. */
const bodyOf = (fields: unknown): string => {
  const pairs = Array.isArray(fields) ? fields : [];
  const texts = pairs.map((pair) => (Array.isArray(pair) ? pair : [pair]).map(String));
  return new URLSearchParams(
    texts.map(([name = "", value = ""]): [string, string] => [name, value]),
  ).toString();
};

async function post({
  path,
  fields,
}: Record<string, unknown>): Promise<{ status: number; page: string }> {
  const at = String(path).startsWith("/as/") ? String(path) : `${window}/say`;
  const url = new URL(office.address);
  url.pathname = at.replaceAll("\u0000", "");
  const response = await fetch(url, { method: "POST", headers, body: bodyOf(fields) });
  return { status: response.status, page: await response.text() };
}

async function rowsNow(): Promise<string> {
  const counts = tables.map((table) => sql`(select count(*) from ${sql.table(table)})`);
  const row = await office.store.transact((tx) =>
    sql<{ all: string }>`select ${sql.join(counts, sql` || ' ' || `)} as "all"`.execute(tx),
  );
  return row.rows[0]?.all ?? "";
}

describe("what no page of the sandbox sends", () => {
  it(`${cases} times: it is answered or refused, and nothing of it gets into a page`, {
    timeout: 120_000,
  }, async () => {
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(mutated(samples), async (sent) => {
        const { status, page } = await post(sent);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect([200, 400, 404]).toContain(status);
        expect(page.includes(planted) ? [] : breachesIn({ drawn: [page] })).toEqual([]);
        if (status === 200) readMarkup(page);
      }),
      { numRuns: cases, endOnFailure: true },
    );

    expect(statuses.get(200)).toBeGreaterThan(cases / 2);
    expect((await fetch(`${office.address}${window}`)).status).toBe(200);
  });

  it("is refused where it holds U+0000, is no JSON where JSON belongs or lies too deep, and nothing is kept", async () => {
    const before = await rowsNow();
    const nul = (name: string) => [[name, "a\u0000b"]] as const;
    const deep = `${"[".repeat(5_000)}${"]".repeat(5_000)}`;
    const wrong: Sent[] = [
      { path: `${window}/say`, fields: nul("text") },
      { path: `${window}/people`, fields: nul("name") },
      {
        path: `${window}/press`,
        fields: [
          ["message", "m1"],
          ["press", "no JSON"],
        ],
      },
      {
        path: `${window}/press`,
        fields: [
          ["message", "m1"],
          ["press", "{}"],
        ],
      },
      {
        path: `${window}/press`,
        fields: [
          ["message", "m1"],
          ["press", '{"action":"recognition.undo","value":"a\\u0000"}'],
        ],
      },
    ];

    const tooDeep = `{"action":"setup.settings","value":${deep}}`;
    wrong.push({
      path: `${window}/press`,
      fields: [
        ["message", "m1"],
        ["press", tooDeep],
      ],
    });
    for (const sent of wrong) expect((await post({ ...sent })).status).toBe(400);
    const search = `${window}/search/d1/people?typed=%00`;
    expect((await fetch(`${office.address}${search}`)).status).toBeGreaterThanOrEqual(400);
    expect(await rowsNow()).toBe(before);
  });

  it("is turned away with anything in place of a page's token", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const token = encodeURIComponent(text.toWellFormed());
        const response = await fetch(`${office.address}${window}/say`, {
          method: "POST",
          headers: { ...headers, "x-csrf": token },
          body: "text=hello",
        });
        expect(response.status).toBe(403);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });
});
