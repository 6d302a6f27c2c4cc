/** The sandbox's addresses: `/as/<account>/<where>` is a window, so two windows side by side are two people. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { z } from "zod";

import { type Clock, type Json, whole } from "#engine";
import type { Acts, Pressed } from "./acts.ts";
import { channelOf, type Shown } from "./answers.ts";
import { type Dialogs, direct, home, type Window } from "./dialogs.ts";
import type { Door } from "./door.ts";
import { emoji } from "./emoji.ts";
import type { TableRows } from "./happened.ts";
import type { Live } from "./live.ts";
import type { Move } from "./moves.ts";
import type { Pictures } from "./pictures.ts";
import type { Recorder } from "./recorder.ts";
import type { Room } from "./room.ts";
import type { Try } from "./tries.ts";
import { drawHappenings, drawTables } from "./views/drawer.ts";
import { drawFound, readFilled } from "./views/forms.ts";
import { drawNotice, drawPage, drawPieces } from "./views/page.ts";
import type { Scene } from "./views/scene.ts";

export interface WebPorts {
  readonly room: Room;
  readonly dialogs: Dialogs;
  readonly acts: Acts;
  readonly recorder: Recorder;
  readonly pictures: Pictures;
  readonly live: Live;
  readonly door: Door;
  readonly now: Clock;
  readonly name: string;
  readonly zone: string;
  readonly tries: readonly Try[];
  /** Whom `/` opens as, and where. */
  readonly opensAs: Window;
  /** False where the clock can't be moved there. */
  readonly move: (move: Move, who: string) => Promise<boolean>;
  /** What stands in each table now. */
  readonly rows: () => Promise<readonly TableRows[]>;
  readonly join: (name: string) => Promise<void>;
  /** Told of what could not be answered. */
  readonly failed: (error: unknown, path: string) => void;
}

const fewest = 60;

const press = whole.pipe(z.object({ action: z.string(), value: z.json() }));
const query = whole.pipe(z.string());
const moves = z.enum(["hour", "evening", "morning", "friday", "monday"]);

