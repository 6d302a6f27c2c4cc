import type { summary as english } from "../en/summary.ts";

export const summary: typeof english = {};
