import { setTimeout as pause } from "node:timers/promises";

import { describe, expect } from "vitest";

import { lease } from "../../src/jobs/job.ts";
import type { Store } from "../../src/store/store.ts";
import { instantOf, millisecondsOf, systemClock } from "../../src/time/instant.ts";
import { type Give, giveAtLast, isSent, until } from "../support/load.ts";
import { listFlaws, listGifts } from "./books.ts";
import { type Hospital, it, settle } from "./hospital.ts";

/** `npm run verify` kills fifty times, and waits for the leases of the dead. */
const thorough = process.env.THOROUGH === "1";
const kills = thorough ? 50 : 5;

const typists = 4;
/** Between two thanks of one typist: a life's thanks stay within what Slack lets be posted in a minute. */
const breath = 25;
/** A life ends after up to so many thanks, at any moment in the middle of the next ones. */
const mostInALife = 40;
const longestMoment = 50;

describe(`killed ${kills} times at random moments, while people thank each other`, () => {
  it("keeps every confirmed thanks once, and announces it at least once and at most once more for each kill", {
    timeout: 60_000 + kills * 10_000,
  }, async ({ hospital }) => {
    const { slack, look } = hospital;
    await look(
      settle(hospital, (rules) => ({ ...rules, allowance: { ...rules.allowance, per: "off" } })),
    );

    const confirmed = await killWhileTyping(hospital);

    const gifts = (await look(listGifts)).map(({ channel }) => channel);
    expect(confirmed.length).toBeGreaterThan(kills);
    expect(gifts.toSorted()).toEqual(confirmed.toSorted());
    expect(await listFlaws(hospital)).toEqual([]);

    const posts = Map.groupBy(slack.posts, ({ channel }) => channel);
    expect(confirmed.filter((channel) => !posts.has(channel))).toEqual([]);
    // Between a post and the same post again lies a kill.
    const lives = [...posts].map(([, same]) => same.map(({ life }) => life));
    expect(lives.filter((same) => new Set(same).size < same.length)).toEqual([]);
    const doubled = lives.filter((same) => same.length > 1).length;
    process.stdout.write(
      `${kills} kills: ${confirmed.length} thanks confirmed, all kept once and announced, ${doubled} of them more than once\n`,
    );
  });
});

/** The channels of the thanks whose giver read that they were sent. Ends when nothing is left to announce, and the server has stopped. */
async function killWhileTyping({ slack, serves, look }: Hospital): Promise<string[]> {
  const confirmed: string[] = [];
  let living = serves();
  let over = false;
  let typed = 0;

  async function type(): Promise<void> {
    while (!over) {
      typed += 1;
      const give = giveOf(slack.people, typed);
      const heard = await giveAtLast(async () => (await living).address, slack.team, give);
      if (isSent(heard)) confirmed.push(give.channel);
      await pause(breath);
    }
  }
  const typing = Promise.all(Array.from({ length: typists }, type));

  for (let kill = 1; kill <= kills; kill++) {
    const server = await living;
    const enough = confirmed.length + Math.random() * mostInALife;
    await until(async () => confirmed.length >= enough);
    await pause(Math.random() * longestMoment);
    const dead = server.stop("SIGKILL");
    living = dead.then(async () => {
      slack.nextLife();
      if (kill === kills && !thorough) await look(endLeases);
      return serves();
    });
  }
  const last = await living;
  over = true;
  await typing;

  await until(async () => (await look(countAnnouncements)) === 0);
  await last.stop();
  return confirmed;
}

/** A thanks in a channel of its own, so that no post waits for another. */
function giveOf(people: readonly string[], n: number): Give {
  const giver = n % people.length;
  const further = 1 + (n % (people.length - 1));
  return {
    giver: people[giver] ?? "",
    receiver: people[(giver + further) % people.length] ?? "",
    channel: `C${n}`,
    delivery: `trigger.${n}`,
  };
}

const countAnnouncements = (store: Store): Promise<number> =>
  store.transact(async (tx) => {
    const jobs = tx.selectFrom("job").where("kind", "=", "recognition.announce");
    return (await jobs.select("job_id").execute()).length;
  });

/** As if the server had been down for as long as a lease lasts. */
const endLeases = (store: Store): Promise<void> =>
  store.transact(async (tx) => {
    const now = systemClock();
    const leaseEnds = instantOf(millisecondsOf(now) + lease);
    await tx
      .updateTable("job")
      .set({ due_at: now })
      .where("attempts", ">", 0)
      .where("due_at", "<=", leaseEnds)
      .execute();
  });
