/**
 * The engine: what a person does goes in, what they read comes out, and what else must be said is left as jobs.
 * It knows no platform, no driver and no clock but the one it is given.
 */
import { assertNever } from "./assert.ts";
import type { Chat, WorkspaceAddress } from "./chat/chat.ts";
import type { Inbound, Notice, Platform } from "./chat/inbound.ts";
import type { Outcome, Reply } from "./chat/reply.ts";
import { createFault, type Fault } from "./fault.ts";
import type { Context, Feature } from "./feature.ts";
import { helpReply, strangerReply } from "./help.ts";
import { homeCard } from "./home.ts";
import { countJobs, findNextDue } from "./jobs/queries.ts";
import { createRunner } from "./jobs/run.ts";
import { learnAccounts } from "./people/directory.ts";
import { meetAccounts, welcomeNow } from "./people/meet.ts";
import { createReferences, keepMet, partFrom, type References } from "./people/met.ts";
import { findAccounts, listAccountRows } from "./people/queries/accounts.ts";
import { markSeen } from "./people/queries/reach.ts";
import { findAnyWorkspace, findWorkspace, listWorkspaces } from "./people/queries/workspaces.ts";
import { findPersons } from "./people/search.ts";
import { type Installing, installWorkspace, uninstallWorkspace } from "./people/workspace.ts";
import { asking } from "./privacy/asking.ts";
import type { RoundKeys } from "./privacy/roundKeys.ts";
import type { Sealer } from "./privacy/seal.ts";
import type { Report } from "./report.ts";
import { createRouter } from "./router.ts";
import { deleteDelivery, findAnswer, insertDelivery, keepAnswer } from "./store/deliveries.ts";
import type { Store, Tx } from "./store/store.ts";
import { speak } from "./text/say.ts";
import { type Clock, type Instant, minute, plus } from "./time/instant.ts";

export interface EnginePorts {
  readonly store: Store;
  readonly chat: Chat;
  readonly clock: Clock;
  readonly report: Report;
  readonly features: readonly Feature[];
  /** Seals what must not lie open in the database. */
  readonly sealer: Sealer;
  readonly roundKeys: RoundKeys;
  /** 0 to 1, for spreading retries. */
  readonly chance: () => number;
}

export interface Engine {
  /**
   * Records what a person did and answers it, in one transaction that is over within 2 seconds (or fewer milliseconds, where
   * looking things up before took some of the platform's patience) or was never there. Throws a `Fault` (with what to tell the person) when it could not be kept; the same delivery may then come again.
   */
  handle(inbound: Inbound, within?: number): Promise<Reply>;
  /** Takes in what a platform tells of its own accord. Throws when it could not be kept. */
  notice(notice: Notice): Promise<void>;
  /** Of these accounts, those the engine does not know yet: the adapter looks them up before `handle`. Throws a `Fault`. */
  unknownAccounts(
    platform: Platform,
    workspace: string,
    accounts: readonly string[],
    within?: number,
  ): Promise<string[]>;
  /** Installs a workspace, or installs it again with a new token. */
  install(installing: Installing): Promise<WorkspaceAddress>;
  /** The workspaces of a platform that are installed. Throws when the database does not say within 2 seconds. */
  workspaces(platform: Platform): Promise<WorkspaceAddress[]>;
  /** What was told when it was installed, and its token (null: from the environment); undefined where it isn't. Throws a `Fault`. */
  installation(
    platform: Platform,
    workspace: string,
  ): Promise<{ readonly token: string | null; readonly installation: string } | undefined>;
  /** Where a platform's conversations and accounts are reached. */
  references(platform: Platform): References;
  /** Does what is due; resolves to how many jobs it took. */
  tick(): Promise<number>;
  /** When the next job is due; undefined when none waits. */
  nextDue(): Promise<Instant | undefined>;
  /** How many jobs are due now, wait for their hour, and are dead. */
  queue(): Promise<{ readonly due: number; readonly waiting: number; readonly dead: number }>;
}

