/**
 * Who may do what is asked in the engine: a button that isn't shown can still be pressed. Every button and every form is either
 * everybody's or stands below with whom it is for; a new one in neither list fails by name.
 */
import { describe, expect } from "vitest";

import type { Json } from "../../src/chat/card.ts";
import { plain } from "../../src/chat/line.ts";
import { features } from "../../src/features.ts";
import { giveRole } from "../../src/people/queries/roles.ts";
import { listAudit } from "../../src/privacy/queries.ts";
import { speak } from "../../src/text/say.ts";
import { hour } from "../../src/time/instant.ts";
import { rowsOf } from "../checkins/answeringStage.ts";
import { gatherLab, starts, weekly } from "../checkins/scheduleStage.ts";
import { choosesChannel } from "../recognition/stage.ts";
import { type Actor, it, type Office } from "../support/office.ts";
import { everyRow } from "../support/rows.ts";
import { forge } from "./forge.ts";

/** What stands in the office, so that what is forged names something that is there. */
interface Stage {
  readonly office: Office;
  readonly recognition: string;
  readonly schedule: string;
  readonly round: string;
  readonly ben: string;
  readonly dan: string;
}

interface Wish {
  readonly value?: (stage: Stage) => Json;
  readonly text?: Readonly<Record<string, string>>;
  readonly picked?: (stage: Stage) => Readonly<Record<string, readonly string[]>>;
  /** Whether it changes something, which is then noted. Otherwise it opens, shows or leaves something to look at. */
  readonly acts: boolean;
}

const opens: Wish = { acts: false };
const ofSchedule = (acts: boolean): Wish => ({ value: ({ schedule }) => schedule, acts });
const ofRound: Wish = { value: ({ round }) => round, acts: false };
const ofRecognition = (acts: boolean): Wish => ({
  value: ({ recognition }) => ({ recognition }),
  acts,
});
const ofAnswer = (more: Record<string, Json> = {}): Wish => ({
  value: ({ round, ben }) => ({ round, person: ben, ...more }),
  acts: false,
});

/** For admins; those of schedules for leads too, those of a questioned thanks for compliance. */
const administrative: Readonly<Record<string, Wish>> = {
  "action recognition.look": ofRecognition(false),
  "action recognition.putBack": ofRecognition(true),
  "action recognition.keepDown": ofRecognition(true),
  "action recognition.channel": opens,
  "action people.addWorkspace": { acts: true },
  "action recognition.catchUp": { acts: true },
  "action recognition.rules": opens,
  "action recognition.emoji": opens,
  "action recognition.values": opens,
  "action recognition.publicList": opens,
  "action recognition.takeBack": ofRecognition(false),
  "form recognition.channel": { picked: () => ({ channel: ["C_NEW"] }), acts: true },
  "form recognition.rules": {
    text: { amount: "7", mostPoints: "1" },
    picked: () => ({ per: ["rolling"] }),
    acts: true,
  },
  "form recognition.emoji": { text: { emoji: "lab_star" }, acts: true },
  "form recognition.values": { picked: () => ({ keep: [], required: ["no"] }), acts: true },
  "form recognition.takeBack": { ...ofRecognition(true), text: { why: "posted by mistake" } },
  "action checkins.giveUp": ofRound,
  "action checkins.gaveUp": ofRound,
  "action checkins.keepWaiting": ofRound,
  "action schedules.list": opens,
  "action schedules.preview": ofSchedule(false),
  "action schedules.start": ofSchedule(false),
  "action schedules.run": ofSchedule(false),
  "action schedules.pause": ofSchedule(true),
  "action schedules.skip": ofSchedule(true),
  "action schedules.stop": ofSchedule(true),
  "action schedules.started": {
    value: ({ schedule }) => ({ schedule, asked: 4 }),
    acts: false,
  },
  "action schedules.openNow": {
    value: ({ office }) => ({
      asking: {
        template: "weekly-checkin",
        audience: { kind: "channel", channel: "C_LAB" },
        workspace: office.workspace,
        channel: "C_LAB",
        window: { kind: "days", days: 6 },
        summaryTo: "channel",
      },
      schedule: null,
      asked: 4,
    }),
    acts: true,
  },
  "action schedules.override": ofRound,
  "action schedules.new": opens,
  "form schedules.new": { picked: () => weekly, acts: true },
  "action checkins.copyTemplate": { value: () => ({ id: "weekly-checkin" }), acts: false },
  "action checkins.editTemplate": { value: () => ({ id: "weekly-checkin" }), acts: false },
  "form checkins.template": {
    value: () => ({ id: "weekly-checkin", copies: true }),
    text: { name: "Our own week", questions: "text: What was new?" },
    picked: () => ({ sees: ["leads"], least: ["5"] }),
    acts: false,
  },
  "action leaderboards.setup": opens,
  "action leaderboards.weekly": opens,
  "form leaderboards.setup": {
    picked: () => ({ on: ["no"], display: ["sums"], list: ["third"] }),
    acts: true,
  },
  "form leaderboards.weekly": {
    picked: () => ({ state: ["on"], channel: ["C_LAB"], weekday: ["1"], hour: ["9"] }),
    acts: true,
  },
  "action rights.retention": opens,
  "form rights.retention": { picked: () => ({ texts: ["12"] }), acts: true },
  "action setup.guard": opens,
  "form setup.guard": { text: { sites: "North Wing" }, acts: true },
  "action setup.open": opens,
  "action setup.more": opens,
  "action setup.tryIt": opens,
  "action setup.permissions": opens,
  "action setup.organization": opens,
  "action setup.safety": opens,
  "action setup.admins": opens,
  "action setup.addAdmins": opens,
  "action setup.removeAdmin": { value: ({ dan }) => dan, acts: true },
  "form setup.organization": { text: { name: "St. Anne's and St. Mary's" }, acts: true },
  "form setup.safety": { text: { contacts: "the help line" }, acts: true },
  "form setup.addAdmins": { picked: ({ ben }) => ({ admins: [ben] }), acts: true },
};

