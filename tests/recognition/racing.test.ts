/** Many at once through one engine. Where a database says it is too busy, the platform delivers again, as Slack does. */
import { describe, expect } from "vitest";

import type { Inbound, Word } from "../../src/chat/inbound.ts";
import { Fault } from "../../src/fault.ts";
import { typed } from "../../src/privacy/typed.ts";
import type { Store } from "../../src/store/store.ts";
import { openTestStore } from "../support/databases.ts";
import { type Actor, it, type Office, openOffice } from "../support/office.ts";
import { replyText } from "../support/text.ts";
import { buttonsIn, count, scores, settles } from "./stage.ts";

const from = (office: Office, actor: Actor, delivery: string) =>
  ({
    platform: "slack",
    workspace: office.workspaceExternal,
    account: actor.account,
    delivery,
    place: { kind: "channel", channel: "C_WARD" },
    learnt: [],
  }) as const;

const gives = (office: Office, by: Actor, to: readonly Actor[], delivery: string): Inbound => ({
  ...from(office, by, delivery),
  kind: "command",
  command: "kudos",
  words: [
    ...to.map((actor): Word => ({ kind: "account", externalId: actor.account })),
    { kind: "text", text: typed(`for wish ${delivery}`) },
  ],
});

const undoes = (office: Office, by: Actor, delivery: string): Inbound => ({
  ...from(office, by, delivery),
  kind: "command",
  command: "kudos",
  words: [{ kind: "text", text: typed("undo") }],
});

/** A store that counts how often a work was run again: it was in another's way, and undone. */
function watched(store: Store): { readonly store: Store; readonly retries: () => number } {
  let retries = 0;
  return {
    retries: () => retries,
    store: {
      ...store,
      transact: (work, options) => {
        let runs = 0;
        return store.transact((tx) => {
          if (runs > 0) retries += 1;
          runs += 1;
          return work(tx);
        }, options);
      },
    },
  };
}

/** Delivers until it is answered: a fault is answered with nothing, and comes again. */
async function deliver(office: Office, inbound: Inbound): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return replyText(await office.handle(inbound));
    } catch (fault) {
      if (!(fault instanceof Fault) || attempt === 10) throw fault;
    }
  }
}

