import type { Directory } from "./directory.ts";
import type { Span } from "./find.ts";
import { normalise } from "./normalise.ts";

/** RFC 5321: 64 before the sign, 255 after it. */
const longestName = 64;
const longestDomain = 255;

/** Those of a company, behind which no one person sits. */
const mailboxes = new Set(
  "support help helpdesk info service services servicedesk orders order sales contact enquiries inquiries accounts billing invoices customerservice customercare noreply no-reply office reception admin hello team jobs recruitment training events press technical techsupport".split(
    " ",
  ),
);

/** "the invoice to go to accounts@…, it's his own firm": then somebody does. */
const theirs =
  /(?<![a-z])(?:patients?|pts?|mr|mrs|his|her|wife|husband|son|daughter|mum|mom|dad|family)(?![a-z])/i;

/** Read outwards from each @, so that a long run without one costs nothing. */
export function emailsOutside(text: string, directory: Directory): readonly Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    const start = startOfName(text, at);
    const domain = domainAfter(text, at);
    if (
      start < at &&
      domain !== undefined &&
      !isOwn(domain, directory) &&
      (!mailboxes.has(text.slice(start, at).toLowerCase()) || theirs.test(text))
    ) {
      spans.push({ start, end: at + 1 + domain.length });
    }
  }
  return spans;
}

function startOfName(text: string, at: number): number {
  let start = at;
  while (
    start > 0 &&
    at - start < longestName &&
    /[\w.!#$%&'*+/=?^{}~-]/.test(text.charAt(start - 1))
  ) {
    start -= 1;
  }
  return start;
}

function domainAfter(text: string, at: number): string | undefined {
  const rest = text.slice(at + 1, at + 1 + longestDomain);
  const domain = /^[\p{L}\d.-]{1,255}/u.exec(rest)?.[0].replace(/[.-]{1,255}$/, "");
  return domain !== undefined && /\p{L}\p{L}$/u.test(domain) && domain.includes(".")
    ? domain
    : undefined;
}

function isOwn(domain: string, directory: Directory): boolean {
  const lower = domain.toLowerCase();
  return directory.domains.some((own) => {
    const plain = normalise(own).text.toLowerCase();
    return plain !== "" && (lower === plain || lower.endsWith(`.${plain}`));
  });
}
