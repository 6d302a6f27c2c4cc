/** The environment, read once. Every mistake is reported in one go, each as a line that says what to do about it. */
import { isAbsolute, join, relative, resolve, sep } from "node:path";

import { z } from "zod";

export type Database =
  | { readonly kind: "sqlite"; readonly file: string }
  | { readonly kind: "postgres"; readonly url: string };

/** With a bot token: one workspace. With client id, client secret and state secret: any number, by OAuth. */
export interface SlackSettings {
  readonly signingSecret: string;
  readonly botToken?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly stateSecret?: string;
  /** Socket Mode. */
  readonly appToken?: string;
  readonly apiUrl?: string;
  readonly publicUrl?: string;
}

/** One tenant's app. Without an id nobody is asked who they are: for this machine alone. */
export interface TeamsSettings {
  readonly appId: string | null;
  readonly type: "SingleTenant" | "UserAssignedMSI";
  readonly password?: string;
  readonly tenant: string;
  readonly openIdUrl: string;
  readonly tokenUrl: string;
  /** Whether Microsoft's services are stood in for on this machine. */
  readonly here: boolean;
}

/** A chat in the browser with a hospital made up for trying Rapport. */
export interface SandboxSettings {
  /** Of its files. */
  readonly folder: string;
  readonly keys: string;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly database: Database;
  /** The folder of the keys that seal tokens. */
  readonly keys: string;
  readonly logLevel: string;
  /** Null where no Slack is configured. */
  readonly slack: SlackSettings | null;
  /** Null where no Teams is configured. */
  readonly teams: TeamsSettings | null;
  /** Null where it is off: it is on where nothing else is configured, or wanted. */
  readonly sandbox: SandboxSettings | null;
}

export type ConfigRead =
  | { readonly kind: "config"; readonly config: Config }
  | { readonly kind: "mistakes"; readonly mistakes: readonly string[] };

type Variables = Readonly<Record<string, string | undefined>>;

const levels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const page = "api.slack.com/apps → your app →";
const azure = "portal.azure.com → your Azure Bot → Configuration";
const appTypes = ["SingleTenant", "UserAssignedMSI"] as const;
const microsoftKeys = "https://login.botframework.com/v1/.well-known/openidconfiguration";

const fields = z.object({
  PORT: z.coerce
    .number({ error: "must be a number" })
    .int("must be a whole number")
    .min(0, "must be 0 (any free port) or more")
    .max(65_535, "must be 65535 or less")
    .default(3000),
  HOST: z.string().default("127.0.0.1"),
  DATABASE_URL: z
    .string()
    .refine((url) => databaseOf(url) !== undefined, {
      error: "must be file:<path>, or postgres://user:password@host/database",
    })
    .default("file:./data/rapport.db"),
  RAPPORT_KEYS: z.string().default("./keys"),
  PUBLIC_URL: z
    .string()
    .refine(isPublicUrl, {
      error: "must be the https:// address of this server (http:// only for this machine itself)",
    })
    .optional(),
  LOG_LEVEL: z.enum(levels, { error: `must be one of ${levels.join(", ")}` }).default("info"),
  SANDBOX: z.enum(["0", "1"], { error: "must be 1 (on) or 0 (off)" }).optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .refine((token) => !/^xox[acps]-|^xapp-/.test(token), {
      error: `holds another kind of token: the bot's begins with xoxb- (${page} OAuth & Permissions)`,
    })
    .optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_STATE_SECRET: z.string().optional(),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith("xapp-", `must begin with xapp- (${page} Basic Information → App-Level Tokens)`)
    .optional(),
  SLACK_API_URL: z
    .string()
    .refine(isSlackApi, {
      error: "must be Slack's, or on this machine: whoever answers there is told the bot's token",
    })
    .optional(),
  MICROSOFT_APP_ID: z.string().optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TYPE: z
    .enum(appTypes, { error: `must be one of ${appTypes.join(", ")} (${azure})` })
    .default("SingleTenant"),
  MICROSOFT_APP_TENANT_ID: z.string().optional(),
  TEAMS_LOCAL: z.enum(["0", "1"], { error: "must be 1 (on) or 0 (off)" }).default("0"),
  TEAMS_OPENID_URL: standIn(microsoftKeys, "whoever answers there says which requests are Teams'"),
  TEAMS_TOKEN_URL: standIn(null, "whoever answers there is told the app's password"),
});

