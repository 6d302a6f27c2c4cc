/** `/rapport`: a person's own settings, who sees what, and setting Rapport up. */
import type { Line } from "../../chat/line.ts";
import { messagesIn } from "../message.ts";

const t = messagesIn("en");

export const setup = {
  usage: t("Settings and privacy: <c>/rapport</c>."),
  settings: t("Your settings"),
  help: t("Help"),
  title: t("Setup"),

  whoSeesWhat: t("Who sees what"),
  seen: {
    public: t(
      "<b>Public thanks</b>: whoever reads the kudos channel sees who thanked whom, and the words.",
    ),
    private: t(
      "<b>Private thanks</b>: only whoever sent them and whoever they are for. They are on no board, and admins can't list them.",
    ),
    boards: t(
      "<b>Boards</b>: anyone here may ask for one. They show names and numbers, never words; you can leave them.",
    ),
    answers: t("<b>What I answer you</b>, such as this: only you."),
    admins: t("<b>Admins</b> choose channels and rules. Setting up is not reading."),
    server: t(
      "<b>Whoever runs the server</b> can look into its database. What looks like a patient's details is refused and not kept there.",
    ),
    channel: t("<b>What you type in a channel</b> stands there before I see it."),
  },

  oneQuestion: t("One question comes first. The rest has a default and waits under More."),
  row: t<{ label: Line; now: Line }>("<b>{label}</b>: {now}"),
  sendsNothing: t("What I send of my own accord: nothing yet."),
  sends: t("What I send of my own accord:"),
  writesOnly: t(
    "I write only to people who used me, were thanked, or are in a schedule that a lead or an admin started. Setting up is not reading: admins read no private thanks.",
  ),
  more: t("More"),
  moreTitle: t("Setup: more"),
  back: t("Back to setup"),
  kept: t("Kept."),
  save: t("Save"),

  tryIt: t("Try it on me"),
  sample: t("This is a sample. Only you see it, and nothing of it is kept."),
  sampleThanks: t<{ you: Line }>("<b>A colleague</b> (Core Lab) thanks {you}:"),
  sampleWords: t("“for the calm handover at 07:00”"),
  sampleEnd: t(
    "Under a real one stands Me too, to join in with one press. Whoever is thanked hears of it once from me, privately and outside their quiet hours.",
  ),

  permissions: t("What I may do here"),
  permission: t("Permission"),
  reason: t("What it is for"),
  slackPermissions: {
    commands: t("Answering /kudos, /leaderboard and /rapport, and Give kudos in the menus"),
    "chat:write": t("Posting thanks and answering you"),
    "chat:write.public": t("Posting in the kudos channel before I am invited to it"),
    "im:write": t("Telling somebody privately that they were thanked"),
    "users:read": t(
      "Names, time zones and languages of colleagues; who has left; who runs the workspace",
    ),
    "users:read.email": t("Knowing one person as one, on whichever platform they write"),
    "reactions:read": t("Giving thanks with the emoji you choose; off until you choose one"),
    "team:read": t("The workspace's name and e-mail domain"),
    "usergroups:read": t("Thanking a whole group by its name"),
    "channels:read": t("Choosing a public channel, and noticing when it is archived or shared"),
    "groups:read": t("The same for private channels I am in"),
    "files:write": t("The picture beside the numbers of a board, and your own data as files"),
  },

  organization: t("Organization"),
  organizationNow: t<{ name: string; language: Line; zone: string; domains: Line }>(
    "{name} · {language} · {zone} · {domains}",
  ),
  noDomains: t("no e-mail domains"),
  name: t("Name"),
  language: t("Language of channels"),
  languageHint: t(
    "Each person reads their own; this one is for channels and for whoever chose none.",
  ),
  languages: { en: t("English"), de: t("German") },
  zone: t("Time zone"),
  zoneHint: t("By its IANA name, such as Europe/Lisbon or America/Chicago."),
  notAZone: t("I don't know this time zone. Write it like Europe/Lisbon or America/Chicago."),
  domains: t("Your own e-mail domains"),
  domainsHint: t(
    "With commas between. Addresses in them are your staff's, so no public mail provider.",
  ),
  notADomain: t(
    "I can't read this as e-mail domains. Write them like annes.example, lab.annes.example.",
  ),

  guard: t("Patient identifiers"),
  guardNow: t<{ numbers: Line; sites: Line }>("own record numbers: {numbers} · sites: {sites}"),
  guardAbout: t(
    "Every text is checked for patient identifiers before anything is kept. What is special here, you can tell.",
  ),
  ownNumbers: t("How are your record numbers written?"),
  ownNumbersHint: t(
    "A for a letter, 0 for a digit: AA000000, 00-00-00. Whatever is written so is refused, label or not.",
  ),
  notAShape: t(
    "I can't read this as shapes of numbers. Write A for a letter and 0 for a digit, at least four digits each: AA000000, 00-00-00.",
  ),
  ownSites: t("What are your sites called?"),
  ownSitesHint: t("With commas between. I won't take their names for people's."),

  safety: t("Safety and help"),
  safetyNow: t<{ incidents: Line; contacts: Line }>(
    "safety events: {incidents} · someone now: {contacts}",
  ),
  notSet: t("not set"),
  incidents: t("Where do safety events go?"),
  incidentsHint: t("It stands under every form with free text."),
  contacts: t("Who helps somebody who needs a person now?"),
  contactsHint: t("A name with a number or an address somebody answers at any hour."),

  admins: t("Admins"),
  addAdmins: t("Add an admin"),
  whoIsAdmin: t("Who should set Rapport up with you?"),
  removeAdmin: t<{ name: string }>("Remove {name}"),
  runsWorkspace: t<{ name: Line }>("{name} (runs the workspace)"),
  ownersStay: t(
    "Whoever runs the workspace is an admin here too. That changes where the workspace is run, not here.",
  ),
  adminAdded: t<{ admins: Line; count: number }>(
    "{admins} {count, plural, one {is an admin} other {are admins}} now.",
  ),
  adminRemoved: t<{ admin: Line }>("{admin} is no longer an admin."),
  lastAdmin: t<{ admin: Line }>("{admin} is the last admin, so that stays. Add another one first."),
  nobodyAdded: t("Nobody was added: I found nobody here by that name."),
};
