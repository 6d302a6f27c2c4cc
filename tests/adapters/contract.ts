/**
 * What every chat adapter keeps, told as one story: the same people do the same things in each chat, by what that chat offers,
 * and read the same words. An adapter's own test calls `chatContract` at its top level with a stage of that chat.
 */
import { describe, expect, test } from "vitest";

/** Three colleagues who work in any chat. Whoever they are there, their names are Ana Silva, Ben Okafor and Cleo Martin. */
export type Name = "ana" | "ben" | "cleo";

/**
 * People in front of one chat. What they do resolves to the words they then read for themselves: a private answer, a form, their
 * home. Words are plain, without the chat's own markup.
 */
export interface ChatStage {
  /** In a channel where they work: "/kudos @ben for the calm handover". */
  types(name: Name, text: string): Promise<string>;
  /** The three work in one unit, which this one leads. */
  leads(name: Name): Promise<void>;
  /** The code that Ben is shown on another platform of the organization, where he is Benjamin. */
  codeElsewhere(): Promise<string>;
  /** The button that says so: on what they read last, in their private conversation, or else on the newest post in a channel. */
  presses(name: Name, label: string): Promise<string>;
  /** Fills in the fields of the form before them, by their names, and sends it as it then is. */
  fills(name: Name, fields: Readonly<Record<string, string>>): Promise<string>;
  opensHome(name: Name): Promise<string>;
  /** Adds an emoji to the newest post where thanks are posted. */
  reacts(name: Name, emoji: string): Promise<void>;
  /** What stands where thanks are posted, oldest first, since the stage was opened. */
  reads(): Promise<string[]>;
  /** What stands in their private conversation with Rapport, oldest first. */
  inbox(name: Name): Promise<string[]>;
  /** Does what is due, and after so many minutes what is due then. */
  passes(minutes: number): Promise<void>;
  close(): Promise<void>;
}

