/** Who leaves, and workspaces that are uninstalled. */
import { describe, expect } from "vitest";

import { day, hour, type Instant, minute, plus } from "../../src/time/instant.ts";
import { gatherLab } from "../checkins/scheduleStage.ts";
import { choosesChannel } from "../recognition/stage.ts";
import { it, member, type Office } from "../support/office.ts";
import { everyRow } from "../support/rows.ts";

const deactivated = (account: string, name: string) => ({
  ...member(account, name),
  kind: "deactivated" as const,
});

async function uninstalls(office: Office, at: Instant | null = office.now()): Promise<void> {
  await office.engine.notice({
    kind: "uninstalled",
    platform: "slack",
    workspace: office.workspaceExternal,
    at,
  });
}

const installs = (office: Office, external = office.workspaceExternal) =>
  office.engine.install({
    platform: "slack",
    externalId: external,
    name: "St. Anne's",
    token: "xoxb-again",
    installation: "{}",
    installer: member("U_LEE", "Lee Wong"),
    zone: "Europe/Lisbon",
    locale: "en",
    domains: [],
  });

/** So many days later, with all that fell due on the way. */
async function later(office: Office, days: number): Promise<void> {
  office.itIs(plus(office.now(), days * day));
  for (let at = 0; at < 5; at += 1) await office.settle();
}

describe("whoever is deactivated", () => {
  it("is on no board, in no picker and told nothing from that moment, and back as they were when they return", async ({
    office,
  }) => {
    const { ana, ben, cleo } = office;
    await ana.types("/kudos @ben @cleo for the calm launch");
    expect(await cleo.types("/leaderboard")).toContain("Ben Okafor");

    await office.learns(deactivated("U_BEN", "Ben Okafor"));

    expect(await cleo.types("/leaderboard")).not.toContain("Ben Okafor");
    expect(await ana.searches("ben")).toBe("");
    expect(await ana.types("/kudos @ben for the late shift")).not.toContain("Sent to");
    await office.passes(hour);
    expect(ben.inbox).toEqual([]);
    expect(cleo.inbox).toHaveLength(1);

    await office.learns(member("U_BEN", "Ben Okafor"));
    expect(await cleo.types("/leaderboard")).toContain("Ben Okafor");
  });

  it("is asked by no check-in that had not asked them yet", async ({ office }) => {
    const { ana, ben, lee } = office;
    await gatherLab(office);
    await lee.types("/checkin start weekly-checkin <#C_LAB|lab>", { place: { kind: "direct" } });
    await office.settle();
    await office.learns(deactivated("U_BEN", "Ben Okafor"));
    await lee.presses("Start now");
    await office.passes(hour);

    expect(ana.inbox.join()).toContain("Weekly check-in");
    expect(ben.inbox).toEqual([]);
  });
});

