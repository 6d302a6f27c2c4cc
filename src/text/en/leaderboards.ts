/** Boards: who was thanked, who thanked, units, professions and the bridges between them; and the week in a channel. */
import type { Line } from "../../chat/line.ts";
import { messagesIn } from "../message.ts";

const t = messagesIn("en");

export const leaderboards = {
  usage: t("Boards: <c>/leaderboard</c>."),
  unknown: t(
    "I don't know that board. Say which one and when, for example <c>/leaderboard givers last week</c>. Boards: receivers, givers, units, disciplines, bridges. Times: week, month, quarter, year, all.",
  ),
  off: t("The boards are switched off here. Your own record: <c>/kudos mine</c>."),

  // What it is about, in the organization's zone
  inWeek: t<{ day: string }>("Thanks in the week from {day}"),
  inMonth: t<{ month: string }>("Thanks in {month}"),
  inMonthOf: t<{ month: string; year: string }>("Thanks in {month} {year}"),
  inQuarter: t<{ quarter: string; year: string }>(
    "Thanks in the {quarter, select, 1 {first} 2 {second} 3 {third} other {fourth}} quarter of {year}",
  ),
  inYear: t<{ year: string }>("Thanks in {year}"),
  inAll: t("Thanks so far"),
  totals: t<{ thanks: number; reached: number; people: number }>(
    "{thanks, number} thanks reached {reached, number} of {people, plural, one {# person} other {# people}}.",
  ),
  totalsCrossed: t<{ thanks: number; reached: number; people: number; crossed: number }>(
    "{thanks, number} thanks reached {reached, number} of {people, plural, one {# person} other {# people}}; {crossed, number} crossed between professions.",
  ),
  shared: t("Equal counts share a place."),
  empty: t<{ when: Line }>(
    "No thanks on this board {when}. Who made your last shift easier? <c>/kudos @ben for the calm handover</c>",
  ),
  when: {
    week: t("this week"),
    month: t("this month"),
    quarter: t("this quarter"),
    year: t("this year"),
    all: t("so far"),
    lastWeek: t("last week"),
    lastMonth: t("last month"),
    lastQuarter: t("last quarter"),
    lastYear: t("last year"),
  },

  // The table
  who: {
    receivers: t("Who was thanked"),
    givers: t("Who thanked"),
    units: t("Unit"),
    disciplines: t("Profession"),
    bridges: t("From whom to whom"),
  },
  place: t("Place"),
  thanks: t("Thanks"),
  points: t("Points"),
  forEach: t("For each person"),
  bridge: t<{ from: Line; to: Line }>("{from} to {to}"),
  share: t<{ share: number }>("{share, number, ::.0}"),
  band: t<{ from: number; to: number }>("{from} to {to}"),
  bandOne: t<{ from: number }>("{from}"),
  bandTop: t<{ from: number }>("{from} or more"),
  bandUnderOne: t("under 1"),
  perUnit: t("Units by thanks for each person who works there."),
  perDiscipline: t("Professions by thanks for each person."),
  noUnit: t<{ people: number }>(
    "{people, plural, one {1 person has} other {# people have}} no unit set; thanks to them count for no unit.",
  ),
  noDiscipline: t<{ people: number }>(
    "{people, plural, one {1 person has} other {# people have}} no profession set; thanks to them count for none.",
  ),

  // For the asker's eyes
  ownPlace: t<{ rank: number }>("Your own place: {rank}."),
  wasThanked: t<{ thanks: number; when: Line }>(
    "You were thanked {thanks, plural, one {once} other {# times}} {when}.",
  ),
  hasThanked: t<{ thanks: number; when: Line }>(
    "You gave {thanks, plural, one {one thanks} other {# thanks}} {when}.",
  ),
  offBoards: t("You are not on the boards: you left them, and your thanks still reach you."),

  // Buttons
  open: t("Leaderboard"),
  next: t("Next 10"),
  previous: t("Previous"),
  boards: {
    receivers: t("Thanked"),
    givers: t("Thanking"),
    units: t("Units"),
    disciplines: t("Professions"),
    bridges: t("Bridges"),
  },
  periods: {
    week: t("This week"),
    month: t("This month"),
    quarter: t("This quarter"),
    year: t("This year"),
    all: t("All time"),
    lastWeek: t("Last week"),
    lastMonth: t("Last month"),
    lastQuarter: t("Last quarter"),
    lastYear: t("Last year"),
  },

  // A person's own settings
  leave: t("Leave the boards"),
  comeBack: t("Come back to the boards"),
  onBoards: t("You are on the boards like everyone else."),
  left: t("You are off the boards, and nobody sees you on one. Thanks reach you as before."),
  back: t("You are on the boards again, with everything that was counted meanwhile."),

  // "Thanks this week"
  week: t("Thanks this week"),
  fromTo: t<{ first: string; last: string }>("{first} to {last}."),
  firstBridge: t<{ from: string; to: string }>("First thanks from {from} to {to}."),
  units: t("Units, by thanks for each person"),
  persons: t("Who was thanked"),
  placed: t<{ rank: number; name: Line; shown: Line }>("{rank}. {name}: {shown}"),
  placedOnly: t<{ rank: number; name: Line }>("{rank}. {name}"),
  banded: t<{ name: Line; shown: Line }>("{name}: {shown}"),
  reread: t("To read again"),
  thanked: t<{ giver: Line; receivers: Line; reason: Line }>(
    "{giver} thanks {receivers}: “{reason}”",
  ),
  eachDay: t("Thanks each day"),
  dayCount: t<{ day: Line; thanks: number }>("{day} {thanks}"),
  inWords: t<{ days: Line }>("Thanks each day: {days}."),
  weekdays: {
    1: t("Monday"),
    2: t("Tuesday"),
    3: t("Wednesday"),
    4: t("Thursday"),
    5: t("Friday"),
    6: t("Saturday"),
    7: t("Sunday"),
  },

  // Setup
  setup: t("Boards"),
  setupTitle: t("Boards"),
  save: t("Save"),
  setupOn: t("Are there boards?"),
  setupOnYes: t("Yes"),
  setupOnNo: t("No, switched off"),
  setupDisplay: t("What boards show"),
  displays: {
    sums: t("How many thanks"),
    order: t("The order only, without numbers"),
    bands: t("Bands, such as 5 to 9"),
  },
  setupList: t("Boards of persons show"),
  setupListThird: t("The upper third, so that nobody is last"),
  setupListFull: t("Everyone on them"),
  nowOff: t("Switched off."),
  nowOn: t<{ display: Line; list: Line }>("On. {display}. {list}."),
  change: t("Change"),

  weekly: t("Thanks this week"),
  weeklyHint: t(
    "One message a week: how many thanks, how many people thanked, new bridges, units, and three public thanks to read again. A week without thanks is not posted.",
  ),
  weeklyState: t("Post it"),
  weeklyOn: t("Every week"),
  weeklyPaused: t("Not now: paused"),
  weeklyOff: t("No: stopped"),
  weeklyChannel: t("Channel"),
  weeklyChannelHint: t("A channel shared with another organization can't be chosen."),
  weeklyShared: t(
    "People of another organization read along there. Please choose another channel.",
  ),
  weeklyChannelMissing: t("Which channel?"),
  weeklyDay: t("Day"),
  weeklyHour: t<{ zone: string }>("Hour, in {zone}"),
  hourOfDay: t<{ hour: string }>("{hour}:00"),
  weeklyPersons: t("With the leaderboard of persons"),
  weeklyPersonsYes: t("Yes"),
  weeklyPersonsNo: t("No"),
  weeklyNotStarted: t("Nothing is posted."),
  weeklyNowPaused: t<{ channel: Line }>("Paused. It went to {channel}."),
  weeklyNow: t<{ channel: Line; weekday: Line; hour: Line }>(
    "Every {weekday} at {hour} in {channel}.",
  ),
  weeklyNext: t<{ date: string }>("The next one: {date}."),
  weeklyGone: t<{ channel: Line }>(
    "I could not post in {channel}: it is closed, or I'm not in it. Please choose another channel.",
  ),
};
