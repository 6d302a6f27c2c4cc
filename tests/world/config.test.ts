import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { readConfig } from "../../adapters/config.ts";

const token = { SLACK_SIGNING_SECRET: "shh", SLACK_BOT_TOKEN: "xoxb-1" };
const teams = {
  MICROSOFT_APP_ID: "6f0d6b0e-5d3a-4b57-8a55-2f0f4d3f9a10",
  MICROSOFT_APP_TENANT_ID: "8c1b2a5e-0c1d-4f7b-9f0a-7a0f5b1d2c3e",
  MICROSOFT_APP_PASSWORD: "pw",
};
const oauth = {
  SLACK_SIGNING_SECRET: "shh",
  SLACK_CLIENT_ID: "1.2",
  SLACK_CLIENT_SECRET: "cs",
  SLACK_STATE_SECRET: "ss",
  PUBLIC_URL: "https://rapport.example",
};

const configOf = (variables: Readonly<Record<string, string>>) => {
  const read = readConfig(variables);
  if (read.kind === "mistakes") throw new Error(read.mistakes.join("\n"));
  return read.config;
};

const mistakesOf = (variables: Readonly<Record<string, string>>) => {
  const read = readConfig(variables);
  return read.kind === "mistakes" ? read.mistakes : [];
};

