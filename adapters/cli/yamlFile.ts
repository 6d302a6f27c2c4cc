/** A file in YAML: what it says as plain values, and where each of them stands. */
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";

export interface Place {
  readonly line: number;
  readonly column: number;
}

export type YamlFile =
  | {
      readonly kind: "values";
      readonly plain: unknown;
      /** Of the key, or of the entry in a list. */
      placeOf(path: readonly (string | number)[]): Place;
    }
  /** The parser's own sentences quote the file, so only their codes are told. */
  | {
      readonly kind: "mistakes";
      readonly mistakes: readonly (Place & { readonly code: string })[];
    };

const top: Place = { line: 1, column: 1 };

export function readYaml(bytes: Uint8Array): YamlFile {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { kind: "mistakes", mistakes: [{ ...top, code: "NOT_UTF_8" }] };
  }
  try {
    return readDocument(text);
  } catch {
    // An alias, or nested so deep that nobody wrote it by hand.
    return { kind: "mistakes", mistakes: [{ ...top, code: "UNREADABLE" }] };
  }
}

function readDocument(text: string): YamlFile {
  const counter = new LineCounter();
  // "error": its warnings quote the file.
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    logLevel: "error",
  });
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const mistakes = [...document.errors, ...document.warnings];
  if (mistakes.length > 0) {
    return {
      kind: "mistakes",
      mistakes: mistakes.map(({ code, pos }) => ({ ...at(pos[0]), code })),
    };
  }
  return {
    kind: "values",
    plain: document.toJS({ maxAliasCount: 0 }),
    placeOf: (path) => {
      const offset = offsetOf(document, path);
      return offset === undefined ? top : at(offset);
    },
  };
}

/** Of what isn't there, the place of what it is missing from. */
function offsetOf(document: Document, path: readonly (string | number)[]): number | undefined {
  if (path.length === 0) return startOf(document.contents);
  const [holder, last] = [document.getIn(path.slice(0, -1), true), path.at(-1)];
  if (isMap(holder)) {
    const pair = holder.items.find(({ key }) => isScalar(key) && key.value === last);
    const start = startOf(pair?.key);
    if (start !== undefined) return start;
  }
  return startOf(document.getIn(path, true)) ?? offsetOf(document, path.slice(0, -1));
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);
