import type { AuditDetails, AuditEntry } from '@doubletake/scoring';
import type { Io } from '../../cli/io.ts';
import type { EngineParts } from '../../engine/parts.ts';

/** Something a person did to an account, or to everything, by a command. */
export interface Deed {
  /** Dotted, as `account.export`. */
  readonly action: string;
  /** Kind and id, as `account:acc_7`. */
  readonly subject: string;
  readonly details?: AuditDetails;
}

/** Who is at the command line, as far as the system says. */
export function actorOf({ env }: Pick<Io, 'env'>): string {
  return `cli:${env['USER'] ?? env['LOGNAME'] ?? 'unknown'}`;
}

/** An id of the host's own making as it may stand in a detail: escaped as in an address (RFC 3986). */
export function escaped(id: string): string {
  return encodeURIComponent(id).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** What the audit trail says of a deed done now. */
export function entryOf(
  { clock }: Pick<EngineParts, 'clock'>,
  { action, subject, details = {} }: Deed,
  io: Pick<Io, 'env'>,
): AuditEntry {
  return { at: clock(), actor: actorOf(io), action, subject, details };
}

/** Enters a deed into the audit trail of the ledger it was done to, once it is done: for what is no single transaction. */
export async function audited(
  parts: Pick<EngineParts, 'ledger' | 'clock'>,
  deed: Deed,
  io: Pick<Io, 'env'>,
): Promise<void> {
  await parts.ledger.audit.append(entryOf(parts, deed, io));
}
