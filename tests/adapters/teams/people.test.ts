import { describe, expect, it as plainIt } from "vitest";

import type { Drawn, Person } from "../../support/fakeConnector.ts";
import {
  buttonsIn,
  inputsIn,
  invokes,
  typesInChannel,
  typesPrivately,
} from "../../support/teamsActs.ts";
import {
  bot,
  channel,
  fromOf,
  inChannel,
  inPrivate,
  it,
  openTeamsOffice,
  personOf,
  privateChat,
  type TeamsOffice,
  team,
  tenant,
  wordsIn,
} from "../../support/teamsOffice.ts";

const last = (office: TeamsOffice, name: string) =>
  wordsIn(office.connector.standing(privateChat(office, name)).at(-1)?.card);

const accounts = ({ store }: TeamsOffice) =>
  store.transact((tx) =>
    tx
      .selectFrom("account")
      .select(["external_id", "name", "kind", "address", "person_id"])
      .orderBy("external_id")
      .execute(),
  );

/** What a people field shows while somebody types. */
async function searches(office: TeamsOffice, name: string, queryText: string): Promise<string[]> {
  const { body } = await invokes(office, name, "application/search", {
    kind: "search",
    queryText,
    queryOptions: { skip: 0, top: 15 },
    dataset: "receivers",
  });
  expect(body).toMatchObject({
    statusCode: 200,
    type: "application/vnd.microsoft.search.searchResponse",
  });
  return (body.value as { results: { title: string }[] }).results.map(({ title }) => title);
}

