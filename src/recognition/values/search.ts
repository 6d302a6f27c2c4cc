/** Finding a value by its name or tag, to name it where people write: "✅ Right first time #rightfirsttime". */
import { plain, words } from "../../chat/line.ts";
import type { SearchRow } from "../../feature.ts";
import { reveal } from "../../privacy/typed.ts";
import { hintOf, nameOf, tagOf } from "../value.ts";
import { listValues } from "./queries.ts";

export const valueSearch: SearchRow = {
  search: "values",
  async find({ tx, organization, say }, typed) {
    const sought = tagOf(reveal(typed));
    const values = await listValues(tx, organization.id);
    return values
      .map((value) => ({ value, name: nameOf(say, value) }))
      .filter(({ value, name }) =>
        [value.tag, tagOf(plain(name))].some((known) => known.includes(sought)),
      )
      .map(({ value, name }) => ({
        value: value.id,
        label: [...words(`${value.emoji} `), ...name, ...words(` #${value.tag}`)],
        hint: hintOf(say, value),
      }));
  },
};
