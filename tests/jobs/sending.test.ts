import { describe, expect } from "vitest";

import { Limited } from "../../src/chat/chat.ts";
import { lease, mostAttempts } from "../../src/jobs/job.ts";
import { claimDue, listDeadJobs, requeueDeadJobs } from "../../src/jobs/queries.ts";
import { day, hour, minute, plus, second } from "../../src/time/instant.ts";
import { it, type Office } from "../support/office.ts";

const inWard2 = { place: { kind: "channel", channel: "C_WARD2" } } as const;

const jobs = (office: Office) =>
  office.store.transact((tx) =>
    tx
      .selectFrom("job")
      .select(["kind", "attempts", "dead_at", "due_at"])
      .where("kind", "=", "recognition.announce")
      .execute(),
  );

describe("saying what must be said", () => {
  it("tries again until the platform takes it, and then says it once", async ({ office }) => {
    const { ana, chat } = office;
    chat.refuse("C_WARD", new Error("500"));
    await ana.types("/kudos @ben for the calm launch");

    await office.passes(10 * minute);
    expect(chat.texts("C_WARD")).toEqual([]);

    chat.refuse("C_WARD", null);
    await office.passes(1 * hour);
    expect(chat.texts("C_WARD")).toEqual([
      "Ana Silva thanks Ben Okafor: “for the calm launch”\n[Me too]",
    ]);
  });

  it("waits as long as it is asked to, in that channel only", async ({ office }) => {
    const { ana, cleo, chat } = office;
    chat.refuse("C_WARD", new Limited(30));
    await ana.types("/kudos @ben for the calm launch");
    await office.settle();
    chat.refuse("C_WARD", null);
    await cleo.types("/kudos @dan for the beds", inWard2);
    await office.settle();

    expect(chat.texts("C_WARD")).toEqual([]);
    expect(chat.texts("C_WARD2")).toHaveLength(1);
    expect(await jobs(office)).toMatchObject([
      { attempts: 0, due_at: plus(office.now(), 30 * second) },
    ]);

    await office.passes(1 * minute);
    expect(chat.texts("C_WARD")).toHaveLength(1);
  });

  it("gives up after days, and an admin gives it another life", async ({ office }) => {
    const { ana, chat } = office;
    chat.refuse("C_WARD", new Error("500"));
    await ana.types("/kudos @ben for the calm launch");
    await office.passes((mostAttempts * hour) / 24 + 5 * day);

    const dead = await office.store.transact((tx) => listDeadJobs(tx, office.organization, 10));
    expect(dead).toMatchObject([{ kind: "recognition.announce", attempts: mostAttempts }]);

    chat.refuse("C_WARD", null);
    const revived = await office.store.transact((tx) =>
      requeueDeadJobs(tx, office.organization, office.now()),
    );
    await office.settle();
    expect(revived).toBe(1);
    expect(chat.texts("C_WARD")).toHaveLength(1);
  });

  it("gives up at once on what the platform will never take", async ({ office }) => {
    office.chat.refuse("C_WARD", { kind: "rejected", why: "invalid_blocks" });
    await office.ana.types("/kudos @ben for the calm launch");
    await office.settle();

    const dead = await office.store.transact((tx) => listDeadJobs(tx, office.organization, 10));
    expect(dead).toMatchObject([{ kind: "recognition.announce", error: "invalid_blocks" }]);
  });

  it("takes up what a process that died had begun, once its lease is over", async ({ office }) => {
    await office.ana.types("/kudos @ben for the calm launch");
    const claimed = await office.store.transact((tx) =>
      claimDue(tx, office.now(), plus(office.now(), lease), 10),
    );
    expect(claimed).toHaveLength(1);

    await office.settle();
    expect(office.chat.texts("C_WARD")).toEqual([]);

    await office.passes(lease);
    expect(office.chat.texts("C_WARD")).toHaveLength(1);
  });

  it("says nothing of what was taken back before it was sent", async ({ office }) => {
    await office.ana.types("/kudos @ben for the calm launch");
    await office.ana.presses("Undo");
    await office.passes(1 * hour);

    expect(office.chat.calls).toEqual([]);
    expect(office.ben.inbox).toEqual([]);
  });

  it("removes a post that was on its way while it was taken back", async ({ office }) => {
    const { ana, chat } = office;
    const post = chat.post;
    let undone = false;
    chat.post = async (...words) => {
      const said = await post(...words);
      if (!undone) {
        undone = true;
        await ana.types("/kudos undo");
      }
      return said;
    };
    await ana.types("/kudos @ben for the calm launch");
    await office.settle();
    await office.settle();

    expect(undone).toBe(true);
    expect(chat.texts("C_WARD")).toEqual([]);
  });

  it("does not let two runners take the same job", async ({ office }) => {
    for (const name of ["one", "two", "three"]) {
      await office.ana.types(`/kudos @ben for ${name} things`);
    }
    const claim = () =>
      office.store.transact((tx) => claimDue(tx, office.now(), plus(office.now(), lease), 10));
    const taken = await Promise.all([claim(), claim(), claim()]);

    const ids = taken.flat().map((job) => job.id);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(3);
  });
});
