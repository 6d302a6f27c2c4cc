/** `/checkin start weekly-checkin [#channel|everyone]`: a round now, once its preview was seen. */
import { saying } from "../../chat/card.ts";
import type { Word } from "../../chat/inbound.ts";
import type { Outcome } from "../../chat/reply.ts";
import type { Context } from "../../feature.ts";
import type { Audience } from "../round.ts";
import { findTemplate } from "../templates/find.ts";
import { askPreview, requireLead } from "./manage.ts";
import { noTemplateLine } from "./refuse.ts";
import { suggestedWindow, windowByHand } from "./schedule.ts";
import { readStart, type Who } from "./typedWords.ts";

/** Null: it is no `start …`. */
export async function startNow(context: Context, words: readonly Word[]): Promise<Outcome | null> {
  const { say, place, person, workspace, runsWorkspace } = context;
  const asked = readStart(words);
  if (asked === null) return null;
  const refused = await requireLead(context);
  if (refused !== null) return refused;
  if (asked.template === "") return { kind: "card", card: saying(say.schedules.whichTemplate()) };
  const template = await findTemplate(context, asked.template);
  if (template === undefined) {
    return { kind: "card", card: saying(noTemplateLine(say, asked.template)) };
  }
  if (asked.who.kind === "unknown") return { kind: "card", card: saying(say.schedules.whom()) };
  const here = place.kind === "channel" ? place.channel : null;
  const audience = audienceOf(asked.who, here);
  if (audience === null) return { kind: "card", card: saying(say.schedules.noChannelHere()) };
  const channel = audience.kind === "channel" ? audience.channel : here;
  if (place.kind === "channel" && place.shared === true && channel === here) {
    return { kind: "card", card: saying(say.schedules.shared()) };
  }
  return askPreview(context, {
    person: person.id,
    runsWorkspace,
    asking: {
      template: template.id,
      audience,
      workspace: workspace.id,
      channel,
      window: windowByHand(suggestedWindow(template)),
      summaryTo: channel === null ? "leads" : "channel",
    },
    schedule: null,
    atLocal: null,
    does: "open",
  });
}

function audienceOf(who: Exclude<Who, { kind: "unknown" }>, here: string | null): Audience | null {
  if (who.kind !== "here") return who;
  return here === null ? null : { kind: "channel", channel: here };
}
