/** What the specifications of feedback between colleagues start from. */
import type { Schema } from "../../src/store/schema.ts";
import { day } from "../../src/time/instant.ts";
import type { Actor, Office } from "../support/office.ts";

export interface Asked {
  readonly nameless?: boolean;
  readonly of?: Actor;
}

/** `await asks(ana, [ben, cleo])`: what Ana then reads. */
export async function asks(
  actor: Actor,
  raters: readonly Actor[],
  { nameless = false, of }: Asked = {},
): Promise<string> {
  await actor.types("/feedback");
  await actor.presses("Ask for feedback");
  return actor.fills({
    picked: {
      raters: await Promise.all(raters.map((rater) => rater.id())),
      names: [nameless ? "without" : "with"],
      ...(of === undefined ? {} : { subject: [await of.id()] }),
    },
  });
}

export interface Given {
  readonly keep?: string;
  readonly next?: string;
  readonly together?: string;
}

/** Opens the form from their message, and sends it. */
export async function gives(rater: Actor, text: Given): Promise<string> {
  await rater.presses("Give feedback");
  return rater.fills({ text: { ...text } });
}

/** Nobody reads along without names, so there must be somebody to call. */
export async function contactsStand(office: Office): Promise<void> {
  await office.store.transact((tx) =>
    tx
      .insertInto("setting")
      .values({
        organization_id: office.organization,
        name: "setup",
        value: JSON.stringify({ contacts: "the help line" }),
      })
      .execute(),
  );
}

/** Ben, Cleo, Dan, Lee and Eva: as few as may be asked without names. */
export async function five(office: Office): Promise<readonly Actor[]> {
  const eva = await office.person("U_EVA", { name: "Eva Stone" });
  return [office.ben, office.cleo, office.dan, office.lee, eva];
}

export const closes = (office: Office): Promise<void> => office.passes(14 * day);

export async function rowsOf<Table extends keyof Schema>(
  office: Office,
  table: Table,
): Promise<Record<string, unknown>[]> {
  return office.store.transact((tx) =>
    tx
      .selectFrom(table as "peer_published")
      .selectAll()
      .where("organization_id", "=", office.organization)
      .execute(),
  );
}
