/** A server that holds its file until it is killed: `node holder.ts <file>`. */
import { holdInstance } from "../../adapters/sqlite/instance.ts";

await holdInstance(process.argv[2] ?? "", 0);
process.stdout.write("held\n");
process.stdin.resume();
