/** What the bundled font can write and how wide it writes it: the font's own tables, as OpenType lays them out. */
import { readFileSync } from "node:fs";

export interface ChartFont {
  has(character: string): boolean;
  /** In pixels, without kerning, which only makes text narrower. */
  widthOf(text: string, size: number): number;
}

export function readFont(file: URL): ChartFont {
  const bytes = readFileSync(file);
  const tables = readTables(bytes);
  const glyphs = readGlyphs(bytes, tables("cmap"));
  const unitsPerEm = bytes.readUInt16BE(tables("head") + 18);
  const lastWidth = bytes.readUInt16BE(tables("hhea") + 34) - 1;
  const widths = tables("hmtx");

  const glyphOf = (character: string): number => glyphs.get(character.codePointAt(0) ?? 0) ?? 0;
  return {
    has: (character) => glyphOf(character) !== 0,
    widthOf(text, size) {
      let units = 0;
      for (const character of text) {
        units += bytes.readUInt16BE(widths + 4 * Math.min(glyphOf(character), lastWidth));
      }
      return (units * size) / unitsPerEm;
    },
  };
}

function readTables(bytes: Buffer): (tag: string) => number {
  const offsets = new Map<string, number>();
  const count = bytes.readUInt16BE(4);
  for (let entry = 12; entry < 12 + 16 * count; entry += 16) {
    offsets.set(bytes.toString("latin1", entry, entry + 4), bytes.readUInt32BE(entry + 8));
  }
  return (tag) => {
    const offset = offsets.get(tag);
    if (offset === undefined) throw new Error(`The font has no ${tag} table`);
    return offset;
  };
}

/** Code point to glyph, from a subtable of format 4: every font has one, and it ends at U+FFFF. */
function readGlyphs(bytes: Buffer, cmap: number): Map<number, number> {
  const table = findFormat4(bytes, cmap);
  const segments = bytes.readUInt16BE(table + 6) / 2;
  const ends = table + 14;
  const starts = ends + 2 * segments + 2;
  const deltas = starts + 2 * segments;
  const ranges = deltas + 2 * segments;

  const glyphs = new Map<number, number>();
  for (let segment = 0; segment < segments; segment++) {
    const start = bytes.readUInt16BE(starts + 2 * segment);
    const end = bytes.readUInt16BE(ends + 2 * segment);
    const delta = bytes.readUInt16BE(deltas + 2 * segment);
    const range = bytes.readUInt16BE(ranges + 2 * segment);
    for (let code = start; code <= end && code < 0xffff; code++) {
      // A range is counted in bytes from the place where it is itself written.
      const place = ranges + 2 * segment + range + 2 * (code - start);
      const listed = range === 0 ? code : bytes.readUInt16BE(place);
      if (listed !== 0) glyphs.set(code, (listed + delta) % 0x10000);
    }
  }
  return glyphs;
}

function findFormat4(bytes: Buffer, cmap: number): number {
  const count = bytes.readUInt16BE(cmap + 2);
  for (let entry = cmap + 4; entry < cmap + 4 + 8 * count; entry += 8) {
    const table = cmap + bytes.readUInt32BE(entry + 4);
    if (bytes.readUInt16BE(table) === 4) return table;
  }
  throw new Error("The font has no cmap of format 4");
}
