/**
 * The guard: every free text goes through it before it is stored, logged or shown. What it passes
 * looks free of patient identifiers; it can't promise more. It keeps nothing and logs nothing.
 */
import { reveal, type Typed, typed } from "../typed.ts";
import type { Cleared } from "./cleared.ts";
import type { Directory } from "./directory.ts";
import type { Span } from "./find.ts";
import { normalise, type Plain } from "./normalise.ts";
import { type RuleName, rules } from "./rules.ts";

export type Verdict =
  | { readonly kind: "cleared"; readonly text: Cleared }
  | {
      readonly kind: "blocked";
      /** The most certain of those that found something. */
      readonly rule: RuleName;
      /** As typed, with every identifier hidden and its label left: for its author's eyes only. */
      readonly masked: Typed;
      /** Of the text as typed, in UTF-16 units. */
      readonly length: number;
    }
  /** A rule broke. The text is refused, as if it had been found to hold something. */
  | { readonly kind: "failed" };

/** `except`: rules left out, for a field where what they find is no patient's. */
export function guard(
  text: Typed,
  directory: Directory,
  except: readonly RuleName[] = [],
): Verdict {
  try {
    return judge(reveal(text), directory, except);
  } catch {
    // The error may quote the text, so it goes no further than this.
    return { kind: "failed" };
  }
}

function judge(words: string, directory: Directory, except: readonly RuleName[]): Verdict {
  const plain = normalise(words);
  const applied = rules.filter((rule) => !except.includes(rule.name));
  const found = applied.map((rule) => ({ rule, spans: rule.find(plain.text, directory) }));
  const first = found.find(({ spans }) => spans.length > 0);
  if (first === undefined) return { kind: "cleared", text: withoutControls(words) as Cleared };

  const spans = found.flatMap((each) => each.spans);
  return {
    kind: "blocked",
    rule: first.rule.name,
    masked: typed(withoutControls(mask(words, plain, spans))),
    length: words.length,
  };
}

/** The same for every identifier: its length would be a hint. */
const hidden = "••••";

function mask(words: string, plain: Plain, spans: readonly Span[]): string {
  const inOrder = spans.toSorted((one, other) => one.start - other.start);
  const parts: string[] = [];
  let shownTo = 0;
  for (const span of inOrder) {
    const start = plain.starts[span.start] ?? words.length;
    const end = plain.ends[span.end - 1] ?? words.length;
    if (start >= shownTo) parts.push(words.slice(shownTo, start), hidden);
    shownTo = Math.max(shownTo, end);
  }
  return parts.concat(words.slice(shownTo)).join("");
}

/** Line breaks and tabs are part of how a person writes; other control characters are not. */
function withoutControls(words: string): string {
  const lines = words.replaceAll(/\r\n?|[\v\f]/g, "\n");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  return lines.replaceAll(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, "").trim();
}
