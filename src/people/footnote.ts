/** The last line of every form with free text: no patient details, where safety events go, whom to call now. */
import { z } from "zod";

import { type Line, quoted } from "../chat/line.ts";
import type { Context } from "../feature.ts";
import type { Cleared } from "../privacy/phi/cleared.ts";
import { findSetting, type SettingRow } from "../store/settings.ts";

export interface SafetySettings {
  /** Where safety events are reported. */
  readonly incidentSystem: Cleared | null;
  /** Whom somebody calls who needs a person now. */
  readonly contacts: Cleared | null;
}

const settings = z.object({
  incidentSystem: z.string().nullable().default(null),
  contacts: z.string().nullable().default(null),
});

export const safetySettings: SettingRow<SafetySettings> = {
  name: "setup",
  // Kept as `Cleared` and in no other way, so that is what is read back.
  read: settings as z.ZodType<unknown> as z.ZodType<SafetySettings>,
};

/** `{ kind: "note", line: await formNote(context) }` */
export async function formNote({ tx, organization, say }: Context): Promise<Line> {
  const { incidentSystem, contacts } = await findSetting(tx, organization.id, safetySettings);
  if (incidentSystem !== null && contacts !== null) {
    return say.people.noPatientsNor({
      incidents: quoted(incidentSystem),
      contacts: quoted(contacts),
    });
  }
  if (incidentSystem !== null) {
    return say.people.noPatientsIncidents({ incidents: quoted(incidentSystem) });
  }
  if (contacts !== null) return say.people.noPatientsContacts({ contacts: quoted(contacts) });
  return say.chat.noPatients();
}
