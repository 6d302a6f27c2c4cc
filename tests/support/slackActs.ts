/** What people do in Slack's own windows, as the payloads Slack makes of it. */
import type { Answered } from "./slackDriver.ts";
import type { SlackOffice } from "./slackOffice.ts";

interface Drawn {
  readonly blocks?: readonly unknown[];
}

interface Button {
  readonly type: string;
  readonly action_id: string;
  readonly value: string;
  readonly text: { readonly text: string };
}

export interface View extends Drawn {
  readonly id?: string;
  readonly type: string;
  readonly callback_id?: string;
  readonly private_metadata?: string;
}

/** Where a button stands. */
export type Where =
  | { readonly kind: "private"; readonly channel: string }
  | { readonly kind: "post"; readonly channel: string; readonly ts: string }
  | { readonly kind: "view"; readonly view: View };

export function buttonsIn(drawn: unknown): Button[] {
  const blocks = (drawn as Drawn).blocks ?? [];
  return blocks.flatMap((block) => {
    const { type, elements = [] } = block as { type: string; elements?: Button[] };
    return type === "actions" ? elements : [];
  });
}

let count = 0;

/** Presses the button that says so. The same `press` is the same press, sent again. */
export async function presses(
  office: SlackOffice,
  name: string,
  drawn: unknown,
  label: string,
  where: Where,
  press?: string,
): Promise<Answered> {
  const button = buttonsIn(drawn).find(({ text }) => text.text === label);
  if (button === undefined) throw new Error(`No button says "${label}"`);
  count += 1;
  return office.driver.interact({
    type: "block_actions",
    ...whoIn(office, name),
    trigger_id: await triggerOf(office, name),
    ...whereOf(office, where),
    actions: [{ ...button, action_ts: press ?? `${1_700_000_000 + count}.000100` }],
  });
}

function whereOf(office: SlackOffice, where: Where): object {
  switch (where.kind) {
    case "private":
      return {
        container: {
          type: "message",
          channel_id: where.channel,
          message_ts: "1700000000.0001",
          is_ephemeral: true,
        },
        channel: { id: where.channel, name: "ward-4" },
        response_url: office.driver.responseUrl,
      };
    case "post":
      return {
        container: {
          type: "message",
          channel_id: where.channel,
          message_ts: where.ts,
          is_ephemeral: false,
        },
        channel: { id: where.channel, name: "ward-4" },
        response_url: office.driver.responseUrl,
      };
    case "view":
      return {
        view: { id: "V1", ...where.view },
        container: { type: "view", view_id: where.view.id ?? "V1" },
      };
  }
}

export interface Filling {
  readonly text?: Readonly<Record<string, string>>;
  readonly picked?: Readonly<Record<string, readonly string[]>>;
}

/** Sends a form as it was drawn, with what was filled in; what was drawn into its fields stays. */
export function submits(
  office: SlackOffice,
  name: string,
  view: View,
  filling: Filling = {},
  id = "V1",
): Promise<Answered> {
  const values: Record<string, Record<string, unknown>> = {};
  for (const block of view.blocks ?? []) {
    const { type, block_id, element } = block as {
      type: string;
      block_id: string;
      element: {
        action_id: string;
        type: string;
        initial_value?: string;
        initial_options?: unknown;
        initial_option?: unknown;
      };
    };
    if (type !== "input") continue;
    const picks = filling.picked?.[element.action_id]?.map((value) => ({ value }));
    values[block_id] = {
      [element.action_id]: {
        type: element.type,
        value: filling.text?.[element.action_id] ?? element.initial_value ?? null,
        ...(element.type === "conversations_select"
          ? { selected_conversation: filling.picked?.[element.action_id]?.[0] ?? null }
          : element.type.startsWith("multi_") || element.type === "checkboxes"
            ? { selected_options: picks ?? element.initial_options ?? [] }
            : { selected_option: picks?.[0] ?? element.initial_option ?? null }),
      },
    };
  }
  count += 1;
  return office.driver.interact({
    type: "view_submission",
    ...whoIn(office, name),
    trigger_id: `submission.${count}`,
    view: { ...view, id, state: { values } },
  });
}

export function opensHome(office: SlackOffice, name: string, event?: string): Promise<Answered> {
  count += 1;
  return office.driver.event({
    type: "event_callback",
    team_id: office.emulated.team,
    event_id: event ?? `Ev${count}`,
    event: {
      type: "app_home_opened",
      user: office.emulated.people[name],
      tab: "home",
      event_ts: "1.0",
    },
  });
}

export interface Reacting {
  readonly emoji: string;
  readonly author: string;
  readonly ts: string;
  readonly at?: string;
  readonly added?: boolean;
  readonly channel?: string;
  readonly event?: string;
}

export function reacts(office: SlackOffice, name: string, reacting: Reacting): Promise<Answered> {
  const { people, channels, team } = office.emulated;
  count += 1;
  return office.driver.event({
    type: "event_callback",
    team_id: team,
    event_id: reacting.event ?? `Ev${count}`,
    is_ext_shared_channel: false,
    event: {
      type: reacting.added === false ? "reaction_removed" : "reaction_added",
      user: people[name],
      reaction: reacting.emoji,
      item: { type: "message", channel: reacting.channel ?? channels["ward-4"], ts: reacting.ts },
      item_user: people[reacting.author] ?? reacting.author,
      event_ts: reacting.at ?? `${1_700_000_000 + count}.000100`,
    },
  });
}

export const whoIn = (office: SlackOffice, name: string) => ({
  user: { id: office.emulated.people[name] ?? name, team_id: office.emulated.team },
  team: { id: office.emulated.team, domain: "st-annes" },
  enterprise: null,
  is_enterprise_install: false,
});

/** Slack's stand-in gives each modal a trigger of its own. */
export async function triggerOf(office: SlackOffice, name: string): Promise<string> {
  const answer = (await office.emulated.api.apiCall("views.generateTriggerId", {
    user_id: office.emulated.people[name],
  })) as { trigger_id?: string };
  return answer.trigger_id ?? "";
}
