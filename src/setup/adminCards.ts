/** Who may set Rapport up, with the buttons that change it. */
import type { Button, Card } from "../chat/card.ts";
import type { Line } from "../chat/line.ts";
import type { PersonId } from "../ids.ts";
import type { Say } from "../text/say.ts";
import { back } from "./cards.ts";

export interface AdminShown {
  readonly id: PersonId;
  readonly name: string;
  readonly byRole: boolean;
}

/** Slack draws 25 buttons in a row; with so many admins the rest is the command line's. */
const mostRemovable = 20;

export function adminsCard(say: Say, admins: readonly AdminShown[]): Card {
  const owners = admins.some(({ byRole }) => !byRole);
  const remove = admins
    .filter(({ byRole }) => byRole)
    .slice(0, mostRemovable)
    .map(
      ({ id, name }): Button => ({
        action: "setup.removeAdmin",
        label: say.setup.removeAdmin({ name }),
        value: id,
        look: "danger",
      }),
    );
  return {
    summary: say.setup.admins(),
    blocks: [
      { kind: "title", line: say.setup.admins() },
      { kind: "text", line: adminsLine(say, admins) },
      ...(owners ? [{ kind: "note", line: say.setup.ownersStay() } as const] : []),
      {
        kind: "buttons",
        buttons: [
          { action: "setup.addAdmins", label: say.setup.addAdmins() },
          ...remove,
          back(say),
        ],
      },
    ],
  };
}

export const adminsLine = (say: Say, admins: readonly AdminShown[]): Line =>
  admins.length === 0
    ? say.setup.notSet()
    : say.list(
        admins.map((admin) =>
          admin.byRole ? personLine(admin) : say.setup.runsWorkspace({ name: personLine(admin) }),
        ),
      );

export const personLine = ({
  id,
  name,
}: {
  readonly id: PersonId;
  readonly name: string;
}): Line => [{ kind: "person", person: id, name }];
