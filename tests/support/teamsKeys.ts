/** Stands in for Microsoft's login: tells the keys of Teams' signatures, signs as Teams does, and makes the app's tokens. */
import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer } from "node:http";

import { close, portOf } from "./faultProxy.ts";

export interface Claims {
  readonly iss?: string;
  readonly aud?: string;
  readonly serviceurl?: string;
  /** Seconds from now. */
  readonly expires?: number;
  readonly kid?: string;
  /** Signed by somebody else's key of the same name. */
  readonly forged?: boolean;
  readonly alg?: "RS256" | "none";
}

export interface TeamsKeys {
  readonly openIdUrl: string;
  readonly tokenUrl: string;
  /** As an Authorization header. */
  sign(claims: Claims): string;
  /** Whether a header holds a token made here that wasn't taken back. */
  knows(header: string | undefined): boolean;
  /** Every token made so far is refused from now on. */
  revoke(): void;
  /** How often a token was asked for. */
  readonly made: () => number;
  /** The token endpoint answers so. */
  breaks(status: number | null): void;
  close(): Promise<void>;
}

const kid = "teams-2026";
const make = () => generateKeyPairSync("rsa", { modulusLength: 2048 });
let pairs: { readonly ours: ReturnType<typeof make>; readonly theirs: ReturnType<typeof make> };

export async function openTeamsKeys(appId: string, password: string): Promise<TeamsKeys> {
  pairs ??= { ours: make(), theirs: make() };
  const tokens = new Set<string>();
  let made = 0;
  let broken: number | null = null;

  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>)).toString();
    const answer = (status: number, what: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(what));
    switch (request.url) {
      case "/openid":
        return answer(200, { issuer: "https://api.botframework.com", jwks_uri: `${url}/keys` });
      case "/keys": {
        const jwk = pairs.ours.publicKey.export({ format: "jwk" });
        return answer(200, { keys: [{ ...jwk, kid, use: "sig", endorsements: ["msteams"] }] });
      }
      case "/token": {
        const asked = Object.fromEntries(new URLSearchParams(body));
        if (broken !== null) return answer(broken, {});
        const right =
          asked.grant_type === "client_credentials" &&
          asked.client_id === appId &&
          asked.client_secret === password &&
          asked.scope === "https://api.botframework.com/.default";
        if (!right) return answer(401, { error: "invalid_client" });
        made += 1;
        const token = `token-${made}`;
        tokens.add(token);
        return answer(200, { token_type: "Bearer", expires_in: 3_600, access_token: token });
      }
      default:
        return answer(404, {});
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${portOf(server)}`;

  return {
    openIdUrl: `${url}/openid`,
    tokenUrl: `${url}/token`,
    sign: (claims) => `Bearer ${signed(claims, appId)}`,
    knows: (header) => tokens.has((header ?? "").replace("Bearer ", "")),
    revoke: () => tokens.clear(),
    made: () => made,
    breaks: (status) => {
      broken = status;
    },
    close: () => close(server),
  };
}

function signed(claims: Claims, appId: string): string {
  const { alg = "RS256", forged = false, expires = 3_600 } = claims;
  const now = Math.floor(Date.now() / 1_000);
  const header = { typ: "JWT", alg, kid: claims.kid ?? kid };
  const payload = {
    iss: claims.iss ?? "https://api.botframework.com",
    aud: claims.aud ?? appId,
    serviceurl: claims.serviceurl,
    nbf: now - 60 + Math.min(expires, 0),
    exp: now + expires,
  };
  const part = (what: object) => Buffer.from(JSON.stringify(what)).toString("base64url");
  const text = `${part(header)}.${part(payload)}`;
  if (alg === "none") return `${text}.`;
  const key: KeyObject = (forged ? pairs.theirs : pairs.ours).privateKey;
  return `${text}.${createSign("RSA-SHA256").update(text).sign(key, "base64url")}`;
}
