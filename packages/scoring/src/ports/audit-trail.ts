import type { Instant } from '../instant.ts';

/** Ids, codes and counts: 1 to 128 characters without blanks, `@` or `+`, so that nobody's name or address fits. */
export type AuditDetails = Readonly<Record<string, string | number | boolean>>;

/** Who did what to what. */
export interface AuditEntry {
  readonly at: Instant;
  readonly actor: string;
  /** Dotted, as `case.conclude`, `session.sign_in`, `account.reveal`. */
  readonly action: string;
  /** Kind and id, as `case:dec_1`, `account:acc_7`. */
  readonly subject: string;
  /** At most 16. */
  readonly details: AuditDetails;
}

/** An entry in its place in the chain. */
export interface AuditRecord extends AuditEntry {
  /** 1 for the first; no number is left out. */
  readonly seq: number;
  /** HMAC-SHA-256 over the hash before it and everything this entry says, base64url. */
  readonly hash: string;
}

/** Where the chain ends, signed. Kept elsewhere, it shows later that the chain was cut. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
  readonly at: Instant;
  readonly signature: string;
}

/** What a check of the whole chain found. */
export type AuditVerdict =
  | { readonly ok: true; readonly entries: number }
  /** The first place that is not as it was written: changed, missing, or cut off after a head that was exported. */
  | {
      readonly ok: false;
      readonly seq: number;
      readonly broken: 'changed' | 'missing' | 'cut_off' | 'head_forged';
    };

export interface AuditFilter {
  readonly actor?: string;
  readonly action?: string;
  readonly subject?: string;
  /** Only entries before this place: the `seq` of a page's last. */
  readonly before?: number;
  /** @defaultValue 50 */
  readonly limit?: number;
}

/** An append-only chain of who did what. */
export interface AuditTrail {
  /** @throws an error with code `ledger_audit_refused` when the entry does not keep to its bounds. */
  readonly append: (entry: AuditEntry) => Promise<AuditRecord>;
  /** The latest first. */
  readonly entries: (filter: AuditFilter) => Promise<readonly AuditRecord[]>;
  readonly head: (at: Instant) => Promise<AuditHead>;
  /** Reads the chain from its beginning; with a head that was exported, also that it still reaches there. */
  readonly verify: (head?: AuditHead) => Promise<AuditVerdict>;
}
