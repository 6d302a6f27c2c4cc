import { describe, expect } from "vitest";

import { minute, plus, second } from "../../src/time/instant.ts";
import { it } from "../support/office.ts";
import { choosesChannel, valueId } from "./stage.ts";

describe("ways to give", () => {
  it("fills in the form, shows what will stand there, and only then sends it", async ({
    office,
  }) => {
    const { ana, ben, chat } = office;
    await choosesChannel(office);
    await ana.types("/kudos");

    const preview = await ana.fills({
      text: { reason: "for the calm handover" },
      picked: { to: [await ben.id()], values: [await valueId(office, "calm")] },
    });
    await office.settle();
    expect(preview).toBe(
      [
        "= Shall I send this? =",
        "Ana Silva thanks Ben Okafor: “for the calm handover”",
        "🧘 Kept us calm",
        "Posted in #C_KUDOS.",
        "Takes 1 of the 5 you can give now.",
        "[Send]",
      ].join("\n"),
    );
    expect(chat.posts).toEqual([]);

    expect(await ana.fills({})).toContain("Sent to Ben Okafor, posted in #C_KUDOS.");
    await office.settle();
    expect(chat.texts("C_KUDOS")).toEqual([
      "Ana Silva thanks Ben Okafor: “for the calm handover”\n🧘 Kept us calm\n[Me too]",
    ]);
  });

  it("shows beside each value what to think of when choosing it", async ({ office }) => {
    const { ana } = office;
    await ana.types("/kudos");

    expect(JSON.stringify(ana.last)).toContain(
      "Say what they did, not what went wrong or whose it was.",
    );
  });

  it("opens from a message with its author and a link to it, and never reads the message", async ({
    office,
  }) => {
    const { ana, ben } = office;
    const link = "https://annes.example/archives/C1/p1";

    const form = await ana.shortcut("give_kudos_for_message", { author: "U_BEN", link });
    expect(form).toContain("For this message");
    expect(form).toContain("Who helped you?: Ben Okafor");

    await ana.fills({ text: { reason: "for this" }, picked: { to: [await ben.id()] } });
    await ana.fills({});
    await office.passes(3 * minute);
    expect(office.chat.texts("C_WARD")[0]).toContain("For this message");
    expect(ben.inbox[0]).toContain("For this message");
    expect(JSON.stringify(office.chat.posts)).toContain(link);
  });

  it("leaves the people empty where the message's author is a bot, or oneself", async ({
    office,
  }) => {
    const { ana } = office;
    const link = "https://annes.example/1";

    for (const author of ["U_BOT", "U_ANA"]) {
      const form = await ana.shortcut("give_kudos_for_message", { author, link });
      expect(form).toMatch(/Who helped you\?: \n/);
    }
  });

  it("opens empty from the global shortcut and from the button at home", async ({ office }) => {
    const { ana } = office;

    expect(await ana.shortcut("give_kudos")).toContain("= Thank someone =");

    expect(await ana.opensHome()).toContain(
      "Your thanks will collect here. Who made your last shift easier? You can thank 5 more people now.\n[Thank someone]",
    );
    expect(await ana.presses("Thank someone", { place: { kind: "home" } })).toContain(
      "= Thank someone =",
    );
  });

  it("ends every form with: no patient details", async ({ office }) => {
    expect(await office.ana.types("/kudos")).toContain("No patient details, please.\n[Preview]");
  });

  it("offers no points in the form while every thanks is worth the same", async ({ office }) => {
    expect(await office.ana.types("/kudos")).not.toMatch(/points/i);
  });

  it("answers what it does not know with the short help", async ({ office }) => {
    const { ana } = office;
    await ana.types("/kudos");
    const { workspaceExternal: workspace } = office;
    const from = {
      platform: "slack",
      workspace,
      account: "U_ANA",
      place: { kind: "channel", channel: "C_WARD" },
      learnt: [],
    } as const;

    const action = await office.handle({
      ...from,
      kind: "action",
      action: "recognition.unheardOf",
      value: null,
      delivery: "unknown 1",
    });
    const form = await office.handle({
      ...from,
      kind: "form",
      form: "recognition.preview",
      state: { not: "ours" },
      filled: { text: {}, picked: {} },
      delivery: "unknown 2",
    });

    expect(JSON.stringify(action)).toContain("/kudos @ben for the calm handover");
    expect(JSON.stringify(form)).toContain("/kudos @ben for the calm handover");
  });
});

describe("where it is posted", () => {
  it("posts in the kudos channel once one is chosen, wherever it was typed", async ({ office }) => {
    await choosesChannel(office);
    await office.ana.types("/kudos @ben for the launch");
    await office.settle();

    expect(office.chat.texts("C_KUDOS")).toHaveLength(1);
    expect(office.chat.texts("C_WARD")).toEqual([]);
  });

  it.for([
    { where: "a private conversation", place: { kind: "direct" } as const },
    {
      where: "a channel shared with another organization",
      place: { kind: "channel", channel: "C_SHARED", shared: true } as const,
    },
  ])(
    "is not posted from $where while no channel is chosen, and says so",
    async ({ place }, { office }) => {
      const { ana, ben, chat } = office;

      const reply = await ana.types("/kudos @ben for the launch", { place });
      await office.passes(3 * minute);

      expect(reply).toContain(
        "Ben Okafor has your thanks. It isn't posted, because no kudos channel is chosen yet.",
      );
      expect(reply).toContain("[Undo] [Edit] [Ask Lee to choose one]");
      expect(ben.inbox[0]).toContain("Ana Silva thanked you");
      expect(chat.posts.every((post) => post.channel === "D_U_BEN")).toBe(true);
    },
  );

  it("asks the admin for a channel once, and lets the admin choose it there", async ({
    office,
  }) => {
    const { ana, cleo, lee } = office;
    const place = { kind: "direct" } as const;
    await ana.types("/kudos @ben for the launch", { place });
    expect(await ana.presses("Ask Lee to choose one")).toBe("I've asked Lee Wong.");
    office.itIs("2026-03-18T12:01:00Z");
    await cleo.types("/kudos @ben for the landing", { place });
    await cleo.presses("Ask Lee to choose one");
    await office.settle();

    expect(lee.inbox).toEqual([
      "Ana Silva would like thanks to be posted. Which channel shall it be?\n[Choose a channel]",
    ]);
    await lee.presses("Choose a channel");
    expect(await lee.fills({ picked: { channel: ["C_KUDOS"] } })).toBe(
      "Thanks are posted in #C_KUDOS from now on.\n[Post the last 7 days]",
    );
    expect(await lee.presses("Post the last 7 days")).toBe("2 thanks are on their way.");
    await office.settle();
    office.itIs(plus(office.now(), 1 * second));
    await office.settle();
    expect(office.chat.texts("C_KUDOS").map((text) => text.split("\n")[0])).toEqual([
      "Ana Silva thanks Ben Okafor: “for the launch”",
      "Cleo Martin thanks Ben Okafor: “for the landing”",
    ]);
  });

  it("lets an admin who gives choose the channel themself", async ({ office }) => {
    const { lee } = office;

    const reply = await lee.types("/kudos @ben for it all", { place: { kind: "direct" } });

    expect(reply).toContain("[Choose a channel]");
    expect(reply).not.toContain("Ask");
  });
});