export function createWeb(ports: WebPorts): Hono {
  const { room, dialogs, acts, live, door } = ports;
  const web = new Hono();
  web.use(door.guard);
  web.onError((error, context) => {
    if (error instanceof Unreadable)
      return context.html(drawNotice("No page of the sandbox sends that."), 400);
    ports.failed(error, context.req.path);
    return context.html(
      drawNotice("That did not work. What you wrote is still here: try again."),
      500,
    );
  });

  web.get("/", (context) => context.redirect(addressOf(ports.opensAs)));
  web.get("/c/:channel", (context) => {
    // Links in cards know no reader; the page they stand on does.
    const from = /\/as\/([^/]+)\//.exec(context.req.header("referer") ?? "")?.[1];
    const account = from === undefined ? ports.opensAs.account : decodeURIComponent(from);
    return context.redirect(addressOf({ account, where: context.req.param("channel") }));
  });
  web.get("/live", (context) => {
    context.header("content-type", "text/event-stream");
    return context.body(live.listen());
  });
  web.get("/picture/:file", async (context) => {
    const picture = await ports.pictures.draw(context.req.param("file").replace(/\.png$/, ""));
    if (picture === undefined) return context.notFound();
    return context.body(new Uint8Array(picture), 200, { "content-type": "image/png" });
  });
  for (const [name, { type, file }] of Object.entries(statics)) {
    web.get(`/static/${name}`, (context) =>
      context.body(readFileSync(file), 200, { "content-type": type, "cache-control": "no-cache" }),
    );
  }

  web.get("/as/:account/:where", async (context) => {
    const window = windowOf(context);
    if (window === undefined) return context.notFound();
    const homeCard = window.where === home ? await acts.opensHome(window.account) : undefined;
    const most = mostOf(context);
    const tried = ports.tries[Number(context.req.query("try") ?? -1)];
    const { tries } = ports;
    const inBox = tried?.say ?? "";
    seen(window);
    const scene = sceneOf(window);
    return context.html(drawPage({ scene, token: door.token, homeCard, most, tries, inBox }));
  });

  web.get("/as/:account/:where/now", (context) => pieces(context, async () => ({})));

  web.get("/as/:account/:where/happenings", (context) => {
    const window = windowOf(context);
    if (window === undefined) return context.notFound();
    return context.html(drawHappenings(ports.recorder.happenings, sceneOf(window)));
  });

  web.get("/as/:account/:where/tables", async (context) =>
    context.html(drawTables(await ports.rows())),
  );

  web.get("/as/:account/:where/search/:dialog/:field", async (context) => {
    const window = windowOf(context);
    const dialog = window && dialogs.find(window.account, context.req.param("dialog"));
    if (window === undefined || dialog === undefined) return context.notFound();
    const { field } = context.req.param();
    const typed = read(query, context.req.query("typed") ?? "").slice(0, 200);
    const choices = typed.trim() === "" ? [] : await acts.searches(window, dialog, field, typed);
    return context.html(typed.trim() === "" ? html`` : drawFound(field, choices));
  });

  post("say", (window, sent) => acts.says(window, sent.text("text")));

  post("press", async (window, sent) => {
    const { action, value } = read(press, readJson(sent.text("press")));
    const on = pressedOn(window, sent);
    return on === undefined ? {} : acts.presses(window, on, action, value as Json);
  });

  post("react", async (window, sent) => {
    const name = sent.text("emoji");
    return name in emoji ? acts.reacts(window, sent.text("message"), name) : {};
  });

  post("kudos", async (window, sent, context) => {
    const message = room.message(sent.text("message"));
    if (message === undefined) return acts.gives(window);
    const link = `http://${context.req.header("host")}/c/${message.channel}#m-${message.id}`;
    return acts.gives(window, { author: message.author, link });
  });

  post("dismiss", async (window, sent) => {
    const message = room.message(sent.text("message"));
    if (message?.only === window.account) room.remove(message.id);
    return {};
  });

  post("form/:dialog", async (window, sent, context) => {
    const dialog = dialogs.find(window.account, context.req.param("dialog") ?? "");
    return dialog === undefined
      ? { dialog: null }
      : acts.fills(window, dialog, readFilled(sent.entries));
  });

  post("clock", async (window, sent) => {
    const to = moves.safeParse(sent.text("to")).data ?? { at: sent.text("at") };
    if (!(await ports.move(to, window.account)))
      return { notice: "The clock only goes forward, and at most a year at once." };
    return window.where === home ? { home: await acts.opensHome(window.account) } : {};
  });

  post("people", async (_, sent) => {
    const name = sent.text("name").trim().slice(0, 60);
    if (name !== "") await ports.join(name);
    return {};
  });

  return web;

  type Seen = Shown & { readonly notice?: string };
  interface Sent {
    readonly entries: readonly (readonly [string, string])[];
    text(name: string): string;
  }

  function post(
    path: string,
    act: (window: Window, sent: Sent, context: Context) => Promise<Seen>,
  ): void {
    web.post(`/as/:account/:where/${path}`, (context) =>
      pieces(context, async (window) => {
        const form = new URLSearchParams(await context.req.text());
        read(whole, [...form]);
        const sent = { entries: [...form], text: (name: string) => form.get(name) ?? "" };
        return act(window, sent, context);
      }),
    );
  }

  async function pieces(context: Context, act: (window: Window) => Promise<Seen>) {
    const window = windowOf(context);
    if (window === undefined) return context.notFound();
    const { notice = "", ...shown } = await act(window);
    seen(window);
    const drawn = drawPieces(sceneOf(window), shown, mostOf(context));
    return context.html(html`${drawn}${drawNotice(notice)}`);
  }

  function pressedOn({ account, where }: Window, sent: Sent): Pressed | undefined {
    if (sent.text("message") !== "") return { kind: "message", message: sent.text("message") };
    if (sent.text("dialog") === "") return where === home ? { kind: "home" } : undefined;
    const dialog = dialogs.find(account, sent.text("dialog"));
    return dialog && { kind: "dialog", dialog };
  }

  /** Undefined: nobody by that name, or no such place. */
  function windowOf(context: Context): Window | undefined {
    const { account = "", where = "" } = context.req.param() as Record<string, string>;
    const there =
      where === home || where === direct || room.channels.some(({ id }) => id === where);
    return there && room.member(account) !== undefined ? { account, where } : undefined;
  }

  function sceneOf(window: Window): Scene {
    const me = room.member(window.account);
    if (me === undefined) throw new Error("Nobody by that name");
    const { pictures, name, zone } = ports;
    return { window, me, room, pictures, now: ports.now(), name, zone };
  }

  function seen(window: Window): void {
    if (window.where !== home) room.seen(channelOf(window), window.account);
  }
}

const addressOf = ({ account, where }: Window): string =>
  `/as/${encodeURIComponent(account)}/${encodeURIComponent(where)}`;

function mostOf(context: Context): number {
  const asked = Number(context.req.query("most"));
  return Number.isInteger(asked) && asked > fewest ? asked : fewest;
}

/** No page of ours sends it. */
class Unreadable extends Error {
  override readonly name = "Unreadable";
}

function read<Shape extends z.ZodType>(shape: Shape, sent: unknown): z.output<Shape> {
  const { data, success } = shape.safeParse(sent);
  if (!success) throw new Unreadable();
  return data;
}

/** What is no JSON has the shape of nothing. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const ours = (name: string): string => fileURLToPath(new URL(`static/${name}`, import.meta.url));

const statics: Readonly<Record<string, { readonly type: string; readonly file: string }>> = {
  "sandbox.css": { type: "text/css", file: ours("sandbox.css") },
  "sandbox.js": { type: "text/javascript", file: ours("sandbox.js") },
  "icon.svg": { type: "image/svg+xml", file: ours("icon.svg") },
  "htmx.js": {
    type: "text/javascript",
    file: fileURLToPath(import.meta.resolve("htmx.org/dist/htmx.min.js")),
  },
};