describe("the people of Teams", () => {
  plainIt(
    "are all learnt from a roster of 1,200 that comes in pages",
    { timeout: 120_000 },
    async () => {
      const crowd = Array.from({ length: 1_195 }, (_, at) => personOf(at + 100, `Nurse ${at}`));
      const office = await openTeamsOffice({ crowd });

      const known = await accounts(office);
      const found = await searches(office, "ana", "Nurse 1194");
      const pages = office.connector.calls.filter(({ path }) => path.endsWith("pagedmembers"));
      await office.close();

      expect(known).toHaveLength(1_200);
      expect(known.filter(({ person_id }) => person_id === null)).toEqual([]);
      expect(found).toEqual(["Nurse 1194"]);
      expect(pages.length).toBeGreaterThanOrEqual(6);
    },
  );

  plainIt("keep their names, and are told apart, whatever they are called", async () => {
    const crowd = [
      personOf(200, "Maria Costa", { email: "maria@annes.example" }),
      personOf(201, "Maria Costa", { email: "maria.c@annes.example" }),
      personOf(202, "نورة الحربي"),
      personOf(203, "דנה 🧪 לוי"),
      personOf(204, "Zoë 👩🏽‍⚕️ O'Neil-Ng"),
    ];
    const office = await openTeamsOffice({ crowd });

    expect(await searches(office, "ana", "Maria")).toEqual(["Maria Costa", "Maria Costa"]);
    expect(await searches(office, "ana", "נה")).toEqual([]);
    expect(await searches(office, "ana", "דנה")).toEqual(["דנה 🧪 לוי"]);
    expect(await searches(office, "ana", "نورة")).toEqual(["نورة الحربي"]);

    const mention = (name: string, id = "") => ({
      type: "mention",
      text: `<at>${name}</at>`,
      mentioned: { id, name },
    });
    const named = crowd.map(({ name, id }) => mention(name, id));
    const us = mention("Rapport", bot);
    await typesInChannel(office, "ana", "", {
      text: `${[us, ...named]
        .map(({ text }) => text)
        .join(" ")
        .replace("</at>", "</at> kudos")} for the calm handover`,
      entities: [us, ...named],
    });
    await office.passes(0);
    const post = wordsIn(office.connector.standing(channel)[0]?.card);
    const receivers = await office.store.transact((tx) =>
      tx.selectFrom("recognition_receiver").select("person_id").execute(),
    );
    await office.close();

    for (const { name } of crowd) expect(post).toContain(name);
    expect(new Set(receivers.map(({ person_id }) => person_id)).size).toBe(5);
  });

  plainIt("may be thanked a hundred at once", async () => {
    const crowd = Array.from({ length: 100 }, (_, at) => personOf(at + 300, `Nurse Number${at}`));
    const office = await openTeamsOffice({ crowd });
    const entities = crowd.map(({ name, id }) => ({
      type: "mention",
      text: `<at>${name}</at>`,
      mentioned: { id, name },
    }));
    const before = office.connector.calls.length;
    const { status } = await typesPrivately(office, "ana", "", {
      text: `kudos ${entities.map(({ text }) => text).join(" ")} for the move to the new ward`,
      entities,
    });
    await office.settle();
    const asked = office.connector.calls.slice(before).filter(({ method }) => method === "GET");
    const answer = last(office, "ana");
    await office.close();

    expect(status).toBe(200);
    expect(answer).toContain("That's 100 people; 20 fit in one thanks");
    expect(answer).toContain("for the move to the new ward");
    expect(asked).toEqual([]);
  });

  plainIt("are no guests, no strangers and no bots", async () => {
    const crowd: Person[] = [
      personOf(400, "Gia Guest", { userRole: "guest", email: "gia@other.example" }),
      personOf(401, "Sam Stranger", { tenantId: "another-tenant" }),
      { id: "28:other-bot", objectId: "", name: "Another bot" },
    ];
    const office = await openTeamsOffice({ crowd });
    const known = await accounts(office);
    await typesInChannel(office, "ana", "", {
      text: "<at>Rapport</at> kudos <at>Gia Guest</at> for the calm handover",
      entities: [
        { type: "mention", text: "<at>Rapport</at>", mentioned: { id: bot, name: "Rapport" } },
        { type: "mention", text: "<at>Gia Guest</at>", mentioned: { id: crowd[0]?.id } },
      ],
    });
    await office.settle();
    await office.close();

    const kinds = Object.fromEntries(known.map(({ name, kind }) => [name, kind]));
    expect(kinds).toMatchObject({
      "Gia Guest": "guest",
      "Sam Stranger": "stranger",
      "Another bot": "bot",
      "Ana Silva": "member",
    });
    expect(known.filter(({ person_id }) => person_id === null)).toHaveLength(3);
  });

  it("are known by their Entra id, and called by what Teams calls them", async ({ office }) => {
    const { ana } = office.people;
    const [known] = (await accounts(office)).filter(({ name }) => name === "Ana Silva");

    expect(known).toMatchObject({ external_id: ana?.objectId, address: ana?.id });
  });

  it("finds people of the whole directory while somebody types", async ({ office }) => {
    await typesPrivately(office, "ana", "kudos");
    await office.settle();
    const form = office.connector.standing(privateChat(office, "ana")).at(-1)?.card;

    expect(JSON.stringify(form)).toContain('"choices.data"');
    expect(await searches(office, "ana", "Ok")).toEqual(["Ben Okafor"]);
    expect(await searches(office, "ana", "nobody")).toEqual([]);
  });

  plainIt("are met in whichever order Teams tells of an installation, and once", async () => {
    for (const order of [
      ["installationUpdate", "conversationUpdate"],
      ["conversationUpdate", "installationUpdate"],
    ]) {
      const office = await openTeamsOffice({ uninstalled: true });
      for (const person of Object.values(office.people)) office.connector.install(person);
      for (const type of order)
        await office.send({
          ...inPrivate(office, "ana"),
          type,
          ...(type === "installationUpdate"
            ? { action: "add" }
            : { membersAdded: [{ id: bot }, { id: office.people.ana?.id }] }),
        });
      await office.settle();
      for (let n = 0; n < 5; n += 1) await office.passes(60_000);
      const known = await accounts(office);
      const said = office.connector.standing(privateChat(office, "ana"));
      await office.close();

      expect(known.map(({ name }) => name)).toEqual(["Ana Silva"]);
      expect(said.map(({ card }) => wordsIn(card))).toEqual([
        expect.stringContaining("When do you mostly work?"),
      ]);
    }
  });

  it("makes the first who put Rapport into Teams an admin, and nobody after them", async ({
    office,
  }) => {
    await office.send({ ...inPrivate(office, "ana"), type: "installationUpdate", action: "add" });
    await office.settle();

    const admins = await office.store.transact((tx) =>
      tx
        .selectFrom("role as r")
        .innerJoin("person as p", "p.person_id", "r.person_id")
        .select(["p.name", "r.role"])
        .execute(),
    );
    expect(admins).toEqual([{ name: "Lee Wong", role: "admin" }]);
  });

  it("learns who joins a team, and forgets a team it was taken out of", async ({ office }) => {
    const nora = personOf(900, "Nora Lind", { email: "nora@annes.example" });
    office.connector.gather(channel, [...Object.values(office.people), nora], team);
    await office.send({
      ...inChannel(office, "lee"),
      type: "conversationUpdate",
      membersAdded: [{ id: nora.id, aadObjectId: nora.objectId }],
    });
    expect((await accounts(office)).map(({ name }) => name)).toContain("Nora Lind");

    await office.send({
      ...inChannel(office, "lee"),
      type: "conversationUpdate",
      membersRemoved: [{ id: bot }],
    });
    const left = await office.store.transact((tx) =>
      tx.selectFrom("conversation").select("external_id").where("roster", "=", team).execute(),
    );
    expect(left).toEqual([]);
  });

  it("offers the channels of its teams where a form asks for one", async ({ office }) => {
    await typesPrivately(office, "lee", "rapport setup");
    await office.settle();
    const setup = office.connector.standing(privateChat(office, "lee")).at(-1);
    const button = buttonsIn(setup?.card).find(({ title }) => /channel/i.test(title));
    if (button === undefined || setup === undefined) throw new Error("Setup asks for no channel");
    await office.send({
      type: "invoke",
      name: "adaptiveCard/action",
      ...inPrivate(office, "lee"),
      replyToId: setup.id,
      value: { action: { type: "Action.Execute", verb: button.verb, data: button.data } },
    });
    await office.settle();

    expect(last(office, "lee")).toContain("Ward 4");
  });
});

