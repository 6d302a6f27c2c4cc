/**
 * Everything that is sent to a person reaches somebody with two accounts once, whichever of their ids it was left for. A story for
 * each kind of post: as far as one can, it concerns both accounts before they are one.
 */
import { describe, expect } from "vitest";

import { insertAction } from "../../src/checkins/follow/queries/actions.ts";
import type { Round } from "../../src/checkins/round.ts";
import { features } from "../../src/features.ts";
import type { PersonId, RecognitionId, RoundId } from "../../src/ids.ts";
import { later } from "../../src/jobs/queries.ts";
import { giveRole } from "../../src/people/queries/roles.ts";
import type { Cleared } from "../../src/privacy/phi/cleared.ts";
import { asks, joinCoreLab, rowsOf } from "../checkins/answeringStage.ts";
import { closes, contactsStand, five, gives, asks as seeks } from "../peers/stage.ts";
import { type Actor, it, type Office } from "../support/office.ts";

interface Stage {
  readonly office: Office;
  readonly ben: Actor;
  /** Ben in Teams. */
  readonly other: Actor;
  /** The ids of both accounts. */
  readonly ids: readonly [PersonId, PersonId];
  /** From here on they are one person, who was last in Teams. */
  join(): Promise<void>;
  /** A job of that kind for each of their ids, and all that is due. */
  leaves(kind: string, ofEach: (person: PersonId) => object): Promise<void>;
}

async function open(office: Office): Promise<Stage> {
  const { ben } = office;
  const teams = await office.installs("teams", "TENANT");
  const other = await teams.person("29:ben", { name: "Benjamin Okafor" });
  const ids = [await ben.id(), await other.id()] as const;
  return {
    office,
    ben,
    other,
    ids,
    async join() {
      const shown = await ben.types("/rapport link");
      await other.types(`/rapport link ${/[A-Z0-9]{3}-[A-Z0-9]{3}/.exec(shown)?.[0]}`);
    },
    async leaves(kind, ofEach) {
      await office.store.transact((tx) =>
        later(
          tx,
          office.organization,
          office.now(),
          ...ids.map((person) => ({
            kind,
            payload: { ...ofEach(person) } as Record<string, string>,
            due: office.now(),
          })),
        ),
      );
      await office.settle();
    },
  };
}

const direct = { place: { kind: "direct" } } as const;
const byName = (round: Partial<Round> = {}) =>
  ({ template: "weekly-checkin", others: 0, round: { sealed: false, ...round } }) as const;

/** A round that asked Ana, as it is now; Ben has no place in it. */
const roundOf = ({ office }: Stage, round: Partial<Round>): Promise<RoundId> =>
  asks(office, byName(round), office.ana);

async function hasRole({ office, ids }: Stage, role: "admin" | "compliance"): Promise<void> {
  for (const id of ids)
    await office.store.transact((tx) => giveRole(tx, office.organization, id, role, null));
}

async function thankedBy({ office }: Stage, giver: Actor, text: string): Promise<RecognitionId> {
  await giver.types(text);
  const rows = await rowsOf(office, "recognition");
  const id = rows.at(-1)?.recognition_id;
  if (id === undefined) throw new Error("Nobody was thanked");
  return id;
}

const actionOf = ({ office, ids }: Stage, raisedBy: PersonId, state: "asked" | "done") =>
  office.store.transact((tx) =>
    insertAction(
      tx,
      office.organization,
      {
        round: null,
        raisedBy,
        unit: null,
        title: "a second phone" as Cleared,
        owner: ids[0],
        dueOn: "2026-04-01",
        state,
        madeBy: raisedBy,
      },
      office.now(),
    ),
  );

/** What the one message of it says; what else stands in their messages is not of it. */
type Story = (stage: Stage) => Promise<string>;

const prompt = "your week?";

