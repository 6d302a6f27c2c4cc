/**
 * Every table, on one page. Instants are UTC text, booleans 0 or 1, lists and objects JSON text.
 * Whatever belongs to an organization has its id as the first column of its key. A column of a person's words is `Cleared`.
 */
import type {
  ActionId,
  AuditId,
  DisciplineId,
  JobId,
  JoiningId,
  LedgerId,
  NoteId,
  OrganizationId,
  OutcomeId,
  PeerId,
  PersonId,
  RecognitionId,
  RoundId,
  ScheduleId,
  TellId,
  UnitId,
  ValueId,
  WorkspaceId,
} from "../ids.ts";
import type { Cleared } from "../privacy/phi/cleared.ts";
import type { Instant } from "../time/instant.ts";

type Flag = 0 | 1;

export interface Schema {
  organization: {
    organization_id: OrganizationId;
    name: string;
    locale: string;
    zone: string;
    /** JSON list: the organization's own e-mail domains. */
    domains: string;
    /** JSON list: how its own record numbers are written. */
    record_shapes: string;
    /** JSON list: its own sites. */
    sites: string;
    created_at: Instant;
  };
  /** One installation in Slack or Teams. `platform, external_id` is unique in the whole database. */
  workspace: {
    organization_id: OrganizationId;
    workspace_id: WorkspaceId;
    platform: string;
    external_id: string;
    name: string;
    /** Sealed (privacy/seal.ts); null for a token from the environment, and after uninstalling. */
    token: string | null;
    /** JSON: what the platform told at installing (bot ids, scopes, whether it is an enterprise's). */
    installation: string | null;
    /** The last time. */
    installed_at: Instant;
    uninstalled_at: Instant | null;
  };
  setting: { organization_id: OrganizationId; name: string; value: string };
  unit: { organization_id: OrganizationId; unit_id: UnitId; name: string; name_key: string };
  discipline: {
    organization_id: OrganizationId;
    discipline_id: DisciplineId;
    name: string;
    name_key: string;
  };
  person: {
    organization_id: OrganizationId;
    person_id: PersonId;
    name: string;
    /** Folded for searching: lower case, no accents, each word after a space. */
    name_key: string;
    email: string | null;
    /** Null until known: then the organization's. */
    zone: string | null;
    locale: string | null;
    unit_id: UnitId | null;
    discipline_id: DisciplineId | null;
    /** When they mostly work: days, evenings, nights, varies; null until said. */
    pattern: string | null;
    prefers_private: Flag;
    off_boards: Flag;
    paused_until: Instant | null;
    /** Here, left (deactivated everywhere), or erased: then it is a former colleague, for the books alone. */
    state: string;
    joined_at: Instant;
    welcomed_at: Instant | null;
    /** When the last message about thanks went out. */
    told_at: Instant | null;
    /** Another person this one turned out to be; resolved at read. */
    merged_into: PersonId | null;
  };
  /** A person's identity in one workspace. Bots, single-channel guests and strangers have no person. */
  account: {
    organization_id: OrganizationId;
    workspace_id: WorkspaceId;
    external_id: string;
    person_id: PersonId | null;
    name: string;
    /** What the platform says it is; erased: its person asked to be, and it is nobody's until they write again. */
    kind: string;
    runs_workspace: Flag;
    direct_channel: string | null;
    /** When they last did something here: answers and messages go where they were last. */
    seen_at: Instant | null;
    /** The platform's own address of it, where that is another than its id ("29:…" in Teams). */
    address: string | null;
    /** Since when they can't be written to here; null again with the next thing they do. */
    unreachable_at: Instant | null;
    /** When the platform first told of a private conversation with them. */
    met_at: Instant | null;
  };
  /** A conversation that is reached at an address of its own, as it was last told. */
  conversation: {
    organization_id: OrganizationId;
    workspace_id: WorkspaceId;
    external_id: string;
    service_url: string;
    /** Whose members those of a conversation of many are: its team, or itself; null for a private one. */
    roster: string | null;
    seen_at: Instant;
  };
  /** A code that was shown to somebody: its hash. Once used or expired it joins nothing any more. */
  link_code: {
    organization_id: OrganizationId;
    code_hash: string;
    /** person: joins another account of theirs; workspace: lets another workspace join the organization. */
    kind: string;
    person_id: PersonId;
    workspace_id: WorkspaceId;
    expires_at: Instant;
    used_at: Instant | null;
  };
  /** Codes that somebody tried and that were none. */
  link_try: {
    organization_id: OrganizationId;
    person_id: PersonId;
    since: Instant;
    tries: number;
  };
  /** A person who turned out to be another, or will once a confidential round with both has closed. */
  joining: {
    organization_id: OrganizationId;
    joining_id: JoiningId;
    person_id: PersonId;
    into_id: PersonId;
    /** email, code. */
    how: string;
    asked_at: Instant;
    /** Null while it waits. */
    joined_at: Instant | null;
    parted_at: Instant | null;
    /** JSON: what the one brought to the other's settings (linking/bring.ts). */
    brought: string | null;
  };
  /** Which unit a person belonged to since when. */
  person_unit: {
    organization_id: OrganizationId;
    person_id: PersonId;
    since: Instant;
    unit_id: UnitId | null;
  };
  /** `unit_id` is "" where the role is for the whole organization. */
  role: { organization_id: OrganizationId; person_id: PersonId; role: string; unit_id: string };

