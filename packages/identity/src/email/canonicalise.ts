import type { Canonicalised } from '../kind.ts';
import { unreadable } from '../problem.ts';
import type { DisposableVerdict } from './disposable.ts';
import { mailDomain, type MailDomain } from './domain.ts';
import type { Email, EmailClass } from './email.ts';
import { deliver, type Delivered } from './provider.ts';
import { isRoleName } from './role-names.ts';
import { skeleton } from './skeleton.ts';
import { printLocal, readAddress, type WrittenAddress } from './written.ts';

/** A base name shorter than this is shared by chance (`jan`, `ann`). */
const SHORTEST_BASE = 4;

/** Canonicalises a written address; `disposable` judges its domain. */
export function canonicaliseEmail(
  raw: string,
  disposable: (domain: string) => DisposableVerdict,
): Canonicalised<Email> {
  const written = readAddress(raw);
  if (written === undefined) return unreadable('identity_email_unreadable', raw);
  const { local, domain, applied } = delivered(written);
  const known = mailDomain(domain);
  const listed = disposable(domain);
  const named = classOf(known, { local, listed });
  const canonical = `${printLocal(local)}@${domain}`;
  const untagged = withoutDoubtfulTag(known, local);
  return {
    ok: true,
    value: {
      canonical,
      local,
      domain,
      registrable: known.registrable,
      provider: known.provider?.name ?? known.relay?.name,
      base: named === 'relay' || isRoleName(untagged) ? undefined : baseOf(untagged),
      probable: untagged === local ? canonical : `${printLocal(untagged)}@${domain}`,
      skeleton: skeletonOf(known, local),
      class: named,
      disposable: listed,
      applied: [...written.repaired, ...applied],
    },
  };
}

/** The mailbox an address is delivered to, by the rules of its provider or relay. */
function delivered(written: WrittenAddress): Delivered {
  const known = mailDomain(written.domain);
  if (known.provider !== undefined) return deliver(known.provider, written);
  if (known.userAt !== undefined) {
    // A host label has no underscore, so the provider writes a user name's as a hyphen there.
    const local = known.userAt.user.replaceAll('-', '_');
    return { local, domain: known.userAt.domain, applied: ['sub-domain names the user'] };
  }
  if (known.relay?.ownedByUser === true && written.local !== '*') {
    return { local: '*', domain: written.domain, applied: ['sub-domain belongs to one user'] };
  }
  return { local: written.local, domain: written.domain, applied: [] };
}

/** Cuts what may be a tag: a plus at an unknown provider, and Yahoo's hyphen, whose base name is no login. */
function withoutDoubtfulTag(known: MailDomain, local: string): string {
  if (known.provider?.tag === 'keyword') return local.endsWith('-') ? local.slice(0, -1) : local;
  if (known.provider !== undefined) return local;
  const plus = local.indexOf('+');
  return plus < 1 ? local : local.slice(0, plus);
}

function baseOf(local: string): string | undefined {
  const letters = /^[!-~]*$/u.test(local)
    ? local.replaceAll(/[^a-z]+/gu, '')
    : local.replaceAll(/[^\p{L}\p{M}]+/gu, '');
  return letters.length < SHORTEST_BASE ? undefined : letters;
}

function classOf(
  known: MailDomain,
  address: { local: string; listed: DisposableVerdict },
): EmailClass {
  if (known.reserved) return 'placeholder';
  if (known.relay !== undefined) return 'relay';
  if (address.listed === true) return 'disposable';
  if (known.free) return 'free';
  return isRoleName(address.local) ? 'role' : 'personal';
}

/** A domain that looks like a provider's is read by that provider's rules, as its reader would. */
function skeletonOf(known: MailDomain, local: string): string {
  const seen = known.seenAs;
  if (seen === undefined || seen === known.provider) return `${skeleton(local)}@${known.skeleton}`;
  const read = deliver(seen, { local, domain: seen.domains[0] ?? '' });
  return `${skeleton(read.local)}@${skeleton(read.domain)}`;
}