describe("the message extension", () => {
  const task = (body: Readonly<Record<string, unknown>>) =>
    (body.task as { value: { title: string; card: { content: Drawn } } }).value;

  it("gives from the compose box: a form as a dialog, its mistakes in it, and what came of it", async ({
    office,
  }) => {
    const opened = await invokes(office, "ana", "composeExtension/fetchTask", {
      commandId: "give_kudos",
      commandContext: "compose",
    });
    const form = task(opened.body).card.content;
    expect(wordsIn(form)).toContain("Who helped you?");
    const ben = (await invokes(office, "ana", "application/search", {
      queryText: "Ben",
      dataset: "receivers",
    })) as unknown as { body: { value: { results: { value: string }[] } } };
    const to = ben.body.value.results[0]?.value ?? "";
    const submit = (card: Drawn, inputs: object) =>
      invokes(office, "ana", "composeExtension/submitAction", {
        commandId: "give_kudos",
        data: { ...buttonsIn(card)[0]?.data, ...inputsIn(card), ...inputs },
      });
    const fields = form.body as { id?: string; "choices.data"?: object }[];
    const receivers = fields.find((one) => one["choices.data"] !== undefined)?.id ?? "";

    const wrong = await submit(form, {
      [receivers]: to,
      "field reason": "for the potassium, MRN 00482913",
    });
    expect(wordsIn(task(wrong.body).card.content)).toContain("record number");
    const preview = await submit(task(wrong.body).card.content, {
      [receivers]: to,
      "field reason": "for the calm handover",
    });
    const sent = await submit(task(preview.body).card.content, {});

    expect(wordsIn(task(sent.body).card.content)).toContain("Ben Okafor has your thanks");
    expect(JSON.stringify(sent.body)).not.toContain("Action.Execute");
  });

  it("gives from a message, to its author", async ({ office }) => {
    const { body } = await invokes(office, "ana", "composeExtension/fetchTask", {
      commandId: "give_kudos_for_message",
      commandContext: "message",
      messagePayload: {
        id: "1770000000000",
        linkToMessage: "https://teams.microsoft.com/l/message/x/1",
        from: { user: { id: office.people.ben?.objectId, displayName: "Ben Okafor" } },
        body: { content: "the text of the message is never read" },
      },
    });

    expect(wordsIn(task(body).card.content)).toContain("Ben Okafor");
    expect(JSON.stringify(body)).not.toContain("never read");
  });

  it("finds people from the compose box", async ({ office }) => {
    const { body } = await invokes(office, "ana", "composeExtension/query", {
      commandId: "people",
      parameters: [{ name: "name", value: "Okaf" }],
    });

    const { attachments } = body.composeExtension as {
      attachments: { content: Drawn; preview: { content: { title: string } } }[];
    };
    expect(attachments.map(({ preview }) => preview.content.title)).toEqual(["Ben Okafor"]);
    expect(wordsIn(attachments[0]?.content)).toBe("Ben Okafor");
  });

  it("finds what thanks are given for, to name it in a message", async ({ office }) => {
    const { body } = await invokes(office, "ana", "composeExtension/query", {
      commandId: "values",
      parameters: [{ name: "name", value: "Good-C" }],
    });
    const all = await invokes(office, "ana", "composeExtension/query", {
      commandId: "values",
      parameters: [{ name: "initialRun", value: "true" }],
    });

    type Found = { attachments: { content: Drawn; preview: { content: { title: string } } }[] };
    const found = body.composeExtension as Found;
    expect(found.attachments.map(({ preview }) => preview.content.title)).toEqual([
      "🔎 Good catch #goodcatch",
    ]);
    expect(wordsIn(found.attachments[0]?.content)).toMatch(/Good catch #goodcatch.+\S/s);
    expect((all.body.composeExtension as Found).attachments).toHaveLength(7);
  });

  it("works where Rapport isn't in the conversation", async ({ office }) => {
    const { body } = await office.send({
      type: "invoke",
      name: "composeExtension/fetchTask",
      ...fromOf(office, "cleo"),
      conversation: {
        id: "19:somewhere@thread.v2",
        conversationType: "groupChat",
        tenantId: tenant,
      },
      channelData: { tenant: { id: tenant } },
      value: { commandId: "give_kudos", commandContext: "compose" },
    });

    expect(wordsIn(task(body).card.content)).toContain("Who helped you?");
  });
});
