import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { connect } from "node:net";

import { describe, expect, it } from "vitest";

import { type Doors, openHttp } from "../../adapters/http.ts";

const quiet: Doors = {
  slack: null,
  teams: null,
  sandbox: null,
  reasons: async () => [],
  metrics: async () => ({ type: "text/plain", body: "" }),
  answered: () => {},
};

const anyPort = { host: "127.0.0.1", port: 0 };

describe("the HTTP server", () => {
  it("tells why it is not ready", async () => {
    const reasons = async () => ["The database does not answer within 2 seconds."];
    const http = await openHttp(anyPort, { ...quiet, reasons });

    const answer = await fetch(`${http.address}/readyz`);

    expect([answer.status, await answer.json()]).toEqual([
      503,
      { ready: false, reasons: ["The database does not answer within 2 seconds."] },
    ]);
    await http.close(0);
  });

  it("is alive even where it can't tell its metrics", async () => {
    const metrics = () => Promise.reject(new Error("secret words"));
    const http = await openHttp(anyPort, { ...quiet, metrics });

    const answer = await fetch(`${http.address}/metrics`);

    expect([answer.status, await answer.text()]).toEqual([500, "Not now\n"]);
    expect((await fetch(`${http.address}/healthz`)).status).toBe(200);
    await http.close(0);
  });

  it("hands Slack's requests on, whatever their path below /slack/, and measures them", async () => {
    const measured: number[] = [];
    const http = await openHttp(anyPort, {
      ...quiet,
      slack: (request, response) => response.writeHead(202).end(request.url),
      answered: (_, status) => measured.push(status),
    });

    const answer = await fetch(`${http.address}/slack/oauth_redirect?code=1`);

    expect([answer.status, await answer.text()]).toEqual([202, "/slack/oauth_redirect?code=1"]);
    expect((await fetch(`${http.address}/slackers`)).status).toBe(404);
    await http.close(0);
    expect(measured).toEqual([202]);
  });

  it("answers whoever came before it stops, and nobody after", async () => {
    const arrived = Promise.withResolvers<ServerResponse>();
    const http = await openHttp(anyPort, {
      ...quiet,
      slack: (_, response) => arrived.resolve(response),
    });
    const answer = fetch(`${http.address}/slack/events`, { method: "POST" });
    const response = await arrived.promise;

    const closed = http.close(60_000);
    await expect(fetch(`${http.address}/healthz`)).rejects.toThrow();
    response.end("kept");

    expect(await (await answer).text()).toBe("kept");
    await closed;
  });

  it("cuts off whoever is still not answered when its time to stop is over", async () => {
    const arrived = Promise.withResolvers<void>();
    const http = await openHttp(anyPort, { ...quiet, slack: () => arrived.resolve() });
    const answer = fetch(`${http.address}/slack/events`, { method: "POST" }).then(
      () => "answered",
      () => "cut off",
    );
    await arrived.promise;

    await http.close(50);

    expect(await answer).toBe("cut off");
  });

  it("is not kept from stopping by a connection that asks nothing", async () => {
    const http = await openHttp(anyPort, quiet);
    const socket = connect(Number(new URL(http.address).port), "127.0.0.1");
    await once(socket, "connect");

    await http.close(60_000);
    socket.destroy();
  });
});
