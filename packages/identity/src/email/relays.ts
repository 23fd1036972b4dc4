/** A service that hands out forwarding aliases for a mailbox it keeps secret. Private, not disposable. */
interface Relay {
  readonly name: string;
  readonly domains: readonly string[];
  /** `anything@user.domain` belongs to one user of the service. */
  readonly userDomains?: boolean;
  readonly source: string;
}

/** The forwarding services, one row each. */
const RELAYS: readonly Relay[] = [
  {
    name: 'Apple Hide My Email',
    domains: ['privaterelay.appleid.com', 'private.icloud.com'],
    source: 'https://support.apple.com/en-us/105078',
  },
  {
    name: 'Firefox Relay',
    domains: ['mozmail.com', 'relay.firefox.com'],
    userDomains: true,
    source: 'https://support.mozilla.org/kb/relay-email-masks',
  },
  {
    name: 'DuckDuckGo',
    domains: ['duck.com'],
    source: 'https://duckduckgo.com/duckduckgo-help-pages/email-protection/',
  },
  {
    name: 'SimpleLogin',
    domains: [
      'simplelogin.com',
      'simplelogin.co',
      'simplelogin.fr',
      'simplelogin.io',
      'slmail.me',
      'slmails.com',
      'aleeas.com',
      'silomails.com',
      '8alias.com',
      '8shield.net',
      'dralias.com',
    ],
    userDomains: true,
    source: 'https://simplelogin.io/docs/ (random aliases and user sub-domains)',
  },
  {
    name: 'Proton Pass',
    domains: ['passmail.net', 'passmail.com', 'passinbox.com', 'passfwd.com'],
    source: 'https://proton.me/support/pass-aliases',
  },
  {
    name: 'addy.io',
    domains: [
      'anonaddy.com',
      'anonaddy.me',
      'addy.io',
      'addymail.com',
      'addy.biz',
      '4wrd.cc',
      'mailer.me',
    ],
    userDomains: true,
    source: 'https://addy.io/faq/ (standard aliases at user sub-domains)',
  },
  {
    name: '33Mail',
    domains: ['33mail.com'],
    userDomains: true,
    source: 'https://www.33mail.com/ (anything@user.33mail.com)',
  },
  {
    name: 'Fastmail Masked Email',
    domains: ['fastmail.masked.email'],
    source: 'https://www.fastmail.help/hc/en-us/articles/4406536368911',
  },
  {
    name: 'Cloaked',
    domains: ['cloaked.id', 'myclkd.com', 'clkdmail.com'],
    source: 'https://help.cloaked.com/',
  },
  {
    name: 'IronVest',
    domains: ['opayq.com', 'ironvest.com'],
    source: 'https://ironvest.com/masked-emails/',
  },
];

const BY_DOMAIN = new Map<string, Relay>(
  RELAYS.flatMap((relay) => relay.domains.map((domain) => [domain, relay] as const)),
);

/** Where a domain belongs to a relay: its service, and the user's own sub-domain if it is one. */
export interface Relayed {
  readonly name: string;
  /** The whole sub-domain belongs to one user, so every name in it is one person's. */
  readonly ownedByUser: boolean;
}

/** Finds the forwarding service behind an ASCII, lower-case domain. */
export function relayOf(domain: string): Relayed | undefined {
  const shared = BY_DOMAIN.get(domain);
  if (shared !== undefined) return { name: shared.name, ownedByUser: false };
  const parent = BY_DOMAIN.get(domain.slice(domain.indexOf('.') + 1));
  if (parent === undefined) return undefined;
  return { name: parent.name, ownedByUser: parent.userDomains === true };
}
