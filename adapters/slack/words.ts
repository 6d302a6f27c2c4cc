/** What was typed after a command: Slack marks people, groups and channels, and escapes the rest. */
import { typed, type Word } from "#engine";

const token = /<([^<>]+)>/g;

/** "<@U1|ana> in <#C1|lab> for <!here>" → a mention, words, a channel, words. Groups come without their members. */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  let said = "";
  const flush = () => {
    if (said.trim() !== "") words.push({ kind: "text", text: typed(said.trim()) });
    said = "";
  };
  let end = 0;
  for (const match of text.matchAll(token)) {
    said += unescapeWords(text.slice(end, match.index));
    end = match.index + match[0].length;
    const [mark = "", label] = (match[1] ?? "").split("|", 2);
    if (/^@[UW]/.test(mark)) {
      flush();
      words.push({ kind: "account", externalId: mark.slice(1) });
    } else if (mark.startsWith("!subteam^")) {
      flush();
      words.push({ kind: "group", externalId: mark.slice("!subteam^".length), members: [] });
    } else if (/^#[CG]/.test(mark)) {
      flush();
      words.push({ kind: "channel", channel: mark.slice(1), name: label || mark.slice(1) });
    } else {
      said += unescapeWords(shown(mark, label));
    }
  }
  said += unescapeWords(text.slice(end));
  flush();
  return words;
}

/** How Slack shows a mark that means nobody: everyone in a channel, a link. */
function shown(mark: string, label: string | undefined): string {
  if (mark.startsWith("!")) return label ?? `@${mark.slice(1).split("^")[0]}`;
  return label ?? mark;
}

const unescapeWords = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
