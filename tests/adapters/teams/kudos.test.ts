import { describe, expect } from "vitest";

import type { Drawn } from "../../support/fakeConnector.ts";
import {
  buttonsIn,
  executes,
  inputsIn,
  presses,
  textOf,
  typesInChannel,
  typesPrivately,
} from "../../support/teamsActs.ts";
import {
  bot,
  channel,
  inPrivate,
  it,
  privateChat,
  type TeamsOffice,
  wordsIn,
} from "../../support/teamsOffice.ts";

const thanks = "kudos @ben for the calm handover";

const posts = ({ connector }: TeamsOffice) => connector.standing(channel);
const chat = (office: TeamsOffice, name: string) =>
  office.connector.standing(privateChat(office, name));
const last = (office: TeamsOffice, name: string) => wordsIn(chat(office, name).at(-1)?.card);

async function recognitions({ store }: TeamsOffice): Promise<number> {
  const found = await store.transact((tx) =>
    tx.selectFrom("recognition").select("recognition_id").execute(),
  );
  return found.length;
}

/** The newest card in somebody's private conversation. */
function own(office: TeamsOffice, name: string): { card: Drawn; message: string } {
  const standing = chat(office, name).at(-1);
  if (standing === undefined) throw new Error(`${name} has no card`);
  return { card: standing.card, message: standing.id };
}

