import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect } from "vitest";

import { openSqlite } from "../../adapters/sqlite/database.ts";
import { migrations } from "../../migrations/index.ts";
import { buryJob, later } from "../../src/jobs/queries.ts";
import { migrate } from "../../src/store/migrate.ts";
import { database } from "../support/databases.ts";
import { member, type Office, openOffice } from "../support/office.ts";
import { it, starting, type World } from "../support/program.ts";

const onSqlite = database === "sqlite";

/** St. Anne's, as it would be after some weeks. */
async function found(world: World, external = "T_ANNES"): Promise<Office> {
  const store = world.open();
  await migrate(store, migrations);
  const office = await openOffice({ store, external });
  await office.learns(member("U_EVE", "Eve Moreau", { email: "eve@annes.example" }));
  return office;
}

const giveUp = ({ store, organization, now }: Office) =>
  store.transact(async (tx) => {
    await later(tx, organization, now(), { kind: "tea.late", payload: {}, due: now() });
    const { job_id: job } = await tx
      .selectFrom("job")
      .select("job_id")
      .where("kind", "=", "tea.late")
      .executeTakeFirstOrThrow();
    await buryJob(tx, organization, job, now(), "Error: no tea");
  });

describe("the command line", starting, () => {
  it("helps whoever asks, and whoever mistypes", async ({ world }) => {
    const asked = await world.runs(["help"]);
    const mistyped = await world.runs(["peopel", "import", "people.csv"]);

    expect(asked.out).toContain("rapport people import FILE");
    expect(asked.out).toContain("rapport jobs requeue");
    expect([asked.code, asked.err]).toEqual([0, ""]);
    expect([mistyped.code, mistyped.out, mistyped.err]).toEqual([64, "", asked.out]);
    expect((await world.runs(["backup"])).code).toBe(64);
    expect((await world.runs(["migrate", "--fast"])).code).toBe(64);
  });

  it("migrates once", async ({ world }) => {
    expect((await world.runs(["migrate"])).out).toBe(
      `Applied ${Object.keys(migrations).join(", ")}.\n`,
    );
    expect((await world.runs(["migrate"])).out).toBe("Nothing to do.\n");
  });

  it("makes the app for Teams of its id and this server's address, and needs no database", async ({
    world,
  }) => {
    const missing = await world.runs(["teams-package", "app.zip"]);
    const made = await world.runs(["teams-package", join(world.folder, "app.zip")], {
      MICROSOFT_APP_ID: "0f4b1f6e-2f0c-4c55-9d8b-6a3f1f0c9b11",
      PUBLIC_URL: "https://rapport.annes.example",
    });

    expect(missing.code).toBe(64);
    expect(missing.err).toContain("MICROSOFT_APP_ID must be");
    expect(missing.err).toContain("PUBLIC_URL must be");
    expect([made.code, made.err]).toEqual([0, ""]);
    expect(readFileSync(join(world.folder, "app.zip")).subarray(0, 2).toString()).toBe("PK");
  });

  it("says what is missing where nothing has begun yet", async ({ world }) => {
    if (onSqlite) {
      expect(await world.runs(["jobs", "dead"])).toMatchObject({
        code: 75,
        err: expect.stringContaining("There is no database at"),
      });
    }
    expect(await world.runs(["admin", "add", "eve@annes.example"])).toMatchObject({
      code: 66,
      err: expect.stringContaining("There is no organization yet"),
    });
  });

  it("makes somebody Rapport knows an admin, or compliance, and says so in the audit", async ({
    world,
  }) => {
    await found(world);

    const stranger = await world.runs(["admin", "add", "mallory@annes.example"]);
    const known = await world.runs(["admin", "add", "Eve@Annes.example"]);
    const keeper = await world.runs(["compliance", "add", "eve@annes.example"]);
    const { out } = await world.runs(["audit", "export"]);

    expect(keeper.out).toBe("eve@annes.example looks after compliance.\n");
    expect([stranger.code, stranger.err]).toEqual([66, expect.stringContaining("Nobody here")]);
    expect([known.code, known.out]).toEqual([0, "Eve@Annes.example is an admin.\n"]);
    const acts = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(acts).toEqual([
      expect.objectContaining({
        act: "admin.added",
        person: null,
        details: { person: expect.stringMatching(/^prs_/) },
      }),
      expect.objectContaining({ act: "compliance.added", person: null }),
    ]);
    const table = (await world.runs(["audit", "export", "csv"])).out.trim().split("\r\n");
    expect(table).toEqual([
      "id,at,person,act,details",
      expect.stringMatching(/^aud_\w+,[^,]+,,admin\.added,"\{""person"":""prs_\w+""\}"$/),
      expect.stringMatching(/^aud_\w+,[^,]+,,compliance\.added,/),
    ]);
  });

  it("lists dead jobs, and tries them again", async ({ world }) => {
    await giveUp(await found(world));

    expect((await world.runs(["jobs", "dead"])).out).toMatch(
      /^job_\S+\ttea\.late\t2026-.*no tea\n$/,
    );
    expect((await world.runs(["jobs", "requeue"])).out).toBe("1 job is tried again.\n");
    expect((await world.runs(["jobs", "dead"])).out).toBe("No dead jobs.\n");
  });

  it("adds the boards up anew", async ({ world }) => {
    await found(world);

    expect(await world.runs(["rebuild-scores"])).toMatchObject({ code: 0, err: "" });
  });

  it("asks which organization where there are several", async ({ world }) => {
    const annes = await found(world);
    const lukes = await annes.engine.install({
      platform: "slack",
      externalId: "T_LUKES",
      name: "St. Luke's",
      token: "xoxb-2",
      installation: "{}",
      installer: null,
      zone: null,
      locale: null,
      domains: [],
    });

    const unsaid = await world.runs(["jobs", "dead"]);
    const unknown = await world.runs(["jobs", "dead", "--organization", "St. Mary's"]);

    expect(lukes.externalId).toBe("T_LUKES");
    for (const { code, err } of [unsaid, unknown]) {
      expect(err).toContain(`${annes.organization}   St. Anne's`);
      expect(err).toContain("St. Luke's");
      expect(code).toBe(64);
    }
    for (const named of ["St. Luke's", annes.organization]) {
      const { out } = await world.runs(["jobs", "dead", "--organization", named]);
      expect(out).toBe("No dead jobs.\n");
    }
  });

  it("imports people, tells which lines it left out, and why", async ({ world }) => {
    await found(world);
    const file = join(world.folder, "people.csv");
    writeFileSync(file, "person,unit\nBen Okafor,Core Lab\nZoe Nobody,Core Lab\n");

    expect(await world.runs(["people", "import", file])).toEqual({
      code: 65,
      out: "Imported 1 person, of whom 0 lead a unit.\n",
      err: "Left out 1 line; the others were imported:\n  line 3 nobody here is Zoe Nobody: Rapport learns people from the chat\n",
    });
    writeFileSync(file, 'person,unit\nBen Okafor,"Core Lab\n');
    expect(await world.runs(["people", "import", file])).toMatchObject({
      code: 65,
      out: "",
      err: expect.stringMatching(/^Nothing was imported from .*\n {2}line \d /),
    });
    expect((await world.runs(["people", "import", "nowhere.csv"])).code).toBe(66);
  });

  it("imports a rota, tells which lines it left out, and why", async ({ world }) => {
    await found(world);
    const file = join(world.folder, "rota.csv");
    const line = (person: string, duration = "12h") => `${person},2026-11-27T19:00,${duration}\n`;
    const head = "person,start,duration\n";
    writeFileSync(file, head + line("Ben Okafor") + line("Ben Okafor") + line("Zoe Nobody"));

    expect(await world.runs(["rota", "import", file])).toEqual({
      code: 65,
      out: "Imported 1 shift of 1 person.\n",
      err:
        "Left out 2 lines; the others were imported:\n" +
        "  line 3 Ben Okafor works already then, by another line\n" +
        "  line 4 nobody here is Zoe Nobody: Rapport learns people from the chat\n",
    });
    writeFileSync(file, head + line("Ben Okafor", "all night"));
    expect(await world.runs(["rota", "import", file])).toMatchObject({
      code: 65,
      out: "",
      err: expect.stringMatching(/^Nothing was imported from .*\n {2}line 2 “duration” must be /),
    });
  });
});

