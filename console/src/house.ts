import type { AccessStore, AuditTrail, Instant, Outbox } from '@doubletake/scoring';
import type { AccountWork } from './account-work.ts';
import type { Passwords } from './access/passwords.ts';
import type { ReportLimit } from './access/report-limit.ts';
import type { RevealLimit } from './access/reveal-limit.ts';
import type { SignInLimits } from './access/sign-in-limits.ts';
import type { SingleSignOn } from './access/single-sign-on.ts';
import type { CaseWork } from './case-work.ts';
import type { Draw } from './sample.ts';
import type { Viewers } from './viewers.ts';

/** Told about everything worth a line in the host's log. Never given a secret or a form. */
export type Log = (event: string, fields: Readonly<Record<string, unknown>>) => void;

/** What every handler is given: stores, time, chance and how this console was set up. */
export interface House {
  readonly access: AccessStore;
  readonly audit: Pick<AuditTrail, 'append'>;
  readonly cases: CaseWork;
  readonly accounts: AccountWork;
  readonly outbox: Outbox;
  readonly now: () => Instant;
  /** That many unpredictable bytes. */
  readonly random: (bytes: number) => Uint8Array;
  readonly log: Log;
  readonly passwords: Passwords;
  readonly limits: SignInLimits;
  readonly revealLimit: RevealLimit;
  readonly reportLimit: ReportLimit;
  readonly singleSignOn?: SingleSignOn;
  /** Where browsers reach the console: scheme, host and port. */
  readonly origin: string;
  /** Keys that sign the session cookie: the first writes, all of them read. */
  readonly secrets: readonly string[];
  readonly secondFactor: 'required' | 'optional';
  /** Who has which case open, as this process knows. */
  readonly viewers: Viewers;
  /** How the quality sample is drawn. */
  readonly sample: Draw;
  /** Made-up data: a banner says so on every page. */
  readonly demo: boolean;
  /** How many proxies in front of it are trusted to name the client's address. */
  readonly proxies: number;
}
