/** What people do in Teams' own windows, as the activities Teams makes of it. */
import type { Drawn } from "./fakeConnector.ts";
import {
  type Answered,
  bot,
  inChannel,
  inPrivate,
  names,
  type Sending,
  type TeamsOffice,
} from "./teamsOffice.ts";

export interface Pressable {
  readonly type: string;
  readonly title: string;
  readonly verb?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Where a card stands: in the channel, or in somebody's private conversation with Rapport. */
export interface Where {
  readonly message: string;
  readonly channel: boolean;
}

export function buttonsIn(card: Drawn | undefined): Pressable[] {
  const body = (card?.body ?? []) as { type: string; actions?: Pressable[] }[];
  return body.flatMap(({ type, actions }) => (type === "ActionSet" ? (actions ?? []) : []));
}

/** As Teams sends what was typed: names between marks, the rest escaped, and the text once more as HTML. */
export function textOf(office: TeamsOffice, text: string, mentioned: boolean) {
  const entities: object[] = [];
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const mark = (name: string, id: string) => {
    const text = `<at>${name}</at>`;
    entities.push({ type: "mention", text, mentioned: { id, name } });
    return text;
  };
  const us = mentioned ? `${mark("Rapport", bot)}&nbsp;` : "";
  const said = escaped.replaceAll(/@(\w+)/g, (all, who: string) => {
    const person = office.people[who];
    return person === undefined ? all : mark(names[who] ?? person.name, person.id);
  });
  return {
    text: `${us}${said}`,
    textFormat: "plain",
    entities: [...entities, { type: "clientInfo", locale: "en-GB", timezone: "Europe/Lisbon" }],
    attachments: [{ contentType: "text/html", content: `<div>${us}${said}</div>` }],
  };
}

/** In #Ward 4, addressed to Rapport. */
export const typesInChannel = (
  office: TeamsOffice,
  name: string,
  text: string,
  more: object = {},
): Promise<Answered> =>
  office.send({
    type: "message",
    ...inChannel(office, name),
    ...textOf(office, text, true),
    ...more,
  });

export const typesPrivately = (
  office: TeamsOffice,
  name: string,
  text: string,
  more: object = {},
): Promise<Answered> =>
  office.send({
    type: "message",
    ...inPrivate(office, name),
    ...textOf(office, text, false),
    ...more,
  });

/** Presses the button that says so, with whatever was put into the card's fields. */
export function presses(
  office: TeamsOffice,
  name: string,
  card: Drawn,
  label: string,
  where: Where,
  inputs: Readonly<Record<string, unknown>> = {},
  more: object = {},
): Promise<Answered> {
  const button = buttonsIn(card).find(({ title }) => title === label);
  if (button === undefined) throw new Error(`No button says "${label}"`);
  return executes(office, name, button, where, inputs, more);
}

export function executes(
  office: TeamsOffice,
  name: string,
  { verb, data }: Pressable,
  where: Where,
  inputs: Readonly<Record<string, unknown>> = {},
  more: object = {},
): Promise<Answered> {
  return office.send({
    type: "invoke",
    name: "adaptiveCard/action",
    ...(where.channel ? inChannel(office, name) : inPrivate(office, name)),
    replyToId: where.message,
    value: {
      action: { type: "Action.Execute", verb, data: { ...data, ...inputs } },
      trigger: "manual",
    },
    ...more,
  });
}

/** What the fields of a card hold as it was drawn, by their ids. */
export function inputsIn(card: Drawn): Record<string, string> {
  const body = (card.body ?? []) as { type: string; id?: string; value?: string }[];
  return Object.fromEntries(
    body.flatMap(({ type, id, value }) =>
      type.startsWith("Input.") && id !== undefined ? [[id, value ?? ""]] : [],
    ),
  );
}

export const invokes = (
  office: TeamsOffice,
  name: string,
  invoke: string,
  value: object,
  sending?: Sending,
): Promise<Answered> =>
  office.send({ type: "invoke", name: invoke, ...inPrivate(office, name), value }, sending);
