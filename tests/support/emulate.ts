/** A Slack on loopback: its Web API and its OAuth, with the people of St. Anne's. */
import { WebClient } from "@slack/web-api";
import { createEmulator } from "emulate";

export const clientId = "12345.67890";
export const clientSecret = "the client's secret";
export const botToken = "xoxb-the-bot";

export interface Emulated {
  readonly url: string;
  readonly team: string;
  /** Account by first name, lower case. */
  readonly people: Readonly<Record<string, string>>;
  /** Channel by name. */
  readonly channels: Readonly<Record<string, string>>;
  readonly bot: string;
  /** As the bot, past every proxy: for looking at what stands there. */
  readonly api: WebClient;
  /** What stands in a channel, oldest first. */
  posts(channel: string): Promise<{ ts: string; text: string; blocks: unknown[] }[]>;
  close(): Promise<void>;
}

const names = ["Ana Silva", "Ben Okafor", "Cleo Martin", "Dan Ortiz", "Lee Wong"];
const firstOf = (name: string): string => (name.split(" ")[0] ?? name).toLowerCase();

/** `crowd`: so many more people, "Extra 1", "Extra 2" … */
export async function openEmulate(crowd = 0): Promise<Emulated> {
  const everybody = [...names, ...Array.from({ length: crowd }, (_, at) => `Extra${at} Person`)];
  const emulator = await createEmulator({
    service: "slack",
    port: 0,
    seed: {
      slack: {
        team: { name: "St. Anne's", domain: "st-annes" },
        users: everybody.map((name) => ({
          name: firstOf(name),
          real_name: name,
          email: `${firstOf(name)}@annes.example`,
          is_admin: firstOf(name) === "lee",
          profile: { display_name: name },
        })),
        channels: [{ name: "kudos" }, { name: "ward-4" }, { name: "leads", is_private: true }],
        oauth_apps: [
          {
            client_id: clientId,
            client_secret: clientSecret,
            app_id: "A000RAPPORT",
            name: "Rapport",
            redirect_uris: [],
            bot_id: "B000RAPPORT",
            bot_user_id: "U000RAPPORT",
            bot_name: "rapport",
          },
        ],
        tokens: [
          {
            token: botToken,
            type: "bot",
            user_id: "U000RAPPORT",
            app_id: "A000RAPPORT",
            bot_id: "B000RAPPORT",
            bot_user_id: "U000RAPPORT",
            client_id: clientId,
          },
        ],
      },
    },
  });
  const api = new WebClient(botToken, { slackApiUrl: `${emulator.url}/api/` });
  const { members = [] } = await api.users.list({ limit: 200 });
  const { channels = [] } = await api.conversations.list({
    types: "public_channel,private_channel",
  });
  const { team_id: team = "" } = await api.auth.test();
  const ids = (rows: readonly { name?: string; id?: string }[]) =>
    Object.fromEntries(rows.map(({ name = "", id = "" }) => [name, id]));
  return {
    url: emulator.url,
    team,
    people: ids(members),
    channels: ids(channels),
    bot: "U000RAPPORT",
    api,
    async posts(channel) {
      const { messages = [] } = await api.conversations.history({ channel, limit: 200 });
      return messages
        .map(({ ts = "", text = "", blocks = [] }) => ({ ts, text, blocks: blocks as unknown[] }))
        .reverse();
    },
    close: () => emulator.close(),
  };
}
