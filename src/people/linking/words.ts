/** The code in `/rapport link 7KQ-4MD`; null where none was typed. */
import type { Word } from "../../chat/inbound.ts";
import { reveal } from "../../privacy/typed.ts";

export function typedCode(words: readonly Word[]): string | null {
  const said = words.map((word) => (word.kind === "text" ? reveal(word.text) : "")).join(" ");
  const [, code = ""] = /^\s*\S+\s+(.*)$/s.exec(said) ?? [];
  return code.trim() === "" ? null : code;
}
