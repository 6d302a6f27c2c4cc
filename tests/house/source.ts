/**
 * Reads a file of TypeScript as far as the house's rules need: comments and regular expressions are gone, and every
 * string is a number between quotes ("0"), so that words in prose and invented sources are never taken for code.
 */
export interface Source {
  readonly code: string;
  /** What stood between the quotes; a template's values are "…". */
  readonly strings: readonly string[];
}

export interface Imported {
  readonly specifier: string;
  /** Erased before it runs. It still makes a circle. */
  readonly typeOnly: boolean;
}

export function readSource(text: string): Source {
  const strings: string[] = [];
  let code = "";
  let at = 0;

  const skipTo = (end: string, past: number): void => {
    const found = text.indexOf(end, at + 2);
    at = found === -1 ? text.length : found + past;
  };

  const readQuoted = (quote: string): void => {
    const from = ++at;
    while (at < text.length && text[at] !== quote) at += text[at] === "\\" ? 2 : 1;
    code += `"${strings.push(text.slice(from, at)) - 1}"`;
    at += 1;
  };

  const readTemplate = (): void => {
    at += 1;
    const mine = strings.push("") - 1;
    let words = "";
    code += `"${mine}"`;
    while (at < text.length && text[at] !== "`") {
      if (text.startsWith("${", at)) {
        at += 2;
        words += "…";
        code += "(";
        readCode("}");
        code += ")";
      } else if (text[at] === "\\") {
        words += text.slice(at, at + 2);
        at += 2;
      } else {
        words += text[at];
        at += 1;
      }
    }
    at += 1;
    strings[mine] = words;
  };

  const readRegex = (): void => {
    let inClass = false;
    for (at += 1; at < text.length; at += 1) {
      const c = text[at];
      if (c === "\\") at += 1;
      else if (c === "[") inClass = true;
      else if (c === "]") inClass = false;
      else if ((c === "/" && !inClass) || c === "\n") break;
    }
    at += 1;
    code += " 0 ";
  };

  /** Up to `end` on this level of braces, or to the end of the text. */
  const readCode = (end: "}" | ""): void => {
    let depth = 0;
    while (at < text.length) {
      const c = text[at] ?? "";
      if (c === end && depth === 0) {
        at += 1;
        return;
      }
      if (c === "{") depth += 1;
      if (c === "}") depth -= 1;
      if (text.startsWith("//", at)) skipTo("\n", 0);
      else if (text.startsWith("/*", at)) skipTo("*/", 2);
      else if (c === '"' || c === "'") readQuoted(c);
      else if (c === "`") readTemplate();
      else if (c === "/" && regexMayFollow(code)) readRegex();
      else {
        code += c;
        at += 1;
      }
    }
  };

  readCode("");
  return { code, strings };
}

/** After a value a slash divides; anywhere else it opens a regular expression. */
const regexMayFollow = (code: string): boolean =>
  /(?:^$|[=(,:[!&|?{};+\-*%<>~]|\breturn|\bcase|\btypeof)$/.test(code.trimEnd().slice(-10));

const importing =
  /\b(import|export)\s+(type\s+)?(?:[\w$*\s{},]+?\s+from\s*)?"(\d+)"|\b(import)\s*\(\s*"(\d+)"/g;

export function readImports({ code, strings }: Source): Imported[] {
  return [...code.matchAll(importing)].map(([, , typeOnly, from, , called]) => ({
    specifier: strings[Number(from ?? called)] ?? "",
    typeOnly: typeOnly !== undefined,
  }));
}

export interface ExportedFunction {
  readonly name: string;
  readonly parameters: readonly string[];
}

/** `export function f(a: A, …)` and `export const f = (a: A, …) =>`, with the names of their parameters. */
export function readExportedFunctions({ code }: Source): ExportedFunction[] {
  const opening =
    /\bexport\s+(?:(?:async\s+)?function\s*\*?\s*(\w+)|const\s+(\w+)\s*=\s*(?:async\s*)?(?=[<(]))/g;
  return [...code.matchAll(opening)].map((found) => ({
    name: found[1] ?? found[2] ?? "",
    parameters: readParameters(code.slice(found.index + found[0].length)),
  }));
}

function readParameters(code: string): string[] {
  const open = code.indexOf("(", afterGenerics(code));
  let depth = 0;
  let parameter = "";
  const parameters: string[] = [];
  for (let at = open + 1; at < code.length && depth >= 0; at += 1) {
    const c = code[at] ?? "";
    const closesArrow = c === ">" && code[at - 1] === "=";
    if ("([{<".includes(c)) depth += 1;
    if (")]}>".includes(c) && !closesArrow) depth -= 1;
    if (depth < 0 || (c === "," && depth === 0)) {
      parameters.push(parameter.trim());
      parameter = "";
    } else parameter += c;
  }
  return parameters.filter((one) => one !== "").map((one) => one.split(/[?:=]/)[0]?.trim() ?? "");
}

function afterGenerics(code: string): number {
  if (!code.trimStart().startsWith("<")) return 0;
  let depth = 0;
  for (let at = code.indexOf("<"); at < code.length; at += 1) {
    if (code[at] === "<") depth += 1;
    if (code[at] === ">" && code[at - 1] !== "=" && --depth === 0) return at;
  }
  return 0;
}
