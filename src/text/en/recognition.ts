/** Giving and receiving thanks. */
import type { Line } from "../../chat/line.ts";
import { messagesIn } from "../message.ts";

const t = messagesIn("en");

export const recognition = {
  usage: t(
    "Thank someone: <c>/kudos @ben for the calm handover</c>, or <c>/kudos</c> for the form. In a thread: ⋯ › Give kudos.",
  ),
  usageUndo: t("Take it back: <c>/kudos undo</c>."),
  usageMine: t("Your record: <c>/kudos mine</c>."),

  // The public post
  post: t<{ giver: Line; receivers: Line; reason: Line }>("{giver} thanks {receivers}: “{reason}”"),
  others: t<{ count: number }>("{count, plural, one {one more} other {# more}}"),
  withPlace: t<{ name: Line; place: Line }>("{name} ({place})"),
  firstBridge: t<{ from: string; to: string }>("First thanks from {from} to {to}."),
  seconded: t<{ names: Line }>("Me too: {names}"),
  edited: t("edited"),
  points: t<{ count: number }>("{count} points each"),
  meToo: t("Me too"),

  // Confirmations
  sent: t<{ names: Line }>("Sent to {names}."),
  sentAndPosted: t<{ names: Line; channel: Line }>("Sent to {names}, posted in {channel}."),
  sentPrivately: t<{ names: Line }>("Delivered privately to {names}. Nothing was posted."),
  onePrivately: t<{ count: number }>(
    "{count, plural, one {One of them gets it} other {# of them get it}} privately.",
  ),
  theChannel: t("the kudos channel"),
  notPosted: t<{ names: Line; count: number }>(
    "{names} {count, plural, one {has} other {have}} your thanks. It isn't posted, because no kudos channel is chosen yet.",
  ),
  notPostedBroken: t<{ names: Line; count: number }>(
    "{names} {count, plural, one {has} other {have}} your thanks. It isn't posted, because I can't write to the kudos channel just now; your admins know.",
  ),
  couldNotPost: t(
    "Whoever you thanked will hear it from me, but I couldn't post it in that channel: I'm not a member there. An admin can choose a kudos channel with <c>/rapport</c>.",
  ),
  askAdmin: t<{ admin: string }>("Ask {admin} to choose one"),
  asked: t<{ admin: string }>("I've asked {admin}."),
  left: t<{ left: number }>(
    "You can thank {left, plural, =0 {nobody more} one {# more person} other {# more people}} now",
  ),
  leftPoints: t<{ left: number }>(
    "You have {left, plural, =0 {no points} one {# point} other {# points}} left to give",
  ),
  comesBack: t<{ count: number; time: string }>(
    "; {count, plural, one {the next one comes} other {the next # come}} back at {time}.",
  ),
  renews: t<{ date: string }>("; it renews on {date}."),
  fullStop: t("."),
  withoutPointsSent: t("It took nothing from your allowance and counts on no board."),
  leftOutSelf: t("Thanks are for others, so I left you out."),
  leftOutBots: t<{ count: number }>(
    "Bots carry the thanks but get none, so I left {count, plural, one {one} other {#}} out.",
  ),
  leftOutOthers: t<{ count: number }>(
    "{count, plural, one {One person isn't a member} other {# people aren't members}} here (any more), so I left them out.",
  ),
  undo: t("Undo"),
  edit: t("Edit"),
  forwardCard: t("A card to forward"),
  forward: t<{ names: Line; reason: Line; giver: Line }>("Thank you, {names}: “{reason}” {giver}"),
  forwardHow: t(
    "They have no account here. Copy this, or print it and pin it where they'll see it.",
  ),

  // Refusals
  whoFor: t("Who is it for?"),
  selfOnly: t("Thanks are for others, so I left you out. Who else was in it?"),
  botsOnly: t("That's kind, but I only carry the thanks. Who helped you?"),
  othersOnly: t(
    "Whoever you named isn't a member here (any more). Is there somebody else? People without an account go under “Not on the list”.",
  ),
  choosePeople: t("Choose people"),
  fixIt: t("Fix it"),
  reasonMissing: t("Say what it is for: a few words are enough."),
  reasonShort: t("A little longer, please: at least 3 characters."),
  reasonLong: t<{ over: number }>(
    "That is {over, plural, one {# character} other {# characters}} too long. 500 fit.",
  ),
  valueMissing: t("Your organization asks for a value with every thanks. Which one fits?"),
  unknownValue: t<{ known: Line }>("I don't know that value. Those here are: {known}."),
  tooMany: t<{ named: number }>("That's {named} people; 20 fit in one thanks. Send it in two."),
  pointsRange: t<{ most: number }>("Between 1 and {most} points each."),
  // A cost of 0 where points are not told; the time is "none" where nothing is spent yet.
  spent: t<{ people: number; cost: number; left: number; time: string }>(
    "Not sent yet: {cost, plural, =0 {this is for {people, plural, one {# person} other {# people}}} other {this takes # points}} and you have {left} left{time, select, none {.} other { until {time}.}}",
  ),
  sendWithout: t<{ people: number }>(
    "{people, plural, one {Send without points} other {Send to all # without points}}",
  ),
  guardBlocks: t<{ what: Line; words: Line }>(
    "Not sent, not kept: this looks like {what}. The thanks works without it: “{words}”",
  ),
  guardBlocksPlain: t<{ what: Line }>(
    "Not sent, not kept: this looks like {what}. The thanks works without it.",
  ),
  guardBlocksStanding: t<{ what: Line; where: "channel" | "direct" }>(
    "Not sent, not kept. Your message is still in {where, select, channel {the channel} other {this chat}} and looks like it holds {what}. Please delete it there: ⋯ › Delete. The thanks works without it.",
  ),
  guardFailed: t("Not sent: I couldn't check these words just now. Please try again in a minute."),
  whichOne: t<{ name: string }>("Which {name}?"),
  isIt: t<{ name: string }>("Is it {name}?"),
  somebodyElse: t("Somebody else"),
  unknownName: t<{ name: string }>(
    "I don't know “{name}” here. Pick from the list, or write them under “Not on the list”.",
  ),
  unknownNames: t(
    "I don't know everyone you named. Pick from the list, or write them under “Not on the list”.",
  ),

  // The form
  formTitle: t("Thank someone"),
  editTitle: t("Change your thanks"),
  previewTitle: t("Shall I send this?"),
  to: t("Who helped you?"),
  outsider: t("Not on the list"),
  outsiderHint: t("Name or role, and where from: “Sam, courier, MedEx”. Several, one a line."),
  why: t("What for?"),
  whyHint: t("Say what they did. 3 to 500 characters; empty, and the value's own words are sent."),
  whyExample: t("for the calm handover at 07:00"),
  whichValue: t("Which value?"),
  howMany: t("Points each"),
  visibility: t("Who sees it?"),
  public: t("Everyone: it is posted"),
  private: t("Only whom you thank"),
  preview: t("Preview"),
  send: t("Send"),
  save: t("Save"),
  postedIn: t<{ channel: Line }>("Posted in {channel}."),
  postedNowhere: t("Not posted; whoever you thank hears it from me."),
  costs: t<{ cost: number; left: number }>("Takes {cost} of the {left} you can give now."),
  forMessage: t<{ link: Line }>("For {link}"),
  thisMessage: t("this message"),

  // Undo and edit
  undone: t("Taken back. The post is gone and you can use that thanks again."),
  undonePrivate: t("Taken back. You can use that thanks again."),
  undoneByAdmin: t("Taken back. The post is gone, and the allowance is returned."),
  alreadyUndone: t("It is taken back already."),
  tooLate: t("That's too long ago: a thanks can be taken back for 15 minutes. An admin still can."),
  tooLateEdit: t("That's too long ago: a thanks can be changed for 15 minutes."),
  nothingToUndo: t("There is no thanks of the last 15 minutes to take back."),
  notYours: t("Only whoever gave it can change it."),
  saved: t("Changed, and the post with it."),
  takenBack: t<{ giver: Line; time: string }>("{giver} took back a thanks sent at {time}."),
  takenBackByOther: t<{ giver: Line; time: string }>(
    "A thanks from {giver}, sent at {time}, was taken back.",
  ),
  takenFromYou: t<{ admin: Line; receivers: Line; time: string; why: Line }>(
    "{admin} took back your thanks to {receivers}, sent at {time}: “{why}” Your allowance is returned.",
  ),
  takeBackTitle: t("Take back a thanks"),
  takeBackWhy: t("Why?"),
  takeBackHint: t("Whoever gave it reads this, with your name."),
  takeBackList: t(
    "The last public thanks. Taking one back deletes its post and returns the allowance.",
  ),
  takeBack: t("Take back"),
  nonePublic: t("No public thanks in the last 90 days."),

  // Me too
  withThem: t("You're with it, too."),
  withThemNameOnly: t(
    "You're with it, too. Your allowance is spent, so your name stands there and nothing more.",
  ),
  alreadyWith: t("You're with it already."),
  ownThanks: t("It's your own thanks already."),
  thanksForYou: t("This thanks is for you. Enjoy it."),
  goneThanks: t("That thanks was taken back."),

  // What the receiver reads
  thanked: t<{ giver: Line; reason: Line }>("{giver} thanked you: “{reason}”"),
  reacted: t<{ names: Line; count: number }>(
    "{names} thanked you with a reaction{count, plural, one {} other { (# messages)}}.",
  ),
  reactedTo: t<{ link: Line }>("For {link}"),
  whileOff: t<{ count: number }>(
    "While you were off, {count, plural, one {one person} =2 {two people} =3 {three people} =4 {four people} other {# people}} thanked you.",
  ),
  several: t<{ count: number }>(
    "{count, plural, one {One person} =2 {Two people} =3 {Three people} =4 {Four people} other {# people}} thanked you.",
  ),
  moreThanks: t<{ count: number }>(
    "And {count, plural, one {one more} other {# more}}: <c>/kudos mine</c> shows them.",
  ),
  madeMyShift: t("Made my shift"),
  madeShiftDone: t<{ giver: Line }>("{giver} sees that at home, without a ping."),
  more: t("More"),
  moreTitle: t("This thanks, and who sees it"),
  hideName: t("Take my name off the post"),
  nameHidden: t("Your name is off the post. The thanks stays yours."),
  hidden: t<{ giver: Line }>("A thanks from {giver} is hidden until compliance has looked."),
  somethingWrong: t("Something is wrong with this"),
  questioned: t("It's hidden until compliance has looked. Nobody is told who said so but them."),
  shareWithLead: t("Share with my lead"),
  shared: t<{ leads: Line }>("Shared with {leads}, in their Monday note."),
  noLead: t("Nobody is set as lead of your unit yet, so there is nobody to share it with."),
  complianceReads: t<{ receiver: Line; giver: Line }>(
    "{receiver} says something is wrong with a thanks from {giver}. It is hidden until you decide.",
  ),
  complianceMissing: t<{ receiver: Line }>(
    "{receiver} says something is wrong with a private thanks. It is hidden, and nobody here has the compliance role to look at it.",
  ),
  look: t("Look"),
  putBack: t("Put it back"),
  keepDown: t("Take it back"),
  backAgain: t("It stands again."),
  complianceOnly: t("Only compliance can decide this."),
  wasAbout: t<{ giver: Line; receivers: Line; reason: Line }>("{giver} to {receivers}: “{reason}”"),

  // Own record and home
  mineTitle: t("Your record"),
  mineCounts: t<{ given: number; received: number }>(
    "You thanked {given, plural, =0 {nobody yet} one {somebody once} other {people # times}} and were {received, plural, =0 {not thanked yet} one {thanked once} other {thanked # times}}.",
  ),
  lastReceived: t("Last received"),
  lastGiven: t("Last given"),
  giverSaid: t<{ giver: Line; reason: Line; date: string }>("{giver}: “{reason}” ({date})"),
  youSaid: t<{ receivers: Line; reason: Line; date: string }>(
    "To {receivers}: “{reason}” ({date})",
  ),
  madeShiftOf: t<{ names: Line }>("It made the shift of {names}."),
  thankSomeone: t("Thank someone"),
  homeEmpty: t("Your thanks will collect here. Who made your last shift easier?"),

  // Setup
  channelLabel: t("Kudos channel"),
  channelNone: t("Not chosen: a thanks typed in a channel is posted there."),
  channelElsewhere: t("None here: thanks are posted in the channel of your other workspace."),
  channelNow: t<{ channel: Line }>("Thanks are posted in {channel}."),
  sends: t<{ channel: Line }>(
    "Public thanks go to {channel}; whoever is thanked hears of it once, privately.",
  ),
  channelBroken: t<{ channel: Line }>(
    "I can't post in {channel}: it is archived, or I was removed.",
  ),
  channelTitle: t("Kudos channel"),
  channelField: t("Where shall thanks be posted?"),
  channelHint: t("A channel of your own organization. Invite me there if it is private."),
  channelShared: t(
    "People of another organization read along there. Please choose another channel.",
  ),
  channelChosen: t<{ channel: Line }>("Thanks are posted in {channel} from now on."),
  channelPlease: t<{ asker: Line }>(
    "{asker} would like thanks to be posted. Which channel shall it be?",
  ),
  chooseChannel: t("Choose a channel"),
  channelTrouble: t<{ channel: Line }>(
    "I can't post thanks in {channel} any more: it is archived, or I was removed. Thanks are kept and whoever is thanked hears of it.",
  ),
  postWaiting: t("Post the last 7 days"),
  postingWaiting: t<{ count: number }>(
    "{count, plural, =0 {Nothing waited.} one {One thanks is on its way.} other {# thanks are on their way.}}",
  ),
  rulesLabel: t("Allowance and points"),
  rulesNow: t<{ amount: number; per: string; most: number }>(
    "{per, select, off {No allowance} rolling {{amount} in any 24 hours} day {{amount} a day} week {{amount} a week} other {{amount} a month}}{most, plural, one {} other {, up to # points each}}",
  ),
  rulesTitle: t("Allowance and points"),
  amountField: t("How many may a person give?"),
  perField: t("In what time?"),
  perRolling: t("Any 24 hours"),
  perDay: t("A day"),
  perWeek: t("A week"),
  perMonth: t("A month"),
  perOff: t("No allowance"),
  leadField: t("Leads, if another number"),
  adminField: t("Admins, if another number"),
  mostPointsField: t("Most points for one person"),
  mostPointsHint: t("1: every thanks is worth the same, and no text says “points”."),
  numberPlease: t<{ most: number }>("A number from 1 to {most}, please."),
  emojiLabel: t("Giving by reaction"),
  emojiNow: t<{ emoji: string }>("A :{emoji}: on a message thanks its author."),
  emojiOff: t("Off."),
  emojiTitle: t("Giving by reaction"),
  emojiField: t("Which emoji is kept for it?"),
  emojiHint: t(
    "Its name without colons; empty turns it off. We suggest a custom one called kudos.",
  ),
  emojiOdd: t("The name of one emoji, such as kudos: letters, digits, - and _."),
  emojiCommon: t(
    "People use that one for many things, and each would become a thanks. Write it with a ! in front if you mean it.",
  ),
  valuesLabel: t("Values"),
  valuesNow: t<{ values: Line }>("{values}"),
  valuesTitle: t("Values"),
  valuesKeep: t("Values in use"),
  valuesNew: t("A new value"),
  valuesNewHint: t("Its name, and an emoji before it if you like."),
  valuesTwice: t("There is a value of that name already."),
  valuesRequired: t("Must every thanks carry one?"),
  yes: t("Yes"),
  no: t("No"),
  settingsSaved: t("Saved."),
};
