import { describe, expect, it } from "vitest";

import { renderCard } from "../../adapters/slack/cards.ts";
import { renderForm, renderHome, renderResult } from "../../adapters/slack/forms.ts";
import { checkMessage, checkView, limits } from "../../adapters/slack/limits.ts";
import * as teamsCards from "../../adapters/teams/cards.ts";
import * as teamsForms from "../../adapters/teams/forms.ts";
import { pagesOf } from "../../adapters/teams/pages.ts";
import { createMarks } from "../../adapters/teams/press.ts";
import type { Button, Card } from "../../src/chat/card.ts";
import type { Field, Filled, Form } from "../../src/chat/form.ts";
import type { Inbound, Place } from "../../src/chat/inbound.ts";
import { plain, words } from "../../src/chat/line.ts";
import type { Reply } from "../../src/chat/reply.ts";
import { shippedTemplates } from "../../src/checkins/templates/shipped/index.ts";
import { features } from "../../src/features.ts";
import { safetySettings } from "../../src/people/footnote.ts";
import { insertUnit, moveToUnit } from "../../src/people/queries/about.ts";
import { giveRole } from "../../src/people/queries/roles.ts";
import type { Cleared } from "../../src/privacy/phi/cleared.ts";
import { reveal, type Typed, typed } from "../../src/privacy/typed.ts";
import { keepSetting } from "../../src/store/settings.ts";
import { day } from "../../src/time/instant.ts";
import { checkCard } from "../support/adaptiveCards.ts";
import { member, type Office, openOffice, wordsOf } from "../support/office.ts";

/** So many presses and forms; more would be the same cards again. */
const mostSteps = 900;
/** Presses of one button; five faces on each of many check-ins would leave no steps for what follows. */
const mostPresses = 16;

const names = new Map([
  ["ben", "U_BEN"],
  ["cleo", "U_CLEO"],
  ["lee", "U_LEE"],
  ["bot", "U_BOT"],
]);

/** Everything there is to type, beside each row's own word. */
const typedToo = [
  "kudos @ben for the calm handover #teamwork",
  "kudos @cleo @ben for a spare pair of hands & <!channel>",
  "kudos @ben",
  "kudos @lee for me",
  "kudos @bot for the reminders",
  "kudos nobody in particular",
  "kudos ben for the calm handover",
  `kudos @ben ${"&".repeat(500)}`,
  "kudos @ben for catching the potassium, MRN 00482913",
  "leaderboard givers year",
  "leaderboard units all",
  "leaderboard bridges month",
  "leaderboard disciplines quarter",
  "checkin start",
  "checkin start weekly-checkin #nowhere",
  "checkin nonsense",
  ...shippedTemplates.map(({ id }) => `checkin start ${id}`),
];

/** Lee works in the ward with ten others, whom Ana leads, and leads the Core Lab; there is somebody to call. */
async function gatherWard(office: Office): Promise<void> {
  const { ana, lee } = office;
  const others = Array.from({ length: 10 }, (_, at) => `U_NURSE${at}`);
  await office.learns(...others.map((account, at) => member(account, `Nurse Number${at}`)));
  const ids = await Promise.all(
    [...others, lee.account].map(async (account) =>
      account === lee.account ? lee.id() : (await office.person(account)).id(),
    ),
  );
  const lead = await ana.id();
  const [own] = ids.slice(-1);
  await office.store.transact(async (tx) => {
    const { organization } = office;
    const ward = await insertUnit(tx, organization, "4 West", office.now());
    const lab = await insertUnit(tx, organization, "Core Lab", office.now());
    for (const id of ids) await moveToUnit(tx, organization, id, ward, office.now());
    await giveRole(tx, organization, lead, "lead", ward);
    if (own !== undefined) await giveRole(tx, organization, own, "lead", lab);
    const contacts = "Ward office 4000" as Cleared;
    await keepSetting(tx, organization, safetySettings, { incidentSystem: null, contacts });
  });
  office.chat.gather("C_WARD", [...others, lee.account]);
}

const marks = createMarks(() => [{ id: "1", secret: new Uint8Array(32) }]);

