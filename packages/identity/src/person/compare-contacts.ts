import { emailKind } from '../email/index.ts';
import { phoneKind } from '../phone/index.ts';
import type { PhoneRaw } from '../phone/phone.ts';
import { damerau } from '../text/damerau.ts';
import { type FieldEvidence, weigh } from './agreement.ts';

/** Weighs two e-mail addresses as written; a role's mailbox (`info@`) is read by several people, a slip anywhere in them is a slip. */
export function compareMailboxes(
  left: string | undefined,
  right: string | undefined,
): readonly FieldEvidence[] {
  if (left === undefined || right === undefined) return [];
  const a = emailKind.canonicalise(left);
  const b = emailKind.canonicalise(right);
  const level = a.ok && b.ok ? emailKind.compare(a.value, b.value).level : 'none';
  if (a.ok && a.value.class === 'role' && level !== 'none') return weigh('email', 'role');
  if (level === 'exact' || level === 'probable') return weigh('email', level);
  const written = writtenLevel(left.trim().toLowerCase(), right.trim().toLowerCase());
  const coarse = level === 'none' || level === 'domain';
  return weigh('email', written === 'slip' || coarse ? written : level);
}

function writtenLevel(left: string, right: string): string {
  if (Math.abs(left.length - right.length) <= 2 && damerau(left, right) <= 2) return 'slip';
  const [local = '', other = ''] = [left, right].map((text) => text.split('@')[0] ?? '');
  return local === other && local.length > 4 ? 'local' : 'conflict';
}

/** Weighs two phone numbers; equal last eight digits are one number with and without its country code, probably. */
export function comparePhoneLines(
  left: PhoneRaw | undefined,
  right: PhoneRaw | undefined,
): readonly FieldEvidence[] {
  if (left === undefined || right === undefined) return [];
  const a = phoneKind.canonicalise(left);
  const b = phoneKind.canonicalise(right);
  if (!a.ok || !b.ok) return [];
  const { level } = phoneKind.compare(a.value, b.value);
  if (level !== 'none') return weigh('phone', level);
  const [tail = '', other = ''] = [a.value, b.value].map(({ canonical }) =>
    canonical.replaceAll(/\D/g, '').slice(-TAIL),
  );
  return weigh('phone', tail === other && tail.length === TAIL ? 'weak' : 'conflict');
}

const TAIL = 8;
