/** What is done in a conversation: the few calls of Teams' service that Rapport makes. */
import { z } from "zod";

import type { References } from "#engine";
import { channelsOfTeam, type Member, member as memberShape, membersPage } from "./activities.ts";
import type { Connector } from "./connector.ts";
import type { Message } from "./draw.ts";
import { firstServiceUrl } from "./hosts.ts";

/** A conversation, and where it is reached. */
export interface At {
  readonly serviceUrl: string;
  readonly conversation: string;
}

export interface Conversations {
  /** Throws where nobody was heard from yet, and Microsoft's own services are stood in for. */
  at(workspace: string, conversation: string): Promise<At>;
  /** Never twice: see `Unsure`. Resolves to the message's id. */
  post(at: At, message: Message): Promise<string>;
  update(at: At, id: string, message: Message): Promise<void>;
  remove(at: At, id: string): Promise<void>;
  /** The private conversation with somebody, by Teams' address of them or their Entra id; the same one each time. */
  open(serviceUrl: string, workspace: string, whom: string): Promise<string>;
  member(at: At, whom: string, signal?: AbortSignal): Promise<Member>;
  /** Everybody, page by page. */
  members(at: At, signal?: AbortSignal): AsyncIterable<readonly Member[]>;
  channels(at: At): Promise<readonly { readonly id: string; readonly name: string | null }[]>;
}

const made = z.looseObject({ id: z.string() });
/** A few hundred are taken in at once: see `learnAccounts`. */
const page = "200";

export function createConversations(
  connector: Connector,
  references: () => References,
  us: { readonly appId: string | null; readonly here: boolean },
): Conversations {
  const of = ({ conversation }: At, ...more: readonly string[]) => [
    "v3",
    "conversations",
    conversation,
    ...more,
  ];

  return {
    async at(workspace, conversation) {
      const told = await references().serviceUrl(workspace, conversation);
      const serviceUrl = told ?? (us.here ? undefined : firstServiceUrl);
      if (serviceUrl === undefined) throw new Error("Teams wasn't heard from yet");
      return { serviceUrl, conversation };
    },

    async post(at, body) {
      const { serviceUrl } = at;
      const path = of(at, "activities");
      const answer = await connector({ method: "POST", serviceUrl, path, body, once: true });
      return made.parse(answer).id;
    },

    async update(at, id, message) {
      const { serviceUrl } = at;
      const body = { ...message, id };
      await connector({ method: "PUT", serviceUrl, path: of(at, "activities", id), body });
    },

    async remove(at, id) {
      const { serviceUrl } = at;
      await connector({ method: "DELETE", serviceUrl, path: of(at, "activities", id) });
    },

    async open(serviceUrl, tenantId, whom) {
      const body = {
        isGroup: false,
        bot: { id: `28:${us.appId ?? "rapport"}` },
        members: [{ id: whom }],
        tenantId,
        channelData: { tenant: { id: tenantId } },
      };
      const path = ["v3", "conversations"];
      return made.parse(await connector({ method: "POST", serviceUrl, path, body })).id;
    },

    async member(at, whom, signal) {
      const { serviceUrl } = at;
      const path = of(at, "members", whom);
      return memberShape.parse(
        await connector({ method: "GET", serviceUrl, path, ...withSignal(signal) }),
      );
    },

    async *members(at, signal) {
      const { serviceUrl } = at;
      const path = of(at, "pagedmembers");
      let continuationToken = "";
      do {
        const query = {
          pageSize: page,
          ...(continuationToken === "" ? {} : { continuationToken }),
        };
        const answer = membersPage.parse(
          await connector({ method: "GET", serviceUrl, path, query, ...withSignal(signal) }),
        );
        continuationToken = answer.continuationToken ?? "";
        yield answer.members;
      } while (continuationToken !== "");
    },

    async channels({ serviceUrl, conversation }) {
      const path = ["v3", "teams", conversation, "conversations"];
      const { conversations } = channelsOfTeam.parse(
        await connector({ method: "GET", serviceUrl, path }),
      );
      return conversations.map(({ id, name }) => ({ id, name: name ?? null }));
    },
  };
}

const withSignal = (signal: AbortSignal | undefined) => (signal === undefined ? {} : { signal });
