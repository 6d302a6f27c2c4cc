import type { House } from "./house.ts";

export interface Rule {
  readonly name: string;
  readonly reason: string;
  /** Each thing that breaks it, by name and without the reason. */
  readonly broken: (house: House) => readonly string[];
}

/** "src/recognition/recognition.ts → @slack/bolt: src knows no platform…": one line for each breach. */
export const breaches = ({ broken, reason }: Rule, house: House): string[] =>
  broken(house).map((what) => `${what}: ${reason}`);