describe("the configuration", () => {
  it("needs nothing to be set", () => {
    expect(configOf({})).toEqual({
      port: 3000,
      host: "127.0.0.1",
      database: { kind: "sqlite", file: "./data/rapport.db" },
      keys: join(process.cwd(), "keys"),
      logLevel: "info",
      slack: null,
      teams: null,
      sandbox: {
        folder: join(process.cwd(), "data"),
        keys: join(process.cwd(), "keys", "sandbox"),
      },
    });
  });

  it("opens the sandbox where nothing else is configured, or where it is wanted, on this machine only", () => {
    const slack = { SLACK_SIGNING_SECRET: "s", SLACK_BOT_TOKEN: "xoxb-1" };
    expect(configOf({ SANDBOX: "0" }).sandbox).toBeNull();
    expect(configOf(slack).sandbox).toBeNull();
    expect(configOf({ ...slack, SANDBOX: "1" }).sandbox).not.toBeNull();
    expect(readConfig({ HOST: "0.0.0.0" })).toMatchObject({
      kind: "mistakes",
      mistakes: [expect.stringContaining("HOST must be 127.0.0.1 while the sandbox is on")],
    });
    expect(readConfig({ HOST: "0.0.0.0", SANDBOX: "0" }).kind).toBe("config");
  });

  it("takes what is set to nothing as not set", () => {
    expect(configOf({ PORT: "", DATABASE_URL: " ", SLACK_BOT_TOKEN: "" })).toEqual(configOf({}));
  });

  it.for([
    ["file:./data/rapport.db", { kind: "sqlite", file: "./data/rapport.db" }],
    ["file:/srv/rapport.db", { kind: "sqlite", file: "/srv/rapport.db" }],
    ["file:///srv/rapport.db", { kind: "sqlite", file: "/srv/rapport.db" }],
    ["postgres://r@db/rapport", { kind: "postgres", url: "postgres://r@db/rapport" }],
    ["postgresql://r@db/rapport", { kind: "postgres", url: "postgresql://r@db/rapport" }],
  ] as const)("reads %s", ([url, database]) => {
    expect(configOf({ DATABASE_URL: url }).database).toEqual(database);
  });

  it("tells every mistake at once", () => {
    const mistakes = mistakesOf({
      PORT: "eighty",
      DATABASE_URL: "mysql://db",
      RAPPORT_KEYS: "./data/keys",
      PUBLIC_URL: "http://rapport.example",
      LOG_LEVEL: "loud",
      SLACK_CLIENT_ID: "1.2",
      SLACK_APP_TOKEN: "xoxb-1",
      SLACK_API_URL: "http://slack.example/api/",
    });

    expect(mistakes.map((mistake) => mistake.split(" ")[0])).toEqual([
      "PORT",
      "DATABASE_URL",
      "PUBLIC_URL",
      "LOG_LEVEL",
      "SLACK_APP_TOKEN",
      "SLACK_API_URL",
      "RAPPORT_KEYS",
      "SLACK_SIGNING_SECRET",
      "SLACK_CLIENT_SECRET",
    ]);
  });

  it("repeats no value: it may be a secret in the wrong place", () => {
    const secret = "hunter2-hunter2";
    const everywhere = Object.fromEntries(
      ["PORT", "DATABASE_URL", "PUBLIC_URL", "LOG_LEVEL", "SLACK_APP_TOKEN", "SLACK_API_URL"].map(
        (name) => [name, secret],
      ),
    );

    expect(mistakesOf(everywhere)).toHaveLength(8);
    expect(mistakesOf(everywhere).join()).not.toContain(secret);
  });

  it("reads a workspace's token, and three secrets of OAuth", () => {
    expect(configOf({ ...token, SLACK_APP_TOKEN: "xapp-1" }).slack).toEqual({
      signingSecret: "shh",
      botToken: "xoxb-1",
      appToken: "xapp-1",
    });
    expect(configOf(oauth).slack).toEqual({
      signingSecret: "shh",
      clientId: "1.2",
      clientSecret: "cs",
      stateSecret: "ss",
      publicUrl: "https://rapport.example",
    });
  });

  it.for([
    { set: { SLACK_SIGNING_SECRET: "shh" }, says: "SLACK_BOT_TOKEN is not set" },
    { set: { SLACK_BOT_TOKEN: "xoxb-1" }, says: "SLACK_SIGNING_SECRET is not set" },
    { set: { SLACK_API_URL: "http://127.0.0.1:4000", SLACK_BOT_TOKEN: "xoxb-1" }, says: "SLACK_S" },
    { set: { ...token, SLACK_BOT_TOKEN: "xoxp-1" }, says: "SLACK_BOT_TOKEN holds another kind" },
    { set: { ...token, ...oauth }, says: "SLACK_BOT_TOKEN and SLACK_CLIENT_… are both set" },
    { set: { ...oauth, SLACK_STATE_SECRET: "" }, says: "SLACK_STATE_SECRET not set: OAuth needs" },
    { set: { ...oauth, PUBLIC_URL: "" }, says: "PUBLIC_URL is not set" },
    { set: { ...token, SLACK_API_URL: "http://slack.com/api/" }, says: "SLACK_API_URL must be" },
    { set: { ...token, SLACK_API_URL: "https://slack.com.evil/" }, says: "SLACK_API_URL must be" },
  ])("refuses $set: “$says…”", ({ set, says }) => {
    expect(mistakesOf(set)).toEqual([expect.stringMatching(`^${says}`)]);
  });

  it.for(["http://127.0.0.1:4000/api", "http://localhost:4000/api/", "https://slack.com/api/"])(
    "lets Slack be at %s",
    (url) => {
      expect(configOf({ ...token, SLACK_API_URL: url }).slack?.apiUrl).toBe(
        url.replace(/\/?$/, "/"),
      );
    },
  );

  it("reads an app of Teams', beside Slack or alone", () => {
    const { teams: read, slack, sandbox } = configOf(teams);

    expect([slack, sandbox]).toEqual([null, null]);
    expect(read).toEqual({
      appId: teams.MICROSOFT_APP_ID,
      type: "SingleTenant",
      password: "pw",
      tenant: teams.MICROSOFT_APP_TENANT_ID,
      openIdUrl: "https://login.botframework.com/v1/.well-known/openidconfiguration",
      tokenUrl: `https://login.microsoftonline.com/${teams.MICROSOFT_APP_TENANT_ID}/oauth2/v2.0/token`,
      here: false,
    });
    expect(configOf({ ...teams, ...token }).slack).not.toBeNull();
    expect(configOf({ TEAMS_LOCAL: "1" }).teams).toMatchObject({ appId: null, here: true });
    expect(configOf({ TEAMS_LOCAL: "0" }).teams).toBeNull();
  });

  it("lets Microsoft be stood in for on this machine, and then by loopback alone", () => {
    const here = { ...teams, TEAMS_OPENID_URL: "http://127.0.0.1:4000/openid" };

    expect(configOf(here).teams?.here).toBe(true);
  });

  it.for([
    { set: { MICROSOFT_APP_PASSWORD: "pw" }, says: "MICROSOFT_APP_ID is not set" },
    { set: { TEAMS_LOCAL: "1", HOST: "0.0.0.0" }, says: "TEAMS_LOCAL is for trying" },
    { set: { ...teams, MICROSOFT_APP_TYPE: "MultiTenant" }, says: "MICROSOFT_APP_TYPE must be" },
    { set: { ...teams, MICROSOFT_APP_TENANT_ID: "" }, says: "MICROSOFT_APP_TENANT_ID is not set" },
    { set: { ...teams, MICROSOFT_APP_PASSWORD: "" }, says: "MICROSOFT_APP_PASSWORD is not set" },
    {
      set: { ...teams, MICROSOFT_APP_TYPE: "UserAssignedMSI" },
      says: "MICROSOFT_APP_PASSWORD is set",
    },
    { set: { ...teams, TEAMS_OPENID_URL: "https://keys.evil/" }, says: "TEAMS_OPENID_URL must be" },
    { set: { ...teams, TEAMS_TOKEN_URL: "https://token.evil/" }, says: "TEAMS_TOKEN_URL must be" },
  ])("refuses Teams with $set: “$says…”", ({ set, says }) => {
    expect(mistakesOf(set)).toEqual([expect.stringMatching(`^${says}`)]);
  });

  it.for(["./data/keys", "data/more/keys", "data/a/../keys"])(
    "keeps keys out of the data: %s",
    (keys) => {
      expect(mistakesOf({ RAPPORT_KEYS: keys })).toEqual([
        expect.stringContaining("RAPPORT_KEYS must not be in ./data"),
      ]);
    },
  );

  it("keeps the database out of the keys", () => {
    const mistakes = mistakesOf({ RAPPORT_KEYS: "/srv/r", DATABASE_URL: "file:/srv/r/rapport.db" });

    expect(mistakes).toEqual([expect.stringContaining("keep the two apart")]);
    expect(mistakesOf({ RAPPORT_KEYS: "/srv/r", DATABASE_URL: "file:/srv/r.db" })).toEqual([]);
  });
});
