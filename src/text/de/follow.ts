import type { follow as english } from "../en/follow.ts";

export const follow: typeof english = {};
