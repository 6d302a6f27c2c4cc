/** What whoever starts Rapport for the first time reads: one screen. */
export const welcome = (address: string): string => `
Rapport is running at ${address}, and no chat is connected yet.

To connect Slack:

  1. Open https://api.slack.com/apps → Create New App → From a manifest,
     and paste manifest.yml of this folder. In it, https://rapport.example
     stands for the address at which Slack reaches this server.
  2. Install the app to your workspace (OAuth & Permissions).
  3. Stop this, set two variables, and start again:

     SLACK_SIGNING_SECRET  Basic Information → Signing Secret
     SLACK_BOT_TOKEN       OAuth & Permissions → Bot User OAuth Token (xoxb-…)

  Slack can't reach this machine? Add SLACK_APP_TOKEN (Basic Information →
  App-Level Tokens, xapp-…): then Rapport calls Slack, and not the other way.

  For many workspaces set, in place of the token: SLACK_CLIENT_ID,
  SLACK_CLIENT_SECRET, SLACK_STATE_SECRET (any long random text) and
  PUBLIC_URL (https://…).

README.md lists every setting. Stop with Ctrl+C.

`;

export const welcomeToSandbox = (address: string): string => `
Try Rapport in your browser, at a hospital made up for it:

  ${address}

It is for this machine alone, and keeps its own files in ./data (sandbox…).
Start over:          npm start -- --fresh
Start with nobody:   npm start -- --empty

To connect Slack instead, start with SANDBOX=0 and read what to set.
Stop with Ctrl+C.

`;
