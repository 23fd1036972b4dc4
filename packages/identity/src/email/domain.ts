import punycode from 'punycode/punycode.js';
import { parse } from 'tldts';
import { remembered } from '../remembered.ts';
import { FREE_DOMAINS } from './free-domains.ts';
import { PROVIDERS } from './providers.ts';
import type { Provider } from './provider.ts';
import { relayOf, type Relayed } from './relays.ts';
import { isReservedDomain } from './reserved.ts';
import { skeleton } from './skeleton.ts';

/** What is known of a mail domain from its name alone. */
export interface MailDomain {
  /** Public suffix and one label; private suffixes (`uk.com`) count, since strangers live under them. */
  readonly registrable: string;
  readonly provider: Provider | undefined;
  /** The user's label in `anything@user.provider`, and the provider's domain under it. */
  readonly userAt: { readonly user: string; readonly domain: string } | undefined;
  readonly relay: Relayed | undefined;
  readonly free: boolean;
  readonly reserved: boolean;
  readonly skeleton: string;
  /** The provider a reader would take this domain for: its own, or one with the same skeleton. */
  readonly seenAs: Provider | undefined;
}

const BY_DOMAIN = new Map<string, Provider>(
  PROVIDERS.flatMap((provider) => provider.domains.map((domain) => [domain, provider] as const)),
);
const BY_SKELETON = new Map<string, Provider>(
  PROVIDERS.flatMap((provider) =>
    provider.domains.map((domain) => [skeleton(domain), provider] as const),
  ),
);

/** Looks a domain up by its ASCII, lower-case name. Mail domains repeat, so the latest few thousand are remembered. */
export const mailDomain: (domain: string) => MailDomain = remembered(4096, (domain) => {
  const registrable = parse(domain, { allowPrivateDomains: true }).domain ?? domain;
  const seen = skeleton(punycode.toUnicode(domain));
  const provider = BY_DOMAIN.get(domain);
  return {
    registrable,
    provider,
    userAt: provider === undefined ? userDomain(domain) : undefined,
    relay: relayOf(domain),
    free: FREE_DOMAINS.has(domain) || FREE_DOMAINS.has(registrable),
    reserved: isReservedDomain(domain, registrable),
    skeleton: seen,
    seenAs: provider ?? BY_SKELETON.get(seen),
  };
});

function userDomain(domain: string): MailDomain['userAt'] {
  const dot = domain.indexOf('.');
  const parent = domain.slice(dot + 1);
  return BY_DOMAIN.get(parent)?.userDomains === true
    ? { user: domain.slice(0, dot), domain: parent }
    : undefined;
}
