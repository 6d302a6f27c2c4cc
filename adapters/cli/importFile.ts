/** `rapport people import FILE`: reads the whole list, then takes in what can be, and tells about every line that was not. */
import { type ImportRow, importPeople, type Refused as RefusedRow } from "#engine";

import { count, readWhole, refuseFile } from "./file.ts";
import { inOrganization } from "./organization.ts";
import { readPeople } from "./peopleFile.ts";
import { type Asked, exits, type Ports } from "./row.ts";

export async function importFile(ports: Ports, asked: Asked): Promise<number> {
  const [file = ""] = asked.given;
  const list = readPeople(readWhole(file));
  if (list.kind === "mistakes") throw refuseFile(file, list.mistakes);
  const { people, leads, refused } = await inOrganization(ports, asked, "writing", (work) =>
    importPeople(work, list.rows),
  );
  ports.out(`Imported ${count(people, "person", "people")}, of whom ${leads} lead a unit.\n`);
  if (refused.length === 0) return 0;
  const persons = new Map(list.rows.map((row) => [row.line, row]));
  ports.complain(`Left out ${count(refused.length, "line", "lines")}; the others were imported:\n`);
  for (const one of refused)
    ports.complain(`  line ${one.line} ${why(one, persons.get(one.line))}\n`);
  return exits.badFile;
}

function why({ why }: RefusedRow, row: ImportRow | undefined): string {
  const person = row?.person ?? "";
  const reasons: Record<RefusedRow["why"], string> = {
    unknown: `nobody here is ${person}: Rapport learns people from the chat`,
    ambiguous: `several people are ${person}: give the e-mail address`,
    twice: `${person} stands in the list more than once; the first line counts`,
    guarded: "a name of a unit or discipline looks like a patient's details",
  };
  return reasons[why];
}
