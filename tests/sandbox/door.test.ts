import { request } from "node:http";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { openSandboxOffice, type SandboxOffice } from "../support/sandboxOffice.ts";

let office: SandboxOffice;
beforeAll(async () => {
  office = await openSandboxOffice(true);
});
afterAll(() => office.close());

type Headers = Readonly<Record<string, string>>;

/** With exactly these headers, which fetch would mend. */
function asks(method: string, path: string, headers: Headers): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(`${office.address}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on("error", reject);
    asked.end(method === "POST" ? "text=Good+morning" : undefined);
  });
}

/** What a window of our own would send. */
async function ours(): Promise<Headers> {
  const page = await fetch(`${office.address}/as/you/general`);
  const token = /x-csrf&quot;:&quot;([\w-]+)/.exec(await page.text())?.[1] ?? "";
  return {
    host: new URL(office.address).host,
    origin: office.address,
    cookie: page.headers.get("set-cookie")?.split(";")[0] ?? "",
    "x-csrf": token,
    "content-type": "application/x-www-form-urlencoded",
  };
}

describe("the sandbox's door", () => {
  it("opens to this machine by its own names only", async () => {
    const port = new URL(office.address).port;

    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`])
      expect(await asks("GET", "/as/you/general", { host })).toBe(200);
    for (const host of ["rebound.example", `127.0.0.1.rebound.example:${port}`, "192.168.0.7"])
      expect(await asks("GET", "/as/you/general", { host })).toBe(403);
  });

  it("takes what a page of its own sends", async () => {
    expect(await asks("POST", "/as/you/general/say", await ours())).toBe(200);
  });

  it.for([
    ["from a page elsewhere", { origin: "http://elsewhere.example" }],
    ["from a page of another port", { origin: "http://127.0.0.1:1" }],
    ["without a page's token", { "x-csrf": "" }],
    ["without the cookie", { cookie: "" }],
    ["with a token of another start", { "x-csrf": "another" }],
  ] as const)("takes nothing %s", async ([, wrong]) => {
    expect(await asks("POST", "/as/you/general/say", { ...(await ours()), ...wrong })).toBe(403);
  });

  it("takes nothing that doesn't say where it comes from", async () => {
    const { origin: _, ...rest } = await ours();

    expect(await asks("POST", "/as/you/general/say", rest)).toBe(403);
  });

  it("lets a page load and run only what it serves itself", async () => {
    const page = await fetch(`${office.address}/as/you/general`);
    const policy = page.headers.get("content-security-policy") ?? "";
    const body = await page.text();

    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(body).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc="\/static\/)/);
    for (const [, path] of body.matchAll(/(?:src|href)="(\/static\/[^"]+)"/g))
      expect((await fetch(`${office.address}${path}`)).status).toBe(200);
  });

  it("has no window for somebody, or somewhere, it does not know", async () => {
    const { host = "" } = await ours();

    expect(await asks("GET", "/as/nobody/general", { host })).toBe(404);
    expect(await asks("GET", "/as/you/nowhere", { host })).toBe(404);
  });
});
