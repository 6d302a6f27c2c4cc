/** What a round came to: the rows. */
import type { Feature } from "../../feature.ts";
import { csvAction, exportSummary } from "./export.ts";
import { summarisedRow, summaryJob } from "./tell.ts";

export const summaryRows: Omit<Feature, "name"> = {
  actions: [csvAction],
  jobs: [summaryJob],
  posts: [summarisedRow],
  exports: [{ export: "checkins", write: exportSummary }],
};
