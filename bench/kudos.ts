/** A kudos as it comes in: to the engine, and as Slack would send it. */
import type { Inbound } from "../src/chat/inbound.ts";
import { typed } from "../src/privacy/typed.ts";
import { type Colleague, team } from "./hospital.ts";

export const reason = "for staying late to help the night shift with the new analyser";

export const kudos = (giver: Colleague, receiver: Colleague, delivery: string): Inbound => ({
  kind: "command",
  platform: "slack",
  workspace: team,
  account: giver.account,
  delivery,
  place: { kind: "channel", channel: "C0WARD000" },
  learnt: [],
  command: "kudos",
  words: [
    { kind: "account", externalId: receiver.account },
    { kind: "text", text: typed(reason) },
  ],
});

/** The body of Slack's request for `/kudos @receiver for …`. */
export const kudosBody = (giver: Colleague, receiver: Colleague, delivery: string): string =>
  new URLSearchParams({
    token: "gone-out-of-use",
    team_id: team,
    team_domain: "annes",
    channel_id: "C0WARD000",
    channel_name: "ward",
    user_id: giver.account,
    user_name: giver.account.toLowerCase(),
    command: "/kudos",
    text: `<@${receiver.account}|them> ${reason}`,
    api_app_id: "A0BENCH00",
    is_enterprise_install: "false",
    response_url: "http://127.0.0.1:9/commands/T0BENCH00/1/2",
    trigger_id: delivery,
  }).toString();
