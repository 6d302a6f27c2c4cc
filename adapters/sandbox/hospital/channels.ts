/** St. Anne's workspace as it installs itself, and the channels in it. */
import type { Installing } from "#engine";

import { domain, opensAs, people } from "./people.ts";

export interface DemoChannel {
  readonly id: string;
  readonly name: string;
  readonly about: string;
}

/** Where thanks are posted. */
export const kudosChannel = "kudos";

/** Where everybody is. */
export const everyone = "everyone";

export const channels: readonly DemoChannel[] = [
  { id: kudosChannel, name: "kudos", about: "Thanks, for everybody to read" },
  { id: "core-lab", name: "core-lab", about: "Chemistry, haematology, blood bank" },
  { id: "phlebotomy", name: "phlebotomy", about: "Rounds, draws, the outpatient station" },
  { id: "microbiology", name: "microbiology", about: "Cultures, stains, stewardship" },
  { id: "4-west", name: "4-west", about: "The medical ward" },
  { id: "emergency", name: "emergency", about: "The emergency department" },
  { id: "pharmacy", name: "pharmacy", about: "Orders, stock, questions" },
  { id: everyone, name: "everyone", about: "All of St. Anne's" },
];

export const installing: Installing = {
  platform: "sandbox",
  externalId: "st-annes",
  name: "St. Anne's",
  token: null,
  installation: "{}",
  installer: people.find(({ account }) => account === opensAs)?.facts ?? null,
  zone: "America/New_York",
  locale: "en",
  domains: [domain],
};
