import { parse } from 'tldts';
import { remembered } from '../remembered.ts';
import { damerau } from '../text/damerau.ts';
import { FREE_DOMAINS } from './free-domains.ts';

/**
 * The freemail domains whose misspellings are worth guessing: those most people have, so that a slip is likelier than a
 * domain of that name. The idea of one edit against a short list of popular domains is mailcheck's.
 */
const POPULAR =
  `gmail.com googlemail.com hotmail.com hotmail.co.uk hotmail.fr outlook.com live.com yahoo.com
  yahoo.co.uk yahoo.fr ymail.com icloud.com protonmail.com proton.me comcast.net verizon.net sbcglobal.net
  bellsouth.net charter.net earthlink.net fastmail.com orange.fr wanadoo.fr laposte.net t-online.de libero.it
  yandex.ru mail.ru rambler.ru`
    .trim()
    .split(/\s+/u);

/** Endings that no registry runs but fingers find. */
const TOP_LEVEL = ['com', 'net', 'org', 'de', 'fr', 'uk'];

/**
 * The domain somebody probably meant: a popular freemail domain one slip away (an edit or two swapped letters) in its
 * name or ending, or a top level that does not exist put right. Nothing when the domain stands as it is.
 */
export const meantDomain: (domain: string) => string | undefined = (domain) =>
  MEANT(domain) || undefined;

const MEANT = remembered(4096, (domain) => {
  if (FREE_DOMAINS.has(domain)) return '';
  const righted = rightedTopLevel(domain);
  const popular = POPULAR.find(
    (known) => isOneSlip(domain, known) || (righted !== domain && isOneSlip(righted, known)),
  );
  return popular ?? (righted === domain ? '' : righted);
});

function rightedTopLevel(domain: string): string {
  if (parse(domain).isIcann === true) return domain;
  const dot = domain.lastIndexOf('.');
  const top = domain.slice(dot + 1);
  const meant = TOP_LEVEL.find((known) => isOneSlip(top, known));
  return meant === undefined ? domain : domain.slice(0, dot + 1) + meant;
}

function isOneSlip(written: string, meant: string): boolean {
  return Math.abs(written.length - meant.length) <= 1 && damerau(written, meant) <= 1;
}