/** Goes wherever an admin can go, and keeps what Slack or Teams would refuse of what they see. */
async function walk(
  office: Office,
  language: string,
): Promise<{ refused: string[]; steps: number; posts: number }> {
  const refused: string[] = [];
  const waiting: Act[] = [];
  const seen = new Set<string>();
  const pressed = new Map<string, number>();
  const posts = new Set<string>();
  let steps = 0;

  function go(act: Act): void {
    const key = keyOf(act);
    if (seen.has(key)) return;
    seen.add(key);
    if (act.kind === "action") {
      const before = pressed.get(act.action) ?? 0;
      if (before >= mostPresses) return;
      pressed.set(act.action, before + 1);
    }
    waiting.push(act);
  }
  const drawing = { nonce: "n".repeat(32), for: "a".repeat(36), language, marks };
  function look(card: Card, what: string): void {
    const drawn = [
      ...pagesOf(card, drawing).flatMap((page) => checkCard(teamsCards.renderCard(page, drawing))),
      ...checkMessage(renderCard(card)),
      ...checkView(renderHome(card)),
      ...checkView(renderResult(card, { place: { kind: "home" } })),
    ];
    refused.push(...drawn.map((wrong) => `${what}: ${wrong}`));
    for (const { action, value = null } of buttonsOf(card)) go({ kind: "action", action, value });
  }
  function lookAtPosts(): void {
    for (const { card, channel } of office.chat.posts) {
      if (posts.has(JSON.stringify(card))) continue;
      posts.add(JSON.stringify(card));
      look(card, `post in ${channel}`);
    }
  }
  function meet(reply: Reply, what: string): void {
    if (reply.kind === "card" || reply.kind === "replace") look(reply.card, what);
    if (reply.kind !== "form") return;
    const { form } = reply;
    const wrong = checkView(renderForm(form, { place: { kind: "channel", channel: "C_WARD" } }));
    wrong.push(...checkCard(teamsForms.renderForm(form, { ...drawing, channels: wardChannel })));
    refused.push(...[...wrong, ...cutOf(form)].map((one) => `${what} → ${form.form}: ${one}`));
    for (const filled of [fill(form, false), fill(form, true)]) {
      go({ kind: "form", form: form.form, state: form.state ?? null, filled });
    }
  }
  async function does(act: Act, place: Place): Promise<void> {
    steps += 1;
    const inbound = {
      platform: "slack",
      workspace: office.workspaceExternal,
      account: "U_LEE",
      delivery: `step ${steps}`,
      place,
      learnt: [],
      ...act,
    } as Inbound;
    meet(await office.handle(inbound), keyOf(act).slice(0, 120));
  }

  const ward: Place = { kind: "channel", channel: "C_WARD" };
  async function goOn(): Promise<void> {
    for (let act = waiting.shift(); act !== undefined && steps < mostSteps; act = waiting.shift()) {
      await does(act, ward);
      // A minute and a bit, so that what is to be said is said while it stands.
      await office.passes(steps % 20 === 0 ? day : 70_000);
      lookAtPosts();
    }
  }
  for (const feature of features) {
    for (const { command, word } of feature.commands ?? [])
      go(commandOf(`${command} ${word ?? ""}`));
    for (const { shortcut } of feature.shortcuts ?? []) go({ kind: "shortcut", shortcut });
  }
  for (const text of typedToo) go(commandOf(text));
  await does({ kind: "home" }, { kind: "home" });
  await goOn();
  await office.passes(30 * day);
  await does({ kind: "home" }, { kind: "home" });
  lookAtPosts();
  await goOn();
  return { refused: [...new Set(refused)], steps, posts: posts.size };
}

const wardChannel = [{ value: "C_WARD", label: words("4 West") }];

type Act =
  | {
      readonly kind: "command";
      readonly command: string;
      readonly words: ReturnType<typeof wordsOf>;
    }
  | { readonly kind: "shortcut"; readonly shortcut: string }
  | { readonly kind: "action"; readonly action: string; readonly value: unknown }
  | {
      readonly kind: "form";
      readonly form: string;
      readonly state: unknown;
      readonly filled: Filled;
    }
  | { readonly kind: "home" };

/** What tells one step from another: typed text shows itself to nobody, so it is revealed. */
const keyOf = (act: Act): string => {
  const shown = (value: unknown): unknown =>
    value instanceof Object && "kind" in value && value.kind === "text" && "text" in value
      ? reveal(value.text as Typed)
      : value;
  return act.kind === "command"
    ? `${act.command} ${JSON.stringify(act.words.map(shown))}`
    : JSON.stringify(act);
};

function commandOf(text: string): Act {
  const [command = "", ...rest] = text.split(" ");
  return { kind: "command", command, words: wordsOf(rest.join(" "), names) };
}

const buttonsOf = (card: Card): Button[] =>
  card.blocks.flatMap((block) => (block.kind === "buttons" ? [...block.buttons] : []));

/** Words of the catalogue that would lose their end. */
function cutOf(form: Form): string[] {
  return [form.title, form.submit]
    .map(plain)
    .filter((text) => text.length > limits.title)
    .map((text) => `“${text}” is cut`);
}

/** A form as it is drawn, or with something in every field. */
function fill(form: Form, whole: boolean): Filled {
  const text: Record<string, ReturnType<typeof typed>> = {};
  const picked: Record<string, readonly string[]> = {};
  for (const field of form.fields) {
    if (field.kind === "note") continue;
    if (field.kind === "text") {
      if (field.initial !== undefined) text[field.name] = field.initial;
      else if (whole) text[field.name] = typed("for the calm handover");
    } else {
      const values = valuesOf(field, whole);
      if (values.length > 0) picked[field.name] = values;
    }
  }
  return { text, picked };
}

function valuesOf(
  field: Exclude<Field, { kind: "note" | "text" }>,
  whole: boolean,
): readonly string[] {
  switch (field.kind) {
    case "people":
      return (field.initial ?? []).map(({ value }) => value);
    case "choice":
      return field.initial === undefined
        ? field.choices.slice(0, whole ? 1 : 0).map(({ value }) => value)
        : [field.initial];
    case "choices":
      return field.initial ?? field.choices.slice(0, whole ? 1 : 0).map(({ value }) => value);
    case "channel":
      return field.initial === undefined ? (whole ? ["C_KUDOS"] : []) : [field.initial];
  }
}

describe("whatever there is to see", () => {
  it.for(["en", "de"])(
    "fits into what Slack and Teams take, for whoever reads it in %s",
    { timeout: 60_000 },
    async (locale) => {
      const office = await openOffice();
      await office.learns(member("U_LEE", "Lee Wong", { runsWorkspace: true, locale }));

      await gatherWard(office);

      const { refused, steps, posts } = await walk(office, locale);
      const rounds = await office.store.transact((tx) =>
        tx.selectFrom("round").select("template_id").where("state", "=", "closed").execute(),
      );
      await office.store.close();

      expect(refused).toEqual([]);
      expect(steps).toBeGreaterThan(80);
      expect(posts).toBeGreaterThan(50);
      expect(rounds.map((round) => round.template_id).toSorted()).toEqual(
        shippedTemplates.map(({ id }) => id).toSorted(),
      );
    },
  );
});
