/** What the specifications of summaries start from: a closed round, its prompts, its named answers, and what was published of it. */
import type { AnswerValue } from "../../src/checkins/answer.ts";
import { insertGroups, insertPublished } from "../../src/checkins/confidential/queries.ts";
import { release } from "../../src/checkins/confidential/release.ts";
import { createTally } from "../../src/checkins/confidential/tally.ts";
import type { PromptState } from "../../src/checkins/round.ts";
import type { AnswerGiven, Group } from "../../src/checkins/summary/facts.ts";
import type { Template } from "../../src/checkins/template.ts";
import { newId, type PersonId, type RoundId, type ScheduleId, type UnitId } from "../../src/ids.ts";
import { later } from "../../src/jobs/queries.ts";
import type { Cleared } from "../../src/privacy/phi/cleared.ts";
import { readInstant } from "../../src/time/instant.ts";
import type { Office } from "../support/office.ts";

export interface Closed {
  readonly template: string;
  /** "2026-03-13T15:00" */
  readonly atLocal: string;
  readonly closedAt: string;
  readonly states: Partial<Record<PromptState, number>>;
  readonly unit?: UnitId;
  readonly channel?: string | null;
  readonly summaryTo?: "channel" | "leads";
  readonly schedule?: ScheduleId;
  readonly madeBy?: PersonId;
  /** Each by another person. */
  readonly named?: readonly (readonly [question: string, value: AnswerValue])[];
  readonly published?: Published;
}

export interface Published {
  readonly groups: readonly Group[];
  readonly answers: readonly AnswerGiven[];
  readonly answered: string;
}

/** A round that has closed, and the job that its close leaves. */
export async function closeRound(office: Office, closed: Closed): Promise<RoundId> {
  const { organization } = office;
  const closedAt = readInstant(closed.closedAt);
  const id = newId("round", closedAt);
  const states = Object.entries(closed.states).flatMap(([state, count]) =>
    Array.from({ length: count }, () => state),
  );
  await office.store.transact(async (tx) => {
    await tx
      .insertInto("round")
      .values({
        organization_id: organization,
        round_id: id,
        schedule_id: closed.schedule ?? null,
        template_id: closed.template,
        template_version: 0,
        audience: JSON.stringify({ kind: "everyone" }),
        workspace_id: office.workspace,
        channel: closed.channel === undefined ? "C_LAB" : closed.channel,
        window: JSON.stringify({ kind: "week" }),
        summary_to: closed.summaryTo ?? "channel",
        at_local: closed.atLocal,
        state: "closed",
        paused_why: null,
        sealed: 1,
        made_by: closed.madeBy ?? null,
        planned_at: closedAt,
        opens_at: closedAt,
        closes_at: closedAt,
        closed_at: closedAt,
        summary: null,
      })
      .execute();
    if (states.length > 0)
      await tx
        .insertInto("prompt")
        .values(
          states.map((state, at) => ({
            organization_id: organization,
            round_id: id,
            person_id: `prs_${at}` as PersonId,
            state,
            due_at: null,
            ask_at: closedAt,
            asked_at: closedAt,
            reminded_at: null,
            reminders: 0,
            closes_at: closedAt,
            answered_at: null,
            unit_id: closed.unit ?? null,
            group_key: null,
          })),
        )
        .execute();
    const named = closed.named ?? [];
    if (named.length > 0)
      await tx
        .insertInto("response")
        .values(
          named.map(([question, value], at) => ({
            organization_id: organization,
            round_id: id,
            person_id: `prs_${at}` as PersonId,
            question,
            partner: "",
            value: value.kind === "text" ? null : JSON.stringify(value),
            words: value.kind === "text" ? value.words : null,
            answered_at: closedAt,
          })),
        )
        .execute();
    if (closed.published !== undefined) {
      const { groups, answers, answered } = closed.published;
      await insertGroups(tx, organization, id, [
        ...groups.map((group) => ({ ...group, asked: "10–19" })),
        { key: "", units: [], asked: String(states.length), answered } as never,
      ]);
      const rows = answers.flatMap(({ group, question, partner, value, count }) =>
        Array.from({ length: count }, () => ({
          group: group ?? "",
          question,
          partner,
          value,
          words: null,
        })),
      );
      if (rows.length > 0) await insertPublished(tx, organization, id, rows);
    }
    await later(tx, organization, closedAt, {
      kind: "checkins.summary",
      payload: { round: id },
      due: closedAt,
    });
  });
  return id;
}

export const unit = (name: string): UnitId => `unt_${name}` as UnitId;
export const words = (text: string): AnswerValue => ({ kind: "text", words: text as Cleared });

/** What the close of a round tells of confidential answers: each respondent with their unit and what they said to one question. */
export function publish(
  template: Template,
  respondents: readonly {
    readonly unit: UnitId;
    readonly answers: readonly (readonly [string, AnswerValue, UnitId?])[];
  }[],
  sizes: ReadonlyMap<UnitId, number> = new Map(),
): Published {
  const tally = createTally(template);
  const units = [...new Set(respondents.map((one) => one.unit))];
  for (const { unit: own, answers } of respondents)
    tally.add({
      group: own,
      answers: answers.map(([question, value, partner]) => ({
        question,
        partner: partner ?? null,
        value,
      })),
    });
  const released = release(tally, {
    groups: units.map((own) => ({
      key: own,
      units: [own],
      asked: respondents.filter((one) => one.unit === own).length,
    })),
    sizes,
  });
  return {
    groups: released.groups,
    answered: released.everybody.answered,
    answers: released.cells.flatMap(({ group, question, partner, values }) =>
      values.map(({ value, count }) => ({ group, question, partner, value, count })),
    ),
  };
}

export async function addUnit(office: Office, id: UnitId, name: string): Promise<UnitId> {
  await office.store.transact((tx) =>
    tx
      .insertInto("unit")
      .values({ organization_id: office.organization, unit_id: id, name, name_key: name })
      .execute(),
  );
  return id;
}
