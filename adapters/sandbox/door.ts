/**
 * Who may come in: this machine, by its own name, from a page of our own. A page elsewhere could otherwise reach the sandbox
 * through the browser of whoever runs it, also by a name of its own that points here.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";

import type { MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";

/** Browsers share cookies between ports, and another sandbox may stand beside this one. */
const cookieAt = (host: string): string => `rapport_sandbox_${host.split(":").at(-1)}`;

/** What a page may load and do: only what this server gives it. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

export interface Door {
  /** Goes into every page, and comes back with everything that is sent. */
  readonly token: string;
  readonly guard: MiddlewareHandler;
}

export function createDoor(): Door {
  const token = randomBytes(24).toString("base64url");

  return {
    token,
    guard: async (context, next) => {
      const host = context.req.header("host") ?? "";
      if (!isLoopback(host)) return context.text("Only from this machine.\n", 403);
      if (context.req.method === "POST") {
        const sameOrigin = context.req.header("origin") === `http://${host}`;
        const told = [context.req.header("x-csrf"), getCookie(context, cookieAt(host))];
        if (!sameOrigin || !told.every((one) => same(one ?? "", token)))
          return context.text(
            "This page is of another start of the sandbox: load it again.\n",
            403,
          );
      } else if (context.req.method !== "GET" && context.req.method !== "HEAD") {
        return context.text("Not that way.\n", 405);
      }
      context.header("content-security-policy", policy);
      context.header("x-content-type-options", "nosniff");
      context.header("referrer-policy", "same-origin");
      context.header("cross-origin-opener-policy", "same-origin");
      context.header("cross-origin-resource-policy", "same-origin");
      context.header("cache-control", "no-store");
      if (context.req.path.startsWith("/as/"))
        setCookie(context, cookieAt(host), token, {
          httpOnly: true,
          sameSite: "Strict",
          path: "/",
        });
      return next();
    },
  };
}

const isLoopback = (host: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host);

function same(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