/** For whoever leads the unit in which somebody answered, and nobody else: admins read no named answers. */
const leading: Readonly<Record<string, Wish>> = {
  "action checkins.answers": { value: ({ round }) => ({ round, from: 0 }), acts: false },
  "action checkins.showAnswers": opens,
  "action checkins.react": ofAnswer({ reaction: "thanks" }),
  "action checkins.comment": ofAnswer(),
  "form checkins.comment": { ...ofAnswer(), text: { words: "thank you for telling" } },
  "action checkins.makeAction": ofAnswer(),
  "form checkins.act": {
    value: ({ round, ben }) => ({ answer: { round, person: ben } }),
    text: { title: "A second phone" },
    picked: ({ ben }) => ({ owner: [ben] }),
    acts: false,
  },
};

/** Everybody's: of their own thanks, answers, requests and settings; each of these looks whose it is by itself. */
const everybodys = new Set(
  `recognition.open fix pick sendWithout sendSure drop undo edit second more hideName madeMyShift question share askAdmin preview send
   checkins.tap answer quiet skip putOff mine takeUp done drop request respond csv templates template units answer.2 answer.3
   schedules.cancel
   peers.show ask asked received read give notNow decline
   leaderboards.show leave
   people.about link part hours pattern private settings.pattern settings.private pause resume
   rights.show send erase eraseSurely
   setup.settings help seen`
    .split("\n")
    .flatMap((line) => {
      const [first = "", ...rest] = line.trim().split(" ");
      const feature = first.split(".")[0];
      return [first, ...rest.map((name) => `${feature}.${name}`)];
    }),
);

const rows = features.flatMap((feature) => [
  ...(feature.actions ?? []).map((row) => `action ${row.action}`),
  ...(feature.forms ?? []).map((row) => `form ${row.form}`),
]);

/** One thanks in which something is wrong, a schedule, a round, and Dan, an admin beside Lee who has the compliance role. */
async function sets(office: Office): Promise<Stage> {
  const { ana, dan, lee } = office;
  await choosesChannel(office);
  await gatherLab(office);
  const [leeId, danId, benId] = [await lee.id(), await dan.id(), await office.ben.id()];
  await office.store.transact(async (tx) => {
    await giveRole(tx, office.organization, danId, "admin", null);
    await giveRole(tx, office.organization, leeId, "compliance", null);
  });
  await starts(office);
  await ana.types("/kudos @ben for the calm launch");
  await office.passes(hour);
  await office.store.transact((tx) =>
    tx.updateTable("recognition_receiver").set({ questioned_at: office.now() }).execute(),
  );
  const [recognition] = await rowsOf(office, "recognition");
  const [schedule] = await rowsOf(office, "schedule");
  if (recognition === undefined || schedule === undefined) throw new Error("Nothing stands");
  await office.passes(hour * 48);
  const [round] = await rowsOf(office, "round");
  return {
    office,
    recognition: recognition.recognition_id,
    schedule: schedule.schedule_id,
    round: round?.round_id ?? "",
    ben: benId,
    dan: danId,
  };
}

