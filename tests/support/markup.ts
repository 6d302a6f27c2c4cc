/** Reads the HTML that we draw ourselves: every tag is closed, every attribute quoted. For nobody else's pages. */

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: readonly (Element | string)[];
}

const empty = new Set(["input", "img", "hr", "br", "meta", "link"]);
const piece =
  /<!doctype[^>]*>|<\/(?<closes>[\w-]+)>|<(?<opens>[\w-]+)(?<attributes>(?:\s+[^\s=>/"']+(?:=(?:"[^"]*"|'[^']*'))?)*)\s*(?<alone>\/?)>|(?<text>[^<]+)/gi;
const attribute = /([^\s=>/"']+)(?:=(?:"([^"]*)"|'([^']*)'))?/g;

/** Throws where a tag is left open, or closed that wasn't opened: what was typed got into the markup. */
export function readMarkup(markup: string): Element {
  const root = { name: "", attributes: {}, inside: [] as (Element | string)[] };
  const open = [root];
  let end = 0;
  for (const match of markup.matchAll(piece)) {
    if (match.index !== end) throw new Error(`Not markup: ${markup.slice(end, end + 80)}`);
    end += match[0].length;
    const { opens, closes, text, alone, attributes = "" } = match.groups ?? {};
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.inside.push(unescaped(text));
    if (closes !== undefined && open.pop()?.name !== closes) throw new Error(`Odd </${closes}>`);
    if (opens === undefined) continue;
    const element = { name: opens, attributes: readAttributes(attributes), inside: [] };
    parent.inside.push(element);
    if (alone !== "/" && !empty.has(opens)) open.push(element);
  }
  if (end !== markup.length || open.length !== 1) throw new Error("A tag was left open");
  return root;
}

const readAttributes = (written: string): Record<string, string> =>
  Object.fromEntries(
    [...written.matchAll(attribute)].map(([, name = "", double, single]) => [
      name,
      unescaped(double ?? single ?? ""),
    ]),
  );

const unescaped = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

/** Itself and everything in it that holds, in order. */
export function findAll(from: Element, holds: (element: Element) => boolean): Element[] {
  const below = from.inside.flatMap((one) => (typeof one === "string" ? [] : findAll(one, holds)));
  return holds(from) ? [from, ...below] : below;
}

export const hasClass = ({ attributes }: Element, name: string): boolean =>
  (attributes.class ?? "").split(" ").includes(name);

const inLine = new Set(["strong", "code", "a", "span", "small", "time"]);

/** What a person reads of it, what stands in its fields and beside its pictures included. */
export function wordsOf(element: Element): string {
  const { name, attributes } = element;
  if (name === "input") return attributes.type === "text" ? `${attributes.value ?? ""}\n` : "";
  if (name === "img") return `${attributes.alt ?? ""}\n`;
  const inside = element.inside
    .map((one) => (typeof one === "string" ? one : wordsOf(one)))
    .join("");
  return inLine.has(name) ? inside : `${inside}\n`;
}

/** What a browser would send of a form. */
export const fieldsOf = (form: Element): [name: string, value: string][] =>
  findAll(form, ({ attributes }) => attributes.name !== undefined).flatMap((field) => {
    const { name = "", value = "", type = "", checked } = field.attributes;
    switch (field.name) {
      case "textarea":
        return [[name, field.inside.join("").replace(/^\n/, "")]];
      case "select": {
        const [picked] = findAll(field, (one) => one.attributes.selected !== undefined);
        return picked === undefined ? [] : [[name, picked.attributes.value ?? ""]];
      }
      case "input":
        return (type === "radio" || type === "checkbox") && checked === undefined
          ? []
          : [[name, value]];
      default:
        return [];
    }
  });
