import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

const door = fileURLToPath(new URL("../../bin/rapport.mjs", import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rapport-phi-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, ...lines: readonly string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${line}\n`).join(""));
  return path;
};

/** In an empty folder, and with a database that nobody could open. */
function check(
  words: readonly string[],
  typed = "",
): Promise<{ code: number; out: string; err: string }> {
  const { PATH = "" } = process.env;
  const env = { PATH, DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" };
  return new Promise((resolve) => {
    const given = [door, "phi", "check", ...words];
    const child = execFile(process.execPath, given, { cwd: folder, env }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
    child.stdin?.end(typed);
  });
}

const text = (words: string): string => JSON.stringify({ id: 7, text: words });

describe("rapport phi check", () => {
  it("says of each text in a file whether it passes, asks or is blocked, and by which rules, in order", async () => {
    const texts = file(
      "texts.jsonl",
      text("Thanks Dr. Alice Smith for staying late on Friday"),
      text("Thanks for catching Mr John Doe's potassium, MRN 00482913"),
      text("for the potassium of Marcus Reed"),
      text("ask jo@lab.example.org"),
    );

    const { code, out, err } = await check(["--json", texts]);

    expect([code, err]).toEqual([0, ""]);
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { outcome: "pass", rules: [] },
      { outcome: "block", rules: ["medical-record-number"] },
      { outcome: "ask", rules: ["unknown-name", "reads-of-patient"] },
      { outcome: "block", rules: ["email-address"] },
    ]);
  });

  it("knows the staff and the domains it is told", async () => {
    const texts = file(
      "texts.jsonl",
      text("for the potassium of Marcus Reed"),
      text("ask jo@lab.example.org"),
    );
    const names = file("names", "Alice Smith", "Marcus Reed");

    const { out } = await check(["--json", texts, "--directory", names, "--domain", "example.org"]);

    expect(out).toBe('{"outcome":"pass","rules":[]}\n'.repeat(2));
  });

  it("ends with the number of the line that it can't read, and judges nothing", async () => {
    const texts = file("texts.jsonl", text("for the tea"), '{"words":"for the tea"}');

    const { code, out, err } = await check(["--json", texts]);

    expect([code, out]).toEqual([65, ""]);
    expect(err).toBe(`${texts}:2 has no “text” that is a text\n`);
  });

  it("practises without a file: a line typed, what its author would read", async () => {
    const { code, out } = await check([], "for bed 12 and the potassium\nfor MRN 00482913\n");

    expect(code).toBe(0);
    expect(out).toContain(
      "“bed 12” next to “potassium” could point to a patient. [Change the words] [No patient in it, send] [Cancel]",
    );
    expect(out).toContain("this looks like a patient's record number");
    expect(out).not.toContain("00482913");
  });
});
