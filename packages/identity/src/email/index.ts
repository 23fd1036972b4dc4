import type { IdentifierKey, Kind } from '../kind.ts';
import { canonicaliseEmail } from './canonicalise.ts';
import { compareEmails, ownsDomain } from './compare.ts';
import { disposableTest, type DisposableVerdict } from './disposable.ts';
import type { Email } from './email.ts';

export { isSuspicious, type EmailLevel } from './compare.ts';
export { disposableTest, type DisposableVerdict } from './disposable.ts';
export { DISPOSABLE_LISTS, type DisposableLists } from './disposable-lists.ts';
export type { Email, EmailClass } from './email.ts';

/** E-mail addresses, judged by the lists this package ships with. */
export const emailKind: Kind<string, Email> = createEmailKind();

/** E-mail addresses, their domains judged by the host's own test; see `disposableTest` for newer lists. */
export function createEmailKind(
  disposable: (domain: string) => DisposableVerdict = disposableTest(),
): Kind<string, Email> {
  return {
    kind: 'email',
    canonicalise: (raw) => canonicaliseEmail(raw, disposable),
    compare: compareEmails,
    keys: emailKeys,
    mask: maskEmail,
  };
}

/** A placeholder is nobody's mailbox and has no key; a public domain is everybody's and adds none. */
function emailKeys(email: Email): IdentifierKey[] {
  if (email.class === 'placeholder') return [];
  const keys: IdentifierKey[] = [{ type: 'email', value: email.canonical }];
  if (email.base !== undefined) keys.push({ type: 'email.base', value: email.base });
  if (ownsDomain(email)) keys.push({ type: 'email.domain', value: email.registrable });
  return keys;
}

/** Shows the first character and the domain: `a•••@gmail.com`. */
function maskEmail(email: Email): string {
  return `${String.fromCodePoint(email.local.codePointAt(0) ?? 0)}•••@${email.domain}`;
}