const stories: Readonly<Record<string, Story>> = {
  "checkins.ask": async ({ office, ben, other, join }) => {
    await join();
    await asks(office, byName(), ben, other);
    return prompt;
  },
  "checkins.withdrawn": async ({ office, ben, other, join }) => {
    await asks(office, byName(), ben, other);
    await join();
    await office.settle();
    return prompt;
  },
  "checkins.unsay": async ({ office, ben, other, join, leaves }) => {
    await join();
    const round = await asks(office, byName(), ben, other);
    office.itIs("2026-03-19T12:00:00Z");
    const at = office.now();
    await office.store.transact((tx) =>
      tx.updateTable("prompt").set({ reminded_at: at }).where("round_id", "=", round).execute(),
    );
    await leaves("checkins.unsay", (person) => ({ round, person, at }));
    await office.settle();
    return prompt;
  },
  "checkins.redraw": async ({ office, ben, other, join }) => {
    await asks(office, byName(), ben, other);
    await join();
    await office.settle();
    await other.types("/checkin");
    await other.presses("Answer", direct);
    await other.fills({ text: { well: "the calm" } }, direct);
    return "Thank you, it's in.";
  },
  "checkins.previewed": async (stage) => {
    await hasRole(stage, "admin");
    await stage.join();
    const place = { kind: "channel", channel: "C_LAB" } as const;
    stage.office.chat.gather("C_LAB", ["U_BEN", "U_ANA"]);
    await stage.ben.types("/checkin start weekly-checkin", { place });
    return "Weekly check-in";
  },
  "checkins.empty": async (stage) => {
    const round = await roundOf(stage, { state: "empty", madeBy: stage.ids[1] });
    await stage.join();
    await stage.leaves("checkins.empty", () => ({ round, skipped: {} }));
    return "nobody was asked";
  },
  "checkins.warned": async (stage) => {
    const last = await roundOf(stage, { state: "closed" });
    await stage.join();
    const at = "2026-03-20T15:00";
    await stage.leaves("checkins.warned", (person) => ({ last, held: null, person, at }));
    return "Weekly check-in";
  },
  "checkins.waits": async (stage) => {
    const { office, ben, other, join } = stage;
    const last = await asks(office, byName({ state: "closed" }), ben, other);
    const held = await roundOf(stage, { state: "held" });
    await join();
    await office.store.transact((tx) =>
      later(tx, office.organization, office.now(), {
        kind: "checkins.tellWaiting",
        payload: { held, last, after: null },
        due: office.now(),
      }),
    );
    return "Weekly check-in";
  },
  "checkins.keyTold": async (stage) => {
    const round = await roundOf(stage, { pausedWhy: "key" });
    await stage.join();
    const date = "2026-03-18";
    await stage.leaves("checkins.keyTold", (person) => ({ round, person, date }));
    return "stands still";
  },
  "checkins.lost": async (stage) => {
    const round = await roundOf(stage, { state: "closed", pausedWhy: "lost" });
    await stage.join();
    await stage.leaves("checkins.lost", (person) => ({ round, person }));
    return "I'm sorry";
  },
  "checkins.summarised": async (stage) => {
    const round = await roundOf(stage, { state: "closed" });
    await stage.join();
    await stage.leaves("checkins.summarised", (lead) => ({ round, lead, channelGone: false }));
    return "Weekly check-in";
  },
  "checkins.mondayNote": async (stage) => {
    const { office, ids, join, leaves } = stage;
    await roundOf(stage, {});
    const [unit] = await rowsOf(office, "unit");
    for (const id of ids)
      await office.store.transact((tx) =>
        giveRole(tx, office.organization, id, "lead", unit?.unit_id ?? null),
      );
    await join();
    await leaves("checkins.mondayNote", (lead) => ({ lead, week: "2026-03-16" }));
    return "Monday note for Core Lab";
  },
  "checkins.notes": async ({ office, ben, other, join }) => {
    await asks(office, byName(), ben, other);
    for (const actor of [ben, other]) {
      await actor.presses("Add a few words", direct);
      await actor.fills({ text: { well: `from ${actor.account}` } }, direct);
    }
    await office.lee.types("/checkin answers");
    const { last } = office.lee;
    const blocks = last.kind === "card" ? last.card.blocks : [];
    const thanks = blocks.flatMap((block) =>
      block.kind === "buttons"
        ? block.buttons.filter((one) => one.action === "checkins.react")
        : [],
    );
    for (const { action, value = null } of thanks) {
      if ((value as { reaction?: string } | null)?.reaction !== "thanks") continue;
      await office.handle({
        ...{ kind: "action", platform: "slack", workspace: office.workspaceExternal },
        ...{ account: "U_LEE", delivery: JSON.stringify(value), learnt: [], place: direct.place },
        ...{ action, value },
      } as never);
    }
    await join();
    return "Lee Wong: 🙏";
  },
  "checkins.asked": async (stage) => {
    const action = await actionOf(stage, await stage.office.ana.id(), "asked");
    await stage.join();
    await stage.leaves("checkins.asked", (to) => ({ action, to }));
    return "a second phone";
  },
  "checkins.assigned": async (stage) => {
    const action = await actionOf(stage, await stage.office.ana.id(), "asked");
    await stage.join();
    await stage.leaves("checkins.assigned", (to) => ({ action, to }));
    return "a second phone";
  },
  "checkins.ended": async (stage) => {
    const action = await actionOf(stage, stage.ids[1], "done");
    const by = await stage.office.ana.id();
    await stage.join();
    await stage.leaves("checkins.ended", (to) => ({ action, to, by }));
    return "a second phone";
  },
  "rights.file": async ({ ben, join }) => {
    await join();
    await ben.types("/rapport privacy");
    await ben.presses("Send me my data");
    return "Everything I hold about you";
  },
  "peers.prompt": async ({ office, ben, other, join }) => {
    await seeks(office.ana, [ben, other]);
    await join();
    return "Give feedback";
  },
  "peers.told": async (stage) => {
    const { office, ben, join } = stage;
    await joinCoreLab(office, ben, office.ana);
    await join();
    await seeks(office.lee, [office.ana, office.cleo], { of: ben });
    return "Lee Wong";
  },
  "peers.said": async ({ office, other, join }) => {
    await seeks(other, [office.ana]);
    await office.settle();
    await gives(office.ana, { keep: "the calm" });
    await join();
    await closes(office);
    return "the calm";
  },
  "peers.few": async ({ office, other, join }) => {
    await contactsStand(office);
    await join();
    await seeks(office.ana, await five(office), { nameless: true });
    await office.settle();
    await gives(other, { keep: "the calm" });
    await closes(office);
    return "passed on";
  },
  "recognition.told": async ({ office, ben, other, ids, join }) => {
    await office.ana.types("/kudos @ben for the calm handover");
    await office.store.transact((tx) =>
      tx
        .updateTable("recognition_receiver")
        .set({ person_id: ids[1] })
        .where("person_id", "=", ids[0])
        .execute(),
    );
    await office.cleo.types("/kudos @ben for the calm night");
    await join();
    expect([ben.inbox, other.inbox]).toEqual([[], []]);
    await office.passes(3 * 60_000);
    return "calm";
  },
  "recognition.questioned": async (stage) => {
    const recognition = await thankedBy(stage, stage.office.ana, "/kudos @cleo for the calm");
    const receiver = await stage.office.cleo.id();
    await stage.join();
    await stage.leaves("recognition.questioned", (reader) => ({ recognition, receiver, reader }));
    return "Cleo Martin";
  },
  "recognition.unlooked": async (stage) => {
    const recognition = await thankedBy(stage, stage.office.ana, "/kudos @cleo for the calm");
    const receiver = await stage.office.cleo.id();
    await stage.join();
    await stage.leaves("recognition.unlooked", (reader) => ({ recognition, receiver, reader }));
    return "compliance";
  },
  "recognition.unposted": async (stage) => {
    const recognition = await thankedBy(stage, stage.ben, "/kudos @cleo for the calm");
    await stage.join();
    await stage.leaves("recognition.unposted", () => ({ recognition }));
    return "post";
  },
  "recognition.taken": async (stage) => {
    const { office, ben, join, leaves } = stage;
    const recognition = await thankedBy(stage, ben, "/kudos @cleo for the calm");
    const admin = await office.lee.id();
    await office.store.transact(async (tx) => {
      const undone = { undone_at: office.now(), undone_by: admin };
      await tx.updateTable("recognition").set(undone).execute();
      const why = { undo_reason: "it was the wrong ward" as Cleared };
      await tx.updateTable("recognition_text").set(why).execute();
    });
    await join();
    await leaves("recognition.taken", () => ({ recognition }));
    return "it was the wrong ward";
  },
  "recognition.troubled": async (stage) => {
    await hasRole(stage, "admin");
    const asker = await stage.office.ana.id();
    await stage.join();
    await stage.leaves("recognition.troubled", (admin) => ({ admin, asker, on: "2026-03-18" }));
    return "Ana Silva";
  },
  "people.welcome": async (stage) => {
    await stage.join();
    await stage.leaves("people.welcome", (person) => ({ person, acted: true }));
    return "mostly work";
  },
};

/** Those that address no person, and the one that tells each account of the other. */
const others: readonly string[] = [
  "checkins.outcome",
  "leaderboards.redrawn",
  "leaderboards.said",
  "recognition.announce",
  "recognition.copy",
  "rights.unsay",
  "people.joinedTold",
];

const posts = features.flatMap((feature) => feature.posts ?? []).map(({ post }) => post);

describe("somebody with two accounts", () => {
  it.for(posts.filter((post) => !others.includes(post)))(
    "gets %s once",
    async (post, { office }) => {
      const story = stories[post];
      if (story === undefined) throw new Error(`No story tells how ${post} reaches a person once`);
      const stage = await open(office);
      const says = await story(stage);
      await office.settle();

      const said = office.events.filter((event) => event.kind === "said" && event.job === post);
      expect(said.length).toBeGreaterThan(0);
      const texts = [...stage.ben.inbox, ...stage.other.inbox];
      const own = texts.filter((text) => !text.includes("are one person here now"));
      expect(own.filter((text) => text.includes(says))).toHaveLength(1);
    },
  );

  it("is told of nothing that no feature says any more", () => {
    const told = [...Object.keys(stories), ...others];
    expect(told.filter((post) => !posts.includes(post))).toEqual([]);
  });
});
