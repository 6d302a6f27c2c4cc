/** Recognition's rows. */
import { z } from "zod";

import { answer, type Feature } from "../feature.ts";
import { announceRow, copyRow, unpostedRow } from "./announce.ts";
import { kudosCommand, pickRows } from "./command.ts";
import { editAction, editedRow, editFormRow } from "./edit.ts";
import { recognitionHolds, recognitionSweeps, recognitionUnheld } from "./holds.ts";
import { rebuildScores } from "./ledger/enter.ts";
import { recountJoined, recountRow } from "./ledger/rejoin.ts";
import { homeBlocks, showMine } from "./mine.ts";
import { recognitionNamings } from "./naming.ts";
import { openRows, shortcutRows } from "./open.ts";
import { formRows } from "./preview.ts";
import { hasRecognition } from "./queries/lists.ts";
import { takeInReaction } from "./reactions/react.ts";
import { complianceRows, readerRows } from "./received/compliance.ts";
import { offeredRow, offerRows } from "./received/offers.ts";
import { gatherRows, toldRow } from "./received/tell.ts";
import { secondAction, secondedRow } from "./second.ts";
import { sentRow } from "./sent.ts";
import { channelActions, channelAnswers, channelForm } from "./setup/channel.ts";
import { channelSends, setupRows } from "./setup/rows.ts";
import { settingActions, settingFormRows, settingsSavedRow } from "./setup/rules.ts";
import { takeBackActions, takeBackForm, takenRow, undoneByAdminRow } from "./setup/takeBack.ts";
import { troubledRow, troubleRow } from "./setup/trouble.ts";
import { beginValues, valuesAction, valuesForm } from "./setup/values.ts";
import { undoAction, undoLast, undoneRow } from "./undo.ts";
import { valueSearch } from "./values/search.ts";

export const recognition: Feature = {
  name: "recognition",
  begin: beginValues,
  rebuild: rebuildScores,
  joined: recountJoined,
  begun: ({ tx, organization }) => hasRecognition(tx, organization.id),
  commands: [
    { command: "kudos", word: null, usage: (say) => say.recognition.usage(), run: kudosCommand },
    { command: "kudos", word: "undo", usage: (say) => say.recognition.usageUndo(), run: undoLast },
    { command: "kudos", word: "mine", usage: (say) => say.recognition.usageMine(), run: showMine },
  ],
  shortcuts: shortcutRows,
  searches: [valueSearch],
  actions: [
    ...openRows,
    ...pickRows,
    undoAction,
    editAction,
    secondAction,
    ...offerRows,
    ...complianceRows,
    ...channelActions,
    ...settingActions,
    valuesAction,
    ...takeBackActions,
  ],
  forms: [...formRows, editFormRow, channelForm, ...settingFormRows, valuesForm, takeBackForm],
  answers: [
    sentRow,
    undoneRow,
    editedRow,
    secondedRow,
    offeredRow,
    ...channelAnswers,
    settingsSavedRow,
    undoneByAdminRow,
    answer({
      answer: "recognition.reacted",
      read: z.unknown(),
      draw: async () => ({ kind: "nothing" }),
    }),
  ],
  posts: [announceRow, copyRow, unpostedRow, toldRow, ...readerRows, takenRow, troubledRow],
  jobs: [...gatherRows, troubleRow, recountRow],
  setup: setupRows,
  sends: channelSends,
  reaction: takeInReaction,
  home: homeBlocks,
  holds: recognitionHolds,
  namings: recognitionNamings,
  unheld: recognitionUnheld,
  sweeps: recognitionSweeps,
};