/** An answer must reach Slack within 3 s; what is not committed by then is not kept. */
const answerWithin = 2_000;

export function createEngine(ports: EnginePorts): Engine {
  const { store, clock, report } = ports;
  const router = createRouter(ports.features);
  const runDue = createRunner({ ...ports, posts: router.posts, jobs: router.jobs });

  return {
    async handle(inbound, within = answerWithin) {
      try {
        const { reply, outcome } = await store.transact((tx) => act(tx, inbound), {
          within: Math.min(within, answerWithin),
        });
        report({ kind: "handled", inbound: inbound.kind, outcome });
        return reply;
      } catch (error) {
        throw fault(inbound.kind, error);
      }
    },

    async notice(notice) {
      try {
        await store.transact((tx) => take(tx, notice));
      } catch (error) {
        throw fault(notice.kind, error);
      }
    },

    async unknownAccounts(platform, workspace, accounts, within = answerWithin) {
      if (accounts.length === 0) return [];
      const look = async (tx: Tx) => {
        const home = await findWorkspace(tx, platform, workspace);
        if (home === undefined) return [];
        const known = await listAccountRows(tx, home.organization.id, home.workspace.id, accounts);
        return accounts.filter((account) => {
          const row = known.get(account);
          return row === undefined || row.kind === "erased";
        });
      };
      try {
        return await store.transact(look, { within: Math.min(within, answerWithin) });
      } catch (error) {
        throw fault("accounts", error);
      }
    },

    install: (installing) =>
      store.transact((tx) =>
        installWorkspace(tx, clock(), ports.sealer, ports.features, installing),
      ),

    workspaces: (platform) =>
      store.transact((tx) => listWorkspaces(tx, platform), { within: answerWithin }),

    async installation(platform, workspace) {
      const look = (tx: Tx) => findAnyWorkspace(tx, platform, workspace);
      try {
        const found = await store.transact(look, { within: answerWithin });
        if (found === undefined || found.uninstalled) return undefined;
        const { token, installation } = found;
        return { token: token === null ? null : ports.sealer.open(token), installation };
      } catch (error) {
        throw fault("installation", error);
      }
    },

    references: (platform) =>
      createReferences(platform, async (act) => {
        try {
          return await store.transact(act, { within: answerWithin });
        } catch (error) {
          throw fault("references", error);
        }
      }),

    tick: runDue,

    nextDue: () => store.transact(findNextDue, { within: answerWithin }),

    queue: () => store.transact((tx) => countJobs(tx, clock()), { within: answerWithin }),
  };

  function fault(inbound: string, error: unknown): Fault {
    const made = createFault(error);
    report({ kind: "fault", inbound, reference: made.reference, error });
    return made;
  }

  async function act(tx: Tx, inbound: Inbound): Promise<{ reply: Reply; outcome: string }> {
    const now = clock();
    const home = await findWorkspace(tx, inbound.platform, inbound.workspace);
    if (home === undefined) throw new Error("This workspace is not installed");
    const { organization, workspace } = home;
    const { account: author, learnt } = inbound;
    await learnAccounts({ tx, now, organization }, workspace.id, learnt, author);
    if (inbound.met !== undefined) {
      await keepMet({ tx, now, organization }, workspace.id, inbound.account, inbound.met);
    }

    const account = (await findAccounts(tx, organization, workspace.id, [inbound.account])).get(
      inbound.account,
    );
    const person = account?.person;
    if (
      account === undefined ||
      person === null ||
      person === undefined ||
      account.kind !== "member"
    ) {
      return {
        reply: strangerReply(speak(organization.locale, organization.zone)),
        outcome: "stranger",
      };
    }
    const say = speak(person.locale, person.zone);
    const context: Context = {
      tx,
      now,
      organization,
      keys: ports.roundKeys,
      person,
      runsWorkspace: account.runsWorkspace,
      workspace,
      place: inbound.place,
      say,
      report,
      sure: false,
      trial: false,
      doubt: () => {},
    };

    if (inbound.kind === "search") {
      const find = router.searches.get(inbound.field)?.find ?? findPersons;
      const choices = await find(context, inbound.typed);
      return { reply: { kind: "choices", choices }, outcome: "choices" };
    }
    const isNew = await insertDelivery(tx, organization.id, workspace.id, inbound.delivery, now);
    if (!isNew) {
      const kept = await findAnswer(tx, organization.id, workspace.id, inbound.delivery);
      return { reply: await draw(context, kept), outcome: "repeated" };
    }
    await markSeen(tx, organization.id, workspace.id, inbound.account, now, plus(now, -minute));

    if (account.met && person.welcomedAt === null) await welcomeNow(context, person.id);

    const outcome = await run(context, inbound);
    if (outcome.kind === "recorded") {
      await keepAnswer(tx, organization.id, workspace.id, inbound.delivery, outcome);
      return { reply: await draw(context, outcome), outcome: outcome.answer };
    }
    // Nothing of this delivery was kept: a retry is judged anew.
    await deleteDelivery(tx, organization.id, workspace.id, inbound.delivery);
    const reply = inbound.kind === "home" ? outcome : await shown(context, outcome);
    return { reply, outcome: outcome.kind };
  }

  async function draw(
    context: Context,
    kept: { readonly answer: string; readonly facts: unknown } | undefined,
  ): Promise<Reply> {
    const row = kept && router.answers.get(kept.answer);
    if (kept === undefined || row === undefined) return { kind: "nothing" };
    return shown(context, await row.draw(context, row.read.parse(kept.facts)));
  }

  /** At home there is one card: what just happened stands on top of it. */
  async function shown(context: Context, reply: Reply): Promise<Reply> {
    if (context.place.kind !== "home") return reply;
    if (reply.kind !== "card" && reply.kind !== "replace") return reply;
    return { kind: "replace", card: await homeCard(context, ports.features, reply.card) };
  }

  async function run(context: Context, inbound: Inbound): Promise<Outcome> {
    const help = () => helpReply(context.say, router.commands);
    switch (inbound.kind) {
      case "command": {
        const row = router.command(inbound.command, inbound.words);
        return row === undefined ? help() : row.run(context, inbound.words);
      }
      case "shortcut": {
        const row = router.shortcuts.get(inbound.shortcut);
        return row === undefined ? help() : row.run(context, inbound.message);
      }
      case "action": {
        const row = router.actions.get(inbound.action);
        const value = row?.read.safeParse(inbound.value);
        return row === undefined || !value?.success ? help() : row.run(context, value.data);
      }
      case "form": {
        const row = router.forms.get(inbound.form);
        const state = row?.read.safeParse(inbound.state);
        if (row === undefined || !state?.success) return help();
        return asking(context, inbound.filled, (asked) =>
          row.run(asked, state.data, inbound.filled),
        );
      }
      case "reaction": {
        for (const feature of ports.features) {
          if (feature.reaction !== undefined) return feature.reaction(context, inbound);
        }
        return { kind: "nothing" };
      }
      case "home":
        return { kind: "replace", card: await homeCard(context, ports.features) };
      case "search":
        return { kind: "nothing" };
      default:
        return assertNever(inbound);
    }
  }

  async function take(tx: Tx, notice: Notice): Promise<void> {
    const home = await findWorkspace(tx, notice.platform, notice.workspace);
    if (home === undefined) return;
    const work = { tx, now: clock(), organization: home.organization };
    switch (notice.kind) {
      case "accounts":
        return learnAccounts(work, home.workspace.id, notice.accounts);
      case "met":
        return meetAccounts(work, home.workspace.id, notice.accounts);
      case "uninstalled":
        return uninstallWorkspace(work, home.workspace.id, notice.at ?? work.now);
      case "seen":
        return keepMet(work, home.workspace.id, notice.account, notice.met);
      case "parted":
        return partFrom(work, home.workspace.id, notice.from);
      default:
        return assertNever(notice);
    }
  }
}
