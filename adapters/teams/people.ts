/** What only Teams knows of the people in an activity, looked up before the engine sees it. */
import {
  type AccountFacts,
  type Engine,
  type Inbound,
  Limited,
  type Met,
  type Word,
} from "#engine";
import { Refused } from "./connector.ts";
import type { Conversations } from "./conversations.ts";
import type { Act, Scene } from "./heard.ts";
import { createLatest } from "./latest.ts";
import { accountOf, readMember } from "./members.ts";

/** Teams didn't say in time what has to be known first. Nothing was kept. */
export class Silent extends Error {
  override readonly name = "Silent";
}

export interface Completed {
  readonly inbound: Inbound;
  /** To be called once the engine has kept it. */
  readonly kept: () => void;
}

export interface People {
  /** Adds what the engine needs and does not know. Throws `Silent`. `left`: how many milliseconds remain for the whole answer. */
  complete(act: Act, left: () => number): Promise<Completed>;
  /** The facts of somebody who was met; undefined where Teams knows nobody of that address there. */
  ask(scene: Scene, whom: string, signal?: AbortSignal): Promise<AccountFacts | undefined>;
}

const mostKnown = 50_000;

export function createPeople(
  conversations: Conversations,
  engine: () => Engine,
  budgetMs: number,
): People {
  const known = createLatest<true>(mostKnown);
  const told = createLatest<string>(mostKnown);
  const references = () => engine().references("teams");

  return {
    ask,
    async complete(act, left) {
      const { body, scene, place, met } = act;
      const { workspace } = scene;
      const signal = AbortSignal.timeout(Math.min(budgetMs, left()));
      const learnt = new Map<string, AccountFacts>();
      const learn = async (whom: string): Promise<string> => {
        const facts = await inTime(ask(scene, whom, signal), signal);
        if (facts !== undefined) learnt.set(facts.externalId, facts);
        return facts?.externalId ?? whom;
      };

      const accounts = await accountsOf(workspace, [scene.from.id, ...addressesIn(body)], learn, {
        [scene.from.id]: accountOf(scene.from),
      });
      const account = accounts.get(scene.from.id) ?? scene.from.id;
      const whole = named(body, accounts);
      const asked = [account, ...accountsIn(whole)].filter(
        (one) => known.get(`${workspace} ${one}`) === undefined && !learnt.has(one),
      );
      const unknown = await engine().unknownAccounts(
        "teams",
        workspace,
        [...new Set(asked)],
        left(),
      );
      for (const one of unknown) await learn(one === account ? scene.from.id : one);

      const news = JSON.stringify(met);
      const isNew = told.get(`${workspace} ${account}`) !== news;
      return {
        inbound: {
          ...whole,
          platform: "teams",
          workspace,
          account,
          place,
          delivery: act.delivery ?? "",
          learnt: [...learnt.values()],
          ...(isNew ? { met } : {}),
        } as Inbound,
        kept() {
          told.set(`${workspace} ${account}`, news);
          for (const one of asked) {
            if (!unknown.includes(one) || learnt.has(one)) known.set(`${workspace} ${one}`, true);
          }
        },
      };
    },
  };

  /** Accounts by the addresses that stand for them; those the engine can't place are asked for. */
  async function accountsOf(
    workspace: string,
    addresses: readonly string[],
    learn: (whom: string) => Promise<string>,
    said: Readonly<Record<string, string>>,
  ): Promise<Map<string, string>> {
    const accounts = new Map<string, string>();
    const nameless: string[] = [];
    for (const address of new Set(addresses)) {
      const account = said[address] ?? accountOf({ id: address });
      if (account === address && address.startsWith("29:")) nameless.push(address);
      else accounts.set(address, account);
    }
    const found = await references().accounts(workspace, nameless);
    for (const address of nameless)
      accounts.set(address, found.get(address) ?? (await learn(address)));
    return accounts;
  }

  /** Where Rapport isn't in the conversation (a message extension), it asks in the private one. */
  async function ask(
    scene: Scene,
    whom: string,
    signal?: AbortSignal,
  ): Promise<AccountFacts | undefined> {
    const { serviceUrl, conversation, workspace, from } = scene;
    try {
      return readMember(
        await conversations.member({ serviceUrl, conversation }, whom, signal),
        workspace,
      );
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (scene.scope === "personal") return undefined;
    }
    try {
      const direct = await conversations.open(serviceUrl, workspace, from.id);
      return readMember(
        await conversations.member({ serviceUrl, conversation: direct }, whom, signal),
        workspace,
      );
    } catch (error) {
      if (error instanceof Refused) return undefined;
      throw error;
    }
  }
}

/** Whatever Teams failed to say is its silence; so is what it says too late. */
async function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const why = error instanceof Limited || signal.aborted ? "took too long" : "didn't answer";
    throw new Silent(`Teams ${why}`, { cause: error });
  }
}

const wordsOf = (body: Act["body"]): readonly Word[] => (body.kind === "command" ? body.words : []);

const addressesIn = (body: Act["body"]): string[] =>
  wordsOf(body).flatMap((word) => (word.kind === "account" ? [word.externalId] : []));

function named(body: Act["body"], accounts: ReadonlyMap<string, string>): Act["body"] {
  if (body.kind !== "command") return body;
  const words = body.words.map((word): Word => {
    if (word.kind !== "account") return word;
    return { ...word, externalId: accounts.get(word.externalId) ?? word.externalId };
  });
  return { ...body, words };
}

function accountsIn(body: Act["body"]): string[] {
  if (body.kind === "shortcut") return body.message === undefined ? [] : [body.message.author];
  return addressesIn(body);
}

/** What a notice tells where nobody did anything. */
export const metAlone = ({ conversation }: Met): Met => ({ conversation });