export function readConfig(given: Variables): ConfigRead {
  // Set to nothing is the same as not set: compose files do that.
  const variables: Variables = Object.fromEntries(
    Object.entries(given)
      .map(([name, value]) => [name, value?.trim()])
      .filter(([, value]) => value !== undefined && value !== ""),
  );
  const read = fields.safeParse(variables);
  const mistakes = [
    ...(read.error?.issues ?? []).map((issue) => `${issue.path.join(".")} ${issue.message}.`),
    ...keyMistakes(variables),
    ...slackMistakes(variables),
    ...teamsMistakes(variables),
    ...sandboxMistakes(variables),
  ];
  const database = databaseOf(read.data?.DATABASE_URL ?? "");
  if (!read.success || database === undefined || mistakes.length > 0) {
    return { kind: "mistakes", mistakes };
  }
  const { PORT: port, HOST: host, RAPPORT_KEYS, LOG_LEVEL: logLevel } = read.data;
  const keys = resolve(RAPPORT_KEYS);
  const slack = slackOf(read.data);
  const teams = namesTeams(variables) ? teamsOf(read.data) : null;
  const sandbox = wantsSandbox(variables)
    ? { folder: resolve("data"), keys: join(keys, "sandbox") }
    : null;
  return {
    kind: "config",
    config: { port, host, database, keys, logLevel, slack, teams, sandbox },
  };
}

export type TeamsAppRead =
  | { readonly kind: "app"; readonly appId: string; readonly publicUrl: string }
  | { readonly kind: "mistakes"; readonly mistakes: readonly string[] };

/** Of all the environment only what the package of the Teams app is made of. */
export function readTeamsApp(given: Variables): TeamsAppRead {
  const appId = z.guid().safeParse(given.MICROSOFT_APP_ID?.trim());
  const publicUrl = z.url({ protocol: /^https$/ }).safeParse(given.PUBLIC_URL?.trim());
  if (appId.success && publicUrl.success) {
    return { kind: "app", appId: appId.data, publicUrl: publicUrl.data };
  }
  const mistakes = [
    ...(appId.success
      ? []
      : [
          "MICROSOFT_APP_ID must be the Application (client) ID of the app's registration in Entra.",
        ]),
    ...(publicUrl.success ? [] : ["PUBLIC_URL must be this server's https:// address."]),
  ];
  return { kind: "mistakes", mistakes };
}

const namesSlack = (variables: Variables): boolean =>
  Object.keys(variables).some((name) => name.startsWith("SLACK_") && name in fields.shape);

const namesTeams = (variables: Variables): boolean =>
  Object.keys(variables).some(
    (name) => /^(MICROSOFT_|TEAMS_)/.test(name) && name in fields.shape && variables[name] !== "0",
  );

const namesChat = (variables: Variables): boolean => namesSlack(variables) || namesTeams(variables);

const wantsSandbox = (variables: Variables): boolean =>
  variables.SANDBOX === undefined ? !namesChat(variables) : variables.SANDBOX === "1";

const isHere = ({ HOST = "127.0.0.1" }: Variables): boolean => {
  const at = URL.parse(`http://${urlHost(HOST)}`);
  return at !== null && isLoopback(at);
};

/** Whoever reaches the sandbox is whoever they like. */
function sandboxMistakes(variables: Variables): string[] {
  if (!wantsSandbox(variables) || isHere(variables)) return [];
  const choice = namesChat(variables) ? "leave SANDBOX unset" : "set SANDBOX=0 to do without it";
  return [`HOST must be 127.0.0.1 while the sandbox is on: it lets anybody in. Or ${choice}.`];
}

function keyMistakes(variables: Variables): string[] {
  const keys = resolve(variables.RAPPORT_KEYS ?? "keys");
  const database = databaseOf(variables.DATABASE_URL ?? "file:./data/rapport.db");
  const mistakes: string[] = [];
  if (isWithin(resolve("data"), keys)) {
    mistakes.push(
      "RAPPORT_KEYS must not be in ./data: whoever copies the data would have the keys to it.",
    );
  }
  if (database?.kind === "sqlite" && isWithin(keys, resolve(database.file))) {
    mistakes.push("DATABASE_URL must not be in the folder of RAPPORT_KEYS: keep the two apart.");
  }
  return mistakes;
}

function slackMistakes(variables: Variables): string[] {
  const set = (name: string) => variables[name] !== undefined;
  if (!namesSlack(variables)) return [];
  const oauth = ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_STATE_SECRET"];
  const missing = oauth.filter((name) => !set(name));
  const byOauth = missing.length < oauth.length;
  const mistakes: string[] = [];
  if (!set("SLACK_SIGNING_SECRET")) {
    mistakes.push(`SLACK_SIGNING_SECRET is not set (${page} Basic Information → Signing Secret).`);
  }
  if (set("SLACK_BOT_TOKEN") && byOauth) {
    mistakes.push(
      "SLACK_BOT_TOKEN and SLACK_CLIENT_… are both set: keep the token for one workspace, or the three of OAuth for many.",
    );
  } else if (byOauth && missing.length > 0) {
    mistakes.push(`${missing.join(" and ")} not set: OAuth needs ${oauth.join(", ")} together.`);
  } else if (!set("SLACK_BOT_TOKEN") && !byOauth) {
    mistakes.push(
      `SLACK_BOT_TOKEN is not set (${page} OAuth & Permissions → Bot User OAuth Token); for many workspaces set ${oauth.join(", ")} instead.`,
    );
  }
  // Slack sends people back here after installing; a stand-in for Slack on this machine finds us by HOST and PORT.
  if (byOauth && !set("PUBLIC_URL") && !set("SLACK_API_URL")) {
    mistakes.push("PUBLIC_URL is not set: after installing, Slack sends people back to it.");
  }
  return mistakes;
}

