import type { schedules as english } from "../en/schedules.ts";

export const schedules: typeof english = {};
