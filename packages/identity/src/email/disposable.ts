import { parse } from 'tldts';
import { remembered } from '../remembered.ts';
import { FREE_DOMAINS } from './free-domains.ts';
import { relayOf } from './relays.ts';
import { DISPOSABLE_LISTS, type DisposableLists } from './disposable-lists.ts';

/** `true`: a list names the domain. `suspected`: only its name says so. */
export type DisposableVerdict = boolean | 'suspected';

/**
 * Names that throw-away mail services carry: those of the well-known ones, the usual compounds of "temporary" and
 * "mail", and freemail names with digits in front, which such services register by the hundred.
 */
const TELLING_NAME = new RegExp(
  [
    'te?mp(?:orary)?-?(?:e?-?mail|inbox|box)',
    '(?:trash|throw-?away|disposable|burner|fake|junk|discard|one-?time)-?(?:e?-?mail|inbox)',
    '(?:10|15|20|30|60|ten)-?min(?:ute)?s?-?(?:e?-?mail|box)',
    'minute-?(?:e?-?mail|inbox)',
    'spam-?(?:gourmet|free|box)',
    'guerr?illa-?mail|mailinator|yopmail|sharklasers|mailnesia|getnada|maildrop\\b',
    '(?:^|\\.)\\d+(?:gmail|hotmail|yahoo|outlook)\\.',
  ].join('|'),
  'u',
);

/**
 * Builds the test for throw-away domains from lists; domains are ASCII and lower case. Hashing some 130,000 names is put
 * off to the first question, and the latest answers are remembered, since mail domains repeat.
 */
export function disposableTest(
  lists: DisposableLists = DISPOSABLE_LISTS,
): (domain: string) => DisposableVerdict {
  let hashed: HashedLists | undefined;
  return remembered(4096, (domain) => {
    hashed ??= hash(lists);
    return verdict(hashed, domain);
  });
}

type HashedLists = Readonly<Record<keyof DisposableLists, ReadonlySet<string>>>;

function hash(lists: DisposableLists): HashedLists {
  return {
    blocked: new Set(lists.blocked.flat()),
    suspected: new Set(lists.suspected.flat()),
    allowed: new Set(lists.allowed),
  };
}

function verdict(lists: HashedLists, domain: string): DisposableVerdict {
  // INVARIANT: a mailbox people keep is never called disposable, whatever a list says.
  const kept = isCovered(FREE_DOMAINS, domain) || isCovered(lists.allowed, domain);
  if (kept || relayOf(domain) !== undefined) return false;
  const name = coveringName(lists.blocked, domain);
  // A list that names a whole public suffix (`edu.pl`) means its tenants' habits, not one service.
  if (name !== undefined) return parse(name).domain === null ? 'suspected' : true;
  return isCovered(lists.suspected, domain) || TELLING_NAME.test(domain) ? 'suspected' : false;
}

function isCovered(names: ReadonlySet<string>, domain: string): boolean {
  return coveringName(names, domain) !== undefined;
}

/** The domain or the nearest of its parents that a set names. */
function coveringName(names: ReadonlySet<string>, domain: string): string | undefined {
  let rest = domain;
  while (rest.includes('.')) {
    if (names.has(rest)) return rest;
    rest = rest.slice(rest.indexOf('.') + 1);
  }
  return undefined;
}
