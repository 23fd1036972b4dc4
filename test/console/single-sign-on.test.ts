import { afterEach, beforeEach, expect, test } from 'vitest';
import { person, startTestConsole, type Browser, type TestConsole } from '../support/console.ts';
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider.ts';

let provider: IdentityProvider;
let console: TestConsole;

beforeEach(async () => {
  provider = await startIdentityProvider();
  console = await startTestConsole([person('ada', 'admin')], {
    secondFactor: 'required',
    singleSignOn: {
      issuer: provider.issuer,
      clientId: 'console',
      clientSecret: 'between us',
      label: 'Sign in with Example',
      roles: [
        ['fraud-leads', 'lead'],
        ['fraud', 'analyst'],
      ],
      insecure: true,
    },
  });
});
afterEach(async () => {
  await console.close();
  await provider.close();
});

/** Goes to the provider and gives the address it sends back to. */
async function away(browser: Browser, next = '/'): Promise<string> {
  const { headers } = await browser.get(`/sign-in/sso?next=${encodeURIComponent(next)}`);
  const answer = await fetch(String(headers['location']), { redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? '');
  expect(back.origin).toBe(console.url);
  return back.pathname + back.search;
}

const isIn = async (browser: Browser) => (await browser.get('/me')).status === 200;

test('whoever the provider knows comes in with the role of their group, and on to where they were going', async () => {
  provider.person = { sub: '7', groups: ['everybody', 'fraud', 'fraud-leads'] };
  const browser = console.browser();
  const back = await browser.get(await away(browser, '/users?x=1'));
  expect([back.status, back.headers['location']]).toEqual([303, '/users?x=1']);
  expect(await isIn(browser)).toBe(true);
  const user = await console.access.userOf(`${provider.issuer}|7`);
  expect(user).toMatchObject({ role: 'lead' });
  expect(user).not.toHaveProperty('password');
});

test('the provider’s word on roles counts at the next sign-in, and ends what was open', async () => {
  provider.person = { sub: '7', groups: ['fraud-leads'] };
  const first = console.browser();
  await first.get(await away(first));
  provider.person = { sub: '7', groups: ['fraud'] };
  const second = console.browser();
  await second.get(await away(second));
  expect(await console.access.userOf(`${provider.issuer}|7`)).toMatchObject({ role: 'analyst' });
  expect([await isIn(first), await isIn(second)]).toEqual([false, true]);
});

test.each([
  { note: 'somebody without a group', prepare: () => {} },
  {
    note: 'a nonce that was not ours',
    prepare: () => {
      provider.person = { sub: '7', groups: ['fraud'] };
      provider.nonce = 'another';
    },
  },
])('$note stays out', async ({ prepare }) => {
  prepare();
  const browser = console.browser();
  expect((await browser.get(await away(browser))).status).toBe(422);
  expect(await isIn(browser)).toBe(false);
  expect(console.audit.map(({ action }) => action)).toEqual(['session.refuse']);
});

test('somebody disabled stays out, whatever the provider says', async () => {
  provider.person = { sub: '7', groups: ['fraud'] };
  const browser = console.browser();
  await browser.get(await away(browser));
  const user = await console.access.userOf(`${provider.issuer}|7`);
  await console.access.changeUser(user?.userId ?? '', { disabledAt: 1 });
  expect(await isIn(browser)).toBe(false);
  expect((await browser.get(await away(browser))).status).toBe(422);
});

test('an answer made for another browser, changed or used again signs nobody in', async () => {
  provider.person = { sub: '7', groups: ['fraud'] };
  const [mine, theirs] = [console.browser(), console.browser()];
  const path = await away(mine);
  expect((await console.browser().get(path)).status).toBe(422);
  await away(theirs);
  expect((await theirs.get(path)).status).toBe(422);
  expect((await mine.get(path.replace('state=', 'state=x'))).status).toBe(422);
  expect((await mine.get(path)).status).toBe(303);
  expect((await console.browser().get(path)).status).toBe(422);
});

test('a provider that is down is a page that says so, until it is back', async () => {
  const down = await startTestConsole([], {
    singleSignOn: {
      issuer: 'http://127.0.0.1:9',
      clientId: 'console',
      clientSecret: 's',
      label: 'Sign in',
      roles: [],
      insecure: true,
    },
  });
  expect((await down.browser().get('/sign-in/sso')).status).toBe(503);
  expect((await down.browser().get('/sign-in')).status).toBe(200);
  await down.close();
});

test('where there is no provider there is no way to one', async () => {
  const without = await startTestConsole([]);
  for (const path of ['/sign-in/sso', '/sign-in/sso/callback'])
    expect((await without.browser().get(path)).status).toBe(404);
  await without.close();
});
