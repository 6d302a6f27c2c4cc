/** A recognition as it stands, with everything a card may show of it. */
import type { PersonId, RecognitionId, TellId, WorkspaceId } from "../ids.ts";
import type { Person } from "../people/person.ts";
import type { Cleared } from "../privacy/phi/cleared.ts";
import type { Instant } from "../time/instant.ts";
import type { Visibility } from "./recognition.ts";
import type { Value } from "./value.ts";

export interface Receiver {
  readonly person: Person;
  /** They prefer private, or it was given privately. */
  readonly private: boolean;
  readonly nameHidden: boolean;
  readonly madeMyShift: boolean;
  readonly sharedWithLead: boolean;
  readonly questionedAt: Instant | null;
  readonly toldAt: Instant | null;
  readonly tell: TellId | null;
}

export interface Outsider {
  readonly name: Cleared;
  readonly place: Cleared | null;
}

export interface Home {
  readonly workspace: WorkspaceId;
  readonly channel: string;
}

export interface Recognition {
  readonly id: RecognitionId;
  readonly giver: Person;
  readonly givenAt: Instant;
  readonly kind: "words" | "reaction";
  readonly points: number;
  readonly visibility: Visibility;
  readonly link: string | null;
  readonly home: Home | null;
  readonly editedAt: Instant | null;
  readonly undoneAt: Instant | null;
  readonly undoneBy: PersonId | null;
  readonly undoReason: Cleared | null;
  /** Null for a reaction. */
  readonly reason: Cleared | null;
  readonly values: readonly Value[];
  readonly receivers: readonly Receiver[];
  readonly outsiders: readonly Outsider[];
  readonly seconds: readonly Person[];
}

/** Whether it was given in public to at least one who wants it so: what others than its people may read. */
export const isPublic = ({ visibility, receivers, outsiders }: Recognition): boolean =>
  visibility === "public" && (outsiders.length > 0 || receivers.some((one) => !one.private));

/** Whether anything of it may stand in public now. */
export function isPostable(recognition: Recognition): boolean {
  return (
    recognition.home !== null &&
    recognition.kind === "words" &&
    recognition.undoneAt === null &&
    recognition.visibility === "public" &&
    recognition.receivers.every((receiver) => receiver.questionedAt === null) &&
    (shownReceivers(recognition).length > 0 || recognition.outsiders.length > 0)
  );
}

/** Those whose names the post may print. */
export const shownReceivers = (recognition: Recognition): Receiver[] =>
  recognition.receivers.filter((one) => !one.private && !one.nameHidden && one.person.here);
