/** The list of features, one line each; the only file that knows them all. The order is that of help and home. */

import { checkins } from "./checkins/index.ts";
import type { Feature } from "./feature.ts";
import { leaderboards } from "./leaderboards/index.ts";
import { peers } from "./peers/index.ts";
import { people } from "./people/index.ts";
import { createLinking } from "./people/linking/index.ts";
import { recognition } from "./recognition/index.ts";
import { createSetup } from "./setup/index.ts";
import { upkeep } from "./upkeep/index.ts";

const keeping: readonly Feature[] = [recognition, checkins, peers, leaderboards, people, upkeep];

/** Linking puts right what the others keep for a person. */
const slices: readonly Feature[] = [...keeping, createLinking(keeping)];

/** Setup shows what all the others have to set. */
export const features: readonly Feature[] = [...slices, createSetup(slices)];
