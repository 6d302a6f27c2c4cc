/** The emoji one can react with here, by the names platforms know them by. `kudos` is the workspace's own. */
export const emoji: Readonly<Record<string, string>> = {
  kudos: "🌟",
  "+1": "👍",
  heart: "❤️",
  clap: "👏",
  tada: "🎉",
  pray: "🙏",
};
