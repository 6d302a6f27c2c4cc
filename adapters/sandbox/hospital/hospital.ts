/** St. Anne's: a hospital made up for trying Rapport, with twelve weeks behind it. */
export { channels, type DemoChannel, installing, kudosChannel } from "./channels.ts";
export { bot, courier, type DemoPerson, opensAs, people } from "./people.ts";
export { playHistory } from "./play.ts";
export type { HistoryPorts } from "./ports.ts";
