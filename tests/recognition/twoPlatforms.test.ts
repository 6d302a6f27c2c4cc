import fc from "fast-check";
import { describe, expect } from "vitest";

import type { PersonId } from "../../src/ids.ts";
import { type Actor, it, type Office, openOffice } from "../support/office.ts";

interface Both {
  readonly nina: Actor;
  readonly lead: Actor;
}

/** Nina is a nurse who is only in Teams; Lee is there too, to set it up. */
async function inTeams(office: Office): Promise<Both> {
  const teams = await office.installs("teams", "TENANT");
  const nina = await teams.person("29:nina", { name: "Nina Nurse" });
  const lead = await teams.person("29:lee", { name: "Lee Teams", runsWorkspace: true });
  return { nina, lead };
}

async function chooses(admin: Actor, channel: string): Promise<void> {
  await admin.types("/rapport setup");
  await admin.presses("Kudos channel");
  await admin.fills({ picked: { channel: [channel] } });
}

describe("a hospital on Slack and on Teams", () => {
  it("thanks across: one ledger, each told on their own platform", async ({ office }) => {
    const { nina } = await inTeams(office);
    await nina.types("/kudos Ben Okafor for the calm handover");
    const sent = await nina.presses("Ben Okafor");
    expect(sent).toContain("Sent to Ben Okafor");
    await office.passes(3 * 60_000);

    expect(office.ben.inbox.join()).toContain("Nina Nurse");
    expect(await office.ben.types("/kudos mine")).toContain("were thanked once");
    expect(await nina.types("/kudos mine")).toContain("You thanked somebody once");
  });

  it("finds people of both in either's pickers, with their platform", async ({ office }) => {
    const { nina } = await inTeams(office);
    expect(await nina.searches("okafor")).toBe("Ben Okafor · Slack");
    expect(await office.ana.searches("nurse")).toBe("Nina Nurse · Teams");
  });

  it("posts in both kudos channels, changes both and takes both back", async ({ office }) => {
    const { lead } = await inTeams(office);
    await chooses(office.lee, "C_KUDOS");
    await chooses(lead, "19:kudos");
    await office.ana.types("/kudos @ben for the calm handover");
    await office.settle();
    for (const channel of ["C_KUDOS", "19:kudos"]) {
      expect(office.chat.texts(channel)).toEqual([expect.stringContaining("calm handover")]);
    }
    expect(office.chat.posts.filter((one) => one.channel === "19:kudos")).toEqual([
      expect.objectContaining({ workspace: "TENANT" }),
    ]);

    await office.ana.presses("Edit");
    await office.ana.fills({ text: { reason: "for the calm night" } });
    await office.settle();
    for (const channel of ["C_KUDOS", "19:kudos"]) {
      expect(office.chat.texts(channel)).toEqual([expect.stringContaining("calm night")]);
    }

    await office.ana.types("/kudos undo");
    await office.settle();
    expect([...office.chat.texts("C_KUDOS"), ...office.chat.texts("19:kudos")]).toEqual([]);
  });

  it("counts a Me too on either post on both", async ({ office }) => {
    const { nina, lead } = await inTeams(office);
    await chooses(office.lee, "C_KUDOS");
    await chooses(lead, "19:kudos");
    await office.ana.types("/kudos @ben for the calm handover");
    await office.settle();
    const post = office.chat.posts.find((one) => one.channel === "19:kudos");
    const on = (post?.card.blocks ?? []).flatMap((block) =>
      block.kind === "buttons" ? [...block.buttons] : [],
    );
    await nina.presses("Me too", { on });
    await office.settle();

    for (const channel of ["C_KUDOS", "19:kudos"]) {
      expect(office.chat.texts(channel).join()).toContain("Nina Nurse");
    }
  });

  it("tells the admins which channel is broken, and goes on posting in the other", async ({
    office,
  }) => {
    const { lead } = await inTeams(office);
    await chooses(office.lee, "C_KUDOS");
    await chooses(lead, "19:kudos");
    office.chat.refuse("19:kudos", { kind: "gone", why: "archived" });
    await office.ana.types("/kudos @ben for the calm handover");
    await office.settle();
    await office.ana.types("/kudos @ben for the calm night");
    await office.settle();

    expect(office.chat.texts("C_KUDOS")).toHaveLength(2);
    expect(office.chat.calls.filter((call) => call === "post 19:kudos")).toHaveLength(1);
    expect(await office.lee.types("/rapport setup")).toContain("Thanks are posted in #C_KUDOS");
  });
});

