import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { readCookie, writeCookie } from './browser-stores.ts';

const ID = '0123456789abcdef0123456789abcdef';

describe('the cookie', () => {
  test.each([
    { protocol: 'https:', secure: true },
    { protocol: 'http:', secure: false },
  ])('on $protocol secure is $secure', ({ protocol, secure }) => {
    const attributes = writeCookie(ID, protocol).split('; ').slice(1);
    expect(attributes).toContain('SameSite=Lax');
    expect(attributes.includes('Secure')).toBe(secure);
  });

  test.each([
    { note: 'no cookies', cookies: '', found: undefined },
    { note: 'another cookie only', cookies: 'theme=dark', found: undefined },
    { note: 'a name that starts alike', cookies: 'doubletake_installation2=x', found: undefined },
    { note: 'a name that ends alike', cookies: 'my_doubletake_installation=x', found: undefined },
  ])('$note', ({ cookies, found }) => {
    expect(readCookie(cookies)).toBe(found);
  });

  const otherCookies = fc.array(fc.stringMatching(/^[a-z]{1,9}=[\w=]{0,9}$/));

  test.prop([otherCookies, otherCookies])(
    'what is written is read among any others',
    (before, after) => {
      const [pair = ''] = writeCookie(ID, 'https:').split('; ');
      expect(readCookie([...before, pair, ...after].join('; '))).toBe(ID);
    },
  );
});
