import {
  MINUTE,
  type AccessStore,
  type AuditTrail,
  type Instant,
  type Outbox,
} from '@doubletake/scoring';
import type { AccountWork } from './account-work.ts';
import { scryptPasswords } from './access/passwords.ts';
import { reportLimit } from './access/report-limit.ts';
import { revealLimit } from './access/reveal-limit.ts';
import { signInLimits } from './access/sign-in-limits.ts';
import { singleSignOn, type SingleSignOnOptions } from './access/single-sign-on.ts';
import { bounded } from './bounded.ts';
import type { CaseWork } from './case-work.ts';
import { ConsoleError } from './errors.ts';
import type { House, Log } from './house.ts';
import { hashChance } from './sample.ts';
import { singly } from './singly.ts';
import { viewers } from './viewers.ts';

/** How a console is set up. It reads no environment, clock or chance of its own. */
export interface ConsoleOptions {
  /** Who may use it. */
  readonly access: AccessStore;
  /** Where every act is written down. */
  readonly audit: Pick<AuditTrail, 'append'>;
  /** The cases people work. */
  readonly cases: CaseWork;
  /** The accounts behind them, and who is connected to whom. */
  readonly accounts: AccountWork;
  /** What leaves the house: endpoints, and what is on its way to them. */
  readonly outbox: Outbox;
  readonly now: () => Instant;
  /** That many bytes nobody can predict. */
  readonly random: (bytes: number) => Uint8Array;
  /** Keys of at least 32 characters that sign the session cookie: the first writes, all of them read. */
  readonly secrets: readonly string[];
  readonly log: Log;
  /** Address to listen on. @defaultValue 127.0.0.1 */
  readonly host?: string;
  /** Port to listen on; 0 for any free one. @defaultValue 0 */
  readonly port?: number;
  /**
   * Where browsers reach it: scheme, host and port, as `https://console.example.com`. Plain HTTP is for the loopback
   * only. Default: the address it listens on.
   */
  readonly origin?: string;
  /** Whether everybody needs a second factor. @defaultValue required */
  readonly secondFactor?: 'required' | 'optional';
  /** Sign-in through an OpenID Connect provider. Default: none. */
  readonly singleSignOn?: SingleSignOnOptions;
  /** Which share of closed cases gets a blind second look. @defaultValue 0.05 */
  readonly sampleShare?: number;
  /** Says on every page that the data is made up. @defaultValue false */
  readonly demo?: boolean;
  /** Proxies in front that are trusted to name the client's address. @defaultValue 0 */
  readonly proxies?: number;
  /** How long one request may wait for the stores, all its questions together, in milliseconds. @defaultValue 2500 */
  readonly patience?: number;
}

const LEAST_SECRET = 32;
/** How much of the patience the picture of who is connected gets. */
const PICTURE_SHARE = 0.4;

/** What handlers are given, from what the host gave. */
export function houseOf(options: ConsoleOptions, origin: string): House {
  const { access, audit, now, random, log, secrets, patience = 2500 } = options;
  checkSecrets(secrets);
  return {
    access: bounded(access, patience),
    audit: bounded(audit, patience),
    cases: boundedWork(options.cases, patience),
    passwords: scryptPasswords({ random }),
    accounts: {
      overviews: bounded(options.accounts.overviews, patience),
      // A page is whole without its picture, and must not wait its own time out for it.
      connections: bounded(options.accounts.connections, patience * PICTURE_SHARE),
    },
    outbox: bounded(options.outbox, patience),
    limits: signInLimits(),
    revealLimit: revealLimit(),
    reportLimit: reportLimit(),
    ...(options.singleSignOn && { singleSignOn: singleSignOn(options.singleSignOn, origin) }),
    secondFactor: options.secondFactor ?? 'required',
    viewers: viewers(),
    sample: { share: options.sampleShare ?? 0.05, chance: hashChance },
    demo: options.demo ?? false,
    proxies: options.proxies ?? 0,
    now,
    random,
    log,
    secrets,
    origin,
  };
}

function boundedWork(
  { desk, ledger, trail, engine, policy }: CaseWork,
  patience: number,
): CaseWork {
  return {
    desk: bounded(desk, patience),
    ledger: bounded(ledger, patience),
    trail: {
      ...bounded<Pick<AuditTrail, 'entries' | 'head'>>(
        { entries: trail.entries, head: trail.head },
        patience,
      ),
      // Reading the whole chain takes its time; whoever asked waits less than this.
      ...bounded<Pick<AuditTrail, 'verify'>>({ verify: singly(trail.verify) }, MINUTE),
    },
    engine: bounded(engine, patience),
    policy,
  };
}

/**
 * An origin as browsers write it.
 * @throws ConsoleError `console_origin_invalid`, `console_origin_insecure`
 */
export function checkedOrigin(origin: string): string {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/')
    throw new ConsoleError(
      'console_origin_invalid',
      `\`${origin}\` is no origin: give scheme, host and port, as \`https://console.example.com\``,
    );
  if (url.protocol === 'http:' && !LOOPBACK.has(url.hostname))
    throw new ConsoleError(
      'console_origin_insecure',
      `\`${origin}\` would send passwords in the clear: use https, or the loopback for a demonstration`,
    );
  return url.origin;
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

function checkSecrets(secrets: readonly string[]): void {
  const weak = secrets.some((secret) => secret.length < LEAST_SECRET || new Set(secret).size < 8);
  if (weak || secrets.length === 0)
    throw new ConsoleError(
      'console_secret_weak',
      `the session cookie needs keys of at least ${LEAST_SECRET} random characters`,
    );
}
