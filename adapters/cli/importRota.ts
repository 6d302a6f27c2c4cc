/** `rapport rota import FILE`: reads the whole rota, then takes in what can be, and tells about every line that was not. */
import { importRota, type RotaRefused, type RotaRow } from "#engine";

import { count, readWhole, refuseFile } from "./file.ts";
import { inOrganization } from "./organization.ts";
import { readRota } from "./rotaFile.ts";
import { type Asked, exits, type Ports } from "./row.ts";

export async function importRotaFile(ports: Ports, asked: Asked): Promise<number> {
  const [file = ""] = asked.given;
  const rota = readRota(readWhole(file));
  if (rota.kind === "mistakes") throw refuseFile(file, rota.mistakes);
  const { people, shifts, refused } = await inOrganization(ports, asked, "writing", (work) =>
    importRota(work, rota.rows),
  );
  ports.out(
    `Imported ${count(shifts, "shift", "shifts")} of ${count(people, "person", "people")}.\n`,
  );
  if (refused.length === 0) return 0;
  const rows = new Map(rota.rows.map((row) => [row.line, row]));
  ports.complain(`Left out ${count(refused.length, "line", "lines")}; the others were imported:\n`);
  for (const one of refused) {
    ports.complain(`  line ${one.line} ${reasonOf(one, rows.get(one.line))}\n`);
  }
  return exits.badFile;
}

function reasonOf({ why }: RotaRefused, row: RotaRow | undefined): string {
  const person = row?.person ?? "";
  const reasons: Record<RotaRefused["why"], string> = {
    unknown: `nobody here is ${person}: Rapport learns people from the chat`,
    ambiguous: `several people are ${person}: give the e-mail address`,
    overlaps: `${person} works already then, by another line`,
  };
  return reasons[why];
}
