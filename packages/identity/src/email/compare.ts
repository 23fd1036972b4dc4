import type { Comparison } from '../kind.ts';
import { canonicaliseEmail } from './canonicalise.ts';
import type { Email } from './email.ts';
import { meantDomain } from './typo.ts';
import { printLocal } from './written.ts';

/** Rungs of the e-mail ladder, strongest first. */
export type EmailLevel = 'exact' | 'probable' | 'lookalike' | 'typo' | 'base' | 'domain' | 'none';

/** One rung: when it holds for two addresses, and what it says. The first that holds counts. */
interface Rung {
  readonly level: EmailLevel;
  readonly similarity: number;
  readonly why: string;
  readonly holds: (left: Email, right: Email) => boolean;
}

/** Similarities order the rungs; they are no probabilities. */
const LADDER: readonly Rung[] = [
  {
    level: 'exact',
    similarity: 1,
    why: 'one mailbox by its provider’s rules',
    holds: (left, right) => left.canonical === right.canonical,
  },
  {
    level: 'probable',
    similarity: 0.95,
    why: 'one mailbox if what looks like a tag is one',
    holds: (left, right) => left.probable === right.probable,
  },
  {
    level: 'lookalike',
    similarity: 0.9,
    why: 'a reader cannot tell the addresses apart',
    holds: (left, right) => left.skeleton === right.skeleton,
  },
  {
    level: 'typo',
    similarity: 0.85,
    why: 'one address with a slip in the domain',
    holds: (left, right) => {
      const [meantLeft, meantRight] = [meantAddress(left), meantAddress(right)];
      if (meantLeft === undefined && meantRight === undefined) return false;
      return (meantLeft ?? left.canonical) === (meantRight ?? right.canonical);
    },
  },
  {
    level: 'base',
    similarity: 0.6,
    why: 'local parts differ only in digits and separators',
    holds: (left, right) => left.base !== undefined && left.base === right.base,
  },
  {
    level: 'domain',
    similarity: 0.3,
    why: 'one domain that is no public mail provider’s',
    holds: (left, right) => left.registrable === right.registrable && ownsDomain(left),
  },
];

const NONE: Comparison = { level: 'none', same: false, similarity: 0, why: [] };

/**
 * Compares two addresses: the first rung of the ladder that holds. Only `exact` is the same mailbox for sure. It holds
 * for placeholders as well, which identify nobody: evidence needs a key, and `emailKeys` gives placeholders none.
 */
export function compareEmails(left: Email, right: Email): Comparison {
  const rung = LADDER.find(({ holds }) => holds(left, right));
  if (rung === undefined) return NONE;
  const { level, similarity, why } = rung;
  const rules = new Set([...left.applied, ...right.applied]);
  return { level, same: level === 'exact', similarity, why: [why, ...rules] };
}

/** Whether a level means that two addresses must not pass as two mailboxes: the same one, or made to look so. */
export function isSuspicious(level: string): boolean {
  return SUSPICIOUS.has(level);
}

const SUSPICIOUS: ReadonlySet<string> = new Set<EmailLevel>([
  'exact',
  'probable',
  'lookalike',
  'typo',
]);

/** Whether an address is at a domain few people share: no freemail, relay, throw-away or placeholder one. */
export function ownsDomain(email: Email): boolean {
  return (email.class === 'personal' || email.class === 'role') && email.disposable === false;
}

function meantAddress(email: Email): string | undefined {
  const domain = meantDomain(email.domain);
  if (domain === undefined) return undefined;
  const meant = canonicaliseEmail(`${printLocal(email.local)}@${domain}`, () => false);
  return meant.ok ? meant.value.canonical : undefined;
}
