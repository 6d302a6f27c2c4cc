import { describe, expect } from "vitest";

import { hour, minute, plus, second } from "../../src/time/instant.ts";
import { it, type Office } from "../support/office.ts";
import { buttonsIn, choosesChannel } from "./stage.ts";

const archived = { kind: "gone", why: "is_archived" } as const;

async function breaks(office: Office): Promise<void> {
  await choosesChannel(office);
  office.chat.refuse("C_KUDOS", archived);
}

describe("a kudos channel that takes no posts any more", () => {
  it("loses no thanks: the receiver hears of it, and the giver reads that it isn't posted", async ({
    office,
  }) => {
    const { ana, ben, cleo } = office;
    await breaks(office);
    await ana.types("/kudos @ben for the tea");
    await office.passes(3 * minute);
    expect(ben.inbox).toHaveLength(1);

    expect(await cleo.types("/kudos @ben for the cake")).toContain(
      "Ben Okafor has your thanks. It isn't posted, because I can't write to the kudos channel just now; your admins know.",
    );
  });

  it("tells the admin once a day, with one button to choose another", async ({ office }) => {
    const { ana, cleo, dan, lee } = office;
    await breaks(office);
    await ana.types("/kudos @ben for the tea");
    await office.settle();
    await cleo.types("/kudos @ben for the cake");
    await office.passes(2 * hour);

    expect(lee.inbox).toEqual([
      "I can't post thanks in #C_KUDOS any more: it is archived, or I was removed. Thanks are kept and whoever is thanked hears of it.\n[Choose a channel]",
    ]);

    office.itIs("2026-03-19T11:59:00Z");
    await dan.types("/kudos @ben for the milk");
    await office.settle();
    expect(lee.inbox).toHaveLength(1);
    office.itIs("2026-03-19T12:01:00Z");
    await dan.types("/kudos @ben for the sugar");
    await office.settle();
    expect(lee.inbox).toHaveLength(2);
  });

  it("posts the last 7 days with one press, once another is chosen", async ({ office }) => {
    const { ana, cleo, dan, lee, chat } = office;
    await breaks(office);
    office.itIs("2026-03-10T12:00:00Z");
    await dan.types("/kudos @ben for the old news");
    await office.settle();
    office.itIs("2026-03-18T12:00:00Z");
    await ana.types("/kudos @ben for the tea");
    office.itIs("2026-03-18T12:01:00Z");
    await cleo.types("/kudos @ben for the cake");
    await office.settle();

    await lee.presses("Choose a channel");
    expect(await lee.fills({ picked: { channel: ["C_THANKS"] } })).toContain(
      "[Post the last 7 days]",
    );
    expect(await lee.presses("Post the last 7 days")).toBe("2 thanks are on their way.");
    await office.settle();
    office.itIs(plus(office.now(), 1 * second));
    await office.settle();

    expect(chat.texts("C_THANKS").map((text) => text.split("\n")[0])).toEqual([
      "Ana Silva thanks Ben Okafor: “for the tea”",
      "Cleo Martin thanks Ben Okafor: “for the cake”",
    ]);
    expect(await ana.types("/kudos @dan for the next one")).toContain("posted in #C_THANKS");
  });

  it("posts nothing twice of what stands already", async ({ office }) => {
    const { ana, lee, chat } = office;
    await choosesChannel(office);
    await ana.types("/kudos @ben for the tea");
    await office.settle();
    const choose = {
      action: "recognition.channel",
      label: [{ kind: "words", words: "Choose" }],
    } as const;
    await lee.presses("Choose", { on: [choose] });

    expect(await lee.fills({ picked: { channel: ["C_THANKS"] } })).toBe(
      "Thanks are posted in #C_THANKS from now on.",
    );
    await office.settle();
    expect(chat.texts("C_THANKS")).toEqual([]);
  });

  it("is not one where somebody deleted a single post: that stays deleted", async ({ office }) => {
    const { ana, lee, chat } = office;
    await choosesChannel(office);
    await ana.types("/kudos @ben for the tea");
    await office.settle();
    chat.posts.splice(0, 1);
    await ana.presses("Edit");
    await ana.fills({ text: { reason: "for the cake" } });
    await office.settle();

    expect(lee.inbox).toEqual([]);
    expect(chat.texts("C_KUDOS")).toEqual([]);
    expect(await ana.types("/kudos @ben for the milk")).toContain("posted in #C_KUDOS");
  });
});

describe("a channel the bot may not post in", () => {
  it("is told to the giver, where the thanks was typed there and no kudos channel is chosen", async ({
    office,
  }) => {
    const { ana, ben, lee, chat } = office;
    chat.refuse("C_WARD", { kind: "gone", why: "not_in_channel" });
    await ana.types("/kudos @ben for the tea");
    await office.passes(3 * minute);

    expect(ana.inbox).toEqual([
      "Whoever you thanked will hear it from me, but I couldn't post it in that channel: I'm not a member there. An admin can choose a kudos channel with /rapport.",
    ]);
    expect(ben.inbox).toHaveLength(1);
    expect(lee.inbox).toEqual([]);
  });
});

describe("choosing the kudos channel", () => {
  it("is an admin's", async ({ office }) => {
    const choose = {
      action: "recognition.channel",
      label: [{ kind: "words", words: "Choose" }],
    } as const;

    expect(await office.ana.presses("Choose", { on: [choose] })).toContain("Setup is for admins.");
  });

  it("refuses a channel that people of another organization read", async ({ office }) => {
    const { lee } = office;
    const choose = {
      action: "recognition.channel",
      label: [{ kind: "words", words: "Choose" }],
    } as const;
    const place = { kind: "channel", channel: "C_SHARED", shared: true } as const;
    await lee.presses("Choose", { on: [choose], place });

    expect(await lee.fills({ picked: { channel: ["C_SHARED"] } }, { place })).toContain(
      "channel: People of another organization read along there.",
    );
    await office.ana.types("/kudos @ben for the tea");
    await office.settle();
    expect(buttonsIn(office, "C_SHARED")).toEqual([]);
  });
});
