/** A week of a check-in as it goes in Slack: real HTTP on both sides, the real adapter, and a told clock. */
import { describe, expect } from "vitest";

import type { PersonId } from "../../../src/ids.ts";
import { insertUnit, moveToUnit } from "../../../src/people/queries/about.ts";
import { giveRole } from "../../../src/people/queries/roles.ts";
import { millisecondsOf, readInstant } from "../../../src/time/instant.ts";
import {
  type Filling,
  presses,
  submits,
  triggerOf,
  type View,
  type Where,
} from "../../support/slackActs.ts";
import {
  it as inOffice,
  openSlackOffice,
  type SlackOffice,
  until,
  wordsIn,
} from "../../support/slackOffice.ts";

/** Ana, Ben, Cleo and Dan and two more work in the Core Lab, of which Cleo is the lead; all of them are in #ward-4. */
const it = inOffice.extend<{ lab: SlackOffice }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names it destructures.
  lab: async ({}, use) => {
    const office = await openSlackOffice({ crowd: 2 });
    await gather(office, ["ana", "ben", "cleo", "dan", "extra0", "extra1"], "cleo");
    await use(office);
    await office.close();
  },
});

async function gather(office: SlackOffice, names: readonly string[], lead: string): Promise<void> {
  const { store, emulated } = office;
  await until(async () => (await personsOf(office)).size > names.length);
  const persons = await personsOf(office);
  const idOf = (name: string) => persons.get(emulated.people[name] ?? "") as PersonId;
  await store.transact(async (tx) => {
    const { organization_id } = await tx
      .selectFrom("organization")
      .select("organization_id")
      .executeTakeFirstOrThrow();
    const unit = await insertUnit(tx, organization_id, "Core Lab", office.now());
    for (const name of names) await moveToUnit(tx, organization_id, idOf(name), unit, office.now());
    await giveRole(tx, organization_id, idOf(lead), "lead", unit);
  });
}

const personsOf = (office: SlackOffice): Promise<ReadonlyMap<string, PersonId>> =>
  office.store.transact(async (tx) => {
    const rows = await tx.selectFrom("account").select(["external_id", "person_id"]).execute();
    return new Map(
      rows.flatMap(({ external_id, person_id }) =>
        person_id === null ? [] : [[external_id, person_id] as const],
      ),
    );
  });

/** Time goes on to that moment, from one thing that is due to the next. */
async function itBecomes(office: SlackOffice, at: string): Promise<void> {
  const goTo = (moment: string) =>
    office.passes(millisecondsOf(readInstant(moment)) - millisecondsOf(office.now()));
  for (;;) {
    const due = await office.engine.nextDue();
    if (due === undefined || due > readInstant(at)) break;
    await goTo(due > office.now() ? due : office.now());
  }
  await goTo(at);
}

async function inboxOf(office: SlackOffice, name: string) {
  const { api, people } = office.emulated;
  const { channel } = await api.conversations.open({ users: people[name] ?? "" });
  const id = channel?.id ?? "";
  return { channel: id, posts: await office.emulated.posts(id) };
}

/** The newest message in their conversation with Rapport, and where it stands. */
async function newestTo(office: SlackOffice, name: string) {
  const { channel, posts } = await inboxOf(office, name);
  const post = posts.at(-1);
  if (post === undefined) throw new Error(`${name} was written nothing`);
  const where: Where = { kind: "post", channel, ts: post.ts };
  return { post, where, count: posts.length };
}

const ward = (office: SlackOffice): string => office.emulated.channels["ward-4"] ?? "";
const privately = (office: SlackOffice): Where => ({ kind: "private", channel: ward(office) });

async function opens(office: SlackOffice, acts: () => Promise<unknown>): Promise<View> {
  const before = office.proxy.calls("views.open").length;
  await acts();
  return (await office.proxy.called("views.open", before + 1)).body.view as View;
}

const weekly = (office: SlackOffice): Filling => ({
  picked: { template: ["weekly-checkin"], channel: [ward(office)] },
});

/** Cleo makes the weekly check-in of her channel in the form, and starts it, having read who would be asked. */
async function starts(office: SlackOffice, filling = weekly(office)): Promise<unknown> {
  const list = (await office.types("cleo", "/checkin schedule")).body;
  const where = privately(office);
  const form = await opens(office, () => presses(office, "cleo", list, "New check-in", where));
  await submits(office, "cleo", form, filling);
  const made = (await office.types("cleo", "/checkin schedule")).body;
  await presses(office, "cleo", made, "Start", where);
  await office.settle();
  const preview = await newestTo(office, "cleo");
  await presses(office, "cleo", preview.post, "Start", preview.where);
  await office.settle();
  return preview.post;
}

