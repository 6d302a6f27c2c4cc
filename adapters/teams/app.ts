/** Teams, put together. */
import type { IncomingMessage, ServerResponse } from "node:http";

import type { AccountFacts, Chat, Clock, Engine, Key } from "#engine";
import { createAfterwards } from "./afterwards.ts";
import { createAnswers } from "./answers.ts";
import { createTeamChannels } from "./channels.ts";
import { createChat } from "./client.ts";
import { createConnector } from "./connector.ts";
import { createConversations } from "./conversations.ts";
import { createDirectory } from "./directory.ts";
import { createDoor } from "./door.ts";
import { freshNonce } from "./draw.ts";
import { createListener } from "./listen.ts";
import type { Log } from "./log.ts";
import { createPeople } from "./people.ts";
import { createPresence, type Ready } from "./presence.ts";
import { createMarks } from "./press.ts";
import { openSdk } from "./sdk.ts";
import type { TeamsConfig } from "./settings.ts";
import { createTalk } from "./talk.ts";
import { createTokens } from "./tokens.ts";

export type { TeamsConfig };

export interface TeamsPorts {
  readonly log: Log;
  readonly clock: Clock;
  /** Sign what cards carry. */
  readonly keys: () => readonly Key[];
  /** The commands there are. */
  readonly commands: ReadonlySet<string>;
  /** How long Teams may take to say who somebody is, while that somebody waits: 1.5 s. */
  readonly fetchBudgetMs?: number;
}

export interface Teams {
  readonly chat: Chat;
  /** `POST /api/messages`. */
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void;
  /** Begins to reach Teams, in the background: it may be down. */
  start(): void;
  /** Whether Microsoft was reached once since start. */
  ready(): Ready;
  /** Resolves when what follows the answers given so far is done. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export function createTeams(config: TeamsConfig, engine: () => Engine, ports: TeamsPorts): Teams {
  const { log, clock, commands } = ports;
  const { tenant: workspace, here, appId } = config;
  const sdk = openSdk(config);
  const tokens = createTokens(config, sdk.identityToken, clock);
  const marks = createMarks(ports.keys);
  const references = () => engine().references("teams");
  const conversations = createConversations(createConnector(tokens, here), references, {
    appId,
    here,
  });
  const channels = createTeamChannels(conversations, references, clock, log);
  const learn = (tenant: string, accounts: readonly AccountFacts[]) =>
    engine().notice({ kind: "accounts", platform: "teams", workspace: tenant, accounts });
  const directory = createDirectory(conversations, references, learn, log);
  const presence = createPresence({ workspace, tokens, engine, directory, log });
  const afterwards = createAfterwards(log);
  const talk = createTalk({ conversations, channels, marks, log });
  const { hear } = createListener({
    engine,
    people: createPeople(conversations, engine, ports.fetchBudgetMs ?? 1_500),
    answers: createAnswers(talk),
    channels,
    reading: { workspace, marks, commands },
    log,
    added: presence.added,
  });
  const door = createDoor({ verify: sdk.verify, hear, afterwards, log });

  return {
    chat: createChat({
      conversations,
      references,
      learn,
      drawing: (language) => ({
        nonce: freshNonce(),
        language,
        marks,
        channelName: (channel) => channels.nameOf(workspace, channel),
      }),
      log,
    }),
    listener(request, response) {
      afterwards.attend(door(request, response)).catch(() => response.destroy());
    },
    start: presence.start,
    ready: presence.ready,
    settled: afterwards.done,
    async stop() {
      await presence.stop();
      await afterwards.done();
    },
  };
}
