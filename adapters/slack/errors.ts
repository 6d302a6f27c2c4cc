/** What Slack's refusals mean. */
import { WebAPIPlatformError, WebAPIRateLimitedError } from "@slack/web-api";

/** Slack's own word for a refusal; undefined for whatever isn't one (a time-out, a lost line, a 5xx, "wait"). */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof WebAPIPlatformError)) return undefined;
  return waits.has(error.data.error) ? undefined : error.data.error;
}

/** Slack's own troubles, told as if they were answers. */
const waits: ReadonlySet<string> = new Set([
  "ratelimited",
  "rate_limited",
  "fatal_error",
  "internal_error",
  "service_unavailable",
  "request_timeout",
]);

/** Seconds to wait, where Slack asked for it. */
export function waitOf(error: unknown): number | undefined {
  if (error instanceof WebAPIRateLimitedError) return error.retryAfter;
  const told = error instanceof WebAPIPlatformError ? error.data.error : "";
  return told === "ratelimited" || told === "rate_limited" ? 30 : undefined;
}

/** There is nobody and nothing there to write to, now or later. */
export const gone: ReadonlySet<string> = new Set([
  "channel_not_found",
  "is_archived",
  "is_inactive",
  "not_in_channel",
  "channel_is_limited_access",
  "posting_to_channel_denied",
  "restricted_action",
  "restricted_action_non_threadable_channel",
  "restricted_action_read_only_channel",
  "restricted_action_thread_locked",
  "restricted_action_thread_only_channel",
  "team_access_not_granted",
  "message_not_found",
  "cant_update_message",
  "cant_delete_message",
  "edit_window_closed",
  "update_failed",
  "cannot_dm_bot",
  "messages_tab_disabled",
  "user_disabled",
  "user_not_found",
  "users_not_found",
  "user_not_visible",
]);

/** Blocks that this workspace's Slack doesn't take, or a picture it hasn't got ready. */
export const refusedBlocks: ReadonlySet<string> = new Set([
  "invalid_blocks",
  "invalid_blocks_format",
  "invalid_attachments",
  "only_one_table_allowed",
]);

/** A mistake of ours, which no repetition mends. */
export const rejected: ReadonlySet<string> = new Set([
  ...refusedBlocks,
  "msg_too_long",
  "msg_blocks_too_long",
  "no_text",
  "invalid_arguments",
  "invalid_arg_name",
]);
