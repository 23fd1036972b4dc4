import type { Grant } from './access/grant.ts';
import type { CaseRefusal, Instant } from '@doubletake/scoring';

/** What a session remembers between requests. */
export interface Remembered {
  /** Who is signed in. */
  readonly userId?: string;
  /** When the session began: twelve hours on it is over, whatever happens in it. */
  readonly beganAt?: Instant;
  /** What the browser called itself then, for the list of one's sessions. */
  readonly agent?: string;
  /** Who gave the right password and still owes the second factor. */
  readonly owes?: { readonly userId: string; readonly next: string; readonly until: Instant };
  /** What the identity provider must bring back. */
  readonly signingOn?: {
    readonly state: string;
    readonly nonce: string;
    readonly verifier: string;
    readonly next: string;
  };
  /** Secret of a second factor that has not been confirmed yet. */
  readonly enrolling?: string;
  /** What was decided last, to be taken back while there is time. */
  readonly decided?: {
    /** Where it is sent to be taken back. */
    readonly action: string;
    readonly commandId: string;
    readonly what: string;
    readonly until: Instant;
  };
  /** What was decided at once, the latest first: its cases, and why each that was not, was not. */
  readonly bulks?: readonly {
    readonly commandId: string;
    readonly what: string;
    readonly items: readonly {
      readonly caseId: string;
      readonly refusal?: CaseRefusal;
    }[];
  }[];
  /** Whose values this session may see, and for how long. */
  readonly revealed?: readonly Grant[];
  /** Said once, on the next page. */
  readonly notice?: string;
}
