#!/usr/bin/env node
// The door. Plain old JavaScript, so that a Node which can't run Rapport can still say so: on Node 20 the
// database driver would end the process with a segmentation fault and without a word.

const needed = 26;

if (Number(process.versions.node.split(".")[0]) < needed) {
  process.stderr.write(
    `Rapport needs Node ${needed} or newer; this is Node ${process.versions.node}.\n` +
      `In its folder, "npm ci" brings Node ${needed} with it, and "npm start" (or "npx rapport …") uses it.\n` +
      `Or install Node ${needed}: https://nodejs.org\n`,
  );
  process.exitCode = 78; // EX_CONFIG: a supervisor should not try again
} else {
  process.getBuiltinModule("node:module").enableCompileCache();
  import("../main.ts")
    .then((main) => main.run(process.argv.slice(2)))
    .catch((error) => {
      process.stderr.write(`Rapport stopped: ${error instanceof Error ? error.stack : error}\n`);
      process.exit(1);
    });
}
