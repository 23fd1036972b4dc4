import type { Locale } from './locale/index.ts';
import type { Random } from './random.ts';
import { plain } from './written.ts';

/** Throw-away providers an honest customer may use as well as an abuser. */
const DISPOSABLE = ['mailinator.com', 'yopmail.com', 'guerrillamail.com', 'temp-mail.org'] as const;

const tight = (name: string): string =>
  plain(name)
    .toLowerCase()
    .replaceAll(/[^a-z]/gu, '');

interface Name {
  readonly given: string;
  readonly family: string;
}

/** Hands out mailboxes nobody else in the world has. */
export interface Mailboxes {
  personal(name: Name, locale: Locale): string;
  at(name: Name, domain: string): string;
  disposable(): string;
}

export function openMailboxes(random: Random): Mailboxes {
  const taken = new Set<string>();
  const claim = (local: string, domain: string): string => {
    const wanted = `${local}@${domain}`;
    const free = taken.has(wanted) ? `${local}${random.integer(100, 99_999)}@${domain}` : wanted;
    taken.add(free);
    return free;
  };
  const at = (name: Name, domain: string): string => claim(localPart(name, random), domain);
  return {
    at,
    personal: (name, locale) => at(name, random.pick(locale.mailDomains)),
    disposable: () => claim(random.hex(9), random.pick(DISPOSABLE)),
  };
}

function localPart(name: Name, random: Random): string {
  const [given, family] = [tight(name.given), tight(name.family)];
  const year = random.integer(55, 99);
  return random.weighted([
    [`${given}.${family}`, 30],
    [`${given}${family}`, 14],
    [`${given.slice(0, 1)}${family}`, 12],
    [`${given.slice(0, 1)}.${family}${year}`, 10],
    [`${given}${year}`, 9],
    [`${family}.${given}`, 9],
    [`${given}_${family}`, 8],
    [`${given}${random.integer(100, 999)}`, 8],
  ]);
}

/** Another spelling that reaches the same mailbox, where its provider allows one. */
export function sameMailbox(email: string, random: Random): string {
  const [local = '', domain = ''] = email.split('@');
  if (domain === 'gmail.com' && random.chance(0.4)) {
    const cut = random.integer(1, Math.max(1, local.length - 2));
    const dotted = `${local.slice(0, cut)}.${local.slice(cut)}`.replaceAll(/\.+/gu, '.');
    return random.chance(0.8) ? `${dotted}@gmail.com` : `${dotted}@googlemail.com`;
  }
  return `${local}+${random.pick(['travel', 'trip', '2', 'promo', 'ref', 'stay'])}@${domain}`;
}

/** Another mailbox that looks like a sibling of the first. */
export function similarMailbox(email: string, random: Random): string {
  const [local = '', domain = ''] = email.split('@');
  const stem = local.replaceAll(/\d+$/gu, '');
  return `${stem}${random.integer(1, 999)}@${random.pick([domain, 'gmail.com', 'outlook.com'])}`;
}
