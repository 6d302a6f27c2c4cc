/** How long what is kept, as an admin chooses and reads it. */
import { type Card, saying } from "../chat/card.ts";
import type { Form } from "../chat/form.ts";
import type { Line } from "../chat/line.ts";
import { choices, kinds, type Retention } from "../privacy/retention.ts";
import type { Say } from "../text/say.ts";

export const retentionForm = (say: Say, retention: Retention): Form => ({
  form: "rights.retention",
  title: say.rights.retention(),
  submit: say.setup.save(),
  fields: [
    ...kinds.map((kind) => ({
      kind: "choice" as const,
      name: kind,
      label: say.rights.kept[kind](),
      choices: choices[kind]
        .toSorted((one, other) => one - other)
        .map((count) => ({ value: String(count), label: say.rights.lasts[kind]({ count }) })),
      initial: String(retention[kind]),
    })),
    { kind: "note", line: say.rights.retentionNote() },
  ],
});

export const retentionCard = (say: Say, now: Line): Card =>
  saying([...say.setup.kept(), { kind: "words", words: " " }, ...now], {
    kind: "buttons",
    buttons: [{ action: "setup.more", label: say.setup.more() }],
  });
