/** The engine's port to a Slack workspace. */
import type { WebClient } from "@slack/web-api";

import {
  type Card,
  type Chart,
  type Chat,
  filesAsCards,
  Limited,
  type Rates,
  type Said,
  type WorkspaceAddress,
} from "#engine";
import { message, mrkdwn, plainMessage, renderCard, type Surface } from "./cards.ts";
import type { Clients } from "./clients.ts";
import { codeOf, gone, refusedBlocks, rejected, waitOf } from "./errors.ts";
import type { Log } from "./log.ts";

/** Slack's: one a second in a channel, and "several hundred a minute" in a workspace. */
const rates: Rates = {
  channel: [{ count: 1, seconds: 1 }],
  workspace: [{ count: 300, seconds: 60 }],
};

/** No previews of links, and no mentions made of plain words. */
const quiet = { unfurl_links: false, unfurl_media: false } as const;

export function createChat(
  clients: Clients,
  drawChart: (chart: Chart) => Promise<Uint8Array>,
  log: Log,
): Chat {
  /** Workspaces that didn't grant `files:write`: there a chart is told in words. */
  const withoutPictures = new Set<string>();

  const post: Chat["post"] = (workspace, channel, card) =>
    say(workspace, card, async (client, surface) => {
      const { ts } = await client.chat.postMessage({
        channel,
        ...quiet,
        ...renderCard(card, surface),
      });
      return ts ?? "";
    });

  return {
    rates: () => rates,

    post,

    update: (workspace, channel, externalId, card) =>
      say(workspace, card, async (client, surface) => {
        await client.chat.update({ channel, ts: externalId, ...renderCard(card, surface) });
        return externalId;
      }),

    async delete(workspace, channel, externalId) {
      const client = await clients.bulk(workspace.externalId);
      try {
        await client.chat.delete({ channel, ts: externalId });
      } catch (error) {
        if (codeOf(error) !== "message_not_found") return judge(workspace, error);
      }
      return { kind: "said", externalId };
    },

    async upload(workspace, channel, card, files) {
      const client = await clients.bulk(workspace.externalId);
      try {
        const told = await client.filesUploadV2({
          channel_id: channel,
          initial_comment: mrkdwn(card.summary),
          file_uploads: files.map(({ name, text }) => ({
            filename: name,
            file: Buffer.from(text),
          })),
        });
        return { kind: "said", externalId: told.files[0]?.files?.[0]?.id ?? "" };
      } catch (error) {
        if (codeOf(error) !== "missing_scope") return judge(workspace, error);
      }
      let said: Said = { kind: "gone", why: "nothing to say" };
      for (const part of filesAsCards(card, files)) {
        said = await post(workspace, channel, part);
        if (said.kind !== "said") return said;
      }
      return said;
    },

    async direct(workspace, account) {
      const client = await clients.bulk(workspace.externalId);
      try {
        const { channel } = await client.conversations.open({ users: account });
        if (channel?.id === undefined) return { kind: "gone", why: "Slack named no conversation" };
        return { kind: "opened", channel: channel.id };
      } catch (error) {
        const said = judge(workspace, error);
        return { kind: "gone", why: said.why };
      }
    },

    async members(workspace, channel) {
      const client = await clients.bulk(workspace.externalId);
      const accounts: string[] = [];
      try {
        // Of an archived channel Slack still names the members.
        const { channel: found } = await client.conversations.info({ channel });
        if (found?.is_archived === true) return { kind: "gone", why: "is_archived" };
        const pages = client.paginate("conversations.members", { channel, limit: 1_000 });
        for await (const page of pages) {
          accounts.push(...((page as { members?: string[] }).members ?? []));
        }
      } catch (error) {
        const said = judge(workspace, error);
        return { kind: "gone", why: said.why };
      }
      return { kind: "members", accounts };
    },
  };

  /** Says it with all that Slack can show; where Slack refuses that, once more in text and buttons. */
  async function say(
    workspace: WorkspaceAddress,
    card: Card,
    send: (client: WebClient, surface: Surface) => Promise<string>,
  ): Promise<Said> {
    const client = await clients.bulk(workspace.externalId);
    const surface: Surface = { ...message, pictures: await upload(workspace, client, card) };
    try {
      return { kind: "said", externalId: await send(client, surface) };
    } catch (error) {
      if (!refusedBlocks.has(codeOf(error) ?? "")) return judge(workspace, error);
      log.warn(
        { workspace: workspace.externalId, code: codeOf(error) },
        "Slack refused blocks; said it plainly",
      );
    }
    try {
      return { kind: "said", externalId: await send(client, plainMessage) };
    } catch (error) {
      return judge(workspace, error);
    }
  }

  /** A refusal becomes a value; what may work later is thrown. */
  function judge(workspace: WorkspaceAddress, error: unknown): Exclude<Said, { kind: "said" }> {
    const wait = waitOf(error);
    if (wait !== undefined) throw new Limited(wait);
    const code = codeOf(error);
    if (code !== undefined && gone.has(code)) return { kind: "gone", why: code };
    if (code !== undefined && rejected.has(code)) {
      log.error({ workspace: workspace.externalId, code }, "Slack rejected a message");
      return { kind: "rejected", why: code };
    }
    if (code !== undefined)
      log.warn({ workspace: workspace.externalId, code }, "Slack can't be written to now");
    throw error;
  }

  /** The card's pictures. Without one the card has the same in words, so a failure is not the card's. */
  async function upload(
    workspace: WorkspaceAddress,
    client: WebClient,
    card: Card,
  ): Promise<ReadonlyMap<Chart, string>> {
    const pictures = new Map<Chart, string>();
    for (const block of card.blocks) {
      if (block.kind !== "chart" || withoutPictures.has(workspace.externalId)) continue;
      try {
        const file = Buffer.from(await drawChart(block.chart));
        const { files } = await client.filesUploadV2({
          file,
          filename: "chart.png",
          title: block.chart.title,
        });
        const id = files[0]?.files?.[0]?.id;
        if (id !== undefined) pictures.set(block.chart, id);
      } catch (error) {
        const wait = waitOf(error);
        if (wait !== undefined) throw new Limited(wait);
        if (codeOf(error) === "missing_scope") withoutPictures.add(workspace.externalId);
        log.warn(
          { workspace: workspace.externalId, code: codeOf(error) },
          "A chart was told in words",
        );
      }
    }
    return pictures;
  }
}
