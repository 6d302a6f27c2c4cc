import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { buildHouse, isProgram, readTexts } from "./house.ts";

const root = new URL("../../", import.meta.url);
const lines = (file: string): string[] =>
  readFileSync(new URL(file, root), "utf8").replaceAll("\\\n", " ").split("\n");
const dockerfile = lines("Dockerfile");
const ignored = lines(".dockerignore");

const said = (instruction: string): string[] =>
  dockerfile
    .filter((line) => line.startsWith(`${instruction} `))
    .map((line) => line.slice(instruction.length + 1).trim());

describe("the container image", () => {
  it("runs on Node 26, the Node that the checkout brings with it", () => {
    expect(said("FROM")).toEqual(["node:26-slim"]);
    expect(process.versions.node).toMatch(/^26\./);
  });

  it("holds production dependencies only, and runs no script of any of them", () => {
    expect(said("RUN")[0]).toMatch(/^npm ci --omit=dev --ignore-scripts\b/);
  });

  it("runs as an ordinary user, to whom alone the data and the keys belong", () => {
    expect(said("RUN")).toContain("install -d -o node -g node -m 0700 data keys");
    expect(said("USER")).toEqual(["node"]);
  });

  it("keeps data and keys in volumes of their own", () => {
    expect(said("VOLUME")).toEqual(['["/app/data", "/app/keys"]']);
  });

  it("is reachable from outside, and asks itself whether it is well", () => {
    expect(said("ENV").join(" ")).toContain("HOST=0.0.0.0");
    expect(said("HEALTHCHECK").join(" ")).toMatch(/\["node", "-e", ".*\/healthz/);
  });

  it("starts the program itself, so that a signal to stop reaches it", () => {
    expect(said("CMD")).toEqual(['["node", "bin/rapport.mjs"]']);
  });

  it("holds every part of the program", () => {
    const copied = said("COPY").flatMap((words) => words.split(" ").slice(0, -1));
    const parts = [...buildHouse(readTexts(root)).files.keys()]
      .filter(isProgram)
      .map((path) => path.split("/")[0] ?? "");

    expect(copied).toEqual(expect.arrayContaining([...new Set(parts), "bin", "package.json"]));
    expect(copied.filter((part) => ignored.includes(part))).toEqual([]);
  });

  it.for(["data", "keys", ".env*", ".git", "node_modules"])("never holds %s", (secret) => {
    expect(ignored).toContain(secret);
  });
});