/** `openStage` opens one for each part of the story; the emoji kept for thanks there is `kudos`. */
export function chatContract(chat: string, openStage: () => Promise<ChatStage>): void {
  const it = test.extend<{ stage: ChatStage }>({
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names it destructures.
    stage: async ({}, use) => {
      const stage = await openStage();
      await use(stage);
      await stage.close();
    },
  });
  const handover = "/kudos @ben for the calm handover";

  describe(`the story as it goes in ${chat}`, () => {
    it("gives: the thanks is public, its confirmation is the giver's alone", async ({ stage }) => {
      const answer = await stage.types("ana", handover);
      await stage.passes(0);

      expect(answer).toContain("Sent to Ben Okafor");
      const posts = await stage.reads();
      expect(posts).toHaveLength(1);
      expect(posts[0]).toContain("Ana Silva");
      expect(posts[0]).toContain("thanks Ben Okafor");
      expect(posts[0]).toContain("“for the calm handover”");
      expect(posts[0]).not.toContain("Sent to");
    });

    it("tells whoever was thanked, in private and two minutes later", async ({ stage }) => {
      await stage.types("ana", handover);
      await stage.passes(0);
      const before = await stage.inbox("ben");
      await stage.passes(2);

      expect(before).toEqual([]);
      const [message, ...more] = await stage.inbox("ben");
      expect(more).toEqual([]);
      expect(message).toContain("Ana Silva thanked you: “for the calm handover”");
    });

    it("writes what people type as they typed it, and lets none of it become markup", async ({
      stage,
    }) => {
      await stage.types("ana", "/kudos @ben for 3 < 4 & <b>bold</b> &lt; <!channel>");
      await stage.passes(0);

      const [post] = await stage.reads();
      expect(post).toContain("“for 3 < 4 & <b>bold</b> &lt; <!channel>”");
    });

    it("refuses what looks like a patient's details, and keeps and posts nothing", async ({
      stage,
    }) => {
      const answer = await stage.types(
        "ana",
        "/kudos @ben for catching the potassium, MRN 00482913",
      );
      await stage.passes(5);

      expect(answer).toContain("Not sent, not kept");
      expect(answer).toContain("a patient's record number");
      expect(answer).not.toContain("00482913");
      expect(await stage.reads()).toEqual([]);
      expect(await stage.inbox("ben")).toEqual([]);
    });

    it("fixes it: the form holds the words, shows what will stand there, and sends it", async ({
      stage,
    }) => {
      await stage.types("ana", "/kudos @ben for catching the potassium, MRN 00482913");
      const form = await stage.presses("ana", "Fix it");
      const preview = await stage.fills("ana", { reason: "for catching the potassium" });
      const sent = await stage.fills("ana", {});
      await stage.passes(0);

      expect(form).toContain("Thank someone");
      expect(form).toContain("Ben Okafor");
      expect(form).toContain("for catching the potassium, MRN ••••");
      expect(preview).toContain("for catching the potassium");
      expect(sent).toContain("Sent to Ben Okafor");
      expect((await stage.reads())[0]).toContain("“for catching the potassium”");
    });

    it("says what is wrong in a form under its field, and leaves the form open", async ({
      stage,
    }) => {
      await stage.types("ana", "/kudos");
      const wrong = await stage.fills("ana", { reason: "for the potassium, MRN 00482913" });
      const preview = await stage.fills("ana", {
        reason: "for the calm handover",
        outsiders: "Gus, courier",
      });

      expect(wrong).toContain("record number");
      expect(preview).toContain("for the calm handover");
      expect(preview).toContain("Gus");
    });

    it("takes it back by the button: the post goes, and the button with it", async ({ stage }) => {
      await stage.types("ana", handover);
      await stage.passes(0);
      const answer = await stage.presses("ana", "Undo");
      await stage.passes(5);

      expect(answer).toContain("Taken back");
      expect(await stage.reads()).toEqual([]);
      expect(await stage.inbox("ben")).toEqual([]);
      await expect(stage.presses("ana", "Undo")).rejects.toThrow("Undo");
    });

    it("seconds it: the same post then names who joined in, once", async ({ stage }) => {
      await stage.types("ana", handover);
      await stage.passes(0);
      await stage.presses("cleo", "Me too");
      await stage.passes(1);

      const posts = await stage.reads();
      expect(posts).toHaveLength(1);
      expect(posts[0]).toContain("Me too: Cleo Martin");
    });

    it("seconds it by the emoji that is kept for thanks", async ({ stage }) => {
      await stage.types("ana", handover);
      await stage.passes(0);
      await stage.reacts("cleo", "kudos");
      await stage.passes(1);

      expect((await stage.reads())[0]).toContain("Me too: Cleo Martin");
    });

    it("shows the board to whoever asks, and to nobody else", async ({ stage }) => {
      await stage.types("ana", handover);
      await stage.passes(0);
      const before = await stage.reads();
      const board = await stage.types("cleo", "/leaderboard");
      await stage.passes(0);

      expect(board).toContain("Thanks in");
      expect(board).toContain("Ben Okafor");
      expect(await stage.reads()).toEqual(before);
    });

    it("delivers privately to whoever prefers that, and posts nothing for them", async ({
      stage,
    }) => {
      await stage.types("ben", "/rapport");
      const kept = await stage.presses("ben", "Keep my thanks private");
      const answer = await stage.types("ana", handover);
      await stage.passes(2);

      expect(kept).toContain("private");
      expect(answer).toContain("Delivered privately to Ben Okafor");
      expect(await stage.reads()).toEqual([]);
      expect((await stage.inbox("ben")).join()).toContain("for the calm handover");
    });

    it("collects what somebody was thanked for at their home", async ({ stage }) => {
      const empty = await stage.opensHome("ben");
      await stage.types("ana", handover);
      await stage.passes(2);
      const home = await stage.opensHome("ben");

      expect(empty).toContain("Your thanks will collect here");
      expect(home).toContain("for the calm handover");
    });

    /** Ana starts a check-in of her channel, having read who would be asked. */
    async function starts(stage: ChatStage): Promise<string> {
      await stage.leads("ana");
      await stage.types("ana", "/checkin start weekly-checkin");
      await stage.passes(0);
      const preview = (await stage.inbox("ana")).at(-1) ?? "";
      await stage.presses("ana", "Start now");
      await stage.passes(5);
      return preview;
    }

    it("prompts: whoever is in the channel is asked in private, once a lead saw who that is", async ({
      stage,
    }) => {
      const preview = await starts(stage);

      expect(preview).toContain("3 people are asked");
      expect(await stage.reads()).toEqual([]);
      const asked = (await stage.inbox("ben")).filter((one) => one.includes("Weekly check-in"));
      expect(asked).toHaveLength(1);
      expect(asked[0]).toContain("Your words go to Ana Silva, with your name.");
    });

    it("answers: in a form, whose words reach the lead and nobody else", async ({ stage }) => {
      await starts(stage);
      const form = await stage.presses("ben", "Answer");
      const answer = await stage.fills("ben", { way: "nobody answers the ward phone after five" });
      await stage.passes(1);

      expect(form).toContain("What got in your way?");
      expect(answer).toContain("Thank you");
      expect(await stage.types("ana", "/checkin answers")).toContain("the ward phone after five");
      const elsewhere = [await stage.reads(), await stage.inbox("cleo"), await stage.inbox("ben")];
      expect(elsewhere.flat().join()).not.toContain("ward phone");
    });

    it("reminds whoever has not answered, once, and says at the end that it is closed", async ({
      stage,
    }) => {
      await starts(stage);
      for (const name of ["ana", "ben"] as const) await stage.presses(name, "Nothing to report");
      const read = async (name: Name) => (await stage.inbox(name)).join("\n");
      const reminders: number[] = [];
      for (let hour = 0; hour < 24 * 7; hour += 3) {
        await stage.passes(3 * 60);
        const told = await stage.inbox("cleo");
        reminders.push(told.filter((one) => one.includes("the only reminder")).length);
      }

      expect(new Set(reminders)).toEqual(new Set([0, 1]));
      expect(await read("cleo")).toContain("This check-in is closed.");
      expect(await read("ben")).not.toContain("only reminder");
    });

    it("closes: the channel reads how many answered, and nobody's words", async ({ stage }) => {
      await starts(stage);
      for (const name of ["ana", "ben"] as const) await stage.presses(name, "Nothing to report");
      await stage.presses("cleo", "Answer");
      await stage.fills("cleo", { way: "nobody answers the ward phone after five" });
      for (let day = 0; day < 10; day += 1) await stage.passes(24 * 60);

      const [summary = "", ...more] = await stage.reads();
      expect(more).toEqual([]);
      expect(summary).toContain("Weekly check-in");
      expect(summary).toContain("3 of 3 answered");
      expect(summary).not.toContain("ward phone");
    });

    it("links: a code from another platform makes two accounts one person, until that person says no", async ({
      stage,
    }) => {
      await stage.types("ben", "/kudos mine");
      const wrong = await stage.types("ben", "/rapport link 222-222");
      const linked = await stage.types("ben", `/rapport link ${await stage.codeElsewhere()}`);
      await stage.passes(0);
      const told = await stage.inbox("ben");
      const parted = await stage.presses("ben", "That's not me");

      expect(wrong).toContain("I don't know this code");
      expect(linked).toContain("Ben Okafor");
      expect(linked).toContain("Benjamin Okafor");
      expect(linked).toContain("are one person here now");
      expect(told.filter((one) => one.includes("are one person here now")).length).toBeGreaterThan(
        0,
      );
      expect(parted).toContain("they are two persons here again");
      expect(await stage.reads()).toEqual([]);
    });

    it("shows the code that makes them one to whoever asked for it, and to nobody else", async ({
      stage,
    }) => {
      const shown = await stage.types("ben", "/rapport link");

      expect(shown).toMatch(/Your code is [A-Z0-9]{3}-[A-Z0-9]{3}/);
      expect(await stage.reads()).toEqual([]);
    });

    it("answers what nothing could be made of with the short help", async ({ stage }) => {
      expect(await stage.types("ana", "/kudos help")).toContain("/kudos undo");
    });
  });
}
