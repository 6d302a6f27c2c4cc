import { describe, expect } from "vitest";

import { Fault } from "../../src/fault.ts";
import { typed } from "../../src/privacy/typed.ts";
import { it, openOffice } from "../support/office.ts";
import { replyText } from "../support/text.ts";

const from = {
  platform: "slack",
  workspace: "T_ANNES",
  account: "U_ANA",
  place: { kind: "channel", channel: "C_WARD" },
  learnt: [],
} as const;

describe("what a person does", () => {
  it.for([
    { what: "a command", inbound: { kind: "command", command: "kudoz", words: [] } },
    { what: "a button", inbound: { kind: "action", action: "no.such", value: null } },
    { what: "a button's value", inbound: { kind: "action", action: "recognition.undo", value: 7 } },
    {
      what: "a form",
      inbound: { kind: "form", form: "no.such", state: null, filled: { text: {}, picked: {} } },
    },
    { what: "a shortcut", inbound: { kind: "shortcut", shortcut: "no_such" } },
  ] as const)(
    "is answered with the short help when nothing knows $what",
    async ({ inbound }, { office }) => {
      const reply = await office.handle({ ...from, delivery: "one", ...inbound });

      expect(replyText(reply)).toContain("/kudos @ben for the calm handover");
      expect(replyText(reply)).toContain("No patient details, please.");
    },
  );

  it("is refused kindly to bots, guests of one channel and people of other organizations", async ({
    office,
  }) => {
    await office.learns(
      { externalId: "U_GUEST", name: "Gus", kind: "guest", runsWorkspace: false },
      { externalId: "U_FAR", name: "Far", kind: "stranger", runsWorkspace: false },
    );
    for (const account of ["U_GUEST", "U_FAR", "U_BOT"]) {
      const reply = await office.handle({
        ...from,
        account,
        kind: "command",
        command: "kudos",
        words: [
          { kind: "account", externalId: "U_BEN" },
          { kind: "text", text: typed("for all of it") },
        ],
        delivery: account,
      });
      expect(replyText(reply)).toContain("I can only help members");
    }
    await office.settle();
    expect(office.chat.posts).toEqual([]);
  });

  it("is kept whole or not at all: when the database fails, the person gets a reference that the log has too", async () => {
    const office = await openOffice();
    await office.store.close();

    const failed = await office.ana
      .types("/kudos @ben for the calm launch")
      .catch((fault: unknown) => fault);

    expect(failed).toBeInstanceOf(Fault);
    const { reference } = failed as Fault;
    expect(reference).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{2}$/);
    expect(office.events).toContainEqual(expect.objectContaining({ kind: "fault", reference }));
  });

  it("is judged anew when a refused delivery comes again", async ({ office }) => {
    const { ana } = office;
    const channel = { delivery: "trigger 7" };
    expect(await ana.types("/kudos @nobody for the calm launch", channel)).toContain(
      "I don't know “nobody”",
    );

    await office.person("U_NOBODY", { name: "Nobody Known" });

    expect(await ana.types("/kudos @nobody for the calm launch", channel)).toContain(
      "Sent to Nobody Known",
    );
  });

  it("stays in its organization: two that share a database see nothing of each other", async ({
    office,
  }) => {
    const other = await openOffice({ store: office.store, external: "T_OTHER" });
    await office.ana.types("/kudos @ben for the calm launch");
    await office.passes(600_000);

    expect(other.chat.posts).toEqual([]);
    expect(await other.ana.types("/kudos mine")).toContain(
      "You thanked nobody yet and were not thanked yet",
    );
    expect(await other.ben.opensHome()).not.toContain("calm launch");
    expect(await other.ana.types("/leaderboard")).not.toContain("Ben Okafor");
    const recognition = await office.store.transact((tx) =>
      tx.selectFrom("recognition").select("recognition_id").executeTakeFirstOrThrow(),
    );
    const stolen = await other.handle({
      ...from,
      workspace: "T_OTHER",
      kind: "action",
      action: "recognition.second",
      value: { recognition: recognition.recognition_id },
      delivery: "stolen",
    });
    expect(replyText(stolen)).toBe("That thanks was taken back.");
  });
});