describe("somebody with two accounts", () => {
  /** Ben in Slack and in Teams, made one with a code; he was last in Teams. */
  async function benTwice(office: Office): Promise<Actor> {
    const teams = await office.installs("teams", "TENANT");
    const ben = await teams.person("29:ben", { name: "Benjamin Okafor" });
    const shown = await office.ben.types("/rapport link");
    office.itIs("2026-03-18T12:01:00Z");
    await ben.types(`/rapport link ${/[A-Z0-9]{3}-[A-Z0-9]{3}/.exec(shown)?.[0]}`);
    await office.settle();
    return ben;
  }
  const thanks = (inbox: readonly string[]) => inbox.filter((text) => text.includes("calm"));

  it("hears of a thanks once, where they were last", async ({ office }) => {
    const ben = await benTwice(office);
    await office.ana.types("/kudos @ben for the calm handover");
    await office.passes(3 * 60_000);
    expect([thanks(office.ben.inbox), thanks(ben.inbox)]).toEqual([[], [expect.anything()]]);

    await office.ben.types("/kudos mine");
    await office.cleo.types("/kudos @ben for the calm night");
    await office.passes(2 * 3_600_000);
    expect([thanks(office.ben.inbox).length, thanks(ben.inbox).length]).toEqual([1, 1]);
  });

  it("hears of it on the other where that one can't be written to, until they are back", async ({
    office,
  }) => {
    const ben = await benTwice(office);
    office.chat.refuse("D_29:ben", { kind: "gone", why: "uninstalled" });
    await office.ana.types("/kudos @ben for the calm handover");
    await office.passes(3 * 60_000);
    expect(thanks(office.ben.inbox)).toHaveLength(1);
    office.chat.refuse("D_29:ben", null);

    await office.passes(86_400_000);
    await office.ana.types("/kudos @ben for the calm night");
    await office.passes(3 * 60_000);
    expect([thanks(office.ben.inbox).length, thanks(ben.inbox).length]).toEqual([2, 0]);

    await office.passes(86_400_000);
    await ben.types("/kudos mine");
    await office.ana.types("/kudos @ben for the calm week");
    await office.passes(3 * 60_000);
    expect([thanks(office.ben.inbox).length, thanks(ben.inbox).length]).toEqual([2, 1]);
  });

  it("has what both spent taken from one allowance", async ({ office }) => {
    const teams = await office.installs("teams", "TENANT");
    const ben = await teams.person("29:ben", { name: "Benjamin Okafor" });
    await office.ben.types("/kudos @ana for the calm handover");
    await office.ben.types("/kudos @cleo for the calm handover");
    await teams.person("29:nina", { name: "Nina Nurse" });
    await ben.types("/kudos @nina for the calm handover");
    const shown = await office.ben.types("/rapport link");
    await ben.types(`/rapport link ${/[A-Z0-9]{3}-[A-Z0-9]{3}/.exec(shown)?.[0]}`);

    expect(await office.ben.types("/kudos @dan for the calm handover")).toContain(
      "You can thank 1 more",
    );
    expect(await ben.types("/kudos mine")).toContain("You thanked people 4 times");
  });

  it("can't thank themself through the other account", async ({ office }) => {
    const ben = await benTwice(office);
    expect(await ben.types("/kudos Ben Okafor for the calm")).not.toContain("Sent");
    expect(await office.ben.types("/kudos mine")).toContain("You thanked nobody yet");
  });
});

