/** The program's log, and what the SDK may write into it: never a payload, a text or a token. */
import { type Logger, LogLevel } from "@slack/web-api";

type Write = (fields: Readonly<Record<string, unknown>>, message: string) => void;

export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}

/** Only the head of each message: after the colon the SDK quotes what it received. */
export function sdkLogger(log: Log): Logger {
  const head = (messages: readonly unknown[]) =>
    String(messages[0] ?? "")
      .split(/[:({\n]/)[0]
      ?.trim() ?? "";
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...messages) => log.warn({ from: "slack sdk" }, head(messages)),
    error: (...messages) => log.error({ from: "slack sdk" }, head(messages)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
