/** Messages of others that name whoever is erased: drawn anew where they stand, or taken down. */
import { describe, expect } from "vitest";

import { newId, type ScheduleId } from "../../src/ids.ts";
import type { Cleared } from "../../src/privacy/phi/cleared.ts";
import { day, minute } from "../../src/time/instant.ts";
import { asks as asksRound } from "../checkins/answeringStage.ts";
import { closeRound } from "../checkins/summaryStage.ts";
import { keepSetting, kudosStands, makeLead, thank, worksIn } from "../leaderboards/stage.ts";
import { asks } from "../peers/stage.ts";
import { choosesChannel } from "../recognition/stage.ts";
import { it, type Office } from "../support/office.ts";
import { erases } from "./erases.ts";

const direct = { place: { kind: "direct" } } as const;
const former = "a former colleague";

/** Everything anybody can still read. */
const shown = (office: Office): string =>
  office.chat.posts.map(({ card }) => JSON.stringify(card)).join("\n");

describe("whoever is erased, in thanks", () => {
  it("is a former colleague to each reader in the reader's own language", async ({ office }) => {
    const { ana, ben } = office;
    const ute = await office.person("U_UTE", { name: "Ute Kern", locale: "de-DE" });
    await ben.types("/kudos @ana @ute for the calm launch");
    await office.passes(10 * minute);

    await erases(office, ben);

    expect(ana.inbox.join()).toContain(former);
    expect(ute.inbox.join()).toContain("jemand von früher");
    expect(ute.inbox.join()).not.toContain(former);
    expect(await ute.types("/kudos mine")).toContain("jemand von früher");
  });

  it("goes from every post, however many there are", async ({ office }) => {
    await choosesChannel(office);
    const { ben } = office;
    for (let at = 0; at < 130; at += 1) {
      office.itIs(new Date(Date.parse(office.now()) + day).toISOString());
      await ben.types(`/kudos @ana for the help on day ${at}`);
      await office.settle();
    }

    await erases(office, ben);

    expect(office.chat.texts("C_KUDOS")).toHaveLength(130);
    expect(shown(office)).not.toMatch(/Ben|help on day/);
  });

  it("takes no message back to where somebody has deleted it", async ({ office }) => {
    await choosesChannel(office);
    const { ana, ben } = office;
    await ana.types("/kudos @ben @cleo for the calm launch");
    await office.settle();
    office.chat.posts.length = 0;
    await office.store.transact((tx) => tx.deleteFrom("message").execute());

    await erases(office, ben);

    expect(office.chat.posts).toEqual([]);
  });

  it("is named neither as receiver nor in a “Me too”, and the giver's words stay", async ({
    office,
  }) => {
    await choosesChannel(office);
    const { ana, ben, cleo, dan } = office;
    await ana.types("/kudos @ben @cleo for the late shift");
    await cleo.types("/kudos @dan for the quiet hour");
    await office.settle();
    const post = office.chat.posts.find(({ card }) => JSON.stringify(card).includes("quiet hour"));
    const meToo = post?.card.blocks.flatMap((block) =>
      block.kind === "buttons" ? block.buttons : [],
    );
    await ben.presses("Me too", { on: meToo ?? [] });
    await office.passes(10 * minute);
    expect(office.chat.texts("C_KUDOS").join()).toContain("Ben Okafor");

    await erases(office, ben);

    const posts = office.chat.texts("C_KUDOS").join("\n");
    expect(posts).toContain("Ana Silva thanks Cleo Martin: “for the late shift”");
    expect(posts).toContain(former);
    expect(shown(office)).not.toContain("Ben Okafor");
    expect(dan.inbox.join()).toContain("quiet hour");
  });

  it("is no longer who asked an admin for a channel", async ({ office }) => {
    const { ana, ben, lee } = office;
    const asks = async (actor: typeof ana) => {
      await actor.types("/kudos @cleo for the calm launch", direct);
      await actor.presses("Ask Lee to choose one", direct);
      await office.settle();
    };
    await asks(ben);
    await asks(ana);
    expect(lee.inbox.map((text) => text.split(" would")[0])).toEqual(["Ben Okafor"]);
    await office.passes(day);
    await asks(ana);
    expect(lee.inbox).toHaveLength(2);

    await erases(office, ben);

    expect(lee.inbox.map((text) => text.split(" would")[0])).toEqual(["Ana Silva"]);
  });
});

