import { describe, expect, it } from "vitest";

import { renderCard } from "../../adapters/slack/cards.ts";
import { renderForm } from "../../adapters/slack/forms.ts";
import { readPayload } from "../../adapters/slack/inbound.ts";
import { checkMessage, checkView } from "../../adapters/slack/limits.ts";
import { type Shown, standingCard } from "../../src/checkins/answering/cards.ts";
import { answerForm } from "../../src/checkins/answering/forms.ts";
import { questionsFor } from "../../src/checkins/answering/questions.ts";
import type { Seen } from "../../src/checkins/answering/seen.ts";
import type { Prompt, PromptState } from "../../src/checkins/round.ts";
import type { Template } from "../../src/checkins/template.ts";
import { shippedTemplates } from "../../src/checkins/templates/shipped/index.ts";
import type { PersonId, RoundId, UnitId } from "../../src/ids.ts";
import { speak } from "../../src/text/say.ts";
import { readInstant } from "../../src/time/instant.ts";

const now = readInstant("2026-03-18T12:00:00Z");
const round = `rnd_${"0".repeat(32)}` as RoundId;
const person = `prs_${"0".repeat(32)}` as PersonId;

const prompt: Prompt = {
  round,
  person,
  state: "asked",
  dueAt: null,
  askAt: now,
  askedAt: now,
  remindedAt: now,
  reminders: 0,
  closesAt: readInstant("2026-03-26T23:59:00Z"),
  answeredAt: null,
  unit: null,
  group: "g1",
};

function seenOf({ sees, least }: Template): Seen {
  if (sees === "self") return { kind: "self" };
  if (sees === "groups") return { kind: "groups", least, units: ["Core Lab", "4 West", null] };
  const leads = [{ id: person, name: "Priya Shah" }];
  return { kind: "leads", leads, channel: "C0LAB", confidential: "some", least };
}

const shown = (template: Template, state: PromptState): Shown => ({
  template,
  prompt: { ...prompt, state },
  now,
  questions: questionsFor(template, 12),
  seen: seenOf(template),
  contacts: null,
  next: readInstant("2026-03-27T15:00:00Z"),
  putOffs: ["shift", "tomorrow"],
  helpers: Array.from({ length: 5 }, (_, at) => ({
    id: `prs_${String(at).repeat(32)}` as PersonId,
    name: `Wilhelmina ${at} Featherstonehaugh`,
  })),
  mayRequest: true,
  mayPause: true,
});

const states: readonly PromptState[] = [
  "asked",
  "answered",
  "quiet",
  "skipped",
  "waiting",
  "missed",
];

describe.for(["en", "de"] as const)("a check-in in Slack (%s)", (locale) => {
  const say = speak(locale, "Europe/Lisbon");

  it.for(shippedTemplates)("keeps to Slack's limits with $id", (template) => {
    const cards = states.map((state) => renderCard(standingCard(say, shown(template, state))));
    const form = answerForm(say, {
      state: {
        r: round,
        p: person,
        at: 0,
        units: template.perUnit ? (["unt_1", "unt_2", "unt_3"] as UnitId[]) : [],
        shown: template.questions.map(({ id }) => id),
        more: false,
      },
      template,
      questions: template.questions,
      unit: template.perUnit ? "Intensive care" : null,
      again: true,
      kept: new Map(),
      people: [],
      footnote: say.chat.noPatients(),
    });

    expect(cards.flatMap(checkMessage)).toEqual([]);
    expect(checkView(renderForm(form, { place: { kind: "direct" } }))).toEqual([]);
  });
});

describe("a tap in Slack", () => {
  it("is told apart from its repeats by nothing that says which button it was", () => {
    const [first, other] = ["checkins.tap#0", "checkins.tap#4"].map((action_id) => {
      const heard = readPayload({
        type: "block_actions",
        user: { id: "U1", team_id: "T1" },
        team: { id: "T1" },
        trigger_id: "trigger",
        container: { type: "message", message_ts: "1.0", channel_id: "D1" },
        channel: { id: "D1", name: "directmessage" },
        actions: [{ action_id, value: "{}", action_ts: "2.0" }],
      });
      return heard.kind === "act" ? heard.inbound.delivery : "";
    });

    expect(first).toBe(other);
    expect(first).not.toBe("");
  });
});