describe("many at once", () => {
  it.for(["rolling", "week"] as const)(
    "gives exactly the allowance, per %s, and answers each repeat as the first",
    { timeout: 60_000 },
    async (per, { office }) => {
      const { ana, ben } = office;
      await settles(office, { allowance: { per, amount: 5 } });
      const wishes = Array.from({ length: 100 }, (_, n) => gives(office, ana, [ben], `wish ${n}`));

      const both = await Promise.all([...wishes, ...wishes].map((wish) => deliver(office, wish)));
      const answers = wishes.map((_, n) => [both[n], both[n + wishes.length]]);
      const accepted = answers.filter(([first]) => first?.startsWith("Sent to Ben Okafor"));

      expect(accepted).toHaveLength(5);
      expect(answers.filter(([first, again]) => first !== again)).toEqual([]);
      expect(await count(office, "recognition")).toBe(5);
      expect(await count(office, "delivery")).toBe(5);
    },
  );

  it("lets people thank each other and take it back at the same moment, without a deadlock", {
    timeout: 60_000,
  }, async () => {
    const { store, retries } = watched(await openTestStore());
    const office = await openOffice({ store });
    const { ana, ben, cleo } = office;
    await settles(office, { allowance: { per: "week", amount: 1_000 } });
    const acts = Array.from({ length: 50 }, (_, n) => [
      gives(office, ana, [ben, cleo], `ana ${n}`),
      gives(office, ben, [cleo, ana], `ben ${n}`),
      ...(n % 5 === 4
        ? [undoes(office, ana, `ana back ${n}`), undoes(office, ben, `ben back ${n}`)]
        : []),
    ]).flat();

    const answers = await Promise.all(acts.map((act) => deliver(office, act)));

    expect(answers.filter((answer) => answer.startsWith("Sent to"))).toHaveLength(100);
    const taken = answers.filter((answer) => answer.startsWith("Taken back")).length;
    expect(await count(office, "ledger")).toBe(200 + 2 * taken);
    expect(await count(office, "recognition")).toBe(100);
    expect(retries()).toBe(0);
    await store.close();
  });

  it("counts 20 people who say “Me too” at once as 20", { timeout: 60_000 }, async ({ office }) => {
    const { ana } = office;
    const people: Actor[] = [];
    for (let n = 1; n <= 20; n += 1) people.push(await office.person(`U_P${n}`, { name: `P${n}` }));
    await ana.types("/kudos @ben for the tea");
    await office.settle();
    const [button] = buttonsIn(office, "C_WARD");
    if (button === undefined) throw new Error("No button stands under the post");
    const presses = people.map(
      (actor): Inbound => ({
        ...from(office, actor, `me too ${actor.account}`),
        kind: "action",
        action: button.action,
        value: button.value ?? null,
      }),
    );

    await Promise.all([...presses, ...presses].map((press) => deliver(office, press)));

    expect(await count(office, "second")).toBe(20);
    expect(await scores(office)).toBe("Ben Okafor 21");
    expect(await count(office, "ledger")).toBe(21);
  });

  it("counts somebody once who presses ten times at once, and nobody once it was taken back", {
    timeout: 60_000,
  }, async ({ office }) => {
    const { ana, cleo, dan } = office;
    await settles(office, { allowance: { amount: 500 } });
    for (let round = 0; round < 10; round += 1) {
      await ana.types(`/kudos @ben for round ${round}`);
      await office.settle();
      const [button] = buttonsIn(office, "C_WARD");
      if (button === undefined) throw new Error("No button stands under the post");
      const presses = [cleo, dan].flatMap((by) =>
        Array.from(
          { length: 5 },
          (_, n): Inbound => ({
            ...from(office, by, `round ${round} press ${n} of ${by.account}`),
            kind: "action",
            action: button.action,
            value: button.value ?? null,
          }),
        ),
      );
      await Promise.all(presses.map((press) => deliver(office, press)));
      expect(await count(office, "second")).toBe(2 * (round + 1));

      const late = presses.map((press, n) => ({ ...press, delivery: `late ${round} ${n}` }));
      await Promise.all([
        deliver(office, undoes(office, ana, `undo ${round}`)),
        ...late.map((press) => deliver(office, press)),
      ]);
      await office.settle();
    }

    expect(await scores(office)).toBe("");
    expect(await count(office, "ledger")).toBe(10 * 3 * 2);
  });

  it("takes a thanks back once, while people second it and take that back", {
    timeout: 60_000,
  }, async ({ office }) => {
    const { ana, cleo, dan, lee } = office;
    await settles(office, { emoji: "kudos", allowance: { per: "week", amount: 50 } });
    for (let round = 0; round < 10; round += 1) {
      await ana.types(`/kudos @ben for round ${round}`);
      await office.settle();
      const post = office.chat.posts.findLast((one) => one.channel === "C_WARD");
      if (post === undefined) throw new Error("Nothing was posted");
      const reacts = (by: Actor, added: boolean, at: string): Inbound => ({
        ...from(office, by, `reaction ${round} ${by.account} ${at}`),
        kind: "reaction",
        added,
        emoji: "kudos",
        message: { author: "U_BOT", externalId: post.id },
        at,
      });
      for (const by of [cleo, dan, lee]) await deliver(office, reacts(by, true, "1.0"));
      await Promise.all([
        ana.types("/kudos undo"),
        ...[cleo, dan, lee].map((by) => deliver(office, reacts(by, false, "2.0"))),
      ]);
      await office.settle();
    }

    expect(await scores(office)).toBe("");
    expect(await scores(office, "givers")).toBe("");
    expect(await count(office, "ledger")).toBe(10 * 4 * 2);
    expect(await lee.types("/kudos mine")).toContain("50 more people");
  });
});
