/** The page of a window, and the pieces that are swapped into it afterwards. */
import { html } from "hono/html";

import type { Card } from "#engine";
import type { Shown } from "../answers.ts";
import { type Dialog, direct, home } from "../dialogs.ts";
import type { Try } from "../tries.ts";
import { handlesOf } from "../words.ts";
import { drawCard, type Html } from "./cards.ts";
import { closing, drawErrors, drawForm } from "./forms.ts";
import { groundOf, pathOf, type Scene, timeIn, zoneOf } from "./scene.ts";
import { drawJoin, drawMove, drawPeople, drawPlaces, drawTries } from "./side.ts";
import { drawMenu, drawStream, titleOf } from "./stream.ts";

export interface PageParts {
  readonly scene: Scene;
  readonly token: string;
  readonly homeCard: Card | undefined;
  readonly most: number;
  readonly tries: readonly Try[];
  /** What the message box holds at first. */
  readonly inBox: string;
}

/** No script text and no style text is ever in the page: the policy forbids both. */
const htmxConfig = '{"includeIndicatorCSS":false,"history":false,"defaultSwap":"none"}';

export function drawPage({ scene, token, homeCard, most, tries, inBox }: PageParts): Html {
  const { me, window, name } = scene;
  const { title, about } = titleOf(scene);
  const path = pathOf(window);
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="htmx-config" content="${htmxConfig}">
  <title>${title} · ${me.facts.name} · Rapport sandbox</title>
  <link rel="icon" href="/static/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/static/sandbox.css">
  <script src="/static/htmx.js" defer></script>
  <script src="/static/sandbox.js" defer></script>
</head>
<body hx-headers:inherited='${JSON.stringify({ "x-csrf": token })}' data-path="${path}">
  <a class="skip" href="#stream">To the messages</a>
  ${window.where === home ? "" : html`<a class="skip" href="#box">To the message box</a>`}
  <aside class="side" id="side" aria-label="Places and people">
    <p class="house">${name}<small>Sandbox</small></p>
    <nav id="places" aria-label="Places">${drawPlaces(scene)}</nav>
    <details class="tries" open><summary>Things to try</summary>${drawTries(scene, tries)}</details>
    <details class="people" open><summary>Be somebody else</summary><div id="people" tabindex="-1">${drawPeople(scene)}</div>${drawJoin(scene)}</details>
  </aside>
  <main>
    <header class="top">
      <button type="button" class="plain menu" data-side aria-label="Places and people" aria-controls="side" aria-expanded="false">☰</button>
      <div class="title"><h1>${title}</h1><p>${about}</p></div>
      <p class="me">You are <a href="#people" data-people-list><strong>${me.facts.name}</strong></a><small>${[me.unit, me.about].filter(Boolean).join(" · ")}</small></p>
      <button type="button" class="plain" data-drawer aria-controls="drawer" aria-expanded="false">What just happened</button>
    </header>
    <section class="clock" aria-label="The clock">
      <p id="clock">${drawClock(scene)}</p>
      ${drawMove(scene, "hour", "Next hour", "plain")}
      ${drawMove(scene, "morning", "Next morning", "plain")}
      ${drawMove(scene, "friday", "Friday 15:00", "plain")}
      <form class="pick" method="post" action="${path}/clock" hx-post="${path}/clock" hx-swap="none">
        <label class="hidden" for="pick">Another moment</label>
        <input id="pick" type="datetime-local" name="at" required><button class="plain" name="to" value="pick">Go</button>
      </form>
      <p class="moving" role="status">Time passes…</p>
    </section>
    <p id="notice" role="alert"></p>
    <div class="scroll${window.where === home ? " from-top" : ""}" tabindex="0" role="region" aria-label="${title}"><div id="stream">${drawStream(scene, homeCard, most)}</div></div>
    ${window.where === home ? "" : drawBox(scene, inBox)}
    <div id="live" hx-get="${path}/now?most=${most}" hx-trigger="changed" hx-swap="none"></div>
  </main>
  <aside class="drawer" id="drawer" aria-label="What just happened" hidden>
    <header><h2>What just happened</h2><button type="button" class="x" data-drawer aria-label="Close">×</button></header>
    <div id="happenings" hx-get="${path}/happenings" hx-trigger="look" hx-swap="innerMorph"></div>
    <details class="tables" hx-get="${path}/tables" hx-trigger="toggle" hx-target="find div" hx-swap="innerMorph"><summary>All tables of the database</summary><div></div></details>
  </aside>
  <form id="give" method="post" action="${path}/kudos" hx-post="${path}/kudos" hx-swap="none"></form>
  ${drawMenu(scene)}
  <dialog id="dialog" aria-labelledby="dialog-title"></dialog>
</body>
</html>`;
}

function drawBox(scene: Scene, inBox: string): Html {
  const { window, room } = scene;
  const path = pathOf(window);
  const names = room.members.map(({ facts, unit }) => [facts.name, unit]);
  const groups = handlesOf(room.members, []).flatMap(({ label, word }) =>
    word.kind === "group" ? [[label.slice(1), "everybody there"]] : [],
  );
  const { title } = titleOf(scene);
  const to = window.where === direct ? "Rapport" : title;
  return html`<form class="box" method="post" action="${path}/say" hx-post="${path}/say" hx-swap="none">
    <ul id="offers" class="found" role="listbox" aria-label="Completions"></ul>
    <label class="hidden" for="box">Message to ${to}</label>
    <textarea id="box" name="text" rows="2" maxlength="4000" placeholder="Message ${to}, or / for commands" autocomplete="off"
      aria-autocomplete="list" aria-haspopup="listbox" aria-controls="offers" aria-describedby="box-keys" data-names="${JSON.stringify([...names, ...groups])}" ${inBox === "" ? "" : "autofocus"}>${inBox}</textarea>
    <div class="row"><span class="note" id="box-keys">Enter sends · Shift+Enter: a new line · @ names somebody</span>
      <button class="plain" form="give">Give kudos</button>
      <button class="primary">Send</button></div>
  </form>`;
}

function drawClock(scene: Scene): Html {
  const { now, zone } = scene;
  const own = zoneOf(scene);
  return html`<span aria-hidden="true">🕑</span> <time datetime="${now}">${timeIn(zone, now, "moment")}</time>${own === zone ? "" : html` <small>${timeIn(own, now, "time")} for you</small>`}`;
}

/** What changed: each piece takes the place of the one that is there, and keeps what its reader has opened or focused. */
export function drawPieces(scene: Scene, shown: Shown, most: number): Html {
  const asItIs = scene.window.where === home && shown.home === undefined;
  const stream = asItIs ? "" : piece("stream", drawStream(scene, shown.home, most));
  return html`${stream}
    ${piece("places", drawPlaces(scene))}
    ${piece("people", drawPeople(scene))}
    ${piece("clock", drawClock(scene))}
    ${shown.dialog === undefined ? "" : html`<hx-partial hx-target="#dialog" hx-swap="innerHTML">${shown.dialog === null ? "" : drawDialog(shown.dialog, scene)}</hx-partial>`}
    ${shown.errors?.dialog.shows.kind === "form" ? drawErrors(shown.errors.dialog.shows.form, shown.errors.fields, shown.errors.sure) : ""}`;
}

const piece = (id: string, inside: Html): Html =>
  html`<hx-partial hx-target="#${id}" hx-swap="innerMorph">${inside}</hx-partial>`;

export const drawNotice = (words: string): Html =>
  html`<hx-partial hx-target="#notice" hx-swap="textContent">${words}</hx-partial>`;

function drawDialog({ id, shows }: Dialog, scene: Scene): Html {
  const path = pathOf(scene.window);
  if (shows.kind === "form") {
    return drawForm(shows.form, {
      action: `${path}/form/${id}`,
      search: (field) => `${path}/search/${id}/${encodeURIComponent(field)}`,
      channels: scene.room.channels,
    });
  }
  return html`<div class="fields">
    <header><h2 id="dialog-title" tabindex="-1">Rapport</h2>${closing("Close")}</header>
    <div class="inside">${drawCard(shows.card, groundOf(scene, { dialog: id }))}</div>
    <footer><button type="button" class="primary" data-close>Close</button></footer>
  </div>`;
}
