/**
 * What Teams has to know of the app: who it is, where it may be, and the commands it offers, from the features' own rows.
 * Schema 1.24 is the first that takes three scopes' lists of twelve; 1.29 the first with slash commands.
 */
import { type Feature, type Line, plain, type Say, speak } from "#engine";

export interface AppAddress {
  /** Of its registration in Entra: a GUID. */
  readonly appId: string;
  /** This server's, https. */
  readonly publicUrl: string;
}

export interface AppWish extends AppAddress {
  /** Of the program. */
  readonly version: string;
  readonly features: readonly Feature[];
  /** Commands also as slash commands, which whoever types them sees alone. */
  readonly slash: boolean;
}

const scopes = ["personal", "team", "groupChat"] as const;
/** Of a list; Teams refuses more. */
const mostCommands = 12;

/** What is said of each of the features' shortcuts, and where it stands. */
const shortcuts: Readonly<
  Record<string, { readonly about: (say: Say) => Line; readonly context: readonly string[] }>
> = {
  give_kudos: { about: (say) => say.teamsApp.giveAbout(), context: ["compose", "commandBox"] },
  give_kudos_for_message: {
    about: (say) => say.teamsApp.giveForMessageAbout(),
    context: ["message"],
  },
};

/** What can be looked for from the compose box: each id is a feature's search, or none's, and then people are found. */
const searches: readonly {
  readonly id: string;
  readonly title: (say: Say) => Line;
  readonly about: (say: Say) => Line;
  readonly parameter: (say: Say) => Line;
}[] = [
  {
    id: "people",
    title: (say) => say.teamsApp.find(),
    about: (say) => say.teamsApp.findAbout(),
    parameter: (say) => say.teamsApp.name(),
  },
  {
    id: "values",
    title: (say) => say.teamsApp.findValue(),
    about: (say) => say.teamsApp.findValueAbout(),
    parameter: (say) => say.teamsApp.name(),
  },
];

/** In English; `translation` has the other language. */
export function appManifest({ appId, publicUrl, version, features, slash }: AppWish) {
  const schema = slash ? "1.29" : "1.24";
  const say = speak("en", "UTC");
  const { teamsApp } = say;
  const commands = commandsOf(features, say);
  const page = new URL("/", publicUrl).href;
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${schema}/MicrosoftTeams.schema.json`,
    manifestVersion: schema,
    version,
    id: appId,
    developer: { name: "Rapport", websiteUrl: page, privacyUrl: page, termsOfUseUrl: page },
    name: { short: "Rapport", full: "Rapport" },
    description: { short: plain(teamsApp.short()), full: plain(teamsApp.full()) },
    localizationInfo: {
      defaultLanguageTag: "en",
      additionalLanguages: [{ languageTag: "de", file: "de.json" }],
    },
    icons: { color: "color.png", outline: "outline.png" },
    accentColor: "#1F6A70",
    bots: [
      {
        botId: appId,
        scopes,
        isNotificationOnly: false,
        supportsFiles: false,
        ...(slash ? { supportsTargetedMessages: true } : {}),
        commandLists: scopes.map((scope) => ({
          scopes: [scope],
          ...(slash ? { triggers: ["mention", "slash"] } : {}),
          commands,
        })),
      },
    ],
    composeExtensions: [
      {
        botId: appId,
        commands: extensionsOf(features, say),
      },
    ],
    permissions: ["identity", "messageTeamMembers"],
    validDomains: [new URL(publicUrl).host],
  };
}

/** What `appManifest` says, in German: a value for each place in it. */
export function translation(features: readonly Feature[]) {
  const say = speak("de", "UTC");
  const { teamsApp } = say;
  const lists = scopes.flatMap((_, list) =>
    commandsOf(features, say).map(({ description }, at) => [
      `bots[0].commandLists[${list}].commands[${at}].description`,
      description,
    ]),
  );
  const extensions = extensionsOf(features, say).flatMap(
    ({ title, description, parameters }, at) => {
      const place = `composeExtensions[0].commands[${at}]`;
      const [parameter] = parameters ?? [];
      return [
        [`${place}.title`, title],
        [`${place}.description`, description],
        ...(parameter === undefined ? [] : [[`${place}.parameters[0].title`, parameter.title]]),
      ];
    },
  );
  return {
    $schema:
      "https://developer.microsoft.com/json-schemas/teams/v1.24/MicrosoftTeams.Localization.schema.json",
    "name.short": "Rapport",
    "name.full": "Rapport",
    "description.short": plain(teamsApp.short()),
    "description.full": plain(teamsApp.full()),
    ...Object.fromEntries([...lists, ...extensions]),
  };
}

/** Those that help lists, each with its line there: every command, then of its words as many as Teams takes. */
function commandsOf(features: readonly Feature[], say: Say) {
  const rows = features.flatMap(({ commands = [] }) => commands);
  return [...rows.filter(({ word }) => word === null), ...rows.filter(({ word }) => word !== null)]
    .flatMap(({ command, word, usage }) =>
      usage === null
        ? []
        : [{ title: [command, word ?? ""].join(" ").trim(), description: plain(usage(say)) }],
    )
    .slice(0, mostCommands);
}

interface Extension {
  readonly id: string;
  readonly type: "action" | "query";
  readonly title: string;
  readonly description: string;
  readonly context: readonly string[];
  readonly fetchTask?: true;
  readonly parameters?: readonly { readonly name: string; readonly title: string }[];
}

function extensionsOf(features: readonly Feature[], say: Say): Extension[] {
  const { teamsApp } = say;
  const give = features
    .flatMap((feature) => feature.shortcuts ?? [])
    .flatMap(({ shortcut }): Extension[] => {
      const told = shortcuts[shortcut];
      if (told === undefined) return [];
      return [
        {
          id: shortcut,
          type: "action",
          title: plain(teamsApp.give()),
          description: plain(told.about(say)),
          context: told.context,
          fetchTask: true,
        },
      ];
    });
  const find = searches.map(
    ({ id, title, about, parameter }): Extension => ({
      id,
      type: "query",
      title: plain(title(say)),
      description: plain(about(say)),
      context: ["compose", "commandBox"],
      parameters: [{ name: "name", title: plain(parameter(say)) }],
    }),
  );
  return [...give, ...find];
}
