/** What somebody may know, take along and have erased of what is held about them. */
import { describe, expect } from "vitest";
import { day, minute } from "../../src/time/instant.ts";
import { asks, gives } from "../peers/stage.ts";
import { choosesChannel } from "../recognition/stage.ts";
import { lastActor } from "../setup/rows.ts";
import { it, member, type Office, openOffice } from "../support/office.ts";
import { everyRow } from "../support/rows.ts";
import { replyText } from "../support/text.ts";
import { erases } from "./erases.ts";

const direct = { place: { kind: "direct" } } as const;

/** What Ben has in his files, by name. */
function fileOf(office: Office, account: string, name: string): string {
  const file = office.chat.files.find((one) => one.channel === `D_${account}` && one.name === name);
  if (file === undefined) throw new Error(`${account} was sent no ${name}`);
  return file.text;
}

describe("/rapport privacy", () => {
  it("says in words and numbers what is held", async ({ office }) => {
    const { ana, ben } = office;
    await ana.types("/kudos @ben for the calm launch");
    await ben.types("/kudos @ana for the coffee");
    await ben.types("/kudos @cleo for the quick call");

    const held = await ben.types("/rapport privacy");

    expect(held).toContain("2 thanks you gave, with your words.");
    expect(held).toContain("1 thanks you received.");
    expect(held).toContain("1 account in a workspace.");
    expect(held).toContain("Confidential answers aren't among it");
    expect(held).not.toContain("0 ");
  });

  it("sends everything as JSON and as a table, to the person alone", async ({ office }) => {
    const { ana, ben, cleo } = office;
    await ana.types("/kudos @ben for the calm launch");
    await ben.types("/kudos @cleo =1+1 on the board");
    await cleo.types("/kudos @ana for something between the two of us");
    await ben.types("/rapport privacy");

    expect(await ben.presses("Send me my data")).toContain("only you can read");
    await office.settle();

    expect(office.chat.files.map(({ channel, name }) => `${channel} ${name}`)).toEqual([
      "D_U_BEN rapport.json",
      "D_U_BEN rapport.csv",
    ]);
    const json = JSON.parse(fileOf(office, "U_BEN", "rapport.json"));
    expect(json.organization).toBe("St. Anne's");
    expect(json.tables.person).toMatchObject([{ name: "Ben Okafor" }]);
    expect(json.tables.recognition).toMatchObject([{ reason: "=1+1 on the board" }]);
    expect(json.tables.recognition_receiver).toMatchObject([{ reason: "for the calm launch" }]);
    const csv = fileOf(office, "U_BEN", "rapport.csv");
    expect(csv).toContain("recognition,1,reason,'=1+1 on the board\r\n");
    expect(csv).toContain("recognition,1,receiver_ids,Cleo Martin\r\n");
    expect(csv).toContain("recognition_receiver,1,giver_id,Ana Silva\r\n");
    expect(JSON.stringify(json) + csv).not.toContain("between the two of us");
    expect(await lastActor(office)).toBe(await ben.id());
  });

  it("keeps the words for whoever erases nothing after all", async ({ office }) => {
    const { ben } = office;
    await ben.types("/kudos @ana for the coffee");
    await ben.types("/rapport privacy");
    expect(await ben.presses("Erase me …")).toContain("This can't be undone.");

    expect(await ben.presses("Keep it")).toContain("1 thanks you gave");
    await office.settle();
    expect(office.chat.texts("C_WARD").join()).toContain("the coffee");
  });
});

