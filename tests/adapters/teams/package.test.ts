import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import Ajv from "ajv-draft-04";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";

import type { appManifest } from "../../../adapters/teams/package/manifest.ts";
import { packTeamsApp } from "../../../adapters/teams/package/package.ts";
import { plain } from "../../../src/chat/line.ts";
import { features } from "../../../src/features.ts";
import { speak } from "../../../src/text/say.ts";

const appId = "0f4b1f6e-2f0c-4c55-9d8b-6a3f1f0c9b11";
const wish = {
  appId,
  publicUrl: "https://rapport.annes.example",
  version: "0.1.0",
  features,
  slash: false,
};

const open = (slash: boolean) => unzipSync(packTeamsApp({ ...wish, slash }));
const jsonOf = (file: Uint8Array | undefined): unknown =>
  JSON.parse(strFromU8(file ?? new Uint8Array()));
type Manifest = ReturnType<typeof appManifest>;

/** Microsoft's own schema, as its package ships it. */
function check(schema: string, value: unknown) {
  const at = createRequire(import.meta.url).resolve("@microsoft/app-manifest");
  const file = new URL(`json-schemas/teams/${schema}.schema.json`, `file://${at}`);
  const AjvDraft4 = Ajv as unknown as typeof Ajv.default;
  const ajv = new AjvDraft4({
    strict: false,
    validateFormats: false,
    unicodeRegExp: false,
    allErrors: true,
  });
  ajv.validate(JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, "")), value);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Width and height stand in a PNG's first chunk, then bits and colour type: 6 has transparency. */
function pictureOf(png: Uint8Array | undefined) {
  const view = Buffer.from(png ?? []);
  return { width: view.readUInt32BE(16), height: view.readUInt32BE(20), kind: view[25] };
}

describe("the app for Teams", () => {
  it.for([
    { slash: false, version: "v1.24" },
    { slash: true, version: "v1.29" },
  ])("is what Microsoft's schema $version asks of one", ({ slash, version }) => {
    const files = open(slash);

    expect(check(`${version}/MicrosoftTeams`, jsonOf(files["manifest.json"]))).toEqual([]);
    expect(check("v1.24/MicrosoftTeams.Localization", jsonOf(files["de.json"]))).toEqual([]);
    expect(check(`${version}/MicrosoftTeams`, { manifestVersion: "1" })).not.toEqual([]);
  });

  it("holds its manifest, its German and its two icons, and nothing else", () => {
    const files = open(false);

    expect(Object.keys(files).toSorted()).toEqual([
      "color.png",
      "de.json",
      "manifest.json",
      "outline.png",
    ]);
    expect(pictureOf(files["color.png"])).toMatchObject({ width: 192, height: 192 });
    expect(pictureOf(files["outline.png"])).toEqual({ width: 32, height: 32, kind: 6 });
  });

  it("offers in each of three places every command, and as many of its words as fit, as help says them", () => {
    const [bot] = (jsonOf(open(false)["manifest.json"]) as Manifest).bots;
    const say = speak("en", "UTC");
    const helped = features
      .flatMap(({ commands = [] }) => commands)
      .flatMap(({ command, word, usage }) =>
        usage === null
          ? []
          : [{ title: `${command} ${word ?? ""}`.trim(), description: plain(usage(say)) }],
      );

    expect(bot?.commandLists.map(({ scopes }) => scopes)).toEqual([
      ["personal"],
      ["team"],
      ["groupChat"],
    ]);
    for (const { commands } of bot?.commandLists ?? []) {
      expect(commands).toHaveLength(Math.min(helped.length, 12));
      expect(helped).toEqual(expect.arrayContaining([...commands]));
      expect(commands.map(({ title }) => title)).toEqual(
        expect.arrayContaining(helped.map(({ title }) => title).filter((t) => !t.includes(" "))),
      );
      expect(commands).toContainEqual({
        title: "kudos undo",
        description: "Take it back: /kudos undo.",
      });
    }
  });

  it("gives kudos from the compose box and from a message, by the features' own shortcuts", () => {
    const manifest = jsonOf(open(false)["manifest.json"]) as Manifest;
    const commands = manifest.composeExtensions.flatMap((one) => one.commands);
    const answered = features.flatMap(({ shortcuts = [] }) => shortcuts.map((row) => row.shortcut));

    expect(
      commands
        .filter(({ type }) => type === "action")
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(answered.toSorted());
    expect(commands.filter(({ context }) => context.includes("message"))).toHaveLength(1);
    expect(commands.flatMap(({ type, id }) => (type === "query" ? [id] : []))).toEqual([
      "people",
      ...features.flatMap(({ searches = [] }) => searches.map(({ search }) => search)),
    ]);
  });

  it("speaks German to whoever reads German, in every place that it speaks English", () => {
    const files = open(false);
    const manifest = jsonOf(files["manifest.json"]) as Manifest;
    const german = jsonOf(files["de.json"]) as Record<string, string>;
    const places = Object.keys(german).filter((place) => place !== "$schema");

    const english = places.map((place) =>
      place
        .split(/[.[\]]+/)
        .filter((step) => step !== "")
        .reduce<unknown>((at, step) => (at as Record<string, unknown>)?.[step], manifest),
    );

    expect(english.filter((text) => typeof text !== "string")).toEqual([]);
    expect(places.filter((place) => place.startsWith("bots[0].commandLists[0]"))).toHaveLength(
      manifest.bots[0]?.commandLists[0]?.commands.length ?? 0,
    );
    expect(german["composeExtensions[0].commands[0].title"]).toBe("Kudos geben");
  });

  it("is known by its registration, and opens pages of this server alone", () => {
    const manifest = jsonOf(open(false)["manifest.json"]) as Manifest;

    expect([manifest.id, manifest.bots[0]?.botId, manifest.composeExtensions[0]?.botId]).toEqual([
      appId,
      appId,
      appId,
    ]);
    expect(manifest.validDomains).toEqual(["rapport.annes.example"]);
  });

  it("is the same to the byte however often it is made", () => {
    expect(Buffer.from(packTeamsApp(wish)).equals(packTeamsApp(wish))).toBe(true);
  });

  it("has slash commands where they are wished for, and only there", () => {
    const [bot] = (jsonOf(open(true)["manifest.json"]) as Manifest).bots;

    expect(bot).toMatchObject({ supportsTargetedMessages: true });
    expect(bot?.commandLists).toMatchObject(Array(3).fill({ triggers: ["mention", "slash"] }));
    expect(strFromU8(open(false)["manifest.json"] ?? new Uint8Array())).not.toContain("slash");
  });
});
