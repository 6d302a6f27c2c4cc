/** Whom our token may be sent to: Microsoft's own services; and this machine, where Microsoft's are stood in for on it. */

const microsoft = [
  /^smba\.trafficmanager\.net$/,
  /(^|\.)botframework\.com$/,
  /(^|\.)botframework\.azure\.us$/,
  /(^|\.)botframework\.azure\.cn$/,
  /(^|\.)teams\.microsoft\.com$/,
  /(^|\.)teams\.microsoft\.us$/,
];

/** Whether a conversation's service URL is one we talk to. */
export function isServiceUrl(text: string, here: boolean): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== "" || url.password !== "") return false;
  if (here && /^https?:$/.test(url.protocol) && isLoopback(url)) return true;
  return (
    url.protocol === "https:" && url.port === "" && microsoft.some((one) => one.test(url.hostname))
  );
}

const isLoopback = ({ hostname }: URL): boolean =>
  hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);

/** Where a tenant is reached that nobody was heard from yet. */
export const firstServiceUrl = "https://smba.trafficmanager.net/teams/";