describe("whoever is erased", () => {
  it("leaves posts without words and name, and sums as they were", async ({ office }) => {
    await choosesChannel(office);
    const { ana, ben, cleo } = office;
    await ben.types("/kudos @ana @cleo for the calm launch");
    await ana.types("/kudos @ben @cleo for the late shift");
    await ana.types("/kudos @ben for staying with me");
    await office.passes(10 * minute);
    expect(office.chat.texts("C_KUDOS")).toHaveLength(3);
    const before = await books(office);

    expect(await erases(office, ben)).toContain("Erased, within the minute.");

    const posts = office.chat.texts("C_KUDOS");
    expect(posts).toHaveLength(2);
    expect(posts.join("\n")).toContain(
      "a former colleague thanks Ana Silva and Cleo Martin: “(words removed)”",
    );
    expect(posts.join("\n")).toContain("Ana Silva thanks Cleo Martin: “for the late shift”");
    const shown = office.chat.posts.map(({ card }) => JSON.stringify(card)).join("\n");
    expect(shown).not.toMatch(/Ben|calm launch|staying with me/);
    expect(office.chat.texts("D_U_BEN")).toEqual([]);
    expect(ana.inbox.join()).toContain("a former colleague");
    expect(await books(office)).toEqual(before);
    expect(await cleo.types("/kudos mine")).toContain("2");
  });

  it("is found in no picker, on no board, and by nobody's @", async ({ office }) => {
    const { ana, ben } = office;
    await ana.types("/kudos @ben for the calm launch");
    await ana.types("/kudos @cleo for the calm launch");
    await erases(office, ben);

    expect(await ana.searches("ben")).toBe("");
    expect(await ana.searches("former")).toBe("");
    expect(await ana.types("/leaderboard")).not.toMatch(/Ben|former/);
    expect(await ana.types("/kudos @ben for the late shift")).not.toContain("Sent to");
    // The platform still has the account: reading its directory again brings nobody back.
    await office.learns(member("U_BEN", "Ben Okafor", { email: "ben@annes.example" }));
    expect(await ana.searches("ben")).toBe("");
  });

  it("is new when they write again", async ({ office }) => {
    const { ben, ana } = office;
    await ana.types("/kudos @ben for the calm launch");
    const old = await ben.id();
    await erases(office, ben);
    const inbound = {
      kind: "command",
      command: "rapport",
      words: [],
      platform: "slack",
      workspace: office.workspaceExternal,
      account: "U_BEN",
      delivery: "again",
      place: { kind: "direct" },
    } as const;
    expect(
      await office.engine.unknownAccounts("slack", office.workspaceExternal, ["U_BEN"]),
    ).toEqual(["U_BEN"]);

    const reply = await office.handle({ ...inbound, learnt: [member("U_BEN", "Ben Okafor")] });

    expect(replyText(reply)).toContain("Your settings");
    expect(await ben.id()).not.toBe(old);
    expect(await ben.types("/rapport privacy")).not.toContain("you received");
    expect(await ana.searches("ben")).toBe("Ben Okafor");
  });

  it("takes along what was said to them by colleagues, and what they said to others", async ({
    office,
  }) => {
    const { ana, ben, cleo } = office;
    await asks(ana, [ben, cleo]);
    await office.settle();
    await gives(ben, { keep: "how you listen to the night shift" });
    await gives(cleo, { keep: "your calm voice" });
    await office.passes(14 * day);
    expect(ana.inbox.join()).toContain("how you listen");

    await erases(office, ben);
    await office.passes(day);

    expect(ana.inbox.join()).not.toContain("how you listen");
    expect(ana.inbox.join()).toContain("your calm voice");
    await erases(office, ana);
    expect(await everything(office)).not.toMatch(/your calm voice|how you listen/);
  });

  it("must leave somebody who can set Rapport up", async ({ office }) => {
    const { lee, ana } = office;
    await lee.types("/rapport privacy");

    expect(await lee.presses("Erase me …")).toContain("You are the only admin here");

    await lee.types("/rapport setup");
    await lee.presses("More");
    await lee.presses("Admins");
    await lee.presses("Add an admin");
    await lee.fills({ picked: { admins: [await ana.id()] } });
    expect(await erases(office, lee)).toContain("Erased, within the minute.");
    expect(await ana.types("/rapport setup")).not.toContain("Setup is for admins");
  });

  it("stays in the record of administrative acts as somebody who was here once", async ({
    office,
  }) => {
    const { ana, lee } = office;
    await lee.types("/rapport setup");
    await lee.presses("More");
    await lee.presses("Admins");
    await lee.presses("Add an admin");
    await lee.fills({ picked: { admins: [await ana.id()] } });
    const id = await lee.id();
    await erases(office, lee);

    const acts = await office.store.transact((tx) =>
      tx.selectFrom("audit").select(["act", "person_id"]).orderBy("act").execute(),
    );
    expect(acts).toEqual([
      { act: "admin.added", person_id: id },
      { act: "rights.erased", person_id: id },
    ]);
    const named = await office.store.transact((tx) =>
      tx.selectFrom("person").select("name").where("person_id", "=", id).execute(),
    );
    expect(named).toEqual([{ name: "" }]);
  });
});

describe("in German", () => {
  it("is all said in German too", async () => {
    const office = await openOffice();
    const ute = await office.person("U_UTE", { name: "Ute Kern", locale: "de-DE" });

    expect(await ute.types("/rapport privacy")).toContain("Was ich über Sie weiß");
    expect(await ute.presses("Alles löschen …", direct)).toContain("nicht rückgängig");
    await office.store.close();
  });
});

/** Every sum that anybody's standing is read from. */
async function books(office: Office): Promise<unknown> {
  return office.store.transact(async (tx) => [
    await tx
      .selectFrom("ledger")
      .select(["giver_id", "receiver_id", "points", "thanks", "counted"])
      .orderBy("ledger_id")
      .execute(),
    await tx
      .selectFrom("score")
      .select(["board", "bucket", "member", "points"])
      .orderBy("board")
      .orderBy("bucket")
      .orderBy("member")
      .execute(),
  ]);
}

/** Every row of every table as text. */
async function everything(office: Office): Promise<string> {
  return (await everyRow(office)).map(({ text }) => text).join("\n");
}
