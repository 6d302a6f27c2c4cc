/** A server that checks the signature and says yes. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { secret } from "../load.ts";

const answer = JSON.stringify({ response_type: "ephemeral", text: "Sent." });

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const { "x-slack-request-timestamp": at, "x-slack-signature": given } = request.headers;
    const signature = createHmac("sha256", secret).update(`v0:${at}:`);
    for (const chunk of chunks) signature.update(chunk);
    const own = Buffer.from(`v0=${signature.digest("hex")}`);
    const right = own.length === given?.length && timingSafeEqual(own, Buffer.from(String(given)));
    response.writeHead(right ? 200 : 401, { "content-type": "application/json" });
    response.end(right ? answer : "");
  });
});
// As long as ours: a line that rests between two loads must not be closed under the next request.
server.keepAliveTimeout = 75_000;
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ port })}\n`);
});
process.on("SIGTERM", () => process.exit(0));
