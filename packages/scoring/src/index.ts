export { isGrantable, LONGEST_ALLOWANCE, LONGEST_ALLOWANCE_REASON } from './allowance.ts';
export { sharedTokens, type MiddleAccount, type SharedToken } from './connections/shared-tokens.ts';
export { decide, type Question } from './decide.ts';
export {
  decideUnread,
  FAIL_MODE_REASONS,
  decideUnseen,
  type Unread,
  type Unseen,
} from './degraded-decision.ts';
export { HYPOTHESES } from './decision.ts';
export type {
  Action,
  ByHypothesis,
  Contribution,
  Counterfactual,
  Decision,
  Hypothesis,
  NotEvaluable,
  Outcome,
  Reason,
  ReviewedBy,
  ShadowVote,
  Stage,
  Versions,
} from './decision.ts';
export { decisionJson } from './decision-json.ts';
export { displayed, type DisplayedContribution, type Sides } from './display.ts';
export { SCORING_ERROR_CODES, type ScoringErrorCode } from './errors.ts';
export { EVENT_TYPES, LABELS } from './events/event.ts';
export type {
  AccountErased,
  AccountObserved,
  DomainEvent,
  EventHeader,
  EventType,
  Label,
  LabelRecorded,
  OrderStatus,
  OrderUpdated,
  ReferralAttributed,
  ReferralMethod,
  RewardAccrued,
  RewardChannel,
  RewardDue,
  RewardKind,
  RewardPaid,
  RewardReversed,
  RewardSide,
} from './events/event.ts';
export { compareEvents, type Placed } from './events/fold-order.ts';
export type {
  AccountRole,
  DeviceComponent,
  NetworkVerdict,
  ObservedAddress,
  ObservedDevice,
  ObservedPayment,
  ObservedPerson,
  ObservedPhone,
  PaymentKind,
} from './events/observed.ts';
export { parseEvent, parseEventLine, type ParsedEvent } from './events/parse.ts';
export { eventJson, printEvent } from './events/print.ts';
export type { EventProblem } from './events/problem.ts';
export { LARGEST_EVENT } from './events/reading.ts';
export { renderProblem } from './events/render-problem.ts';
export type { Observation, Observations, IdentityObservation } from './evidence/observation.ts';
export { weigh, type Evidence } from './evidence/weigh.ts';
export { isPaid, isReversed } from './facts/reward-facts.ts';
export { IDENTIFIER_KINDS, maskedValues, type MaskedValue } from './identifiers/masked.ts';
export { writtenSince, writtenValues, type WrittenValue } from './identifiers/written.ts';
export { DAY, HOUR, LATEST, MINUTE, parseInstant, printInstant, type Instant } from './instant.ts';
export type {
  IdentitySignal,
  Model,
  ModelLevel,
  ModelSignal,
  NumericSignal,
  TableSignal,
} from './model/model.ts';
export { parseModel } from './model/parse-model.ts';
export { plusMinor, type Money } from './money.ts';
export { forgetTexts, identitiesOf, type Identities, type Identity } from './pair/identities.ts';
export { memberOf, questionOf, type Hashing, type Member } from './pair/member.ts';
export { memoText } from './pair/memo.ts';
export { pairOf, pairQuestion, type Pair, type Scene } from './pair/pair.ts';
export { heldTokens, heldTokensOnce, type SpannedKey, type Tokenise } from './pair/tokens.ts';
export { parseProgramme } from './policy/parse-programme.ts';
export { parseReasons } from './policy/parse-reasons.ts';
export { programmeOf, type Policy } from './policy/policy.ts';
export type { ParsedPolicy, PolicyProblem } from './policy/problem.ts';
export type { HouseholdPolicy, Programme } from './policy/programme.ts';
export type { BookedRule, RuleBook } from './policy/rule-book.ts';
export { factsNamed } from './policy/render-reason.ts';
export {
  reviewReasons,
  type ReasonText,
  type ReasonTexts,
  type ReviewMeaning,
  type ReviewReason,
} from './policy/reason.ts';
export type {
  AccessSession,
  AccessStore,
  ApiKey,
  NamedView,
  OneTimeToken,
  Role,
  User,
  UserChange,
  UserChanged,
  UserSettings,
} from './ports/access-store.ts';
export type {
  AuditDetails,
  AuditEntry,
  AuditFilter,
  AuditHead,
  AuditRecord,
  AuditTrail,
  AuditVerdict,
} from './ports/audit-trail.ts';
export {
  CASE_REFUSALS,
  LEASE,
  LONGEST_SNOOZE,
  UNDO_WINDOW,
  type CaseAnswer,
  type CaseCommand,
  type CaseRefusal,
  type CaseSeen,
  type Conclude,
} from './ports/case-command.ts';
export type { CaseLabels, LabelPairs, Period, RuleLabels } from './ports/case-labels.ts';
export type { CaseLinks, SimilarCases } from './ports/case-links.ts';
export type { CaseNotes, Note, NoteSubject, NoteWrite } from './ports/case-notes.ts';
export {
  CASE_SORTS,
  type CaseCount,
  type CaseFilter,
  type CasePage,
  type CasePageRequest,
  type CaseQueue,
  type CaseSort,
  type ClaimNext,
  type QueuedCase,
} from './ports/case-queue.ts';
export type {
  CaseFlow,
  CaseStatistics,
  Closings,
  ConclusionCount,
  Overturned,
  RuleVotes,
} from './ports/case-statistics.ts';
export type {
  AccountPage,
  Census,
  Extent,
  KeptAccount,
  KeptTokens,
  ReferralPage,
} from './ports/census.ts';
export type { AccountDirectory, DirectoryEntry } from './ports/account-directory.ts';
export type {
  AccountOverview,
  AccountOverviews,
  DecidedReward,
  Listed,
  ReferralVelocity,
} from './ports/account-overview.ts';
export type {
  AccountHistory,
  AccountMerge,
  AccountRecord,
  AccountRecords,
  Erased,
  Merged,
  MergeRefusal,
  ToldPage,
} from './ports/account-records.ts';
export type { Connections, SharedValue, Surroundings, ValuePlace } from './ports/connections.ts';
export type {
  BulkAnswer,
  BulkReview,
  Engine,
  Recorded,
  Review,
  ScreenOptions,
  WakeOptions,
} from './ports/engine.ts';
export type {
  AccountRef,
  AccountWrite,
  EraseWrite,
  GraphStats,
  GraphWrite,
  HeldToken,
  Holder,
  Holders,
  IdentityGraph,
  Neighbourhood,
  PairMember,
  PairQuestion,
  PastToken,
  Referee,
  ReferralWrite,
  ReleaseWrite,
  Token,
  TypedToken,
  UnlinkWrite,
} from './ports/identity-graph.ts';
export type {
  AccountState,
  Allowance,
  AllowanceEnd,
  Appended,
  Claim,
  Committed,
  DecidedUpon,
  DecisionWrite,
  GivenAllowance,
  Ledger,
  ProjectionBatch,
  RefereeOutcome,
  ReleaseRoom,
  RewardTally,
  ScreeningRecord,
  Timer,
} from './ports/ledger.ts';
export {
  ATTEMPT_OUTCOMES,
  WEBHOOK_TYPES,
  type AttemptOutcome,
  type DueDelivery,
  type Leasing,
  type Leased,
  type MessageType,
  type Outbox,
  type WebhookAttempt,
  type WebhookDelivery,
  type WebhookEndpoint,
  type WebhookSecrets,
  type WebhookType,
} from './ports/outbox.ts';
export {
  CASE_STATES,
  type AllowanceWish,
  type CaseState,
  type Lease,
  type ReviewCase,
  type ConcludedAbout,
  type Conclusion,
  type ConclusionStatus,
} from './ports/review-case.ts';
export type { ReviewDesk } from './ports/review-desk.ts';
export type { Overdue, OverduePage, Resealed, Step, Upkeep } from './ports/upkeep.ts';
export { isOwnId } from './events/own-ids.ts';
export { isOutdated } from './outdated-conclusion.ts';
export { reviewedDecision, type Reviewed } from './reviewed-decision.ts';
export { foldOrder } from './state/fold-order.ts';
export { foldProfile, mayHaveLetGo } from './state/fold-profile.ts';
export { foldReferral } from './state/fold-referral.ts';
export { compareRewardEvents, foldReward, type RewardEvent } from './state/fold-reward.ts';
export type { Order } from './state/order.ts';
export type { EarlierName, Profile, Sighted, SightedDevice, SightedIp } from './state/profile.ts';
export type { Referral } from './state/referral.ts';
export { claimSideOf } from './state/claim-side.ts';
export type { ClaimSide, Reward } from './state/reward.ts';
export { judge, type Verdict } from './verdict.ts';
export { SIGNALS } from './signals/index.ts';
