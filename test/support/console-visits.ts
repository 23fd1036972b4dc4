import { createHash } from 'node:crypto';
import { PASSWORD, person, TOTP_SECRET, type Browser } from './console.ts';

/** An administrator, an analyst, one with a second factor, and one who may no longer come in. */
export const STAFF: readonly ReturnType<typeof person>[] = [
  person('ada', 'admin'),
  person('ann', 'analyst'),
  person('tom', 'analyst', {
    totpSecret: TOTP_SECRET,
    recoveryCodes: [codeHash('ABCDEFGH23456789')],
  }),
  person('gone', 'analyst', { disabledAt: 1 }),
];

/** What is kept of a recovery code. */
function codeHash(code: string): string {
  return createHash('sha256').update(code).digest('base64url');
}

/** Sends a form. */
export const send = (browser: Browser, to: string, form: object): ReturnType<Browser['post']> =>
  browser.post(to).type('form').send(form);

/** Sends the form of the front door, with the password everybody has. */
export const signIn = (browser: Browser, form: object): ReturnType<Browser['post']> =>
  send(browser, '/sign-in', { password: PASSWORD, ...form });

export const status = async (asked: PromiseLike<{ status: number }>): Promise<number> =>
  (await asked).status;

/** Whether somebody is signed in there. */
export const isIn = async (browser: Browser): Promise<boolean> =>
  (await browser.get('/me')).status === 200;

export const cookieOf = (answer: { headers: Record<string, unknown> }): string =>
  String(answer.headers['set-cookie']);
