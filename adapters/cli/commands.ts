/** The commands, a row each, in the order of help. */
import { writeFileSync } from "node:fs";

import {
  type AuditId,
  type AuditRow,
  addRole,
  auditPage,
  csvLine,
  deadJobs,
  rebuildSums,
  requeueJobs,
} from "#engine";

import { checkPhi } from "./checkPhi.ts";
import { importFile } from "./importFile.ts";
import { importRotaFile } from "./importRota.ts";
import { inOrganization } from "./organization.ts";
import { rotateKeys } from "./rotateKeys.ts";
import { exits, Refused, type Row } from "./row.ts";
import { exportTemplateFile, takeTemplateFile } from "./templateFile.ts";

/** More dead jobs than anybody reads. */
const mostDead = 1_000;
const auditAtOnce = 500;

function giving(role: "admin" | "compliance", isNow: string): Row["run"] {
  return async (ports, asked) => {
    const [email = ""] = asked.given;
    const added = await inOrganization(ports, asked, "writing", (work) =>
      addRole(work, role, email),
    );
    if (!added) {
      throw new Refused(
        exits.notThere,
        `Nobody here has the address ${email}. Rapport learns people from the chat: they are known a few minutes after it started.`,
      );
    }
    ports.out(`${email} ${isNow}.\n`);
    return 0;
  };
}

function exportAs(name: string, what: string): Row["run"] {
  return async (ports, asked) => {
    const [id = ""] = asked.given;
    const row = ports.features
      .flatMap((feature) => feature.exports ?? [])
      .find((one) => one.export === name);
    const file = await inOrganization(ports, asked, "reading", async (work) =>
      row?.write(work, id),
    );
    if (file === undefined) throw new Refused(exits.notThere, `${id} is not ${what}.`);
    ports.out(file);
    return 0;
  };
}

/** The whole record, oldest first, a line each. */
function exportAudit(heading: string, line: (row: AuditRow) => string): Row["run"] {
  return async (ports, asked) => {
    ports.out(heading);
    await inOrganization(ports, asked, "reading", async (work) => {
      let after: AuditId | null = null;
      for (;;) {
        const rows = await auditPage(work, after, auditAtOnce);
        for (const row of rows) ports.out(line(row));
        after = rows.at(-1)?.id ?? null;
        if (after === null) return;
      }
    });
    return 0;
  };
}

export const commands: readonly Row[] = [
  {
    words: ["migrate"],
    takes: null,
    does: "Brings the database to this version's schema (starting does, too)",
    async run(ports) {
      const { applied, close } = await ports.open("writing");
      await close();
      ports.out(applied.length === 0 ? "Nothing to do.\n" : `Applied ${applied.join(", ")}.\n`);
      return 0;
    },
  },
  {
    words: ["people", "import"],
    takes: "FILE",
    does: "Reads units, disciplines, leads and hours from CSV: person,unit,discipline,lead,pattern",
    run: importFile,
  },
  {
    words: ["rota", "import"],
    takes: "FILE",
    does: "Reads who works when from CSV: person,start,duration,zone; replaces their shifts of those days",
    run: importRotaFile,
  },
  {
    words: ["template", "import"],
    takes: "FILE",
    does: "Takes in a check-in's template from YAML, as a new version of it",
    run: takeTemplateFile("keep"),
  },
  {
    words: ["template", "check"],
    takes: "FILE",
    does: "Reads a template as importing would, and keeps nothing",
    run: takeTemplateFile("check"),
  },
  {
    words: ["template", "export"],
    takes: "ID",
    does: "Prints a template as YAML, shipped or your own",
    run: exportTemplateFile,
  },
  {
    words: ["admin", "add"],
    takes: "EMAIL",
    does: "Makes somebody an admin, who may set Rapport up",
    run: giving("admin", "is an admin"),
  },
  {
    words: ["compliance", "add"],
    takes: "EMAIL",
    does: "Gives somebody the compliance role, who looks when something is wrong with a thanks",
    run: giving("compliance", "looks after compliance"),
  },
  {
    words: ["rebuild-scores"],
    takes: null,
    does: "Adds the boards up anew from the ledger",
    async run(ports, asked) {
      await inOrganization(ports, asked, "writing", (work) => rebuildSums(work, ports.features));
      ports.out("The boards were added up anew.\n");
      return 0;
    },
  },
  {
    words: ["jobs", "dead"],
    takes: null,
    does: "Lists what was given up: id, kind, when, attempts, why",
    async run(ports, asked) {
      const jobs = await inOrganization(ports, asked, "reading", (work) =>
        deadJobs(work, mostDead),
      );
      for (const { id, kind, deadAt, attempts, error } of jobs) {
        ports.out(`${[id, kind, deadAt, attempts, error ?? ""].join("\t")}\n`);
      }
      if (jobs.length === 0) ports.out("No dead jobs.\n");
      return 0;
    },
  },
  {
    words: ["jobs", "requeue"],
    takes: null,
    does: "Tries what was given up once more, from the beginning",
    async run(ports, asked) {
      const jobs = await inOrganization(ports, asked, "writing", requeueJobs);
      ports.out(`${jobs} ${jobs === 1 ? "job is" : "jobs are"} tried again.\n`);
      return 0;
    },
  },
  {
    words: ["audit", "export"],
    takes: null,
    does: "Prints who did what administrative act when, a line of JSON each",
    run: exportAudit("", (row) => `${JSON.stringify(row)}\n`),
  },
  {
    words: ["audit", "export", "csv"],
    takes: null,
    does: "The same for a spreadsheet",
    run: exportAudit(csvLine(["id", "at", "person", "act", "details"]), (row) =>
      csvLine([row.id, row.at, row.person, row.act, JSON.stringify(row.details)]),
    ),
  },
  {
    words: ["checkins", "export"],
    takes: "ROUND",
    does: "Prints the figures of a closed round as CSV: what its summary shows, and nothing besides",
    run: exportAs("checkins", "a closed round with a summary"),
  },
  {
    words: ["phi", "check"],
    takes: null,
    does: "Tries the guard: line by line, or --json FILE with a text a line; --directory NAMES, --domain example.org",
    options: ["json", "directory", "domain"],
    run: checkPhi,
  },
  {
    words: ["rotate-keys"],
    takes: null,
    does: "Makes a new key and seals every token with it; the old keys stay, and it says when one can go",
    run: rotateKeys,
  },
  {
    words: ["backup"],
    takes: "FILE",
    does: "Copies the SQLite database while the server runs; the keys are not in it",
    async run(ports, asked) {
      const [file = ""] = asked.given;
      const done = await ports.backup(file);
      if (done === "not SQLite") {
        throw new Refused(exits.usage, "The database is PostgreSQL: use pg_dump.");
      }
      if (done === "itself") throw new Refused(exits.usage, `${file} is the database itself.`);
      ports.out(`Copied to ${file}. Keep a copy of the key folder too, in another place.\n`);
      return 0;
    },
  },
  {
    words: ["teams-package"],
    takes: "FILE",
    options: ["slash"],
    does: "Writes the app for Teams as a zip, to be uploaded in Teams' admin center",
    async run(ports, asked) {
      const [file = ""] = asked.given;
      const made = await ports.packTeamsApp(asked.options.slash === true);
      if ("missing" in made) throw new Refused(exits.usage, made.missing.join("\n"));
      writeFileSync(file, made);
      ports.out(
        `Written to ${file}. Upload it in Teams: Apps → Manage your apps → Upload an app.\n`,
      );
      return 0;
    },
  },
];
