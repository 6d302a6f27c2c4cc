/** When check-ins are asked and whom: schedules, their preview, and what a round tells whoever started it. */
import type { Line } from "../../chat/line.ts";
import { messagesIn } from "../message.ts";

const t = messagesIn("en");

export const schedules = {
  usage: t("When check-ins are asked, for leads: <c>/checkin schedule</c>."),
  startUsage: t(
    "Open one now, for leads: <c>/checkin start weekly-checkin</c>, with a #channel or “everyone” after it.",
  ),

  // The list
  title: t("Check-ins"),
  scheduled: t("Scheduled check-ins"),
  none: t("No check-in is scheduled. Nothing is asked until somebody starts one."),
  unknown: t("This check-in was stopped meanwhile."),
  line: t<{ name: Line; rhythm: Line; audience: Line; state: Line }>(
    "<b>{name}</b>: {rhythm}, {audience}. {state}",
  ),
  draft: t("Not started: nothing is sent."),
  paused: t("Paused."),
  started: t<{ next: string }>("Next: {next}."),
  startedSkip: t<{ next: string }>("The next one ({next}) is left out."),
  over: t("It has no more dates to come."),
  start: t("Start"),
  resume: t("Start again"),
  pause: t("Pause"),
  skip: t("Skip next"),
  unskip: t("Don't skip"),
  preview: t("Preview"),
  runNow: t("Run now"),
  stop: t("Stop"),
  create: t("New check-in"),
  stopped: t<{ name: Line }>("Stopped: {name}. A round that is open now still closes at its hour."),

  // Rhythm and audience in words
  every: {
    week: t<{ weekday: Line; time: string }>("every week on {weekday} at {time}"),
    fortnight: t<{ weekday: Line; time: string }>("every other week on {weekday} at {time}"),
    month: t<{ weekday: Line; time: string }>("every month on the first {weekday} at {time}"),
    quarter: t<{ weekday: Line; time: string }>("every quarter on the first {weekday} at {time}"),
  },
  cron: t<{ cron: string }>("at <c>{cron}</c>"),
  members: t<{ channel: Line }>("the members of {channel}"),
  ofUnits: t<{ units: Line }>("everyone of {units}"),
  ofDisciplines: t<{ disciplines: Line }>("all with the profession {disciplines}"),
  persons: t<{ count: number }>("{count, plural, one {# person} other {# people}}"),
  everyone: t("everyone in the organization"),

  // The form
  formTitle: t("New check-in"),
  save: t("Save"),
  template: t("What is asked"),
  rhythm: t("How often"),
  rhythms: {
    week: t("Every week"),
    fortnight: t("Every other week"),
    month: t("Every month, on the first such day"),
    quarter: t("Every quarter, on the first such day"),
    cron: t("As written below (cron)"),
  },
  weekday: t("Day"),
  hour: t("Hour"),
  hourHint: t(
    "By the clock of each person, in their own zone and inside their shift where it is known.",
  ),
  hourOfDay: t<{ hour: string }>("{hour}:00"),
  expression: t("Cron expression"),
  expressionHint: t(
    "Five fields: minute, hour, day, month, weekday. For example <c>0 15 * * FRI</c>.",
  ),
  who: t("Who is asked"),
  whos: {
    channel: t("Members of the channel"),
    units: t("Units"),
    disciplines: t("Professions"),
    everyone: t("Everyone (admins only)"),
  },
  channel: t("Channel"),
  channelHint: t("Its members are asked, and the summary goes there."),
  units: t("Units"),
  disciplines: t("Professions"),
  window: t("How long it stays open"),
  windows: {
    suggested: t("As suggested for it"),
    week: t("Until Thursday night"),
    office: t("Office week: until Sunday night"),
    day: t("The same day"),
    nextDay: t("Until the next day"),
    fortnight: t("14 days"),
    month: t("28 days"),
  },
  summaryTo: t("Where the summary goes"),
  summaries: { channel: t("To the channel"), leads: t("To leads only") },
  formNote: t(
    "Nothing is sent until you start it. Before that you see who would be asked, and when.",
  ),

  // What can't be, and why
  noTemplate: t<{ template: Line; example: string }>(
    "I know no check-in “{template}”. For example: <c>/checkin start {example}</c>. All of them: <c>/checkin templates</c>.",
  ),
  whichTemplate: t(
    "Which one? For example: <c>/checkin start weekly-checkin</c>. All of them: <c>/checkin templates</c>.",
  ),
  whom: t(
    "I don't know whom you mean, so nothing was started. Choose the channel from the list that opens at #, as in <c>/checkin start weekly-checkin #lab</c>; or write “everyone”; or nothing, for the channel you write in.",
  ),
  noPlace: t("Choose the channel whose members are asked."),
  noUnits: t("Choose at least one unit."),
  noDisciplines: t("Choose at least one profession."),
  notYourUnits: t("A lead asks the units they lead. For others, ask an admin."),
  notInChannel: t(
    "A lead asks the members of a channel they are in. Join it first, or ask an admin to start it.",
  ),
  adminsEveryone: t("Only an admin asks everyone, or a profession across units."),
  noChannelHere: t(
    "Say whose members are asked: write it in a channel, or name one, as in <c>/checkin start weekly-checkin #lab</c>.",
  ),
  noContacts: t(
    "Not started: people must first be able to read whom to call when they need someone. An admin sets it under <c>/rapport</c>.",
  ),
  noKeys: t(
    "Not started: confidential answers can't be kept safely here, because the folder for their keys is not set up. Ask whoever runs the server.",
  ),
  tooShort: t<{ days: number }>(
    "A feedback round stays open for {days} days at least, so that every rota line works inside it.",
  ),
  shared: t("This channel is shared with another organization. Choose one of your own."),
  over50: t<{ asked: number; most: number }>(
    "This asks {asked, number} people. Over {most, number} needs an admin to start it.",
  ),
  cronWrong: {
    fields: t<{ count: number }>(
      "That has {count, plural, one {# field} other {# fields}}; five are needed: minute, hour, day, month, weekday. For example <c>0 15 * * FRI</c>.",
    ),
    unreadable: t<{ part: Line }>(
      "I can't read “{part}”. For example <c>0 15 * * FRI</c> is every Friday at 15:00.",
    ),
    outside: t<{ part: Line; least: number; most: number }>(
      "“{part}” is outside {least} to {most}. For example <c>0 15 * * FRI</c> is every Friday at 15:00.",
    ),
    reversed: t<{ part: Line }>("“{part}” runs backwards. For example <c>0 9 * * MON-FRI</c>."),
    step: t<{ part: Line }>(
      "“{part}” has a step that doesn't fit. For example <c>*/15 9 * * MON</c>.",
    ),
    weeks: t<{ part: Line }>(
      "“{part}” after the five fields means nothing here. For every other week: <c>0 15 * * FRI /2 2026-11-27</c>.",
    ),
    never: t(
      "That day never comes. For example <c>0 15 1 * *</c> is the first of every month at 15:00.",
    ),
  },

  // Preview
  looking: t("I'm looking who would be asked and when. You get it as a message in a moment."),
  previewTitle: t<{ name: Line }>("{name}: who would be asked"),
  asks: t<{ asked: number; first: string; firstZone: string; last: string; lastZone: string }>(
    "{asked, plural, =0 {Nobody would be asked.} one {1 person is asked, at {first} ({firstZone}).} other {{asked, number} people are asked: the first at {first} ({firstZone}), the last at {last} ({lastZone}).}}",
  ),
  noPattern: t<{ count: number }>(
    "{count, plural, one {Of 1 person} other {Of {count, number} people}} I don't know when they work; they are asked outside the usual quiet hours.",
  ),
  skipped: {
    left: t<{ count: number }>("{count, number} left the organization"),
    new: t<{ count: number }>("{count, number} joined in the last 7 days"),
    lead: t<{ count: number }>(
      "{count, number} not asked, because nobody leads their unit, or they have none",
    ),
    licence: t<{ count: number }>("{count, number} in units that the licence does not name"),
    off: t<{ count: number }>("{count, number} not on shift while it is open"),
    away: t<{ count: number }>("{count, number} paused Rapport"),
    few: t<{ count: number }>("{count, number} in groups too small to hide in"),
  },
  skippedAll: t<{ reasons: Line }>("Left out: {reasons}."),
  startNow: t("Start now"),
  startIt: t("Start"),
  cancel: t("Cancel"),
  cancelled: t("Not started. Nothing was sent."),
  nowStarted: t<{ name: Line; next: string }>(
    "Started: {name}. First asked: {next}, by each person's own clock.",
  ),
  nowOpened: t<{ name: Line }>("Opened: {name}. Everyone is asked as soon as their hours allow."),
  openedBefore: t("It was opened this minute already."),
  isHeld: t("It waits: first say what was done about the last round."),

  // What a round tells
  empty: t<{ name: Line; reasons: Line }>("{name}: nobody was asked. {reasons}"),
  emptyNobody: t("Nobody belongs to those it asks, or their channel can't be read."),
  warn: t<{ name: Line; date: string }>(
    "{name} opens on {date}, and people haven't heard yet what was done about the last one. It waits until you tell them. “Nothing changes this time, because …” is an answer too.",
  ),
  held: t<{ name: Line }>(
    "{name} was due today and waits: people haven't heard yet what was done about the last one.",
  ),
  respond: t("Tell them what was done"),
  override: t("Open it anyway"),
  overridden: t(
    "It opens tomorrow at its hour. That you opened it without an answer is kept in the record of administrative acts.",
  ),
  overNothing: t("It no longer waits."),
  waits: t<{ name: Line }>(
    "{name} was due and waits until you have heard what was done about your last answers.",
  ),
  keyMissing: t<{ name: Line; round: string }>(
    "<b>{name} stands still.</b> The key that protects its confidential answers is not in the key folder. Nobody is asked and no answer is taken until it is back; nothing is kept without it. Put back the file of round {round}.",
  ),
  giveUp: t("End it without results"),
  giveUpAsks: t<{ name: Line; round: string }>(
    "End {name} without results? The confidential answers that are in are deleted unread and can't be brought back, and everyone who was asked is told. If a copy of the file of round {round} may still be found, wait for it: nothing is lost meanwhile.",
  ),
  keepWaiting: t("Wait for the key"),
  keyNoLongerMissing: t("This round no longer waits for its key."),
  gaveUp: t<{ name: Line }>(
    "{name} ends without results, and everyone who was asked is told. That you ended it is kept in the record of administrative acts.",
  ),
  sends: t<{ name: Line; rhythm: Line; audience: Line }>("{name}: {rhythm}, {audience}"),
};