describe("the boards", () => {
  const people = ["ana", "ben", "nina", "lead"] as const;
  const step = fc.oneof(
    fc.record({
      kind: fc.constant("give" as const),
      from: fc.constantFrom(...people),
      to: fc.constantFrom(...people),
    }),
    fc.record({
      kind: fc.constant("join" as const),
      slack: fc.constantFrom("ana" as const, "ben" as const),
      teams: fc.constantFrom("nina" as const, "lead" as const),
    }),
    fc.record({ kind: fc.constant("part" as const), who: fc.constantFrom(...people) }),
    fc.record({ kind: fc.constant("undo" as const), who: fc.constantFrom(...people) }),
  );

  it("are the ledger's sums however people give, are made one and part, and nobody gives more than they may", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 18 }), async (steps) => {
        const office = await openOffice();
        try {
          await play(office, steps);
        } finally {
          await office.store.close();
        }
      }),
      { numRuns: 12, interruptAfterTimeLimit: 15_000 },
    );
  });

  async function play(
    office: Office,
    steps: readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[],
  ): Promise<void> {
    const actors: Record<(typeof people)[number], Actor> = {
      ana: office.ana,
      ben: office.ben,
      ...(await inTeams(office)),
    };
    const words = { ana: "Ana Silva", ben: "Ben Okafor", nina: "Nina Nurse", lead: "Lee Teams" };
    let rows = 0;
    for (const one of steps) {
      if (one.kind === "give") {
        await actors[one.from].types(`/kudos ${words[one.to]} for the calm`);
        const { last } = actors[one.from];
        const isCard = last.kind === "card" && JSON.stringify(last).includes("recognition.pick");
        if (isCard) await actors[one.from].presses(await shownName(actors[one.from]));
      }
      if (one.kind === "undo") await actors[one.who].types("/kudos undo");
      if (one.kind === "join") {
        const shown = await actors[one.slack].types("/rapport link");
        const code = /[A-Z0-9]{3}-[A-Z0-9]{3}/.exec(shown)?.[0];
        await actors[one.teams].types(`/rapport link ${code}`);
      }
      if (one.kind === "part") {
        const settings = await actors[one.who].types("/rapport");
        if (settings.includes("[That's not me]")) await actors[one.who].presses("That's not me");
      }
      const by = one.kind === "give" ? await actors[one.from].id() : null;
      rows = await check(office, by && { by, rows });
    }
  }

  async function shownName({ last }: Actor): Promise<string> {
    const card = last.kind === "card" ? last.card : undefined;
    const buttons = (card?.blocks ?? []).flatMap((b) => (b.kind === "buttons" ? b.buttons : []));
    return (buttons[0]?.label ?? []).map((span) => ("words" in span ? span.words : "")).join("");
  }

  /** Resolves to how many rows the ledger has; `gave`: who gave last, and how many it had before. */
  async function check(
    { store }: Office,
    gave: { readonly by: PersonId; readonly rows: number } | null,
  ): Promise<number> {
    let rows = 0;
    await store.transact(async (tx) => {
      const persons = await tx.selectFrom("person").select(["person_id", "merged_into"]).execute();
      const meant = new Map(persons.map((p) => [p.person_id, p.merged_into ?? p.person_id]));
      const ledger = await tx.selectFrom("ledger").selectAll().execute();
      const sums = new Map<string, number>();
      const spent = new Map<string, number>();
      const before = new Map<string, number>();
      let between = 0;
      for (const row of ledger) {
        const giver = meant.get(row.giver_id) ?? row.giver_id;
        const receiver = meant.get(row.receiver_id) ?? row.receiver_id;
        spent.set(giver, (spent.get(giver) ?? 0) + row.cost);
        before.set(row.giver_id, (before.get(row.giver_id) ?? 0) + row.cost);
        if (row.counted === 0 || giver === receiver) continue;
        between += row.thanks;
        for (const key of [`givers ${giver}`, `receivers ${receiver}`]) {
          sums.set(key, (sums.get(key) ?? 0) + row.points);
        }
      }
      const scores = await tx
        .selectFrom("score")
        .select(["board", "member", "points"])
        .where("bucket", "=", "all")
        .execute();
      const standing = (entries: Iterable<readonly [string, number]>) =>
        [...entries].filter(([, points]) => points !== 0).sort();
      expect(standing(scores.map((row) => [`${row.board} ${row.member}`, row.points]))).toEqual(
        standing(sums),
      );
      const all = await tx
        .selectFrom("rollup")
        .select("thanks")
        .where("board", "=", "all")
        .execute();
      expect(all.reduce((sum, row) => sum + row.thanks, 0)).toBe(between);
      for (const cost of before.values()) expect(cost).toBeLessThanOrEqual(5);
      // Joined after both had spent, they may be over it together; what is given from then on never is.
      if (gave !== null && ledger.length > gave.rows) {
        expect(spent.get(meant.get(gave.by) ?? gave.by)).toBeLessThanOrEqual(5);
      }
      rows = ledger.length;
    });
    return rows;
  }
});
