/** The rows of feedback between colleagues: `/feedback`, asking, giving, and what its subject reads. */
import { z } from "zod";

import { action, answer, type Feature, form } from "../feature.ts";
import { drawAsked, keepAsk, openAsk } from "./ask.ts";
import { ofPage, ofRequest } from "./asking.ts";
import { closeRow, fewRow, letGoRow } from "./close.ts";
import { declineIt, drawMine, keepGiven, leaveIt, openGive } from "./give.ts";
import { peerHolds, peerNamings, peerSweeps, peerUnheld } from "./holds.ts";
import { askOnce } from "./joining.ts";
import { promptRow, remindRow, toldRow } from "./prompt.ts";
import { findNamelessClose, hasBegun } from "./queries.ts";
import { readReceived, saidRow, showReceived } from "./received/read.ts";
import { showAskedOf, showAtHome, showFeedback } from "./show.ts";

export const peers: Feature = {
  name: "peers",
  joinWaits: ({ tx, organization }, one, other) =>
    findNamelessClose(tx, organization.id, one, other),
  joined: askOnce,
  begun: ({ tx, organization }) => hasBegun(tx, organization.id),
  commands: [
    { command: "feedback", word: null, usage: (say) => say.peers.usage(), run: showFeedback },
  ],
  actions: [
    action({ action: "peers.show", read: z.null(), run: showFeedback }),
    action({ action: "peers.ask", read: z.null(), run: openAsk }),
    action({ action: "peers.asked", read: z.null(), run: showAskedOf }),
    action({ action: "peers.received", read: z.null(), run: showReceived }),
    action({ action: "peers.read", read: ofPage, run: readReceived }),
    action({ action: "peers.give", read: ofRequest, run: openGive }),
    action({ action: "peers.notNow", read: ofRequest, run: leaveIt }),
    action({ action: "peers.decline", read: ofRequest, run: declineIt }),
  ],
  forms: [
    form({
      form: "peers.ask",
      read: z.null(),
      run: (context, _, filled) => keepAsk(context, filled),
    }),
    form({ form: "peers.give", read: ofRequest, run: keepGiven }),
  ],
  answers: [
    answer({ answer: "peers.asked", read: ofRequest, draw: drawAsked }),
    answer({
      answer: "peers.answered",
      read: ofRequest,
      draw: (context, { peer }) => drawMine(context, peer, "card"),
    }),
    answer({
      answer: "peers.declined",
      read: ofRequest,
      draw: (context, { peer }) => drawMine(context, peer, "replace"),
    }),
  ],
  posts: [promptRow, toldRow, fewRow, saidRow],
  jobs: [remindRow, closeRow, letGoRow],
  home: showAtHome,
  holds: peerHolds,
  namings: peerNamings,
  unheld: peerUnheld,
  sweeps: peerSweeps,
};
