import punycode from 'punycode/punycode.js';
import { remembered } from '../remembered.ts';

// RFC 1035 §2.3.4 lengths; underscores occur in no mail domain.
const HOST = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/u;

/**
 * The ASCII form of a mail domain (IDNA, on text already folded by NFKC), or nothing when it is no host name with at
 * least two labels. `localhost` passes, to be known as a placeholder.
 */
export const domainToAscii: (domain: string) => string | undefined = (domain) =>
  ASCII_FORMS(domain) || undefined;

const ASCII_FORMS = remembered(4096, (domain) => {
  const rooted = domain.endsWith('.') ? domain.slice(0, -1) : domain;
  const ascii = punycode.toASCII(rooted.toLowerCase()).toLowerCase();
  return ascii === 'localhost' || HOST.test(ascii) ? ascii : '';
});
