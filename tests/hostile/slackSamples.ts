/** What Slack sends: recorded from it, and the same for commands, buttons and forms of our own. */
import { readdirSync, readFileSync } from "node:fs";

import { actionId } from "../../adapters/slack/cards.ts";
import { renderForm } from "../../adapters/slack/forms.ts";
import { again } from "../../adapters/slack/inbound.ts";
import { words } from "../../src/chat/line.ts";
import { typed } from "../../src/privacy/typed.ts";

const folder = new URL("../fixtures/slack/", import.meta.url);

/** Each payload that Slack once sent to another app. */
export const recorded: readonly Record<string, unknown>[] = readdirSync(folder, {
  recursive: true,
  encoding: "utf8",
})
  .filter((file) => file.endsWith(".json"))
  .flatMap((file) => {
    const all = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as object;
    return Object.values(all).filter(
      (one) => typeof one === "object" && one !== null && ("type" in one || "command" in one),
    );
  });

const who = {
  user: { id: "U0ANA", username: "ana", team_id: "T0ANNES", locale: "en-US" },
  team: { id: "T0ANNES", domain: "st-annes" },
  enterprise: null,
  is_enterprise_install: false,
  trigger_id: "1.2.abc",
  response_url: "https://hooks.slack.com/actions/T0ANNES/1/abc",
};

const command = {
  command: "/kudos",
  text: "<@U0BEN|ben> and <!subteam^S0LAB|@lab> in <#C0WARD|ward-4> for the calm &amp; kind handover",
  user_id: "U0ANA",
  team_id: "T0ANNES",
  channel_id: "C0WARD",
  channel_name: "ward-4",
  trigger_id: "1.2.abc",
  response_url: who.response_url,
  is_enterprise_install: "false",
};

const form = renderForm(
  {
    form: "recognition.give",
    title: words("Give kudos"),
    submit: words("Send"),
    state: { draft: "rec_1", step: 2, people: ["prs_1"] },
    fields: [
      { kind: "text", name: "text", label: words("For what"), most: 500, initial: typed("tea") },
      { kind: "people", name: "people", label: words("Who"), most: 10 },
      {
        kind: "choice",
        name: "value",
        label: words("Value"),
        choices: [
          { value: "a", label: words("A") },
          { value: "b", label: words("B") },
        ],
      },
      { kind: "channel", name: "channel", label: words("Where") },
    ],
  },
  { place: { kind: "channel", channel: "C0WARD", shared: false }, card: who.response_url },
);

const view = {
  ...form,
  id: "V0FORM",
  hash: "1.x",
  state: {
    values: {
      "recognition.give text": { text: { type: "plain_text_input", value: "for the tea" } },
      "recognition.give people": {
        people: { type: "multi_external_select", selected_options: [{ value: "prs_1" }] },
      },
      "recognition.give value": {
        value: { type: "radio_buttons", selected_option: { value: "a" } },
      },
      "recognition.give channel": {
        channel: { type: "conversations_select", selected_conversation: "C0WARD" },
      },
    },
  },
};

const press = (action: string, value: unknown, where: object) => ({
  type: "block_actions",
  ...who,
  ...where,
  actions: [
    {
      type: "button",
      block_id: "b",
      action_id: actionId(action, 0),
      value: JSON.stringify(value),
      action_ts: "1700000000.000100",
    },
  ],
});

const inMessage = {
  container: {
    type: "message",
    channel_id: "C0WARD",
    message_ts: "1700000000.0001",
    is_ephemeral: true,
  },
  channel: { id: "C0WARD", name: "ward-4" },
};

const event = (inside: object) => ({
  type: "event_callback",
  team_id: "T0ANNES",
  event_id: "Ev1",
  event_time: 1_700_000_000,
  authorizations: [{ team_id: "T0ANNES", enterprise_id: null, is_enterprise_install: false }],
  is_ext_shared_channel: false,
  event: inside,
});

const person = {
  id: "U0ANA",
  team_id: "T0ANNES",
  name: "ana",
  real_name: "Ana Silva",
  tz: "Europe/Lisbon",
  locale: "en-US",
  is_admin: false,
  profile: { display_name: "Ana", email: "ana@annes.example" },
};

const reaction = {
  user: "U0ANA",
  reaction: "kudos",
  item: { type: "message", channel: "C0WARD", ts: "1700000000.0001" },
  item_user: "U0BEN",
  event_ts: "1700000001.0001",
};

const kindOf = ({ type, command, event: told }: Record<string, unknown>): string =>
  told !== undefined ? "events" : command !== undefined ? "commands" : String(type);

const ours: readonly Record<string, unknown>[] = [
  command,
  { ...command, text: "" },
  press("recognition.undo", { recognition: "rec_1" }, inMessage),
  press(again, { command: "/kudos", text: command.text }, inMessage),
  press("setup.open", null, { view: { id: "V0HOME", type: "home" } }),
  press("checkins.tap", { prompt: "prm_1", answer: "clear" }, { view }),
  { type: "view_submission", ...who, view },
  { type: "block_suggestion", ...who, view, action_id: "people", value: "be" },
  { type: "shortcut", ...who, callback_id: "give_kudos" },
  {
    type: "message_action",
    ...who,
    callback_id: "give_kudos_for_message",
    channel: inMessage.channel,
    message: { ts: "1700000000.0001", user: "U0BEN", thread_ts: "1699999999.0001", text: "Hello" },
  },
  event({
    type: "app_home_opened",
    user: "U0ANA",
    tab: "home",
    event_ts: "1.0",
    view: { hash: "h" },
  }),
  event({ type: "reaction_added", ...reaction }),
  event({ type: "reaction_removed", ...reaction }),
  event({ type: "user_change", user: person }),
  event({ type: "team_join", user: person }),
  event({ type: "tokens_revoked", tokens: { oauth: ["U0ANA"], bot: ["U0BOT"] } }),
  event({ type: "app_uninstalled" }),
];

/** By what they are: "commands", "events", and Slack's own names for the others. */
export const slackSamples: ReadonlyMap<string, readonly Record<string, unknown>[]> = Map.groupBy(
  [...recorded, ...ours],
  kindOf,
);
