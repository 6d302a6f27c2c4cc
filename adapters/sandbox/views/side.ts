/** The left side: where one can go, what to try, and whom one can be. */
import { html } from "hono/html";

import { direct, home } from "../dialogs.ts";
import { directWith } from "../room.ts";
import type { Try } from "../tries.ts";
import type { Html } from "./cards.ts";
import { pathOf, type Scene } from "./scene.ts";
import { drawFace } from "./stream.ts";

export function drawPlaces(scene: Scene): Html {
  const { window, room } = scene;
  const { account } = window;
  const link = (where: string, label: Html, unread: number) => html`<li>
    <a href="${pathOf({ account, where })}"${where === window.where ? html` aria-current="page"` : ""}${unread > 0 ? html` class="unread"` : ""}>${label}${badge(unread, "unread")}</a></li>`;
  return html`<h2>Rapport</h2>
    <ul>
      ${link(home, html`<span aria-hidden="true">⌂</span> Home`, 0)}
      ${link(direct, html`<span aria-hidden="true">✉</span> Messages`, room.unread(directWith(account), account))}
    </ul>
    <h2>Channels</h2>
    <ul>${room.channels.map(({ id, name }) => link(id, html`<span aria-hidden="true">#</span> ${name}`, room.unread(id, account)))}</ul>`;
}

const badge = (count: number, what: string): Html =>
  count === 0
    ? html``
    : html`<span class="badge">${count}<span class="hidden"> ${what}</span></span>`;

export function drawTries(scene: Scene, tries: readonly Try[]): Html {
  const { account } = scene.window;
  const box = scene.room.channels.find(({ id }) => id !== "kudos")?.id ?? "kudos";
  return html`<ol>${tries.map(
    ({ title, why, say, move, go }, at) => html`<li>
    <strong>${title}</strong> <span>${why}</span>
    <div class="tryings">
      ${say === undefined ? "" : html`<a class="pill" href="${pathOf({ account, where: box })}?try=${at}">Put it in the box</a>`}
      ${move === undefined ? "" : drawMove(scene, move.to, move.label, "pill")}
      ${go === undefined ? "" : html`<a class="pill" href="${pathOf({ account: go.account ?? account, where: go.where })}">${go.label}</a>`}
    </div></li>`,
  )}</ol>`;
}

export function drawMove(scene: Scene, to: string, label: string, look: string): Html {
  const path = `${pathOf(scene.window)}/clock`;
  return html`<form method="post" action="${path}" hx-post="${path}" hx-swap="none"><button class="${look}" name="to" value="${to}">${label}</button></form>`;
}

export function drawPeople(scene: Scene): Html {
  const { window, room } = scene;
  const units = Map.groupBy(room.members, ({ unit }) => unit);
  return html`${[...units].map(
    ([unit, members]) => html`
    ${unit === "" ? "" : html`<h3>${unit}</h3>`}
    <ul>${members.map(({ facts, about }) => {
      const waiting = room.unread(directWith(facts.externalId), facts.externalId);
      const path = pathOf({ account: facts.externalId, where: window.where });
      return html`<li><a href="${path}"${facts.externalId === window.account ? html` aria-current="true"` : ""}>${drawFace(facts.externalId, facts.name)}<span>${facts.name}<small>${about}</small></span>${badge(waiting, "waiting")}</a>
        <a class="beside" href="${path}" target="_blank" aria-label="${facts.name} in a new window" title="In a new window">${beside}</a></li>`;
    })}</ul>`,
  )}`;
}

const beside = html`<svg aria-hidden="true" width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" stroke-width="1.5"><path d="M4 1.500h8.500V10M1.500 4.500h8v8h-8z"/></svg>`;

export function drawJoin(scene: Scene): Html {
  const path = `${pathOf(scene.window)}/people`;
  return html`<form class="join" method="post" action="${path}" hx-post="${path}" hx-swap="none">
    <label for="join">Add a colleague</label>
    <div><input id="join" name="name" maxlength="60" required placeholder="Their name" autocomplete="off"><button class="plain">Add</button></div>
  </form>`;
}
