import { FREE_DOMAINS } from './free-domains.ts';
import { relayOf } from './relays.ts';
import { DISPOSABLE_LISTS, type DisposableLists } from './disposable-lists.ts';

/** `true`: a list names the domain. `suspected`: only its name says so. */
export type DisposableVerdict = boolean | 'suspected';

/** Names that only throw-away mail services carry. Whole-service names and their usual compounds, hyphens optional. */
const TELLING_NAME =
  /te?mp(?:orary)?-?(?:e?-?mail|inbox|box)|mail-?te?mp(?:\b|-)|(?:trash|throw-?away|disposable|burner|fake|dropmail|junk)-?(?:e?-?mail|inbox)|(?:10|ten|20|15|30|60)-?min(?:ute)?s?-?(?:e?-?mail|box)|minute-?(?:in)?box|minute-?mail|guerr?ill?a-?mail|mailinator|yopmail|sharklasers|maildrop\b|mailnesia|spam-?(?:gourmet|free|box|ex\b)|discard-?mail|mail-?(?:trash|expire|drop)\b|get-?nada|moakt|one-?time-?(?:e?-?mail)/u;

/**
 * Builds the test for throw-away domains from lists. Building is put off to the first question, since it hashes some
 * 130,000 names.
 */
export function disposableTest(
  lists: DisposableLists = DISPOSABLE_LISTS,
): (domain: string) => DisposableVerdict {
  let blocked: ReadonlySet<string> | undefined;
  const allowed = new Set(lists.allowed);
  return (domain) => {
    blocked ??= new Set(lists.blocked.flat());
    // INVARIANT: a mailbox people keep is never called disposable, whatever a list says.
    if (isCovered(FREE_DOMAINS, domain) || isCovered(allowed, domain)) return false;
    if (relayOf(domain) !== undefined) return false;
    if (isCovered(blocked, domain)) return true;
    return TELLING_NAME.test(domain) ? 'suspected' : false;
  };
}

/** Whether a set names the domain or one of its parents. The index part of the lists is exact by name only. */
function isCovered(names: ReadonlySet<string>, domain: string): boolean {
  let rest = domain;
  while (rest.includes('.')) {
    if (names.has(rest)) return true;
    rest = rest.slice(rest.indexOf('.') + 1);
  }
  return false;
}
