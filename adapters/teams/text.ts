/** What was typed: Teams puts people's names between marks that its list of mentions explains, and escapes the rest. */
import { typed, type Word } from "#engine";
import { type Mention, mention } from "./activities.ts";

export interface Said {
  readonly words: Word[];
  /** Whether Rapport itself was addressed. */
  readonly toUs: boolean;
}

/** "<at>Rapport</at>&nbsp;kudos <at>Ben</at> for it" → words, a mention of Ben by his address, words. Our own name is left out. */
export function readText(text: string, entities: readonly unknown[], bot: string): Said {
  const mentions = entities.flatMap((one): Mention[] => {
    const read = mention.safeParse(one);
    return read.success ? [read.data] : [];
  });
  const words: Word[] = [];
  let toUs = false;
  let said = "";
  const flush = () => {
    const text = plainly(said).trim();
    if (text !== "") words.push({ kind: "text", text: typed(text) });
    said = "";
  };
  let end = 0;
  // Names are escaped, so no mark stands in another; a pattern that looked further would take its time over many that never end.
  for (const { index, 0: mark } of text.matchAll(/<at\b[^<>]*>[^<]*<\/at>/g)) {
    said += text.slice(end, index);
    end = index + mark.length;
    // Two people of one name are told apart by their order.
    const at = mentions.findIndex((one) => one.text === mark);
    const [named] = at === -1 ? [] : mentions.splice(at, 1);
    if (named?.mentioned.id === bot) toUs = true;
    else if (named !== undefined && isPerson(named.mentioned.id)) {
      flush();
      const { id, aadObjectId, objectId } = named.mentioned;
      words.push({ kind: "account", externalId: aadObjectId ?? objectId ?? id });
    } else said += mark.replaceAll(/<[^>]*>/g, "");
  }
  said += text.slice(end);
  flush();
  return { words, toUs };
}

/** Channels, teams and tags can be mentioned too. */
const isPerson = (id: string): boolean => /^(29:|8:orgid:|28:)/.test(id);

const escapes: Readonly<Record<string, string>> = {
  "&nbsp;": " ",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

const plainly = (text: string): string =>
  text
    .replaceAll(/&(?:nbsp|lt|gt|quot|#39|amp);/g, (one) => escapes[one] ?? one)
    .replaceAll("\u00a0", " ");
