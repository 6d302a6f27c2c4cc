/**
 * Saying something is a job. What should stand in a place is drawn from current rows when it is sent; whether that means
 * posting, updating or deleting follows from what stands there already.
 */
import { assertNever } from "../assert.ts";
import type { Chat, Said, WorkspaceAddress } from "../chat/chat.ts";
import type { Saying, Work } from "../feature.ts";
import type { PersonId } from "../ids.ts";
import { findAccounts } from "../people/queries/accounts.ts";
import { listPersons } from "../people/queries/persons.ts";
import {
  findDirectChannel,
  findReach,
  markUnreachable,
  type Reach,
  rememberDirectChannel,
} from "../people/queries/reach.ts";
import { findWorkspaceAddress } from "../people/queries/workspaces.ts";
import { findMessage, forgetMessage, listMessages, rememberMessage } from "./queries.ts";

/** A saying with its place found: what is needed outside the transaction. */
export interface Errand {
  readonly workspace: WorkspaceAddress;
  /** Null until the private conversation has been opened. */
  readonly channel: string | null;
  readonly account: string | null;
  readonly standing: string | null;
  readonly saying: Saying;
}

/** Where the saying goes, and what stands there. Undefined: there is no such place any more. */
export async function planErrand(work: Work, undrawn: Saying): Promise<Errand | undefined> {
  const saying = await forReader(work, undrawn);
  const { to } = saying;
  switch (to.kind) {
    case "channel":
      return planForChannel(work, saying, to);
    case "person":
      return planForPerson(work, saying, to.person);
    case "account":
      return planForAccount(work, saying, to);
    default:
      return assertNever(to);
  }
}

async function forReader(work: Work, saying: Saying): Promise<Saying> {
  const { card, to } = saying;
  if (card === null) return saying;
  return { ...saying, card: { ...card, language: await languageOf(work, to) } };
}

async function languageOf({ tx, organization }: Work, to: Saying["to"]): Promise<string> {
  switch (to.kind) {
    case "channel":
      return organization.locale;
    case "person": {
      const [reader] = await listPersons(tx, organization, [to.person]);
      return reader?.locale ?? organization.locale;
    }
    case "account": {
      const accounts = await findAccounts(tx, organization, to.workspace, [to.account]);
      return accounts.get(to.account)?.person?.locale ?? organization.locale;
    }
    default:
      return assertNever(to);
  }
}

async function planForChannel(
  { tx, organization }: Work,
  saying: Saying,
  to: Extract<Saying["to"], { kind: "channel" }>,
): Promise<Errand | undefined> {
  const workspace = await findWorkspaceAddress(tx, organization.id, to.workspace);
  if (workspace === undefined) return undefined;
  const place = [organization.id, saying.subject, workspace.id, to.channel] as const;
  const standing = (await findMessage(tx, ...place))?.externalId ?? null;
  return { workspace, channel: to.channel, account: null, standing, saying };
}

/** What stands is changed where it stands; anything new goes where the person was last. */
async function planForPerson(
  { tx, organization }: Work,
  saying: Saying,
  person: PersonId,
): Promise<Errand | undefined> {
  for (const { workspace: id, ...message } of await listMessages(
    tx,
    organization.id,
    saying.subject,
  )) {
    const workspace = await findWorkspaceAddress(tx, organization.id, id);
    if (workspace === undefined) continue;
    const { channel, externalId: standing } = message;
    return { workspace, channel, account: null, standing, saying };
  }
  const reach = await findReach(tx, organization.id, person);
  return reach && errandTo(reach, saying);
}

async function planForAccount(
  { tx, organization }: Work,
  saying: Saying,
  { workspace: id, account }: Extract<Saying["to"], { kind: "account" }>,
): Promise<Errand | undefined> {
  const workspace = await findWorkspaceAddress(tx, organization.id, id);
  if (workspace === undefined) return undefined;
  const place = [organization.id, saying.subject, workspace.id] as const;
  const standing = await findMessage(tx, ...place, null);
  if (standing !== undefined) {
    const { channel, externalId } = standing;
    return { workspace, channel, account: null, standing: externalId, saying };
  }
  const directChannel = await findDirectChannel(tx, organization.id, workspace.id, account);
  return errandTo({ workspace, account, directChannel }, saying);
}

const errandTo = ({ workspace, account, directChannel }: Reach, saying: Saying): Errand => ({
  workspace,
  channel: directChannel,
  account,
  standing: null,
  saying,
});

/** After nothing could be said to an account: it is left alone from now on. True where its person is reached elsewhere. */
export async function leaveAlone(
  work: Work,
  { workspace, account, saying }: Errand,
): Promise<boolean> {
  const { tx, organization, now } = work;
  if (account === null || saying.card === null) return false;
  await markUnreachable(tx, organization.id, workspace.id, account, now);
  if (saying.to.kind !== "person") return false;
  return (await findReach(tx, organization.id, saying.to.person)) !== undefined;
}

/** Stands for a message that may be there, of which nobody knows the id: it is neither said again nor changed. */
const unknown = "";

/** The talking itself, outside any transaction. */
export async function runErrand(chat: Chat, errand: Errand): Promise<Said> {
  const { workspace, channel, standing, saying } = errand;
  if (channel === null) return { kind: "gone", why: "no private conversation" };
  if (standing === unknown) return { kind: "gone", why: "its id is not known" };
  if (saying.card === null) {
    if (standing === null) return { kind: "said", externalId: "" };
    return chat.delete(workspace, channel, standing);
  }
  if (saying.files !== undefined) {
    return chat.upload(workspace, channel, saying.card, saying.files);
  }
  if (standing !== null) return chat.update(workspace, channel, standing, saying.card);
  return chat.post(workspace, channel, saying.card);
}

/** Remembers what stands there now. */
export async function rememberErrand(work: Work, errand: Errand, said: Said): Promise<void> {
  const { tx, organization, now } = work;
  const { workspace, channel, saying, standing, account } = errand;
  if (channel === null) return;
  if (account !== null && said.kind === "said") {
    await rememberDirectChannel(tx, organization.id, workspace.id, account, channel);
  }
  const place = { subject: saying.subject, workspace: workspace.id, channel };
  if (saying.card === null || (said.kind === "gone" && standing !== null)) {
    await forgetMessage(tx, organization.id, place);
  } else if (said.kind === "said" && said.externalId !== standing && saying.files === undefined) {
    await rememberMessage(tx, organization.id, { ...place, externalId: said.externalId }, now);
  } else if (said.kind === "unsure" && standing === null) {
    await rememberMessage(tx, organization.id, { ...place, externalId: unknown }, now);
  }
}
