/** Words → command, action id → action, form id → form. All of it read from the features' rows. */
import type { Word } from "./chat/inbound.ts";
import type { Feature } from "./feature.ts";
import { reveal } from "./privacy/typed.ts";

export function createRouter(features: readonly Feature[]) {
  const commands = features.flatMap((feature) => feature.commands ?? []);
  const by = <Row>(rows: readonly Row[], id: (row: Row) => string): ReadonlyMap<string, Row> => {
    const map = new Map(rows.map((row) => [id(row), row]));
    if (map.size !== rows.length) throw new Error("Two rows answer to one name");
    return map;
  };

  return {
    commands,
    shortcuts: by(
      features.flatMap((f) => f.shortcuts ?? []),
      (row) => row.shortcut,
    ),
    searches: by(
      features.flatMap((f) => f.searches ?? []),
      (row) => row.search,
    ),
    actions: by(
      features.flatMap((f) => f.actions ?? []),
      (row) => row.action,
    ),
    forms: by(
      features.flatMap((f) => f.forms ?? []),
      (row) => row.form,
    ),
    answers: by(
      features.flatMap((f) => f.answers ?? []),
      (row) => row.answer,
    ),
    posts: by(
      features.flatMap((f) => f.posts ?? []),
      (row) => row.post,
    ),
    jobs: by(
      features.flatMap((f) => f.jobs ?? []),
      (row) => row.job,
    ),

    /**
     * The row for a command: that of its one word if the words are just that, or begin with it where more may follow; else the
     * command's own. None for "help".
     */
    command(command: string, words: readonly Word[]) {
      const first = words[0]?.kind === "text" ? reveal(words[0].text).trim().toLowerCase() : "";
      const word = words.length === 1 ? first : "";
      const rows = commands.filter((row) => row.command === command);
      const own = word === "help" ? undefined : rows.find((row) => row.word === null);
      const [begins] = first.split(/\s/);
      return (
        rows.find((row) => row.word === word) ??
        rows.find((row) => row.more === true && row.word === begins) ??
        own
      );
    },
  };
}

export type Router = ReturnType<typeof createRouter>;