describe("whoever is erased, in a week that was told", () => {
  it("goes from its board and its thanks, however long ago that was", async ({ office }) => {
    const { ana, ben, cleo, dan, lee } = office;
    await thank(office, { by: ana, to: ben, times: 2, at: "2026-03-17T10:00:00Z" });
    await thank(office, { by: ana, to: cleo, at: "2026-03-17T10:00:00Z" });
    await kudosStands(office, {
      by: ben,
      to: [cleo],
      reason: "for the calm handover",
      at: "2026-03-17T10:00:00Z",
      channel: "C_WEEK",
    });
    await keepSetting(office, "leaderboards", { on: true, display: "sums" });
    await lee.types("/leaderboard");
    await lee.presses("Thanks this week");
    const picked = { state: ["on"], weekday: ["1"], hour: ["9"], persons: ["yes"] };
    await lee.fills({ picked: { ...picked, channel: ["C_WEEK"] } });
    office.itIs("2026-03-23T09:00:00Z");
    await office.settle();
    await thank(office, { by: ana, to: dan, at: "2026-03-24T10:00:00Z" });
    office.itIs("2026-03-30T09:00:00Z");
    await office.settle();
    const [before, after] = office.chat.texts("C_WEEK");
    expect(before).toContain("Ben Okafor");
    expect(after).toBeDefined();

    await erases(office, ben);

    const weeks = office.chat.texts("C_WEEK");
    expect(weeks).toHaveLength(2);
    expect(weeks[0]).not.toMatch(/Ben Okafor|calm handover/);
    expect(weeks[0]).toContain("Monday 16 March to Sunday 22 March.");
    expect(weeks[1]).toBe(after);
  });
});

