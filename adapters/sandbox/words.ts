/** What was typed after a command: "@Marcus Reed", "@marcus" and "@4-west" are somebody, "#core-lab" is a channel; the rest are words. */
import { typed, type Word } from "#engine";
import type { Channel, Member } from "./room.ts";

export interface Handle {
  /** What it is written with: "@marcus", "#core-lab". */
  readonly label: string;
  readonly word: Exclude<Word, { kind: "text" }>;
}

/** A unit is written as its channel is. */
export const unitHandle = (unit: string): string => unit.toLowerCase().replaceAll(/\W+/g, "-");

/** Everybody and every channel one can name, the longest first. */
export function handlesOf(
  members: readonly Member[],
  channels: readonly Channel[],
): readonly Handle[] {
  const persons = members.flatMap(({ facts }): Handle[] => {
    const word = { kind: "account", externalId: facts.externalId } as const;
    return [facts.name, facts.externalId].map((label) => ({ label: `@${label}`, word }));
  });
  const units = Map.groupBy(members, ({ unit }) => unit);
  units.delete("");
  const groups = [...units].map(([unit, inIt]): Handle => {
    const group = inIt.map(({ facts }) => facts.externalId);
    return {
      label: `@${unitHandle(unit)}`,
      word: { kind: "group", externalId: unitHandle(unit), members: group },
    };
  });
  const places = channels.map(
    ({ id, name }): Handle => ({
      label: `#${name}`,
      word: { kind: "channel", channel: id, name },
    }),
  );
  return [...persons, ...groups, ...places].toSorted(
    (one, other) => other.label.length - one.label.length,
  );
}

export function readWords(text: string, handles: readonly Handle[]): Word[] {
  const words: Word[] = [];
  let said = "";
  const flush = () => {
    if (said.trim() !== "") words.push({ kind: "text", text: typed(said.trim()) });
    said = "";
  };
  for (let at = 0; at < text.length; ) {
    const handle = handleAt(text, at, handles);
    if (handle === undefined) {
      said += text[at];
      at += 1;
      continue;
    }
    flush();
    words.push(handle.word);
    at += handle.label.length;
  }
  flush();
  return words;
}

function handleAt(text: string, at: number, handles: readonly Handle[]): Handle | undefined {
  return handles.find(({ label }) => {
    const found = text.slice(at, at + label.length).toLowerCase() === label.toLowerCase();
    return found && !/[\p{L}\p{N}_]/u.test(text[at + label.length] ?? "");
  });
}
