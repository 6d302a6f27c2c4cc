/** Words in a picture: only what the font can write, and no wider than their place. */
import type { ChartFont } from "./font.ts";

/** Emoji, Arabic and the like are left out. Where no word or number remains, answers "". */
export function writable(font: ChartFont, text: string): string {
  const shown = text
    .normalize("NFC")
    // Joiners and direction marks are in the font, but without their letters they are nothing.
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replaceAll(/\s+/gu, " ");
  const kept = [...shown].filter((character) => font.has(character)).join("");
  return /[\p{L}\p{N}]/u.test(kept) ? kept.replaceAll(/ +/g, " ").trim() : "";
}

export function fitted(font: ChartFont, text: string, size: number, width: number): string {
  if (font.widthOf(text, size) <= width) return text;
  let left = width - font.widthOf("…", size);
  let kept = "";
  for (const character of text) {
    left -= font.widthOf(character, size);
    if (left < 0) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
