/** The thread a picture is drawn in: one chart in, one PNG out. */
import { parentPort, workerData } from "node:worker_threads";

import { drawPicture } from "./picture.ts";

parentPort?.postMessage(drawPicture(workerData));
