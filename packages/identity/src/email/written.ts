import emailAddresses from 'email-addresses';
import { domainToAscii } from './domain-name.ts';

/** An address as written, split: the local part folded in case and unquoted, the domain in ASCII. */
export interface WrittenAddress {
  readonly local: string;
  readonly domain: string;
  /** What had to be repaired to read it. */
  readonly repaired: readonly string[];
}

// Longest path an SMTP server must take (RFC 5321 §4.5.3.1.3); longer text is no address.
const LONGEST = 254;
const UNTOUCHED: readonly string[] = [];
const REPAIRED: readonly string[] = ['invisible or full-width characters read as shown'];
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const PRINTABLE = /^[!-~]*$/u;
// Letters outside ASCII are fine (RFC 6531); what RFC 5322 gives a meaning of its own goes to the full parser.
const PLAIN = /^[^\s"(),:;<>@[\]\\]+$/u;

/**
 * Reads an addr-spec. The common form is split by hand; display names, angle brackets, quotes and comments go to the
 * RFC 5322 parser. Full-width letters (NFKC) and invisible characters, which no mailbox name has (RFC 8265 §3.3), are
 * read as what they show. Dots in odd places pass: Gmail users write them and RFC parsers refuse them.
 */
export function readAddress(raw: string): WrittenAddress | undefined {
  const shown = asShown(raw);
  const repaired = shown === raw.trim() ? UNTOUCHED : REPAIRED;
  const text = withoutScheme(shown.toLowerCase());
  if (text.length > LONGEST) return undefined;
  const at = text.lastIndexOf('@');
  if (at < 1) return undefined;
  const local = text.slice(0, at);
  const parts = PLAIN.test(local) ? { local, domain: text.slice(at + 1) } : readByRfc(text);
  const domain = parts === undefined ? undefined : domainToAscii(parts.domain);
  if (parts === undefined || domain === undefined || parts.local === '') return undefined;
  return { local: parts.local, domain, repaired };
}

/** A local part in the form that reads back as itself: quoted where its characters demand it (RFC 5321 §4.1.2). */
export function printLocal(local: string): string {
  return PLAIN.test(local) ? local : `"${local.replaceAll(/["\\]/gu, String.raw`\$&`)}"`;
}

function asShown(raw: string): string {
  return PRINTABLE.test(raw) ? raw : raw.normalize('NFKC').replaceAll(INVISIBLE, '').trim();
}

function withoutScheme(text: string): string {
  return text.startsWith('mailto:') ? text.slice('mailto:'.length) : text;
}

function readByRfc(text: string): { local: string; domain: string } | undefined {
  const parsed = emailAddresses.parseOneAddress({ input: text, rfc6532: true });
  if (parsed?.type !== 'mailbox') return undefined;
  // Blanks around dots mean nothing (RFC 5322 §4.4); inside quotes they do, but nobody hands such names out.
  const local = text.includes('"') ? parsed.local : parsed.local.replaceAll(/\s+/gu, '');
  return /\s/u.test(local) ? undefined : { local, domain: parsed.domain };
}
