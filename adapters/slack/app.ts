/** Slack, put together. The only file that knows Bolt: it verifies what comes in and holds the answer until the engine has kept it. */
import type { IncomingMessage, ServerResponse } from "node:http";

import {
  App,
  HTTPReceiver,
  type HTTPReceiverOptions,
  type InstallationStore,
  isValidSlackRequest,
  SocketModeReceiver,
} from "@slack/bolt";

import type { Chart, Chat, Clock, Engine } from "#engine";
import { createAccounts } from "./accounts.ts";
import { createAfterwards } from "./afterwards.ts";
import { createAnswers } from "./answers.ts";
import { createChat } from "./client.ts";
import { createClients } from "./clients.ts";
import { betweenPages, createDirectory } from "./directory.ts";
import { createDoor } from "./door.ts";
import { createHomes } from "./homes.ts";
import { createInstallationStore, optionalScopes, scopes } from "./install.ts";
import { createListener, Malformed } from "./listen.ts";
import { type Log, sdkLogger } from "./log.ts";
import { createPresence, type Ready } from "./presence.ts";
import { createTalk } from "./talk.ts";

/** With a bot token: one workspace. With client id, client secret and state secret: any number, by OAuth. */
export interface SlackConfig {
  readonly signingSecret: string;
  readonly botToken?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly stateSecret?: string;
  /** Socket Mode. */
  readonly appToken?: string;
  /** Slack's, or a stand-in's on this machine. */
  readonly apiUrl?: string;
  readonly publicUrl?: string;
}

export interface SlackPorts {
  readonly log: Log;
  readonly clock: Clock;
  readonly drawChart: (chart: Chart) => Promise<Uint8Array>;
  /** How long Slack may take to say who somebody is, while that somebody waits: 1.5 s. */
  readonly fetchBudgetMs?: number;
  /** Between two pages of the directory: 3.5 s. */
  readonly pagePauseMs?: number;
}

export interface Slack {
  readonly chat: Chat;
  /** Everything under /slack/. */
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void;
  /** Begins to reach Slack, in the background: it may be down. */
  start(): Promise<void>;
  /** Whether Slack was reached once since start. */
  ready(): Ready;
  /** Resolves when what follows answers is done. */
  stop(): Promise<void>;
}

export function createSlack(config: SlackConfig, engine: () => Engine, ports: SlackPorts): Slack {
  const { log, clock } = ports;
  const logger = sdkLogger(log);
  const clients = createClients(config, engine, logger);
  const afterwards = createAfterwards(log);
  const directory = createDirectory(clients, engine, log, ports.pagePauseMs ?? betweenPages);
  const presence = createPresence({ config, clients, engine, directory, log });
  const { hear } = createListener({
    engine,
    clients,
    log,
    accounts: createAccounts(clients, engine, clock, ports.fetchBudgetMs ?? 1_500),
    answers: createAnswers(createTalk(clients, createHomes(clients), log)),
    settled: () => presence.ready().ok,
  });

  const oauth = oauthOptions(config, createInstallationStore(clients, engine, presence.welcome));
  const clientOptions = config.apiUrl === undefined ? {} : { slackApiUrl: config.apiUrl };
  const receiver = new HTTPReceiver({
    signingSecret: config.signingSecret,
    endpoints: "/slack/events",
    processBeforeResponse: true,
    logger,
    processEventErrorHandler: async ({ error, response }) => {
      const malformed = error instanceof Malformed;
      if (malformed) log.warn({}, error.message);
      if (!response.headersSent) response.writeHead(malformed ? 400 : 500).end();
      return true;
    },
  });
  // Bolt takes no word of ours on tokens from a receiver that installs: pages of their own do that.
  const pages =
    oauth && new HTTPReceiver({ signingSecret: config.signingSecret, logger, ...oauth });
  // Tokens are looked up where they are used, so nothing slow stands before the acknowledgement.
  const app = new App({
    receiver,
    logger,
    clientOptions,
    authorize: async () => ({}),
    ignoreSelf: false,
    convoStore: false,
  });
  // Bolt verifies and carries, and no more: it would acknowledge events before anyone heard them, and trips over parts that are null.
  app.processEvent = async (event) => {
    const { ack, after } = await afterwards.attend(hear(event.body));
    await event.ack(ack);
    if (after !== undefined) afterwards.run(after);
  };

  const socket =
    config.appToken === undefined
      ? undefined
      : new SocketModeReceiver({
          appToken: config.appToken,
          logger,
          installerOptions: { clientOptions },
        });
  socket?.init(app);

  const door = createDoor({
    clock,
    pass: (request, response) => receiver.requestListener(request, response),
    isSigned: (request, body) =>
      isValidSlackRequest({
        signingSecret: config.signingSecret,
        body,
        headers: {
          "x-slack-signature": String(request.headers["x-slack-signature"] ?? ""),
          "x-slack-request-timestamp": Number(request.headers["x-slack-request-timestamp"]),
        },
      }),
  });

  return {
    chat: createChat(clients, ports.drawChart, log),
    listener(request, response) {
      const path = request.url?.split("?")[0];
      if (request.method === "POST" && path === "/slack/events") {
        afterwards.attend(door(request, response)).catch(() => response.destroy());
      } else if (
        request.method === "GET" &&
        pages !== undefined &&
        (path === installPath || path === redirectPath)
      ) {
        pages.requestListener(request, response);
      } else {
        response.writeHead(404).end();
      }
    },
    start: async () => presence.start(socket === undefined ? undefined : () => socket.start()),
    ready: presence.ready,
    async stop() {
      await presence.stop();
      await socket?.stop();
      await afterwards.done();
    },
  };
}

const installPath = "/slack/install";
const redirectPath = "/slack/oauth_redirect";

/** Pages by which any workspace installs Rapport; undefined where their three secrets aren't set. */
function oauthOptions(
  { clientId, clientSecret, stateSecret, apiUrl, publicUrl }: SlackConfig,
  installationStore: InstallationStore,
): Partial<HTTPReceiverOptions> | undefined {
  if (clientId === undefined || clientSecret === undefined || stateSecret === undefined)
    return undefined;
  return {
    clientId,
    clientSecret,
    stateSecret,
    installationStore,
    scopes: Object.keys({ ...scopes, ...optionalScopes }),
    ...(publicUrl === undefined ? {} : { redirectUri: new URL(redirectPath, publicUrl).href }),
    installerOptions: {
      installPath,
      redirectUriPath: redirectPath,
      ...(apiUrl === undefined
        ? {}
        : {
            clientOptions: { slackApiUrl: apiUrl },
            authorizationUrl: new URL("/oauth/v2/authorize", apiUrl).href,
          }),
    },
  };
}