describe("the command line beside a server", starting, () => {
  it.runIf(onSqlite)("writes nothing on SQLite, at once: “stop it first”", async ({ world }) => {
    await found(world);
    await world.serves();

    for (const words of [["migrate"], ["admin", "add", "eve@annes.example"], ["jobs", "requeue"]]) {
      const { code, err } = await world.runs(words);
      expect(err).toMatch(/stop it first\.$/m);
      expect(code).toBe(75);
    }
  });

  it.skipIf(onSqlite)("writes on PostgreSQL", async ({ world }) => {
    await found(world);
    await world.serves();

    expect((await world.runs(["admin", "add", "eve@annes.example"])).code).toBe(0);
  });

  it("reads", async ({ world }) => {
    await giveUp(await found(world));
    await world.serves();

    expect((await world.runs(["jobs", "dead"])).out).toContain("tea.late");
    expect((await world.runs(["audit", "export"])).code).toBe(0);
  });

  it.runIf(onSqlite)(
    "copies a SQLite database, whole and for this user alone",
    async ({ world }) => {
      const { organization } = await found(world);
      await world.serves();

      const copied = await world.runs(["backup", "copy.db"]);
      const copy = openSqlite({ file: join(world.folder, "copy.db"), readonly: true });
      const names = await copy.transact((tx) =>
        tx.selectFrom("organization").selectAll().execute(),
      );
      await copy.close();

      expect([copied.code, copied.err]).toEqual([0, ""]);
      expect(names.map((row) => row.organization_id)).toEqual([organization]);
    },
  );

  it.runIf(onSqlite)("does not copy a database onto itself", async ({ world }) => {
    await found(world);
    const before = readFileSync(join(world.folder, "data", "rapport.db"));

    const { code, err } = await world.runs(["backup", "./data/../data/rapport.db"]);

    expect([code, err]).toEqual([64, expect.stringContaining("is the database itself")]);
    expect(readFileSync(join(world.folder, "data", "rapport.db")).equals(before)).toBe(true);
  });

  it.skipIf(onSqlite)("leaves copying PostgreSQL to pg_dump", async ({ world }) => {
    const { code, err } = await world.runs(["backup", "copy.db"]);

    expect([code, err]).toEqual([64, "The database is PostgreSQL: use pg_dump.\n"]);
    expect(existsSync(join(world.folder, "copy.db"))).toBe(false);
  });
});
