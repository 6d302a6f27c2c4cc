/** Platforms as people call them. */
const names: Readonly<Record<string, string>> = {
  slack: "Slack",
  teams: "Teams",
  sandbox: "Sandbox",
};

export const platformName = (platform: string): string => names[platform] ?? platform;
