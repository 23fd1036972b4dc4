import type { AuditEntry } from '@doubletake/scoring';
import { LedgerError } from '../errors.ts';

/** What an audit entry may hold. */
const AUDIT_DETAILS = 16;
// `allowance:` and the longest id
const AUDIT_NAME_LENGTH = 210;

const ACTION = /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/;
const DETAIL_NAME = /^[A-Za-z]\w{0,31}$/;
// Ids and codes. No blank, no `@`, no `+`: a name, an address, an e-mail or a phone number does not fit by mistake. Ids of
// the host's own making, in which anything may stand, come escaped as in an address: up to nine signs for each of the 200
// characters of an id.
const DETAIL_LENGTH = 9 * 200;
const DETAIL = new RegExp(`^[\\w.:/~=%-]{1,${DETAIL_LENGTH}}$`, 'u');

/** The entry itself. @throws LedgerError `ledger_audit_refused`, naming the field and never its value. */
export function checkedEntry(entry: AuditEntry): AuditEntry {
  if (!Number.isSafeInteger(entry.at)) throw refused('at', 'a whole number of milliseconds');
  if (!ACTION.test(entry.action)) throw refused('action', 'dotted lower-case words');
  for (const name of ['actor', 'subject'] as const)
    if (entry[name] === '' || entry[name].length > AUDIT_NAME_LENGTH)
      throw refused(name, `1 to ${AUDIT_NAME_LENGTH} characters`);
  const details = Object.entries(entry.details);
  if (details.length > AUDIT_DETAILS) throw refused('details', `at most ${AUDIT_DETAILS} of them`);
  for (const [name, value] of details) {
    if (!DETAIL_NAME.test(name)) throw refused('details', 'names of 1 to 32 letters and digits');
    if (typeof value === 'string' ? !DETAIL.test(value) : !isPlain(value))
      throw refused(
        `details.${name}`,
        `an id or code of 1 to ${DETAIL_LENGTH} characters without blanks`,
      );
  }
  return entry;
}

const isPlain = (value: number | boolean): boolean =>
  typeof value === 'boolean' || Number.isFinite(value);

function refused(field: string, needs: string): LedgerError {
  return new LedgerError('ledger_audit_refused', `\`${field}\` of an audit entry needs ${needs}`);
}
