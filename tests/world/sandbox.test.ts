import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect } from "vitest";

import { openBrowser } from "../support/browser.ts";
import { type Element, findAll, wordsOf } from "../support/markup.ts";
import { it, starting } from "../support/program.ts";

/** Nobody has set anything; and nothing answers where the database would be. */
const asCloned = { SANDBOX: "", DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing" };

const timeOn = (page: Element): string => {
  const [clock] = findAll(page, ({ attributes }) => attributes.id === "clock");
  const [time] = clock === undefined ? [] : findAll(clock, ({ name }) => name === "time");
  return time?.attributes.datetime ?? "";
};

describe("a server of which nothing was asked", starting, () => {
  it("opens the sandbox, says where, and leaves the configured database alone", async ({
    world,
  }) => {
    const server = await world.serves(asCloned);

    expect(server.written()).toContain(`\n  ${server.address}\n`);
    const page = await openBrowser(server.address).opens("/");
    expect(wordsOf(page)).toContain("You are Priya Shah");
    expect(wordsOf(page)).toContain("Things to try");
    for (const path of ["/healthz", "/readyz", "/metrics"])
      expect((await fetch(`${server.address}${path}`)).status).toBe(200);
    expect(
      readdirSync(join(world.folder, "data")).every((name) => name.startsWith("sandbox")),
    ).toBe(true);
    expect(readdirSync(join(world.folder, "keys"))).toEqual(["sandbox"]);
    expect((await server.stop()).code).toBe(0);
  });

  it("keeps its messages and its clock over a restart, and forgets both when it starts over", async ({
    world,
  }) => {
    const first = await world.serves(asCloned);
    const before = openBrowser(first.address);
    await before.opens("/as/priya/core-lab");
    await before.sends("/as/priya/core-lab/say", [["text", "The centrifuge is back"]]);
    await before.sends("/as/priya/core-lab/clock", [["to", "monday"]]);
    const moved = timeOn(await before.opens("/as/priya/core-lab"));
    await first.stop();

    const again = await world.serves(asCloned);
    const page = await openBrowser(again.address).opens("/as/priya/core-lab");
    expect(wordsOf(page)).toContain("The centrifuge is back");
    expect(timeOn(page) >= moved).toBe(true);
    await again.stop();

    writeFileSync(join(world.folder, "data", "mine.txt"), "not the sandbox's");
    const fresh = await world.serves(asCloned, ["--fresh"]);
    const anew = await openBrowser(fresh.address).opens("/as/priya/core-lab");
    expect(wordsOf(anew)).not.toContain("The centrifuge is back");
    expect(timeOn(anew) < moved).toBe(true);
    expect(existsSync(join(world.folder, "data", "mine.txt"))).toBe(true);
  });

  it("starts with nobody but you where that is asked", async ({ world }) => {
    const { address } = await world.serves(asCloned, ["start", "--empty"]);

    const page = wordsOf(await openBrowser(address).opens("/"));
    expect(page).toContain("runs the workspace");
    expect(page).not.toContain("Priya");
  });

  it("begins again where its first beginning was cut short", async ({ world }) => {
    const server = await world.serves(asCloned);
    await server.stop("SIGKILL");
    // What is written last is missing, as it is when the first start is killed.
    rmSync(join(world.folder, "data", "sandbox.json"));

    const { address } = await world.serves(asCloned);

    expect(wordsOf(await openBrowser(address).opens("/"))).toContain("You are Priya Shah");
  });

  it("is for this machine alone", async ({ world }) => {
    const { code, err } = await world.runs([], { ...asCloned, HOST: "0.0.0.0" });

    expect(err).toContain("HOST must be 127.0.0.1 while the sandbox is on");
    expect(code).toBe(78);
  });

  it("refuses to start a sandbox over that is off", async ({ world }) => {
    const { code, err } = await world.runs(["--fresh"]);

    expect(err).toContain("--fresh: the sandbox is off");
    expect(code).toBe(78);
  });
});
