import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SHORTCUTS } from '../../console/src/shortcuts.ts';
import { person, startTestConsole, type Browser, type TestConsole } from '../support/console.ts';

const VIEWS = fileURLToPath(new URL('../../console/views/', import.meta.url));
/** Keys of the script itself, on no element. */
const EVERYWHERE = ['?', 'g', 'j', 'k'];

let console: TestConsole;
let ann: Browser;
let cases: readonly string[];

beforeAll(async () => {
  console = await startTestConsole([person('ann', 'analyst')]);
  cases = await console.cases.hold(1);
  ann = await console.signedIn('ann');
});
afterAll(async () => console.close());

test('the table has every key of every page, and no other', () => {
  const views = readdirSync(VIEWS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ejs'))
    .map((file) => readFileSync(VIEWS + file, 'utf8'));
  const found = views.flatMap((text) =>
    Array.from(text.matchAll(/data-key="([^"<]+)"/g), ([, key = '']) => key),
  );
  const listed = SHORTCUTS.map(({ key }) => key);
  expect(new Set([...found, ...EVERYWHERE])).toEqual(new Set(listed));
});

const choose = async (form: Record<string, string>) => ann.post('/me/keys').type('form').send(form);
const kept = async () => (await console.access.user('ann'))?.settings;

describe('own keys', () => {
  test('are kept, told to every page, and given back', async () => {
    expect((await choose({ note: 'w', pair: 'd' })).status).toBe(303);
    expect(await kept()).toEqual({
      zone: 'UTC',
      theme: 'system',
      shortcuts: true,
      keys: { note: 'w' },
    });
    expect((await ann.get('/queue')).text).toContain('data-keys="mw"');
    expect((await ann.get('/me')).text).toContain('in place of m');
    await ann.post('/me/settings').type('form').send({ zone: 'UTC', theme: 'dark' });
    expect(await kept()).toMatchObject({ theme: 'dark', keys: { note: 'w' } });
    expect((await choose({ note: 'w', reset: 'yes' })).status).toBe(303);
    expect(await kept()).not.toHaveProperty('keys');
  });

  test('that two things want are refused, with what was typed', async () => {
    const { status, text } = await choose({ note: 'b', pair: '7' });
    expect(status).toBe(422);
    for (const said of ['`b` is taken: Block', 'no digit', 'value="b"', 'value="7"'])
      expect(text).toContain(said);
    expect(await kept()).not.toHaveProperty('keys');
  });
});

describe('an id that is gone to', () => {
  test.each([
    { note: 'of a case', id: () => cases[0], to: () => `/cases/${cases[0]}` },
    { note: 'of an account', id: () => ' ann1 ', to: () => '/accounts/ann1' },
    { note: 'of a reward', id: () => ' r1 ', to: () => '/queue?id=r1' },
    { note: 'of nothing', id: () => 'a/b&c', to: () => '/queue?id=a%2Fb%26c' },
    { note: 'that is none', id: () => '', to: () => '/queue' },
  ])('$note', async ({ id, to }) => {
    const { status, headers } = await ann.get('/go').query({ id: id() });
    expect([status, headers['location']]).toEqual([303, to()]);
  });
});
