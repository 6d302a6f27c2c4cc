import { describe, expect } from "vitest";

import { database } from "../support/databases.ts";
import { type Give, giveAtLast, type Heard, isSent, until } from "../support/load.ts";
import { listFlaws, listGifts, sumBoard } from "./books.ts";
import { it } from "./hospital.ts";

const processes = database === "postgres" ? 4 : 1;

describe(`a hundred thanks at once from one person who has five to give (servers: ${processes})`, () => {
  it("accepts exactly five, announces each once, and answers every second delivery as the first", {
    timeout: 60_000,
  }, async ({ hospital }) => {
    const { slack, look } = hospital;
    const [giver = "", ...others] = slack.people;
    const first = await hospital.serves();
    const more = await Promise.all(Array.from({ length: processes - 1 }, () => hospital.serves()));
    const servers = [first, ...more];
    const gives = Array.from(
      { length: 100 },
      (_, n): Give => ({
        giver,
        receiver: others[n % others.length] ?? "",
        channel: `C${n}`,
        delivery: `trigger.${n}`,
      }),
    );
    const deliver = (give: Give, n: number): Promise<Heard> =>
      giveAtLast(async () => servers[n % processes]?.address ?? "", slack.team, give);

    const answers = await Promise.all(
      gives.map((give, n) => Promise.all([deliver(give, n), deliver(give, n + 1)])),
    );
    await until(async () => slack.posts.length >= 5);
    await Promise.all(servers.map((server) => server.stop()));

    for (const [one, other] of answers) expect(other).toEqual(one);
    expect(answers.filter(([one]) => isSent(one))).toHaveLength(5);
    const given = (await look(listGifts)).map(({ channel }) => channel);
    expect(given).toHaveLength(5);
    expect(slack.posts.map(({ channel }) => channel).toSorted()).toEqual(given.toSorted());
    expect(await look((store) => sumBoard(store, "givers"))).toBe(5);
    expect(await listFlaws(hospital)).toEqual([]);
  });
});
