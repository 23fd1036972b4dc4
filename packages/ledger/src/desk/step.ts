import type {
  AuditDetails,
  CaseCommand,
  CaseRefusal,
  ReviewCase,
  Conclusion,
} from '@doubletake/scoring';

/** What one act leaves behind. */
export interface Step {
  readonly case: ReviewCase;
  /** A conclusion given, or changed. */
  readonly conclusion?: Conclusion;
  /** What the audit trail says of it; absent when it is not worth a line. */
  readonly details?: AuditDetails;
}

/** What an act comes to: done before, refused, or what it leaves behind. */
export type Stepped = Step | CaseRefusal | 'repeated';

export type Act = CaseCommand['do'];

/** The command that does this. */
export type Doing<A extends Act> = Extract<CaseCommand, { do: A }>;

/** How some acts change a case. Pure: the same case and command give the same step. */
export type Steps<A extends Act> = {
  readonly [Each in A]: (held: ReviewCase, command: Doing<Each>) => Stepped;
};
