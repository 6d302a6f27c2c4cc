/**
 * `rapport phi check`: what the guard says of texts, for practice and for measuring. Nothing is opened, asked or kept: no database, no
 * network.
 */
import { createInterface } from "node:readline/promises";
import { z } from "zod";

import { practise, type Typed, typed } from "#engine";
import { readWhole } from "./file.ts";
import { type Asked, exits, type Ports, Refused } from "./row.ts";

/** A longer line is no message anybody wrote. */
const longestLine = 1_000_000;

const line = z.looseObject({ text: z.string() });

export async function checkPhi(ports: Ports, asked: Asked): Promise<number> {
  const { json, directory, domain } = asked.options;
  const names = directory === undefined ? [] : readNames(directory);
  const judge = practise({ names, domains: domain ?? [] });
  if (json === undefined) return practiseAloud(ports, judge);
  const texts = readTexts(json);
  for (const text of texts) {
    const { outcome, rules } = judge(text);
    ports.out(`${JSON.stringify({ outcome, rules })}\n`);
  }
  return 0;
}

const utf8 = (file: string): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readWhole(file));
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(exits.badFile, `${file} is not UTF-8.`);
  }
};

const linesOf = (file: string): string[] =>
  utf8(file)
    .replace(/\r?\n$/, "")
    .split(/\r?\n/);

const readNames = (file: string): string[] =>
  linesOf(file)
    .map((name) => name.trim())
    .filter(Boolean);

/** All of them, before anything is printed: a file with a mistake in it is judged no further. */
function readTexts(file: string): Typed[] {
  if (utf8(file).trim() === "") return [];
  return linesOf(file).map((written, at) => {
    const refused = (why: string) => new Refused(exits.badFile, `${file}:${at + 1} ${why}`);
    if (written.length > longestLine) throw refused(`is longer than ${longestLine} characters`);
    let plain: unknown;
    try {
      plain = JSON.parse(written);
    } catch {
      throw refused("is no JSON");
    }
    const read = line.safeParse(plain);
    if (!read.success) throw refused("has no “text” that is a text");
    return typed(read.data.text);
  });
}

/** A line at a time, until there is no more. */
async function practiseAloud(ports: Ports, judge: ReturnType<typeof practise>): Promise<number> {
  ports.out("Type what somebody might write, a line at a time. Nothing is kept. Ctrl+D ends.\n\n");
  for await (const written of createInterface({ input: process.stdin })) {
    if (written.trim() !== "") ports.out(`${judge(typed(written)).told}\n\n`);
  }
  return 0;
}