describe("whoever is erased, in check-ins", () => {
  it("goes from what was said and will be done, and from the next round's summary", async ({
    office,
  }) => {
    const { ana } = office;
    const schedule = newId("schedule", office.now()) as ScheduleId;
    const round = { template: "weekly-checkin", states: { answered: 8 }, schedule };
    const named = [["mood", { kind: "mood", value: 4 }]] as const;
    const first = await closeRound(office, {
      ...round,
      named,
      atLocal: "2026-03-06T15:00",
      closedAt: "2026-03-12T23:59:00Z",
    });
    office.itIs("2026-03-13T09:00:00Z");
    await office.settle();
    const owner = await ana.id();
    const id = newId("outcome", office.now());
    await office.store.transact((tx) =>
      tx
        .insertInto("outcome")
        .values({
          organization_id: office.organization,
          outcome_id: id,
          round_id: first,
          said: "nobody knows whom to call" as Cleared,
          did: "put one number on every phone" as Cleared,
          owner_id: owner,
          due_on: "2026-10-14",
          published_by: owner,
          published_at: office.now(),
        })
        .execute(),
    );
    await closeRound(office, {
      ...round,
      named,
      atLocal: "2026-03-13T15:00",
      closedAt: "2026-03-19T23:59:00Z",
    });
    office.itIs("2026-03-20T09:00:00Z");
    await office.settle();
    const told = () => office.chat.texts("C_LAB").at(-1) ?? "";
    expect(told()).toContain("one number on every phone. Ana Silva, by 14 October.");
    const count = office.chat.texts("C_LAB").length;

    await erases(office, ana);

    expect(told()).toContain("You said: (words removed) We will: (words removed)");
    expect(told()).toContain(former);
    expect(shown(office)).not.toMatch(/Ana Silva|one number|whom to call/);
    expect(office.chat.texts("C_LAB")).toHaveLength(count);
  });

  it("is nobody to be thanked any more under an answer that named them", async ({ office }) => {
    const { ana, ben } = office;
    await asksRound(office, { template: "weekly-checkin" }, ana);
    await ana.presses("Add a few words", direct);
    await ana.fills({ text: { way: "No key" }, picked: { helped: [await ben.id()] } }, direct);
    await office.settle();
    expect(ana.inbox.join()).toContain("Thank Ben");

    await erases(office, ben);

    expect(ana.inbox.join()).not.toContain("Ben");
  });

  it("leaves what another lead wrote under the same answer", async ({ office }) => {
    const { ana, ben, lee, dan } = office;
    await asksRound(office, { template: "weekly-checkin" }, ana, ben);
    const unit = await office.store.transact((tx) =>
      tx.selectFrom("unit").select("unit_id").executeTakeFirstOrThrow(),
    );
    const role = { role: "lead", unit_id: unit.unit_id } as const;
    const person = { organization_id: office.organization, person_id: await dan.id() };
    await office.store.transact((tx) =>
      tx
        .insertInto("role")
        .values({ ...person, ...role })
        .execute(),
    );
    await ben.presses("Add a few words", direct);
    await ben.fills({ text: { way: "nobody answers the ward phone" } }, direct);
    for (const [actor, words] of [
      [lee, "thank you for saying so"],
      [dan, "I will ask the matron"],
    ] as const) {
      await actor.types("/checkin answers");
      await actor.presses("Comment");
      await actor.fills({ text: { words } });
    }
    await office.passes(day);
    expect(ben.inbox.join()).toContain("ask the matron");

    await erases(office, dan);

    expect(ben.inbox.join()).toContain("thank you for saying so");
    expect(shown(office)).not.toMatch(/ask the matron|Dan Ortiz/);
  });

  it("goes from a Monday note about a unit of theirs, and other leads keep theirs", async ({
    office,
  }) => {
    const { ana, ben, cleo, dan, lee } = office;
    const lab = await worksIn(office, "Core Lab", ana, ben);
    const west = await worksIn(office, "4 West", cleo);
    for (const [actor, unit] of [
      [lee, lab],
      [dan, west],
    ] as const) {
      const person = { organization_id: office.organization, person_id: await actor.id() };
      await office.store.transact((tx) =>
        tx
          .insertInto("role")
          .values({ ...person, role: "lead", unit_id: unit })
          .execute(),
      );
    }
    const eva = await office.person("U_EVA", { name: "Eva Stone" });
    for (const [giver, receiver] of [
      [ben, ana],
      [eva, cleo],
    ] as const) {
      await giver.types(`/kudos @${receiver.name.split(" ")[0]?.toLowerCase()} for the quick help`);
      await office.passes(10 * minute);
      await receiver.presses("More", direct);
      await receiver.presses("Share with my lead", direct);
    }
    await office.passes(6 * day);
    expect(lee.inbox.join()).toContain("Ben Okafor");
    expect(dan.inbox.join()).toContain("Eva Stone");

    await erases(office, ben);

    expect(shown(office)).not.toContain("Ben Okafor");
    expect(dan.inbox.join()).toContain("Eva Stone");
  });
});

describe("whoever is erased, in feedback between colleagues", () => {
  it("is a former colleague to those they asked, and to whom they asked for", async ({
    office,
  }) => {
    const { ana, ben, cleo, dan } = office;
    await worksIn(office, "Core Lab", ana, ben);
    await worksIn(office, "4 West", cleo);
    await makeLead(office, dan);
    await asks(dan, [ben, cleo], { of: ana });
    await office.settle();
    expect(cleo.inbox[0]).toContain("Dan Ortiz asks you");

    await erases(office, dan);

    expect(cleo.inbox[0]).toContain(`${former} asks you for feedback for Ana Silva`);
    expect(ana.inbox[0]).toContain(`${former} has asked for feedback for you: from Ben Okafor`);
    expect(shown(office)).not.toContain("Dan Ortiz");

    await erases(office, ben);

    expect(ana.inbox[0]).toContain("from Cleo Martin, until");
    expect(shown(office)).not.toContain("Ben Okafor");
  });
});