const sends = (stage: Stage, actor: Actor, row: string, wish: Wish): Promise<string> =>
  forge(stage.office, actor, row, {
    value: wish.value?.(stage) ?? null,
    text: wish.text ?? {},
    picked: wish.picked?.(stage) ?? {},
  });

/** Everything but when somebody was here last. */
const standing = async (office: Office): Promise<string[]> =>
  (await everyRow(office)).map(({ table, text }) =>
    `${table} ${text}`.replace(/"seen_at":("[^"]*"|null)/, ""),
  );

const say = speak("en", "Europe/Lisbon");
const refusals = [
  plain(say.people.adminsOnly({ admins: [] })).split(".")[0] ?? "",
  plain(say.recognition.complianceOnly()),
  plain(say.follow.notYours()),
  plain(say.follow.notLead()),
];
const isRefusal = (reply: string): boolean => refusals.some((one) => reply.includes(one));

describe("every button and form", () => {
  it("is everybody's, or it is said whom it is for", async () => {
    const known = (row: string) =>
      row in administrative || row in leading || everybodys.has(row.split(" ")[1] ?? "");

    expect(rows.filter((row) => !known(row))).toEqual([]);
    expect(
      [...Object.keys(administrative), ...Object.keys(leading)].filter(
        (row) => !rows.includes(row),
      ),
    ).toEqual([]);
  });
});

describe("a member who sends what only others are shown", () => {
  it("is refused each of them, and nothing has changed", { timeout: 60_000 }, async ({
    office,
  }) => {
    const stage = await sets(office);
    const cleo = office.cleo;
    await cleo.types("/rapport");
    for (const [row, wish] of Object.entries({ ...administrative, ...leading })) {
      const before = await standing(office);
      const reply = await sends(stage, cleo, row, wish);

      expect(isRefusal(reply), `${row} answers: ${reply}`).toBe(true);
      expect(await standing(office), row).toEqual(before);
    }
  });
});

describe("an admin", () => {
  const acting = Object.entries(administrative).filter(([, { acts }]) => acts);

  it.for(acting)("does %s, which is noted with who did it", async ([row, wish], { office }) => {
    const stage = await sets(office);
    const noted = () =>
      office.store.transact((tx) => listAudit(tx, office.organization, null, 100));
    const before = (await noted()).map(({ id }) => id);

    const reply = await sends(stage, office.lee, row, wish);

    const after = (await noted()).filter(({ id }) => !before.includes(id));
    expect(isRefusal(reply)).toBe(false);
    expect(after.length, reply).toBeGreaterThan(0);
    expect(after.every(({ person }) => person !== null)).toBe(true);
    expect(new Set(after.map(({ person }) => person))).toEqual(new Set([await office.lee.id()]));
    // Ids, names of settings and counts: what people wrote stands nowhere in it.
    expect(JSON.stringify(after)).not.toMatch(/calm launch|by mistake|help line|St\. Mary|Our own/);
  });

  it("opens no named answer, whatever they forge", async ({ office }) => {
    const stage = await sets(office);
    for (const [row, wish] of Object.entries(leading)) {
      const reply = await sends(stage, office.dan, row, wish);

      expect(isRefusal(reply), `${row} answers: ${reply}`).toBe(true);
    }
  });

  it("finds no private thanks in any list, and can take none back", async ({ office }) => {
    const { ana, lee } = office;
    const stage = await sets(office);
    await ana.types("/kudos @cleo privately for the word in the corridor");
    await ana.types("/rapport");
    await ana.presses("Keep my thanks private");
    await office.ben.types("/kudos @ana for covering the lunch");
    const rows = await rowsOf(office, "recognition");
    const words = await rowsOf(office, "recognition_text");
    const hidden = words.find(({ reason }) => reason.includes("covering the lunch"));

    const shown = [
      await lee.types("/rapport setup"),
      await sends(stage, lee, "action recognition.publicList", opens),
      await sends(stage, lee, "form recognition.takeBack", {
        value: () => ({ recognition: hidden?.recognition_id ?? "" }),
        text: { why: "to see what it was" },
        acts: false,
      }),
      await lee.types("/leaderboard"),
    ].join("\n");

    expect(shown).toContain("calm launch");
    expect(shown).not.toContain("covering the lunch");
    expect(await rowsOf(office, "recognition")).toEqual(rows);
  });
});
