/** Somebody asks chosen colleagues for feedback, or a lead asks for one of their people. */
import type { z } from "zod";

import type { Filled } from "../chat/form.ts";
import type { Outcome, Reply } from "../chat/reply.ts";
import { type Context, recorded } from "../feature.ts";
import { newId, type PersonId, type UnitId } from "../ids.ts";
import { later } from "../jobs/queries.ts";
import { safetySettings } from "../people/footnote.ts";
import { openFor, type Person } from "../people/person.ts";
import { listPersons } from "../people/queries/persons.ts";
import { listRoles } from "../people/queries/roles.ts";
import { findSetting } from "../store/settings.ts";
import { plus } from "../time/instant.ts";
import { findAsking, type ofRequest, ratersOf } from "./asking.ts";
import { askedCard } from "./cards.ts";
import { askForm } from "./forms.ts";
import { closeJob, promptJob, remindJob, toldJob } from "./jobs.ts";
import { insertRequest } from "./queries.ts";
import { decideAsk, openDays, type PeerRequest, type Refusal } from "./request.ts";

export async function openAsk(context: Context): Promise<Reply> {
  const leads = await unitsLed(context);
  return { kind: "form", form: askForm(context.say, leads.length > 0) };
}

/** Null among them: all. */
async function unitsLed({ tx, organization, person }: Context): Promise<(UnitId | null)[]> {
  const roles = await listRoles(tx, organization.id, person.id);
  return roles.filter(({ role }) => role === "lead").map(({ unit }) => unit);
}

/** The field a refusal belongs under. */
const fieldOf: Record<Refusal["kind"], "subject" | "raters" | "names"> = {
  unknown: "raters",
  nobody: "raters",
  self: "raters",
  subject: "raters",
  "too-many": "raters",
  "not-their-lead": "subject",
  "one-unit": "raters",
  "too-few": "names",
  "no-keys": "names",
  "no-contacts": "names",
};

export async function keepAsk(context: Context, { picked }: Filled): Promise<Outcome> {
  const { tx, organization, person, keys, say } = context;
  const subjects = await findPicked(context, picked.subject);
  const raters = await findPicked(context, picked.raters);
  const subject = subjects.persons[0] ?? person;
  const nameless = picked.names?.[0] === "without";
  const { contacts } = await findSetting(tx, organization.id, safetySettings);
  const refusal = decideAsk(
    {
      askedBy: person.id,
      subject,
      raters: raters.persons,
      allHere: raters.allHere && subjects.allHere,
      nameless,
    },
    { leads: await unitsLed(context), keysUsable: keys.usable, contacts: contacts !== null },
  );
  if (refusal !== null) {
    return {
      kind: "invalid",
      fields: { [fieldOf[refusal.kind]]: say.peers.refused[refusal.kind]() },
    };
  }
  const request = await keepRequest(context, subject, raters.persons, nameless);
  return recorded("peers.asked", { peer: request.id });
}

/** Everybody once; bots and people who have left are nobody to ask. */
async function findPicked(
  { tx, organization }: Context,
  picked: readonly string[] = [],
): Promise<{ readonly persons: readonly Person[]; readonly allHere: boolean }> {
  const found = await listPersons(tx, organization, picked as readonly PersonId[]);
  const here = found.filter((one) => one.here);
  const persons = [...new Map(here.map((one) => [one.id, one])).values()];
  return { persons, allHere: here.length === picked.length };
}

async function keepRequest(
  { tx, now, organization, person, keys }: Context,
  subject: Person,
  raters: readonly Person[],
  nameless: boolean,
): Promise<PeerRequest> {
  const request: PeerRequest = {
    id: newId("peer", now),
    subject: subject.id,
    askedBy: person.id,
    key: nameless ? newId("round", now) : null,
    askedAt: now,
    closesAt: plus(now, openDays),
    ending: null,
  };
  if (request.key !== null) keys.make(request.key);
  await insertRequest(
    tx,
    organization.id,
    request,
    raters.map(({ id }) => id),
  );
  await later(
    tx,
    organization.id,
    now,
    closeJob(request.id, request.closesAt),
    ...raters.flatMap((rater) => {
      const heard = openFor(rater, now);
      return [promptJob(request.id, rater.id, 0, heard), remindJob(request.id, rater.id, 1, heard)];
    }),
    ...(subject.id === person.id ? [] : [toldJob(request.id, subject.id, openFor(subject, now))]),
  );
  return request;
}

export async function drawAsked(
  context: Context,
  { peer }: z.infer<typeof ofRequest>,
): Promise<Reply> {
  const { now, say } = context;
  const asking = await findAsking(context, peer);
  if (asking === undefined) return { kind: "nothing" };
  return { kind: "card", card: askedCard(say, now, asking, await ratersOf(context, peer)) };
}