describe("a workspace that is uninstalled", () => {
  it("has no token from that moment, and is as it was when it is installed again within 30 days", async ({
    office,
  }) => {
    await choosesChannel(office);
    await installs(office);
    await office.ana.types("/kudos @ben for the calm launch");
    await uninstalls(office);

    const tokens = await office.store.transact((tx) =>
      tx.selectFrom("workspace").select("token").execute(),
    );
    expect(tokens).toEqual([{ token: null }]);

    await later(office, 29);
    await installs(office);
    await later(office, 40);
    expect(await office.ben.types("/kudos mine")).toContain("for the calm launch");
  });

  it("counts its 30 days from the last time it was uninstalled", async ({ office }) => {
    await office.ana.types("/kudos @ben for the calm launch");
    await uninstalls(office);
    await later(office, 20);
    await installs(office);
    await uninstalls(office);

    await later(office, 15);
    expect(await everything(office)).toContain("for the calm launch");
    await later(office, 16);
    expect(await everything(office)).toBe("");
  });

  it("counts them from when it was uninstalled, however late that is told and however often", async ({
    office,
  }) => {
    await office.ana.types("/kudos @ben for the calm launch");
    const at = plus(office.now(), hour);
    office.itIs(plus(at, 2 * day));
    await uninstalls(office, at);
    await later(office, 3);
    await uninstalls(office);
    await uninstalls(office, null);

    office.itIs(plus(at, 30 * day - minute));
    await office.settle();
    expect(await everything(office)).toContain("for the calm launch");
    office.itIs(plus(at, 30 * day));
    for (let step = 0; step < 5; step += 1) await office.settle();
    expect(await everything(office)).toBe("");
  });

  it("is not uninstalled by what is told of a time before it was installed again", async ({
    office,
  }) => {
    await installs(office);
    const at = plus(office.now(), hour);
    for (const told of ["once", "again"]) {
      office.itIs(plus(office.now(), day));
      if (told === "once") await uninstalls(office, at);
      await installs(office);
      await uninstalls(office, at);
    }

    const installed = await office.store.transact((tx) =>
      tx.selectFrom("workspace").select(["token", "uninstalled_at"]).execute(),
    );
    expect(installed).toMatchObject([{ token: expect.any(String), uninstalled_at: null }]);
    await later(office, 40);
    expect(await everything(office)).toContain("U_ANA");
  });

  it("is uninstalled in the very second in which it was installed, and where nobody said when", async ({
    office,
  }) => {
    for (const at of ["2026-03-20T12:00:00.000Z", null] as const) {
      office.itIs("2026-03-20T12:00:00.700Z");
      await installs(office);
      await uninstalls(office, at as Instant | null);

      const tokens = await office.store.transact((tx) =>
        tx.selectFrom("workspace").select("token").execute(),
      );
      expect(tokens).toEqual([{ token: null }]);
    }
  });

  it("leaves nothing in any table after 30 days, and whoever installs it then begins anew", async ({
    office,
  }) => {
    await office.lee.types("/rapport setup");
    await office.ana.types("/kudos @ben for the calm launch");
    await office.passes(hour);
    await uninstalls(office);

    await later(office, 29);
    expect(await everything(office)).toContain("for the calm launch");
    await later(office, 2);

    expect(await everything(office)).toBe("");
    await installs(office);
    const organizations = await office.store.transact((tx) =>
      tx.selectFrom("organization").select("organization_id").execute(),
    );
    expect(organizations).toHaveLength(1);
    expect(organizations).not.toEqual([{ organization_id: office.organization }]);
  });

  it("takes only its own people along where the organization has another workspace", async ({
    office,
  }) => {
    const { ana, organization, store } = office;
    await store.transact(async (tx) => {
      const one = await tx.selectFrom("workspace").selectAll().executeTakeFirstOrThrow();
      const other = { workspace_id: "wsp_other" as typeof one.workspace_id, external_id: "T_WEST" };
      await tx
        .insertInto("workspace")
        .values({ ...one, ...other })
        .execute();
      const ben = await tx
        .selectFrom("account")
        .selectAll()
        .where("external_id", "=", "U_BEN")
        .executeTakeFirstOrThrow();
      await tx
        .insertInto("account")
        .values({ ...ben, workspace_id: other.workspace_id, external_id: "U_BEN_WEST" })
        .execute();
    });
    await ana.types("/kudos @ben for the calm launch");
    await uninstalls(office);

    await later(office, 31);

    const persons = await store.transact((tx) =>
      tx
        .selectFrom("person")
        .select(["name", "state"])
        .where("organization_id", "=", organization)
        .orderBy("name")
        .execute(),
    );
    expect(persons).toContainEqual({ name: "Ben Okafor", state: "here" });
    expect(persons.filter(({ state }) => state === "erased")).toHaveLength(4);
    const left = await everything(office);
    expect(left).not.toMatch(/Ana Silva|U_ANA|calm launch|T_ANNES/);
    expect(left).toContain("led_");
  });
});

async function everything(office: Office): Promise<string> {
  const rows = await everyRow(office);
  return rows
    .filter(({ table }) => !table.startsWith("migration") && table !== "spare")
    .map(({ table, text }) => `${table} ${text}`)
    .join("\n");
}