describe("thanking somebody in Teams", () => {
  it.for([
    "kudos @ben for the calm handover",
    "/kudos @ben for the calm handover",
    "Kudos @ben for the calm handover",
    "kudos\u00a0@ben for the calm handover",
  ])("understands “%s”, in a channel and in private", async (text, { office }) => {
    await typesInChannel(office, "ana", text);
    await office.settle();
    expect(last(office, "ana")).toContain("Sent to Ben Okafor");

    await typesPrivately(office, "cleo", text);
    await office.settle();
    expect(last(office, "cleo")).toContain("Ben Okafor");
    expect(await recognitions(office)).toBe(2);
  });

  it.for(["leaderboard", "checkin", "rapport", "feedback"])(
    "knows the command %s",
    async (command, { office }) => {
      await typesPrivately(office, "ana", command);
      await office.settle();
      const plain = last(office, "ana");
      await typesPrivately(office, "ana", "what is this?");
      await office.settle();

      expect(plain).not.toBe("");
      expect(last(office, "ana")).toContain("kudos");
      expect(plain).not.toBe(last(office, "ana"));
    },
  );

  it("takes only its own mention away: two of one name are told apart", async ({ office }) => {
    const [first, second] = [office.people.ben, office.people.cleo];
    const text = "<at>Rapport</at>&nbsp;kudos <at>Ben</at> <at>Ben</at> for the calm handover";
    const mention = (id = "", name = "Ben") => ({
      type: "mention",
      text: `<at>${name}</at>`,
      mentioned: { id, name },
    });
    await typesInChannel(office, "ana", "", {
      text,
      entities: [mention(bot, "Rapport"), mention(first?.id), mention(second?.id)],
    });
    await office.settle();

    expect(last(office, "ana")).toContain("Sent to Ben Okafor and Cleo Martin");
  });

  it("hears nothing in a channel that isn't said to it", async ({ office }) => {
    const before = office.connector.calls.length;
    const said = textOf(office, thanks, false);
    const { status } = await typesInChannel(office, "ana", "", said);
    await office.settle();

    expect(status).toBe(200);
    expect(await recognitions(office)).toBe(0);
    expect(office.connector.calls).toHaveLength(before);
  });

  it("learns who it has never seen before it judges, by whatever name Teams has for them", async ({
    office,
  }) => {
    const nora = {
      id: "29:1new-Person_9",
      objectId: "00000000-0000-4000-8000-000000009999",
      name: "Nora Lind",
      email: "nora@annes.example",
    };
    office.connector.gather(channel, [...Object.values(office.people), nora], "19:t@thread.tacv2");
    await typesInChannel(office, "ana", "", {
      text: "<at>Rapport</at> kudos <at>Nora Lind</at> for the calm handover",
      entities: [
        { type: "mention", text: "<at>Rapport</at>", mentioned: { id: bot, name: "Rapport" } },
        { type: "mention", text: "<at>Nora Lind</at>", mentioned: { id: nora.id, name: "N" } },
      ],
    });
    await office.settle();

    expect(last(office, "ana")).toContain("Sent to Nora Lind");
  });

  it("counts once what Teams sends again: by its id, and by the card's own mark", async ({
    office,
  }) => {
    await Promise.all([
      typesInChannel(office, "ana", thanks, { id: "f:1" }),
      typesInChannel(office, "ana", thanks, { id: "f:1" }),
    ]);
    await office.settle();
    expect(await recognitions(office)).toBe(1);

    const { card, message } = own(office, "ana");
    const where = { message, channel: false };
    const first = await presses(office, "ana", card, "Undo", where, {}, { id: "f:2" });
    const same = await presses(office, "ana", card, "Undo", where, {}, { id: "f:2" });
    const other = await presses(office, "ana", card, "Undo", where, {}, { id: "f:3" });

    const words = [first, same, other].map(({ body }) => wordsIn(body.value as Drawn));
    expect(words[0]).toContain("Taken back");
    expect(new Set(words).size).toBe(1);
  });

  it.for(["kudos @ana for my own calm", "leaderboard", "kudos mine", "kudos @ben"])(
    "answers “%s”, typed in a channel, in private and with no word there",
    async (text, { office }) => {
      await typesInChannel(office, "ana", text);
      await office.settle();
      await office.passes(60_000);

      expect(last(office, "ana")).not.toBe("");
      expect(posts(office)).toEqual([]);
    },
  );

  it("says a spent allowance to its giver alone", async ({ office }) => {
    for (const whom of ["ben", "cleo", "dan", "lee", "ben"])
      await typesInChannel(office, "ana", `kudos @${whom} for the calm handover`);
    await office.passes(10_000);
    const before = posts(office).length;
    await typesInChannel(office, "ana", "kudos @cleo for the spare pair of hands");
    await office.settle();
    await office.passes(10_000);

    expect(last(office, "ana")).toContain("left");
    expect(posts(office)).toHaveLength(before);
    expect(
      posts(office)
        .map(({ card }) => wordsIn(card))
        .join(),
    ).not.toContain("left");
  });

  it("tells the channel only that it can't answer, where it may not write privately", async ({
    office,
  }) => {
    const { ana } = office.people;
    if (ana !== undefined) office.connector.uninstall(ana);
    await typesInChannel(office, "ana", "leaderboard");
    await office.settle();

    expect(posts(office).map(({ card }) => wordsIn(card))).toEqual([
      "I can't reach you privately yet. Open Rapport and write: hello.",
    ]);
  });

  it("does nothing for whoever a card wasn't for, and tells them alone", async ({ office }) => {
    await typesInChannel(office, "ana", thanks);
    await office.settle();
    const { card, message } = own(office, "ana");

    const { body } = await presses(office, "cleo", card, "Undo", { message, channel: true });
    await office.settle();

    expect(body).toMatchObject({
      statusCode: 200,
      type: "application/vnd.microsoft.activity.message",
      value: expect.stringContaining("somebody else's"),
    });
    expect(await recognitions(office)).toBe(1);
    expect(chat(office, "cleo")).toEqual([]);
  });

  it.for<{ readonly name: string; readonly change: (data: Record<string, string>) => object }>([
    { name: "a changed value", change: ({ rapport, mark }) => ({ rapport: `${rapport} `, mark }) },
    { name: "a made-up mark", change: ({ rapport }) => ({ rapport, mark: "test.AAAA" }) },
    { name: "no mark", change: ({ rapport }) => ({ rapport }) },
    { name: "nothing of ours", change: () => ({ action: "recognition.undo" }) },
  ])("refuses a card with $name", async ({ change }, { office }) => {
    await typesInChannel(office, "ana", thanks);
    await office.settle();
    const { card, message } = own(office, "ana");
    const [button] = buttonsIn(card);
    const data = change(button?.data as Record<string, string>) as Record<string, unknown>;

    const { status, body } = await executes(
      office,
      "ana",
      { type: "Action.Execute", title: "Undo", verb: "recognition.undo", data },
      { message, channel: false },
    );

    expect(status).toBe(200);
    expect(body.value).toContain("can't use this card any more");
    const undone = await office.store.transact((tx) =>
      tx.selectFrom("recognition").select("undone_at").execute(),
    );
    expect(undone).toEqual([{ undone_at: null }]);
  });

  it("replaces the card by what became of it, at once and for good", async ({ office }) => {
    await typesInChannel(office, "ana", thanks);
    await office.settle();
    const { card, message } = own(office, "ana");
    const { body } = await presses(office, "ana", card, "Undo", { message, channel: false });
    await office.settle();

    expect(body.type).toBe("application/vnd.microsoft.card.adaptive");
    expect(chat(office, "ana")).toHaveLength(1);
    expect(last(office, "ana")).toContain("Taken back");
  });

  it("takes the form inline, keeps its words where something is wrong, and is done after it", async ({
    office,
  }) => {
    await typesPrivately(office, "ana", "kudos @ben for catching the potassium, MRN 00482913");
    await office.settle();
    const refusal = own(office, "ana");
    await presses(office, "ana", refusal.card, "Fix it", {
      message: refusal.message,
      channel: false,
    });
    await office.settle();
    const form = own(office, "ana");
    const where = { message: form.message, channel: false };
    const [submit] = buttonsIn(form.card);
    if (submit === undefined) throw new Error("The form can't be sent");
    const filled = (card: Drawn, reason: string) => ({ ...inputsIn(card), "field reason": reason });

    const wrong = await executes(
      office,
      "ana",
      submit,
      where,
      filled(form.card, "for the potassium, MRN 00482913"),
    );
    const again = wrong.body.value as Drawn;
    expect(wordsIn(again)).toContain("record number");
    expect(inputsIn(again)["field reason"]).toContain("for the potassium");

    const [resubmit] = buttonsIn(again);
    const preview = await executes(
      office,
      "ana",
      resubmit ?? submit,
      where,
      filled(again, "for catching the potassium"),
    );
    const [send] = buttonsIn(preview.body.value as Drawn);
    const sent = await executes(office, "ana", send ?? submit, where);
    await office.settle();

    expect(wordsIn(sent.body.value as Drawn)).toContain("Ben Okafor has your thanks");
    expect(last(office, "ana")).toContain("Ben Okafor has your thanks");
  });

  it("says how to delete a message that holds a patient's details, and repeats none of it", async ({
    office,
  }) => {
    const text = "kudos @ben for catching the potassium, MRN 00482913";
    await typesInChannel(office, "ana", text);
    await office.settle();
    const inChannel = last(office, "ana");
    await typesPrivately(office, "ana", text);
    await office.settle();

    expect(inChannel).toContain(
      "Your message is still in the channel and looks like it holds a patient's record number. Please delete it there: ⋯ › Delete.",
    );
    expect(last(office, "ana")).toContain("Your message is still in this chat");
    for (const { card } of chat(office, "ana")) expect(wordsIn(card)).not.toContain("potassium");
    expect(posts(office)).toEqual([]);
  });

  it("asks where the words may name a patient, and sends them once a box is ticked", async ({
    office,
  }) => {
    await typesPrivately(office, "ana", "kudos");
    await office.settle();
    const form = own(office, "ana");
    const where = { message: form.message, channel: false };
    const sends = async (card: Drawn, more: Readonly<Record<string, string>> = {}) => {
      const [submit] = buttonsIn(card);
      if (submit === undefined) throw new Error("The form can't be sent");
      const reason = "for sitting with Margaret Holloway before her biopsy";
      const inputs = { ...inputsIn(card), "field reason": reason, ...more };
      return (await executes(office, "ana", submit, where, inputs)).body.value as Drawn;
    };
    const ben = await office.store.transact((tx) =>
      tx
        .selectFrom("person")
        .select("person_id")
        .where("name", "=", "Ben Okafor")
        .executeTakeFirstOrThrow(),
    );

    const asked = await sends(form.card, { "field to": ben.person_id });
    expect(wordsIn(asked)).toContain("Margaret Holloway");
    expect(inputsIn(asked)).toHaveProperty("field noPatient");
    const unticked = await sends(asked);
    expect(wordsIn(unticked)).toContain("Margaret Holloway");
    const preview = await sends(unticked, { "field noPatient": "0" });

    expect(wordsIn(preview)).not.toContain("Not sent yet");
    expect(await recognitions(office)).toBe(0);
    const [send] = buttonsIn(preview);
    if (send === undefined) throw new Error("There is no preview");
    await executes(office, "ana", send, where);
    expect(await recognitions(office)).toBe(1);
  });

  it("takes a press that comes as a message, as older clients send it", async ({ office }) => {
    await typesInChannel(office, "ana", thanks);
    await office.settle();
    const { card, message } = own(office, "ana");
    const [button] = buttonsIn(card);
    await office.send({
      type: "message",
      ...inPrivate(office, "ana"),
      replyToId: message,
      value: button?.data,
    });
    await office.settle();

    expect(last(office, "ana")).toContain("Taken back");
  });

  it("keeps the zone and the language that each activity tells", async ({ office }) => {
    const seen = () =>
      office.store.transact((tx) =>
        tx
          .selectFrom("person")
          .select(["zone", "locale"])
          .where("name", "=", "Ana Silva")
          .execute(),
      );
    await typesPrivately(office, "ana", "home");
    const first = await seen();
    await typesPrivately(office, "ana", "home", {
      localTimezone: "America/Chicago",
      locale: "de-DE",
    });
    await office.settle();

    expect(first).toEqual([{ zone: "Europe/Lisbon", locale: "en-GB" }]);
    expect(await seen()).toEqual([{ zone: "America/Chicago", locale: "de-DE" }]);
    expect(last(office, "ana")).toContain("Danke sagen");
  });

  it("keeps nothing, and says so, where Teams or the database doesn't answer", async ({
    office,
  }) => {
    await typesInChannel(office, "ana", thanks);
    await office.settle();
    office.breakDatabase(true);
    const { card, message } = own(office, "ana");
    const { body } = await presses(office, "ana", card, "Undo", { message, channel: false });
    await typesPrivately(office, "ben", "kudos @ana for the calm handover");
    await office.settle();
    office.breakDatabase(false);

    expect(body.value).toContain("Not saved");
    expect(last(office, "ben")).toContain("Not saved");
    expect(await recognitions(office)).toBe(1);
  });
});
