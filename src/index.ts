/** The engine's public face: what adapters may know. */
export { assertNever } from "./assert.ts";
export type { Block, Button, Card, Json } from "./chat/card.ts";
export type { Chart } from "./chat/chart.ts";
export {
  type Chat,
  Limited,
  type Members,
  type Opened,
  type Rate,
  type Rates,
  type Said,
  type WorkspaceAddress,
} from "./chat/chat.ts";
export { csvLine } from "./chat/csv.ts";
export { type ChatFile, filesAsCards } from "./chat/file.ts";
export { type Choice, type Field, type Filled, type Form, sureBox } from "./chat/form.ts";
export type {
  AccountFacts,
  Inbound,
  MessageSeen,
  Met,
  Notice,
  Place,
  Platform,
  Word,
} from "./chat/inbound.ts";
export { type Line, plain, type Span, words } from "./chat/line.ts";
export type { Reply } from "./chat/reply.ts";
export { whole } from "./chat/whole.ts";
export { createEngine, type Engine, type EnginePorts } from "./engine.ts";
export { Fault, faultCard, isTellable, silentCard } from "./fault.ts";
export type { Feature, FileMistake, Work } from "./feature.ts";
export { features } from "./features.ts";
export type { AuditId, RoundId } from "./ids.ts";
export { addRole, auditPage, deadJobs, rebuildSums, requeueJobs } from "./operator.ts";
export { type Imported, type ImportRow, importPeople, type Refused } from "./people/import.ts";
export type { References } from "./people/met.ts";
export type { Organization } from "./people/organization.ts";
export { type Pattern, patterns } from "./people/person.ts";
export { listOrganizations } from "./people/queries/operator.ts";
export { resealTokens, type TokensWeighed, weighTokens } from "./people/reseal.ts";
export {
  importRota,
  longestShift,
  type RotaImported,
  type RotaRefused,
  type RotaRow,
} from "./people/rota.ts";
export type { Installing } from "./people/workspace.ts";
export { type Practised, practise } from "./privacy/practice.ts";
export type { AuditRow } from "./privacy/queries.ts";
export type { RoundKeys } from "./privacy/roundKeys.ts";
export { createSealer, type Key, type Sealer } from "./privacy/seal.ts";
export { reveal, type Typed, typed } from "./privacy/typed.ts";
export type { Event, Report } from "./report.ts";
export type { Schema } from "./store/schema.ts";
export { type Dialect, type Store, TooSlow, type TransactOptions, type Tx } from "./store/store.ts";
export { createLender, type Lent } from "./store/tx.ts";
export { type Locale, nearestLocale, type Say, speak } from "./text/say.ts";
export {
  type Clock,
  type Instant,
  instantOf,
  millisecondsOf,
  plus,
  systemClock,
} from "./time/instant.ts";
export { isZone, localDate, minuteOfDay, nextLocal, readLocal, weekday } from "./time/zone.ts";