  value: {
    organization_id: OrganizationId;
    value_id: ValueId;
    tag: string;
    /** Null for a shipped value: its name and hint are then the catalogue's, by `tag`. */
    name: Cleared | null;
    hint: Cleared | null;
    emoji: string;
    position: number;
    retired_at: Instant | null;
  };
  recognition: {
    organization_id: OrganizationId;
    recognition_id: RecognitionId;
    giver_id: PersonId;
    given_at: Instant;
    /** words: a reason was written. reaction: an emoji on a message, told but never posted. */
    kind: string;
    /** To each receiver; 0 where it was sent without points. */
    points: number;
    /** What it took from the allowance. */
    cost: number;
    visibility: string;
    /** Where it was given, and which message it was for. */
    workspace_id: WorkspaceId | null;
    link: string | null;
    /** Its one home post; null where it isn't posted. */
    home_workspace_id: WorkspaceId | null;
    home_channel: string | null;
    edited_at: Instant | null;
    undone_at: Instant | null;
    undone_by: PersonId | null;
  };
  recognition_text: {
    organization_id: OrganizationId;
    recognition_id: RecognitionId;
    reason: Cleared;
    undo_reason: Cleared | null;
  };
  recognition_value: {
    organization_id: OrganizationId;
    recognition_id: RecognitionId;
    value_id: ValueId;
  };
  recognition_receiver: {
    organization_id: OrganizationId;
    recognition_id: RecognitionId;
    person_id: PersonId;
    position: number;
    /** They prefer private, or it was given privately: no post, board or digest for them. */
    private: Flag;
    name_hidden: Flag;
    made_my_shift: Flag;
    shared_with_lead: Flag;
    /** "Something is wrong with this": hidden until compliance looks. */
    questioned_at: Instant | null;
    told_at: Instant | null;
    tell_id: TellId | null;
  };
  /** Somebody "not on the list": words only, no points, no boards. */
  outsider: {
    organization_id: OrganizationId;
    recognition_id: RecognitionId;
    position: number;
    name: Cleared;
    place: Cleared | null;
  };
  /** "Me too". Cost 0 where the allowance was spent: it adds the name only. */
  second: {
    organization_id: OrganizationId;
    recognition_id: RecognitionId;
    person_id: PersonId;
    seconded_at: Instant;
    cost: number;
    undone_at: Instant | null;
  };
  /** One row for each emoji of a person on a message; the latest event wins. */
  reaction: {
    organization_id: OrganizationId;
    workspace_id: WorkspaceId;
    channel: string;
    message: string;
    person_id: PersonId;
    emoji: string;
    latest: string;
    present: Flag;
    recognition_id: RecognitionId | null;
    /** Whether the receiver was ever told: re-reacting is not told again. */
    told: Flag;
  };
  /** One message to a receiver about one or several thanks. */
  tell: {
    organization_id: OrganizationId;
    tell_id: TellId;
    person_id: PersonId;
    kind: string;
    told_at: Instant;
  };
  /** Append-only, no words. One row for each giver and receiver of a thanks; a reversal carries the negative. */
  ledger: {
    organization_id: OrganizationId;
    ledger_id: LedgerId;
    recognition_id: RecognitionId;
    giver_id: PersonId;
    receiver_id: PersonId;
    /** gift, second, reaction. */
    kind: string;
    /** Negative in a reversal. */
    points: number;
    /** 1, or -1 in a reversal. */
    thanks: number;
    /** What it took from the giver's allowance; negative in a reversal. */
    cost: number;
    /** Whether boards count it: frozen when given (repeats, private, without points). */
    counted: Flag;
    /** A reversal carries that of the row it takes back. */
    given_at: Instant;
    entered_at: Instant;
    reverses: LedgerId | null;
    giver_unit_id: UnitId | null;
    giver_discipline_id: DisciplineId | null;
    receiver_unit_id: UnitId | null;
    receiver_discipline_id: DisciplineId | null;
  };
  /** For allowances per day, week or month: what is used in a period. */
  allowance_use: {
    organization_id: OrganizationId;
    person_id: PersonId;
    period: string;
    used: number;
  };
  /** Boards of persons, kept in the giving transaction. `bucket` is a period's name ("week 2026-11-23") or "all". */
  score: {
    organization_id: OrganizationId;
    board: string;
    bucket: string;
    member: PersonId;
    points: number;
    shown: Flag;
  };
  /** A day's counted thanks by unit, discipline and bridge, in the organization's zone. */
  rollup: {
    organization_id: OrganizationId;
    day: string;
    board: string;
    member: string;
    thanks: number;
    points: number;
  };
  /** The first thanks from one unit to another. */
  bridge: {
    organization_id: OrganizationId;
    from_unit_id: UnitId;
    to_unit_id: UnitId;
    recognition_id: RecognitionId;
    first_at: Instant;
  };

