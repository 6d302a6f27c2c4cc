/** The catalogue in a reader's language and zone: `say.recognition.sent({ … })`, `say.time(at)`. */
import { type Line, words } from "../chat/line.ts";
import type { Instant } from "../time/instant.ts";
import { dayText, localDate, timeText } from "../time/zone.ts";
import { de } from "./de/index.ts";
import { en } from "./en/index.ts";

export type Catalogue = typeof en;
export type Locale = "en" | "de";

export interface Say extends Catalogue {
  readonly locale: Locale;
  readonly zone: string;
  /** "18:40", in the reader's zone. */
  time(at: Instant): string;
  /** "18:40" today, "18:40, Friday 2 October" on another day, in the reader's zone. */
  moment(at: Instant, now: Instant): string;
  /** "Friday 2 October", in the reader's zone. */
  date(at: Instant): string;
  /** "Ben, Mia and Lee". */
  list(lines: readonly Line[]): Line;
}

const catalogues: Record<Locale, Catalogue> = { en, de };

/** The shipped language nearest to a platform's locale ("de-AT" → de); English where we have none. */
export const nearestLocale = (locale: string | null | undefined): Locale =>
  locale?.toLowerCase().startsWith("de") ? "de" : "en";

const spoken = new Map<string, Say>();

export function speak(locale: Locale, zone: string): Say {
  const key = `${locale} ${zone}`;
  let say = spoken.get(key);
  if (say === undefined) {
    // British lists: "Ben, Mia and Lee", without the comma before "and".
    const lists = new Intl.ListFormat(locale === "en" ? "en-GB" : locale, { type: "conjunction" });
    say = {
      ...catalogues[locale],
      locale,
      zone,
      time: (at) => timeText(at, zone, locale),
      moment: (at, now) =>
        localDate(at, zone) === localDate(now, zone)
          ? timeText(at, zone, locale)
          : `${timeText(at, zone, locale)}, ${dayText(at, zone, locale)}`,
      date: (at) => dayText(at, zone, locale),
      list: (lines) =>
        lists
          .formatToParts(lines.map((_, index) => String(index)))
          .flatMap((part) =>
            part.type === "element" ? (lines[Number(part.value)] ?? []) : words(part.value),
          ),
    };
    spoken.set(key, say);
  }
  return say;
}