/** Everybody whose names are given presses that mood on the prompt they were sent. */
async function tap(office: SlackOffice, label: string, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    const { post, where } = await newestTo(office, name);
    await presses(office, name, post, label, where);
  }
  await office.settle();
}

const summaries = async (office: SlackOffice) =>
  (await office.emulated.posts(ward(office))).map(wordsIn);

describe("a week of a check-in in Slack", () => {
  it("is started by a lead who read who would be asked, and is a direct message on Friday at three", async ({
    lab,
  }) => {
    const preview = wordsIn(await starts(lab));
    await itBecomes(lab, "2026-03-20T14:59:59Z");
    const before = await inboxOf(lab, "ana");
    await itBecomes(lab, "2026-03-20T15:00:00Z");

    expect(preview).toContain("6 people are asked: the first at 15:00, Friday 20 March");
    expect(preview).toContain("2 not asked, because nobody leads their unit");
    expect(before.posts).toEqual([]);
    const [prompt, ...more] = (await inboxOf(lab, "ana")).posts;
    expect(more).toEqual([]);
    expect(wordsIn(prompt)).toContain("How was your week?");
    expect(wordsIn(prompt)).toContain("Your words go to *Cleo Martin*, with your name.");
    expect((await inboxOf(lab, "lee")).posts).toEqual([]);
  });

  it("is answered with one tap, and the form adds words for the lead; what was tapped is shown nowhere", async ({
    lab,
  }) => {
    await starts(lab);
    await itBecomes(lab, "2026-03-20T15:00:00Z");
    await tap(lab, "🙁 Hard", "ana");
    const answered = await newestTo(lab, "ana");
    const form = await opens(lab, () =>
      presses(lab, "ana", answered.post, "Change", answered.where),
    );
    const sent = await submits(lab, "ana", form, {
      text: { way: "nobody answers the ward phone after five" },
    });
    await lab.settle();

    expect(answered.count).toBe(1);
    expect(wordsIn(answered.post)).toContain("Thank you, it's in.");
    expect(wordsIn(form)).not.toContain("nobody answers");
    expect(JSON.stringify(form)).not.toContain("initial_option");
    expect(sent.body).toMatchObject({ response_action: "update" });
    const read = (await lab.types("cleo", "/checkin answers")).body;
    expect(wordsIn(read)).toContain("nobody answers the ward phone after five");
    const shown = [await inboxOf(lab, "ana"), read, lab.driver.responses].map(wordsIn).join();
    expect(shown).not.toContain("Hard");
  });

  it("reminds whoever has not answered, once and at the foot, on Monday", async ({ lab }) => {
    await starts(lab);
    await itBecomes(lab, "2026-03-20T15:00:00Z");
    await tap(lab, "🙂 Good", "ana");
    const first = await newestTo(lab, "ben");
    // The old message is deleted first, and one conversation is written to once a second.
    await itBecomes(lab, "2026-03-23T15:00:05Z");
    const reminded = await newestTo(lab, "ben");
    await itBecomes(lab, "2026-03-26T12:00:00Z");

    expect(wordsIn(reminded.post)).toContain("Still open until Thursday 26 March.");
    expect(wordsIn(reminded.post)).toContain("This is the only reminder.");
    expect(reminded.count).toBe(1);
    expect(reminded.post.ts).not.toBe(first.post.ts);
    expect(await newestTo(lab, "ben")).toEqual(reminded);
    expect(wordsIn((await newestTo(lab, "ana")).post)).not.toContain("Still open");
  });

  it("refuses what comes after its close, in a sentence, and keeps nothing of it", async ({
    lab,
  }) => {
    await starts(lab);
    await itBecomes(lab, "2026-03-26T12:00:00Z");
    const { post, where } = await newestTo(lab, "ben");
    const form = await opens(lab, () => presses(lab, "ben", post, "Add a few words", where));
    await itBecomes(lab, "2026-03-26T23:59:30Z");
    const { text: stood } = (await newestTo(lab, "ben")).post;
    await presses(lab, "ben", post, "😀 Great", where);
    const words = await submits(lab, "ben", form, { text: { well: "the new rack labels" } });

    const closed = "This check-in closed on Thursday 26 March, so I haven't kept this.";
    expect(stood).toBe("This check-in is closed.");
    expect(JSON.stringify(words.body)).toContain(
      closed.replace("this.", "this. Copy your words if you need them."),
    );
    await until(async () => (await newestTo(lab, "ben")).post.text.startsWith(closed));
    const kept = await lab.store.transact((tx) => tx.selectFrom("response").selectAll().execute());
    expect(kept).toEqual([]);
    const ended = await lab.store.transact((tx) =>
      tx.selectFrom("prompt").select("state").distinct().execute(),
    );
    expect(ended).toEqual([{ state: "missed" }]);
  });

  it("ends with a summary in the channel and what the lead will do; and the next one opens", async ({
    lab,
  }) => {
    await starts(lab);
    await itBecomes(lab, "2026-03-20T15:00:00Z");
    await tap(lab, "🙂 Good", "ana", "ben", "dan", "extra0", "extra1");
    await itBecomes(lab, "2026-03-27T08:59:00Z");
    const early = await summaries(lab);
    await itBecomes(lab, "2026-03-27T09:00:00Z");
    const [summary = ""] = await summaries(lab);

    const trigger_id = await triggerOf(lab, "cleo");
    const form = await opens(lab, () => lab.types("cleo", "/checkin respond", { trigger_id }));
    await submits(lab, "cleo", form, {
      text: { said: "the ward phone is not answered", did: "one phone at the desk until eight" },
    });
    await lab.settle();
    await itBecomes(lab, "2026-03-27T15:00:00Z");

    expect(early).toEqual([]);
    expect(summary).toContain("5 of 6 answered");
    expect(summary).toContain("Mood between 4 and 5 of 5.");
    const [, outcome, ...more] = await summaries(lab);
    expect(more).toEqual([]);
    expect(outcome).toContain("*You said:* the ward phone is not answered");
    expect(outcome).toContain("one phone at the desk until eight");
    const next = await newestTo(lab, "ana");
    expect(wordsIn(next.post)).toContain("How was your week?");
    expect(wordsIn(next.post)).toContain("Open until Thursday 2 April.");
    expect(next.count).toBe(2);
  });
});

