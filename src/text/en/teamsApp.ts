/** How the app introduces itself in Teams: its page, its commands. */
import { messagesIn } from "../message.ts";

const t = messagesIn("en");

export const teamsApp = {
  /** At most 80 characters. */
  short: t("Thanks for colleagues, and check-ins, across wards and laboratories"),
  full: t(
    "Rapport passes on thanks. Write kudos, whom you thank and what for: they hear of it, and so does the kudos channel. It asks your team's check-ins when they are due, and says who sees the answers before you give any. It always says who sees what, writes only to people who used it or were thanked, and wants no patient details anywhere.",
  ),
  /** At most 32 characters. */
  give: t("Give kudos"),
  giveAbout: t("Thank a colleague"),
  giveForMessageAbout: t("Thank whoever wrote this"),
  find: t("Find somebody"),
  findAbout: t("Looks for a colleague, on Teams or not, and puts the name in your message"),
  findValue: t("Find a value"),
  findValueAbout: t("Looks for what thanks are given for here, and puts it in your message"),
  name: t("Name"),
};
