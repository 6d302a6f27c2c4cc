import { describe, expect, test } from "vitest";

import { botToken } from "../../support/emulate.ts";
import { openSlackOffice, type SlackOffice, until, wordsIn } from "../../support/slackOffice.ts";
import { openSlackSocket, type SlackSocket } from "../../support/socket.ts";

const it = test.extend<{ socket: SlackSocket; office: SlackOffice }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names it destructures.
  socket: async ({}, use) => {
    const socket = await openSlackSocket();
    await use(socket);
    await socket.close();
  },
  office: async ({ socket }, use) => {
    const office = await openSlackOffice({
      config: { botToken, appToken: "xapp-socket" },
      prepare: (proxy) => proxy.answer("apps.connections.open", { ok: true, url: socket.url }),
    });
    await use(office);
    await office.close();
  },
});

const kudos = (office: SlackOffice, id: string) => ({
  type: "slash_commands",
  envelope_id: id,
  accepts_response_payload: true,
  payload: {
    command: "/kudos",
    text: `<@${office.emulated.people.ben}|ben> for the calm handover`,
    team_id: office.emulated.team,
    user_id: office.emulated.people.ana,
    channel_id: office.emulated.channels["ward-4"],
    channel_name: "ward-4",
    trigger_id: `trigger of ${id}`,
    response_url: office.driver.responseUrl,
  },
});

const home = (office: SlackOffice, id: string) => ({
  type: "events_api",
  envelope_id: id,
  accepts_response_payload: false,
  payload: {
    type: "event_callback",
    team_id: office.emulated.team,
    event_id: `event of ${id}`,
    event: { type: "app_home_opened", user: office.emulated.people.ana, tab: "home" },
  },
});

const answered = (socket: SlackSocket, id: string) =>
  socket.answers.find(({ envelope_id }) => envelope_id === id);

describe("Socket Mode", () => {
  it("answers a kudos over the socket, once it is kept", async ({ office, socket }) => {
    socket.send(kudos(office, "1"));
    await until(() => answered(socket, "1") !== undefined);
    await office.settle();

    expect(wordsIn(answered(socket, "1")?.payload)).toContain("Sent to *Ben Okafor*");
    expect(await office.emulated.posts(office.emulated.channels["ward-4"] ?? "")).toHaveLength(1);
  });

  it("leaves an event unacknowledged that could not be kept, so that Slack sends it again", async ({
    office,
    socket,
  }) => {
    socket.send(kudos(office, "met"));
    await until(() => answered(socket, "met") !== undefined);
    office.breakDatabase(true);
    socket.send(home(office, "1"));
    await until(() => office.logged.some((line) => line.startsWith("nothing was kept")));
    office.breakDatabase(false);
    socket.send(home(office, "2"));
    await until(() => answered(socket, "2") !== undefined);

    expect(answered(socket, "1")).toBeUndefined();
  });
});
