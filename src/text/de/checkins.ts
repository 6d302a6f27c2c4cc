import type { checkins as english } from "../en/checkins.ts";

export const checkins: typeof english = {};
