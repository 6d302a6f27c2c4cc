import { describe, expect } from "vitest";

import type { PersonId } from "../../src/ids.ts";
import { decideAsk, type Wish } from "../../src/peers/request.ts";
import type { Person } from "../../src/people/person.ts";
import { makeLead, worksIn } from "../leaderboards/stage.ts";
import { it } from "../support/office.ts";
import { asks, contactsStand, five, rowsOf } from "./stage.ts";

describe("asking colleagues for feedback", () => {
  it("says who reads it before anything is asked, and shows the way to everything", async ({
    office,
  }) => {
    expect(await office.ana.types("/feedback")).toBe(
      [
        "Feedback from colleagues",
        "Ask colleagues what you do well and what you could try next. Three questions that look ahead, and only you read what they write.",
        "[Ask for feedback] [Asked of you] [What you received]",
      ].join("\n"),
    );
  });

  it("tells the asker whom it asked and until when, and each of those in a message of their own", async ({
    office,
  }) => {
    const { ana, ben, cleo, dan } = office;

    expect(await asks(ana, [ben, cleo])).toBe(
      "Asked Ben Okafor and Cleo Martin, until 13:00, Wednesday 1 April. They hear of it in their own hours, and only you read what they write.",
    );
    await office.settle();

    expect(ben.inbox[0]).toContain(
      [
        "Ana Silva asks you for feedback: three short questions that look ahead. One answer is enough.",
        "Who sees it: Ana Silva alone, with your name, when all have answered, or at 13:00, Wednesday 1 April. No lead and no admin reads it.",
        "[Give feedback] [Not now] [Decline]",
      ].join("\n"),
    );
    expect(cleo.inbox).toHaveLength(1);
    expect([...ana.inbox, ...dan.inbox]).toEqual([]);
  });

  it("wakes nobody: who is off hears of it when their quiet hours are over", async ({ office }) => {
    office.itIs("2026-03-18T22:30:00Z");
    await asks(office.ana, [office.ben]);
    await office.settle();
    expect(office.ben.inbox).toEqual([]);

    office.itIs("2026-03-19T07:00:00Z");
    await office.settle();

    expect(office.ben.inbox).toHaveLength(1);
  });

  it("refuses oneself, nobody, a bot and someone who has left, and keeps nothing of it", async ({
    office,
  }) => {
    const { ana, ben } = office;
    const gone = await office.person("U_GONE", { name: "Gus Gone" });
    await office.learns({
      externalId: "U_GONE",
      name: "Gus Gone",
      kind: "deactivated",
      runsWorkspace: false,
    });

    expect(await asks(ana, [ana, ben])).toBe(
      "raters: Feedback comes from others: please leave yourself out.",
    );
    expect(await asks(ana, [])).toBe("raters: Whom would you like to ask?");
    await ana.presses("Ask for feedback", { on: feedbackButtons });
    expect(await ana.fills({ picked: { raters: ["U_BOT"], names: ["with"] } })).toBe(
      "raters: I can only ask people who work here. Please choose again.",
    );
    expect(await asks(ana, [ben, gone])).toBe(
      "raters: I can only ask people who work here. Please choose again.",
    );

    expect(await rowsOf(office, "peer_request")).toEqual([]);
  });

  it("asks once where the form is sent twice, and once where somebody is named twice", async ({
    office,
  }) => {
    const { ana, ben } = office;
    await ana.presses("Ask for feedback", { on: feedbackButtons });
    const form = ana.last;
    const filled = { picked: { raters: [await ben.id(), await ben.id()], names: ["with"] } };
    const first = await ana.fills(filled, { delivery: "the form" });
    if (form.kind !== "form") throw new Error("No form");
    const second = await office.handle({
      platform: "slack",
      workspace: office.workspaceExternal,
      account: ana.account,
      delivery: "the form",
      place: { kind: "direct" },
      learnt: [],
      kind: "form",
      form: form.form.form,
      state: null,
      filled: { text: {}, picked: filled.picked },
    });
    await office.settle();

    expect(first).toContain("Asked Ben Okafor, until");
    expect(second.kind).toBe("card");
    expect(ben.inbox).toHaveLength(1);
  });

  it("offers answers without names from five people on, and where there is somebody to call", async ({
    office,
  }) => {
    const raters = await five(office);

    expect(await asks(office.ana, raters.slice(0, 4), { nameless: true })).toBe(
      "names: Without names, ask 5 people or more: with fewer, each could be guessed. Add colleagues, or ask with names.",
    );
    expect(await asks(office.ana, raters, { nameless: true })).toContain(
      "Nobody reads along without names, so people must know whom to call.",
    );
    await contactsStand(office);
    expect(await asks(office.ana, raters, { nameless: true })).toContain(
      "It is shown after it closes, if 5 or more people answered.",
    );
  });

  it("lets a lead ask for one of their people across two units; that person is told who asked, and whom", async ({
    office,
  }) => {
    const { ana, ben, cleo, dan } = office;
    await worksIn(office, "Core Lab", ana, ben);
    await worksIn(office, "4 West", cleo);
    await makeLead(office, dan);

    expect(await asks(dan, [ben], { of: ana })).toBe(
      "raters: You ask for somebody across units: please choose colleagues of their own unit and of another.",
    );
    expect(await asks(dan, [ben, cleo, ana], { of: ana })).toBe(
      "raters: Feedback comes from others: please leave out whom it is for.",
    );
    expect(await asks(dan, [ben, cleo], { of: ana })).toBe(
      "Asked Ben Okafor and Cleo Martin for Ana Silva, until 13:00, Wednesday 1 April. Ana Silva is told that you asked, and whom, and is the only one who reads what they write.",
    );
    await office.settle();

    expect(ana.inbox[0]).toContain(
      "Dan Ortiz has asked for feedback for you: from Ben Okafor and Cleo Martin, until 13:00, Wednesday 1 April. You alone read what they write; Dan Ortiz doesn't.",
    );
    expect(cleo.inbox[0]).toContain("Dan Ortiz asks you for feedback for Ana Silva");
  });

  it("lets nobody else ask for another, not even an admin", async ({ office }) => {
    expect(await asks(office.lee, [office.ben, office.cleo], { of: office.ana })).toBe(
      "subject: You can ask for yourself, and for people of a unit you lead.",
    );
  });

  it("asks at most 20 people, and without names only where the key of it can be kept", () => {
    const people = Array.from({ length: 21 }, (_, index) => someone(`p${index}`));
    const wish: Wish = {
      askedBy: someone("ana").id,
      subject: someone("ana"),
      raters: people,
      allHere: true,
      nameless: true,
    };
    const facts = { leads: [], keysUsable: false, contacts: true };

    expect(decideAsk(wish, facts)).toEqual({ kind: "too-many" });
    expect(decideAsk({ ...wish, raters: people.slice(1) }, facts)).toEqual({ kind: "no-keys" });
    expect(decideAsk({ ...wish, raters: people.slice(1), nameless: false }, facts)).toBeNull();
  });

  it("shows at home that somebody waits, and what is asked of a person under the command", async ({
    office,
  }) => {
    const { ana, ben } = office;
    await asks(ana, [ben]);

    expect(await ben.opensHome()).toContain(
      "A colleague asks you for feedback.\n[Asked of you] [Feedback]",
    );
    await ben.types("/feedback");
    expect(await ben.presses("Asked of you")).toBe(
      "Asked of you\nFor Ana Silva, until 13:00, Wednesday 1 April.\n[Give feedback] [Decline]",
    );
    await ana.types("/feedback");
    expect(await ana.presses("Asked of you")).toBe("Nobody is waiting for feedback from you.");
  });
});

const feedbackButtons = [
  { action: "peers.ask", label: [{ kind: "words" as const, words: "Ask for feedback" }] },
];

const someone = (id: string): Person => ({
  id: id as PersonId,
  name: id,
  email: null,
  zone: "UTC",
  locale: "en",
  unit: null,
  discipline: null,
  pattern: null,
  prefersPrivate: false,
  offBoards: false,
  pausedUntil: null,
  here: true,
  welcomedAt: null,
  toldAt: null,
});
