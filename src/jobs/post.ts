/**
 * Saying something is a job. What should stand in a place is drawn from current rows when it is sent; whether that means
 * posting, updating or deleting follows from what stands there already.
 */
import type { Chat, Said, WorkspaceAddress } from "../chat/chat.ts";
import type { Saying, Work } from "../feature.ts";
import { findReach, findWorkspaceAddress, rememberDirectChannel } from "../people/queries.ts";
import { findMessage, forgetMessage, rememberMessage } from "./queries.ts";

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
export async function planErrand(work: Work, saying: Saying): Promise<Errand | undefined> {
  const place = await findPlace(work, saying);
  if (place === undefined) return undefined;
  const standing = await findMessage(
    work.tx,
    work.organization.id,
    saying.subject,
    place.workspace.id,
    saying.to.kind === "channel" ? saying.to.channel : null,
  );
  return {
    ...place,
    channel: standing?.channel ?? place.channel,
    standing: standing?.externalId ?? null,
    saying,
  };
}

async function findPlace(
  { tx, organization }: Work,
  { to }: Saying,
): Promise<Pick<Errand, "workspace" | "channel" | "account"> | undefined> {
  if (to.kind === "channel") {
    const workspace = await findWorkspaceAddress(tx, organization.id, to.workspace);
    return workspace && { workspace, channel: to.channel, account: null };
  }
  const reach = await findReach(tx, organization.id, to.person);
  return (
    reach && { workspace: reach.workspace, channel: reach.directChannel, account: reach.account }
  );
}

/** The talking itself, outside any transaction. */
export async function runErrand(chat: Chat, errand: Errand): Promise<Said> {
  const { workspace, channel, standing, saying } = errand;
  if (channel === null) return { kind: "gone", why: "no private conversation" };
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
  const { workspace, channel, saying, standing } = errand;
  if (channel === null) return;
  if (errand.account !== null && said.kind === "said") {
    await rememberDirectChannel(tx, organization.id, workspace.id, errand.account, channel);
  }
  const place = { subject: saying.subject, workspace: workspace.id, channel };
  if (saying.card === null || (said.kind === "gone" && standing !== null)) {
    await forgetMessage(tx, organization.id, place);
  } else if (said.kind === "said" && standing === null && saying.files === undefined) {
    await rememberMessage(tx, organization.id, { ...place, externalId: said.externalId }, now);
  }
}