/** Without an id of its own an app would take anybody's word for who they are. */
function teamsMistakes(variables: Variables): string[] {
  if (!namesTeams(variables)) return [];
  const set = (name: string) => variables[name] !== undefined;
  const local = variables.TEAMS_LOCAL === "1";
  const mistakes: string[] = [];
  if (local && !isHere(variables)) {
    mistakes.push("TEAMS_LOCAL is for trying Rapport on this machine: HOST must be 127.0.0.1.");
  }
  if (!set("MICROSOFT_APP_ID")) {
    if (!local) {
      mistakes.push(
        `MICROSOFT_APP_ID is not set (${azure}): without it anybody could write in anybody's name. To try Rapport on this machine alone, set TEAMS_LOCAL=1.`,
      );
    }
    return mistakes;
  }
  if (!set("MICROSOFT_APP_TENANT_ID")) {
    mistakes.push(`MICROSOFT_APP_TENANT_ID is not set (${azure} → App Tenant ID).`);
  }
  const managed = variables.MICROSOFT_APP_TYPE === "UserAssignedMSI";
  if (managed && set("MICROSOFT_APP_PASSWORD")) {
    mistakes.push("MICROSOFT_APP_PASSWORD is set: a managed identity has none, so take it away.");
  }
  if (!managed && !set("MICROSOFT_APP_PASSWORD")) {
    mistakes.push(
      `MICROSOFT_APP_PASSWORD is not set (${azure} → Manage Password); with a managed identity set MICROSOFT_APP_TYPE=UserAssignedMSI instead.`,
    );
  }
  return mistakes;
}

function teamsOf(read: z.output<typeof fields>): TeamsSettings {
  const tenant = read.MICROSOFT_APP_TENANT_ID ?? "local";
  const microsoft = `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`;
  const stoodIn = [read.TEAMS_OPENID_URL !== microsoftKeys, read.TEAMS_TOKEN_URL !== null];
  return {
    appId: read.MICROSOFT_APP_ID ?? null,
    type: read.MICROSOFT_APP_TYPE,
    ...withoutUnset({ password: read.MICROSOFT_APP_PASSWORD }),
    tenant,
    openIdUrl: read.TEAMS_OPENID_URL ?? microsoftKeys,
    tokenUrl: read.TEAMS_TOKEN_URL ?? microsoft,
    here: read.TEAMS_LOCAL === "1" || stoodIn.includes(true),
  };
}

/** An address of Microsoft's, or a stand-in's on this machine. */
function standIn<Default extends string | null>(microsoft: Default, why: string) {
  return z
    .string()
    .nullable()
    .refine((text) => text === microsoft || (text !== null && isLocalUrl(text)), {
      error: `must be left unset, or be on this machine: ${why}`,
    })
    .default(microsoft);
}

function isLocalUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && isLoopback(url);
}

function slackOf(read: z.output<typeof fields>): SlackSettings | null {
  if (read.SLACK_SIGNING_SECRET === undefined) return null;
  const apiUrl = read.SLACK_API_URL?.replace(/\/?$/, "/");
  const publicUrl = read.PUBLIC_URL ?? (apiUrl && `http://${urlHost(read.HOST)}:${read.PORT}`);
  const optional = {
    botToken: read.SLACK_BOT_TOKEN,
    clientId: read.SLACK_CLIENT_ID,
    clientSecret: read.SLACK_CLIENT_SECRET,
    stateSecret: read.SLACK_STATE_SECRET,
    appToken: read.SLACK_APP_TOKEN,
    apiUrl,
    publicUrl: publicUrl?.replace(/\/+$/, ""),
  };
  return { signingSecret: read.SLACK_SIGNING_SECRET, ...withoutUnset(optional) };
}

type Known<T> = { [Name in keyof T]?: NonNullable<T[Name]> };

const withoutUnset = <T extends Record<string, string | undefined>>(values: T): Known<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Known<T>;

function databaseOf(url: string): Database | undefined {
  if (/^postgres(ql)?:\/\//.test(url)) return { kind: "postgres", url };
  const file = /^file:(?:\/\/(?=\/))?(?!\/\/)(.+)$/.exec(url)?.[1];
  return file === undefined ? undefined : { kind: "sqlite", file };
}

function isPublicUrl(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null && (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url)))
  );
}

function isSlackApi(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) return false;
  return (
    isLoopback(url) || (url.protocol === "https:" && /(^|\.)slack(-gov)?\.com$/.test(url.hostname))
  );
}

const isLoopback = ({ hostname }: URL): boolean =>
  hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);

export const urlHost = (host: string): string => (host.includes(":") ? `[${host}]` : host);

/** Whether a path is the folder or in it. */
function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way.split(sep)[0] !== ".." && !isAbsolute(way);
}
