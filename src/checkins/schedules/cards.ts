/** Schedules in a list, their preview, and what a round tells whoever started it. */
import { type Block, type Button, type Card, type Json, saying } from "../../chat/card.ts";
import { type Line, words } from "../../chat/line.ts";
import type { RoundId } from "../../ids.ts";
import { type Say, speak } from "../../text/say.ts";
import type { Instant } from "../../time/instant.ts";
import { type SkipReason, skipReasons } from "../rounds/eligible.ts";
import type { Tally } from "../rounds/tally.ts";
import type { Schedule } from "./schedule.ts";

export interface Listed {
  readonly schedule: Schedule;
  readonly line: Line;
}

export function listCard(say: Say, listed: readonly Listed[]): Card {
  const texts = say.schedules;
  const blocks = listed.flatMap(({ schedule, line }): Block[] => [
    { kind: "text", line },
    { kind: "buttons", buttons: buttonsOf(say, schedule) },
  ]);
  const create: Block = {
    kind: "buttons",
    buttons: [{ action: "schedules.new", label: texts.create() }],
  };
  if (listed.length === 0) return saying(texts.none(), create);
  return {
    summary: texts.title(),
    blocks: [{ kind: "title", line: texts.title() }, ...blocks, { kind: "divider" }, create],
  };
}

function buttonsOf(say: Say, { id, state, skipNext }: Schedule): Button[] {
  const texts = say.schedules;
  const button = (action: string, label: Line, look?: Button["look"]): Button => ({
    action: `schedules.${action}`,
    label,
    value: id,
    ...(look === undefined ? {} : { look }),
  });
  const begins = state === "draft" ? texts.start() : texts.resume();
  return [
    ...(state === "started"
      ? [
          button("pause", texts.pause()),
          button("skip", skipNext ? texts.unskip() : texts.skip()),
          button("run", texts.runNow()),
        ]
      : [button("start", begins, "primary")]),
    button("preview", texts.preview()),
    button("stop", texts.stop(), "danger"),
  ];
}

export interface Previewed {
  readonly name: Line;
  readonly tally: Tally;
  /** What stands in the way of starting it. */
  readonly refusal: Line | null;
  /** Null: it was only looked at. */
  readonly button: { readonly action: string; readonly label: Line; readonly value: Json } | null;
}

export function previewCard(say: Say, shown: Previewed, now: Instant): Card {
  const texts = say.schedules;
  const { tally } = shown;
  const title = texts.previewTitle({ name: shown.name });
  const asks = texts.asks({
    asked: tally.asked,
    first: momentIn(say, tally.first, now),
    firstZone: tally.first?.zone ?? "",
    last: momentIn(say, tally.last, now),
    lastZone: tally.last?.zone ?? "",
  });
  const reasons =
    reasonsLine(say, tally.skipped) ?? (tally.asked === 0 ? texts.emptyNobody() : null);
  const lines = [
    asks,
    ...(tally.noPattern > 0 ? [texts.noPattern({ count: tally.noPattern })] : []),
    ...(reasons === null ? [] : [reasons]),
    ...(shown.refusal === null ? [] : [shown.refusal]),
  ];
  const cancel: Button = { action: "schedules.cancel", label: texts.cancel() };
  const buttons: Button[] =
    shown.button === null || shown.refusal !== null || tally.asked === 0
      ? []
      : [{ ...shown.button, look: "primary" }, cancel];
  return {
    summary: [...title, ...words(". "), ...asks],
    blocks: [
      { kind: "title", line: title },
      ...lines.map((line): Block => ({ kind: "text", line })),
      ...(buttons.length > 0 ? [{ kind: "buttons", buttons } as const] : []),
    ],
  };
}

/** In the zone of whoever is asked then. */
const momentIn = (say: Say, moment: Tally["first"], now: Instant): string =>
  moment === null ? "" : speak(say.locale, moment.zone).moment(moment.at, now);

/** "Left out: 2 joined in the last 7 days and 1 paused Rapport." Null: nobody was. */
export function reasonsLine(
  say: Say,
  skipped: Readonly<Partial<Record<SkipReason, number>>>,
): Line | null {
  const reasons = skipReasons.flatMap((why) => {
    const count = skipped[why] ?? 0;
    return count === 0 ? [] : [say.schedules.skipped[why]({ count })];
  });
  return reasons.length === 0 ? null : say.schedules.skippedAll({ reasons: say.list(reasons) });
}

export function gateCard(
  say: Say,
  waits: {
    readonly name: Line;
    readonly last: RoundId;
    /** Null: it isn't due yet. */
    readonly held: RoundId | null;
    readonly at: string;
  },
): Card {
  const { name, last, held, at } = waits;
  const texts = say.schedules;
  const line = held === null ? texts.warn({ name, date: at }) : texts.held({ name });
  const respond: Button = {
    action: "checkins.respond",
    label: texts.respond(),
    value: last,
    look: "primary",
  };
  const override: Button[] =
    held === null ? [] : [{ action: "schedules.override", label: texts.override(), value: held }];
  return saying(line, { kind: "buttons", buttons: [respond, ...override] });
}
