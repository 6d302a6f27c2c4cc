import type { peers as english } from "../en/peers.ts";

export const peers: typeof english = {};
