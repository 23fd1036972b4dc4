import emailAddresses from 'email-addresses';
import { domainToAscii } from './domain-name.ts';

/** An address as written, split: the local part folded in case and unquoted, the domain in ASCII. */
export interface WrittenAddress {
  readonly local: string;
  readonly domain: string;
}

// Longest path an SMTP server must take (RFC 5321 §4.5.3.1.3); longer text is no address.
const LONGEST = 254;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const SIMPLE = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+$/u;
// Letters outside ASCII are fine (RFC 6531); what RFC 5322 gives a meaning of its own goes to the full parser.
const PLAIN = /^[^\s"(),:;<>@[\]\\]+$/u;

/**
 * Reads an addr-spec. The common form is split by hand; display names, angle brackets, quotes and comments go to the
 * RFC 5322 parser. Full-width letters (NFKC) and invisible characters, which no mailbox name has (RFC 8265 §3.3), are
 * read as what they show. Dots in odd places pass: Gmail users write them and RFC parsers refuse them.
 */
export function readAddress(raw: string): WrittenAddress | undefined {
  const text = tidy(raw);
  if (text.length > LONGEST) return undefined;
  const at = text.lastIndexOf('@');
  if (at < 1) return undefined;
  const local = text.slice(0, at);
  if (!SIMPLE.test(local) && !PLAIN.test(local)) return readByRfc(text);
  return withDomain(local, text.slice(at + 1));
}

/** A local part in the form that reads back as itself: quoted where its characters demand it (RFC 5321 §4.1.2). */
export function printLocal(local: string): string {
  return PLAIN.test(local) ? local : `"${local.replaceAll(/["\\]/gu, String.raw`\$&`)}"`;
}

function tidy(raw: string): string {
  const visible = SIMPLE.test(raw) ? raw : raw.normalize('NFKC').replaceAll(INVISIBLE, '').trim();
  const folded = visible.toLowerCase();
  return folded.startsWith('mailto:') ? folded.slice('mailto:'.length) : folded;
}

function readByRfc(text: string): WrittenAddress | undefined {
  const parsed = emailAddresses.parseOneAddress({ input: text, rfc6532: true });
  if (parsed?.type !== 'mailbox') return undefined;
  return withDomain(parsed.local.trim(), parsed.domain);
}

function withDomain(local: string, domain: string): WrittenAddress | undefined {
  const ascii = domainToAscii(domain);
  return ascii === undefined || local === '' ? undefined : { local, domain: ascii };
}
