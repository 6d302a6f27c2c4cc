/**
 * One way to write a thing out of many: the rules read this, people read what was typed. Every
 * sign of the plain text remembers where it stood, so that a mask falls on the typed words.
 */

export interface Plain {
  readonly text: string;
  /** For a UTF-16 unit of `text`: where its sign begins in the typed text, and where it ends. */
  readonly startOf: (place: number) => number;
  readonly endOf: (place: number) => number;
}

/** Letters that look like Latin ones, pairwise: Cyrillic first, then Greek. */
const alike = new Map(
  [..."АВЕЅІЈКМНОРСТХаеіјорсухѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"].map((sign, at) => [
    sign,
    "ABESIJKMHOPCTXaeijopcyxsABEZHIKMNOPTYXo".charAt(at),
  ]),
);

const space = /^[\s\p{Z}]$/u;
const unseen = /^[\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]$/u;
const dash = /^[\p{Pd}\u2212]$/u;
const digit = /^\p{Nd}$/u;
/** Most signs of most scripts: nothing a number could be made of. */
const ordinary = /^[\p{L}\p{So}]$/u;

export function normalise(typed: string): Plain {
  if (isAsWritten(typed)) {
    return { text: withDigits(typed), startOf: (place) => place, endOf: (place) => place + 1 };
  }
  let text = "";
  const starts = new Uint32Array(typed.length * longestUnfolding);
  const ends = new Uint32Array(typed.length * longestUnfolding);
  const known = new Map<string, string>();

  let endsInSpace = false;
  let at = 0;
  for (const sign of typed) {
    const end = at + sign.length;
    const plain = isPlainAscii(sign) ? sign : remembered(known, sign);
    for (const unit of plain) {
      if (unit === " " && endsInSpace) continue;
      endsInSpace = unit === " ";
      starts[text.length] = at;
      ends[text.length] = end;
      text += unit;
    }
    at = end;
  }
  const { length } = text;
  return {
    text: withDigits(text),
    startOf: (place) => (place < length ? (starts[place] ?? 0) : typed.length),
    endOf: (place) => (place < length ? (ends[place] ?? 0) : typed.length),
  };
}

/** As most texts are: nothing in it is written in another way than the rules read it. */
const isAsWritten = (typed: string): boolean => /^[ -~]*$/.test(typed) && !typed.includes("  ");

const isPlainAscii = (sign: string): boolean => sign >= " " && sign <= "~";

function remembered(known: Map<string, string>, sign: string): string {
  const before = known.get(sign);
  if (before !== undefined) return before;
  const plain = readSign(sign);
  known.set(sign, plain);
  return plain;
}

/** A few signs unfold into a whole phrase (U+FDFA: eighteen letters); none of those hides a number. */
const longestUnfolding = 4;

function readSign(sign: string): string {
  if (space.test(sign)) return " ";
  const unfolded = sign.normalize("NFKC");
  if (unfolded.length > longestUnfolding) return "?";
  if (unfolded === sign) return readPart(sign);
  return Array.from(unfolded, readPart).join("");
}

function readPart(part: string): string {
  const latin = alike.get(part);
  if (latin !== undefined) return latin;
  if (unseen.test(part)) return "";
  // A sign outside the first plane is two units, and the rules count in units: one "?" stands for it.
  if (ordinary.test(part)) return part.length === 1 ? part : "?";
  if (space.test(part)) return " ";
  if (dash.test(part)) return "-";
  if (digit.test(part)) return digitOf(part);
  return part.length === 1 ? part : "?";
}

/** Unicode lays digits out in tens, 0 to 9, whatever the script. */
function digitOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  let zero = code;
  while (digit.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

const stand = new Map([
  ["O", "0"],
  ["o", "0"],
  ["l", "1"],
  ["I", "1"],
  ["|", "1"],
]);

/** `OO4829l3` is a number; `O2`, `1l` and `Oslo` are not. */
function withDigits(text: string): string {
  const parts: string[] = [];
  let shownTo = 0;
  let from = 0;
  while (from < text.length) {
    let to = from;
    let digits = 0;
    let letters = 0;
    for (; to < text.length; to += 1) {
      const unit = text.charAt(to);
      if (isDigit(unit)) digits += 1;
      else if (stand.has(unit)) letters += 1;
      else if (unit !== "-") break;
    }
    const alone = !isLetter(text.charAt(from - 1)) && !isLetter(text.charAt(to));
    if (letters > 0 && digits >= 4 && to - from >= 6 && alone) {
      const read = text.slice(from, to).replaceAll(/[OolI|]/g, (unit) => stand.get(unit) ?? unit);
      parts.push(text.slice(shownTo, from), read);
      shownTo = to;
    }
    from = to + 1;
  }
  return parts.length === 0 ? text : parts.concat(text.slice(shownTo)).join("");
}

const isDigit = (unit: string): boolean => unit >= "0" && unit <= "9";
const isLetter = (unit: string): boolean =>
  (unit >= "a" && unit <= "z") || (unit >= "A" && unit <= "Z");