  /** An organization's own template, a row for each version of it; shipped ones are code. */
  template: {
    organization_id: OrganizationId;
    template_id: string;
    version: number;
    /** JSON of the file's form (templates/file.ts); every text in it was judged. */
    definition: Cleared;
    made_by: PersonId | null;
    made_at: Instant;
    retired_at: Instant | null;
  };
  /** What is asked, whom, and when. */
  schedule: {
    organization_id: OrganizationId;
    schedule_id: ScheduleId;
    template_id: string;
    /** JSON (schedules/schedule.ts). */
    audience: string;
    /** Where it was made: the members of this channel, and where the summary goes. */
    workspace_id: WorkspaceId;
    channel: string | null;
    /** Five fields, read in each participant's own zone; every second week has "/2 2026-11-27" after them (time/cron.ts). */
    cron: string;
    /** JSON (schedules/schedule.ts). */
    window: string;
    /** channel, leads. */
    summary_to: string;
    /** draft, started, paused, stopped. */
    state: string;
    skip_next: Flag;
    /** On the wall: "2026-11-27T15:00", the next round's hour in each zone; null where none is planned. */
    next_local: string | null;
    made_by: PersonId | null;
    made_at: Instant;
    started_at: Instant | null;
  };
  /** One run of a schedule, or one that was opened by hand. */
  round: {
    organization_id: OrganizationId;
    round_id: RoundId;
    schedule_id: ScheduleId | null;
    template_id: string;
    template_version: number;
    audience: string;
    workspace_id: WorkspaceId;
    channel: string | null;
    window: string;
    summary_to: string;
    /** On the wall, in each participant's zone. */
    at_local: string;
    /** planning, open, closing, closed; held (waits for what was done about the last), skipped, empty, missed. */
    state: string;
    /** key: its key is missing, and it does nothing just now. lost: the key was given up, and what was sealed with it. */
    paused_why: string | null;
    /** Whether answers of it are kept sealed. */
    sealed: Flag;
    made_by: PersonId | null;
    planned_at: Instant;
    /** The first prompt, and the close of the last zone. */
    opens_at: Instant;
    closes_at: Instant;
    closed_at: Instant | null;
    /** JSON of figures (summary/summary.ts), written once. */
    summary: string | null;
  };
  /** One person's place in a round: what falls due next, and how far it is. */
  prompt: {
    organization_id: OrganizationId;
    round_id: RoundId;
    person_id: PersonId;
    /** waiting, asked, answered, quiet (nothing to report), skipped, missed, off (not on shift), gone. */
    state: string;
    /** When the next step is due; null: nothing more. */
    due_at: Instant | null;
    ask_at: Instant;
    asked_at: Instant | null;
    reminded_at: Instant | null;
    /** Reminders still to come. */
    reminders: number;
    closes_at: Instant;
    answered_at: Instant | null;
    unit_id: UnitId | null;
    /** The fixed group in which confidential answers are counted; null: none is asked for. */
    group_key: string | null;
  };
  /** A named answer. */
  response: {
    organization_id: OrganizationId;
    round_id: RoundId;
    person_id: PersonId;
    question: string;
    /** The partner unit asked about; "" where there is none. */
    partner: string;
    /** JSON; null where the answer is words. */
    value: string | null;
    words: Cleared | null;
    answered_at: Instant;
  };
  /** Confidential answers of an open round, under a key that is not here. */
  spool: {
    organization_id: OrganizationId;
    round_id: RoundId;
    spool_key: string;
    sealed: string;
  };
  /** Confidential answers of a closed round: no person, no time, no order. The key is chance. */
  published: {
    organization_id: OrganizationId;
    answer_key: string;
    round_id: RoundId;
    group_key: string;
    question: string;
    partner: string;
    value: string | null;
    words: Cleared | null;
  };
  /** The fixed partition of a round: which units are counted together, and how many, in bands once it is closed. */
  round_group: {
    organization_id: OrganizationId;
    round_id: RoundId;
    group_key: string;
    /** JSON list of unit ids; "" is "not set". */
    units: string;
    asked: string | null;
    answered: string | null;
  };
  /** What a lead said to the author of a named answer: a comment or an emoji. */
  note: {
    organization_id: OrganizationId;
    note_id: NoteId;
    round_id: RoundId;
    person_id: PersonId;
    lead_id: PersonId;
    words: Cleared | null;
    emoji: string | null;
    noted_at: Instant;
  };
  /** Something to be done about what got in the way. */
  action: {
    organization_id: OrganizationId;
    action_id: ActionId;
    round_id: RoundId | null;
    /** Who raised it by name. */
    raised_by: PersonId | null;
    unit_id: UnitId | null;
    title: Cleared;
    owner_id: PersonId;
    /** A local date: "2026-12-04". */
    due_on: string;
    /** open, done, dropped. */
    state: string;
    made_by: PersonId;
    made_at: Instant;
    done_at: Instant | null;
  };
  /** "You said, we did." */
  outcome: {
    organization_id: OrganizationId;
    outcome_id: OutcomeId;
    round_id: RoundId;
    said: Cleared;
    did: Cleared;
    owner_id: PersonId;
    due_on: string;
    published_by: PersonId;
    published_at: Instant;
  };
  /** Shifts that are known, from an imported rota. */
  shift: {
    organization_id: OrganizationId;
    person_id: PersonId;
    starts_at: Instant;
    ends_at: Instant;
  };