describe("whom a channel's check-in asks", () => {
  it("is everybody in it, read page by page", async ({ lab }) => {
    const { ana = "", ben = "", cleo = "" } = lab.emulated.people;
    const pages: Record<string, readonly [members: string[], next: string]> = {
      "": [[ana], "b"],
      b: [[ben], "c"],
      c: [[cleo], ""],
    };
    lab.proxy.answer("conversations.members", ({ cursor = "" }) => {
      const [members, next_cursor] = pages[String(cursor)] ?? [[], ""];
      return { ok: true, members, response_metadata: { next_cursor } };
    });
    expect(wordsIn(await starts(lab))).toContain("3 people are asked");
    await itBecomes(lab, "2026-03-20T15:00:00Z");

    for (const name of ["ana", "ben"]) expect((await newestTo(lab, name)).count).toBe(1);
    expect((await inboxOf(lab, "dan")).posts).toEqual([]);
  });

  it("waits where Slack asks it to before it says who is in it", async ({ lab }) => {
    await starts(lab);
    lab.proxy.fail("conversations.members", { kind: "limited", seconds: 30 });
    await itBecomes(lab, "2026-03-20T15:00:00Z");

    expect((await newestTo(lab, "ana")).count).toBe(1);
  });

  it.for([
    [
      "is archived",
      async ({ emulated: { api } }: SlackOffice, channel: string) => {
        await api.conversations.join({ channel });
        await api.conversations.archive({ channel });
      },
    ],
    [
      "can't be read any more",
      async ({ proxy }: SlackOffice) => {
        proxy.fail("conversations.info", { kind: "refused", error: "channel_not_found" });
      },
    ],
  ] as const)(
    "is nobody where it %s, and whoever started it reads so",
    async ([, end], { lab }) => {
      await starts(lab);
      await end(lab, ward(lab));
      await itBecomes(lab, "2026-03-20T15:00:00Z");

      const told = await newestTo(lab, "cleo");
      expect(wordsIn(told.post)).toContain(
        "Weekly check-in: nobody was asked. Nobody belongs to those it asks, or their channel can't be read.",
      );
      expect((await inboxOf(lab, "ana")).posts).toEqual([]);
      const rounds = await lab.store.transact((tx) =>
        tx.selectFrom("round").select("state").execute(),
      );
      expect(rounds).toEqual([{ state: "empty" }]);
    },
  );
});
