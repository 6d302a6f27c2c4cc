/** Platforms as people call them. */
const names: Readonly<Record<string, string>> = {
  slack: "Slack",
  teams: "Teams",
  sandbox: "Sandbox",
};

/** What is typed to Rapport stays in the conversation as a message; elsewhere only Rapport sees it. */
export const commandsStand = (platform: string): boolean => platform === "teams";

export const platformName = (platform: string): string => names[platform] ?? platform;
