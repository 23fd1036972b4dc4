import BLOCKLIST from 'disposable-email-domains-js/dist/dict/disposable_email_blocklist.json' with { type: 'json' };
import EXACT from 'disposable-email-domains/index.json' with { type: 'json' };
import WILDCARD from 'disposable-email-domains/wildcard.json' with { type: 'json' };
import FAKEFILTER from 'fakefilter/json/data.json' with { type: 'json' };
import mailchecker from 'mailchecker';
import { ALLOWED_DOMAINS } from './allowed-domains.ts';

/** Domain lists that decide whether an address is a throw-away one. All entries lower case, in ASCII form. */
export interface DisposableLists {
  /** Domains that hand out throw-away mailboxes, by list; a listed domain covers its sub-domains. */
  readonly blocked: readonly (readonly string[])[];
  /** Domains from wider, less careful lists: suspected, not sure. */
  readonly suspected: readonly (readonly string[])[];
  /** Domains that win over the others: mailboxes people keep. */
  readonly allowed: readonly string[];
}

/**
 * The lists this package ships with. Sure: disposable-email-domains (with its wildcard part), the disposable.org
 * blocklist as packed by disposable-email-domains-js, and fakefilter, which records when it last saw each domain in
 * use. Suspected: mailchecker, far wider and not free of ordinary providers. A host with newer ones passes its own.
 */
export const DISPOSABLE_LISTS: DisposableLists = {
  blocked: [EXACT, WILDCARD, BLOCKLIST, Object.keys(FAKEFILTER.domains)],
  suspected: [[...mailchecker.blacklist()]],
  allowed: ALLOWED_DOMAINS,
};
