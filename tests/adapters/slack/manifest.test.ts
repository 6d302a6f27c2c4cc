import { readdirSync, readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";
import { parse } from "yaml";

import { events } from "../../../adapters/slack/events.ts";
import { optionalScopes, scopes } from "../../../adapters/slack/install.ts";
import { features } from "../../../src/features.ts";

interface Manifest {
  readonly features: {
    readonly app_home: {
      readonly home_tab_enabled: boolean;
      readonly messages_tab_read_only_enabled: boolean;
    };
    readonly shortcuts: readonly { readonly callback_id: string; readonly type: string }[];
    readonly slash_commands: readonly {
      readonly command: string;
      readonly should_escape: boolean;
      readonly url: string;
    }[];
  };
  readonly oauth_config: {
    readonly redirect_urls: readonly string[];
    readonly scopes: { readonly bot: readonly string[]; readonly bot_optional: readonly string[] };
  };
  readonly settings: {
    readonly event_subscriptions: {
      readonly bot_events: readonly string[];
      readonly request_url: string;
    };
    readonly interactivity: {
      readonly request_url: string;
      readonly message_menu_options_url: string;
    };
    readonly org_deploy_enabled: boolean;
    readonly token_rotation_enabled: boolean;
  };
}

const manifest = parse(
  readFileSync(new URL("../../../manifest.yml", import.meta.url), "utf8"),
) as Manifest;

const sorted = (list: Iterable<string>): string[] => [...new Set(list)].toSorted();

describe("the manifest of the Slack app", () => {
  it("has the commands that features answer, and no others", () => {
    const answered = features.flatMap(({ commands = [] }) =>
      commands.map((row) => `/${row.command}`),
    );

    expect(sorted(manifest.features.slash_commands.map(({ command }) => command))).toEqual(
      sorted(answered),
    );
  });

  it("has Slack name people by their ids in every command", () => {
    expect(manifest.features.slash_commands.every(({ should_escape }) => should_escape)).toBe(true);
  });

  it("has the shortcuts that features answer, and no others", () => {
    const answered = features.flatMap(({ shortcuts = [] }) => shortcuts.map((row) => row.shortcut));

    expect(sorted(manifest.features.shortcuts.map(({ callback_id }) => callback_id))).toEqual(
      sorted(answered),
    );
  });

  it("asks for the events that are read, and no others", () => {
    expect(sorted(manifest.settings.event_subscriptions.bot_events)).toEqual(
      sorted(Object.keys(events)),
    );
  });

  it("asks for the permissions that are used, and no others", () => {
    const { bot, bot_optional } = manifest.oauth_config.scopes;

    expect(sorted(bot)).toEqual(sorted(Object.keys({ ...scopes, ...optionalScopes })));
    expect(sorted(bot_optional)).toEqual(sorted(Object.keys(optionalScopes)));
  });

  it("has no scope without a use", () => {
    const folder = new URL("../../../adapters/slack/", import.meta.url);
    const code = readdirSync(folder)
      .map((file) => readFileSync(new URL(file, folder), "utf8"))
      .join("");
    const uses: Readonly<Record<string, RegExp>> = {
      commands: /case "command"/,
      "chat:write": /chat\.postMessage/,
      "chat:write.public": /chat\.postMessage/,
      "files:write": /filesUploadV2/,
      "im:write": /conversations\.open/,
      "users:read": /users\.info/,
      "users:read.email": /profile\?\.email/,
      "reactions:read": /case "reaction"/,
      "team:read": /team\.info/,
      "usergroups:read": /usergroups\.users\.list/,
      "channels:read": /conversations\.info/,
      "groups:read": /conversations\.info/,
    };

    for (const scope of manifest.oauth_config.scopes.bot)
      expect((uses[scope] ?? /never/).test(code), scope).toBe(true);
  });

  it("sends everything to one address, pickers included", () => {
    const { slash_commands } = manifest.features;
    const { event_subscriptions, interactivity } = manifest.settings;
    const urls = [
      ...slash_commands.map(({ url }) => url),
      event_subscriptions.request_url,
      interactivity.request_url,
      interactivity.message_menu_options_url,
    ];

    expect(sorted(urls.map((url) => new URL(url).pathname))).toEqual(["/slack/events"]);
    expect(manifest.oauth_config.redirect_urls.map((url) => new URL(url).pathname)).toEqual([
      "/slack/oauth_redirect",
    ]);
  });

  it("has a home, takes whole organizations, and keeps its tokens", () => {
    expect(manifest.features.app_home).toMatchObject({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(manifest.settings.org_deploy_enabled).toBe(true);
    expect(manifest.settings.token_rotation_enabled).toBe(false);
  });
});