  /** Feedback that is asked of colleagues, for one of them. */
  peer_request: {
    organization_id: OrganizationId;
    peer_id: PeerId;
    subject_id: PersonId;
    asked_by: PersonId;
    /** What the key of answers without names is kept under; null: they have names. */
    key_id: RoundId | null;
    asked_at: Instant;
    closes_at: Instant;
    /** Null while it is open; then read, nobody, few, gone. */
    ending: string | null;
  };
  peer_rater: {
    organization_id: OrganizationId;
    peer_id: PeerId;
    person_id: PersonId;
    /** asked, answered, declined; without names only "closed" once it is closed. */
    state: string;
    /** How many reminders went out. */
    reminders: number;
  };
  /** Answers with names: the subject's to read once it is closed. */
  peer_answer: {
    organization_id: OrganizationId;
    peer_id: PeerId;
    person_id: PersonId;
    question: string;
    words: Cleared;
  };
  /** Answers without names while it is open, under a key that is not here. */
  peer_spool: {
    organization_id: OrganizationId;
    peer_id: PeerId;
    spool_key: string;
    sealed: string;
  };
  /** Answers without names once it is closed: no person, no time, no order, nor which belong together. */
  peer_published: {
    organization_id: OrganizationId;
    peer_id: PeerId;
    answer_key: string;
    question: string;
    words: Cleared;
  };

  /** Deliveries already answered: ids and numbers, no words. Kept 72 hours. */
  delivery: {
    organization_id: OrganizationId;
    workspace_id: WorkspaceId;
    delivery_key: string;
    answer: string | null;
    facts: string | null;
    delivered_at: Instant;
  };
  /** Work that is due: names what to say or do, never words. */
  job: {
    organization_id: OrganizationId;
    job_id: JobId;
    kind: string;
    payload: string;
    /** While one with this key waits, another is not added; cleared when claimed. */
    once: string | null;
    due_at: Instant;
    created_at: Instant;
    attempts: number;
    dead_at: Instant | null;
    error: string | null;
  };
  /** Every post that stands, for undo, edit and "Me too". */
  message: {
    organization_id: OrganizationId;
    subject: string;
    workspace_id: WorkspaceId;
    channel: string;
    external_id: string;
    posted_at: Instant;
  };
  /** Who did what administrative act when; no words of messages. */
  audit: {
    organization_id: OrganizationId;
    audit_id: AuditId;
    at: Instant;
    person_id: PersonId | null;
    act: string;
    details: string;
  };
  /** There while rows older than this are taken from the audit, in that transaction alone: triggers ask for it. */
  audit_sweep: { organization_id: OrganizationId; swept_before: Instant };
}
