import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '@doubletake/ledger';
import { EVENTS, LINES, NOW, ago } from '../../../../test/support/told-events.ts';
import { Interrupted } from '../cli/interrupts.ts';
import type { Io } from '../cli/io.ts';
import { memoryIo } from '../cli/memory-io.ts';
import { runCommand } from '../cli/run-command.ts';

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'doubletake-'));
});
afterAll(async () => rm(cwd, { recursive: true }));

/** A sealed column with one byte changed, as SQL. */
const spoil = (column: string): string => `set_byte(${column}, 40, get_byte(${column}, 40) # 1)`;

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(
  argv: readonly string[],
  stdin: string | Io['stdin'] = '',
  { signal } = new AbortController(),
): Promise<Ran> {
  const text = typeof stdin === 'string' ? stdin : '';
  const own = memoryIo({ stdin: text, cwd, env: { USER: 'lea' }, signal, now: () => NOW });
  const io = typeof stdin === 'string' ? own : { ...own, stdin };
  const code = await runCommand(argv, io);
  return { code, out: own.out(), err: own.err() };
}

const json = (text: string): unknown => JSON.parse(text);

/** An input that stays open, with ctrl-C pressed. */
async function* interrupted(pressed: AbortController): AsyncGenerator<Uint8Array> {
  yield Buffer.from(LINES);
  pressed.abort(new Interrupted('ended'));
  await new Promise(() => {});
}

async function* broken(): AsyncGenerator<Uint8Array> {
  yield Buffer.from(LINES.repeat(150));
  throw new Error('the disk is gone');
}

/** One story on an embedded database, each command a process of its own. */
describe('the commands over the stores', () => {
  it('record tells what became of every line', async () => {
    const bad = '{"id":"x","type":"reward.duo"}\nnot json\n';
    const { code, out, err } = await run(['record', '-'], `${bad}${LINES}`);
    expect(code).toBe(1);
    expect(out).toBe('7 events recorded, 0 duplicates passed over, 2 refused\n');
    expect(err).toMatch(
      /^line 1 .*event_unknown_type: .*`reward\.due`.*\nline 2: event_not_json: /u,
    );
  });

  it('record again changes nothing; an id with other content is refused at its line', async () => {
    const other = JSON.stringify({ ...EVENTS[6], at: ago(1) });
    const { code, out, err } = await run(['record', '-', '--json'], `${LINES}${other}\n`);
    expect(code).toBe(1);
    expect(json(out)).toEqual({ recorded: 0, duplicate: 7, refused: 1, unavailable: 0 });
    expect(json(err)).toMatchObject({ problem: { code: 'event_id_conflict', at: { line: 8 } } });
  });

  it('record says what was committed before ctrl-C, and before a failure', async () => {
    const pressed = new AbortController();
    expect(await run(['record', '-'], interrupted(pressed), pressed)).toEqual({
      code: 130,
      out: '0 events recorded, 7 duplicates passed over, 0 refused\n',
      err: 'interrupted: ended\n',
    });
    // The first thousand lines travel together.
    const { code, out, err } = await run(['record', '-', '--json'], broken());
    expect(code).toBe(70);
    expect(json(err)).toMatchObject({ error: { code: 'bug', message: 'the disk is gone' } });
    expect(json(out)).toEqual({ recorded: 0, duplicate: 1000, refused: 0, unavailable: 0 });
  });

  it('wake decides what fell due, once', async () => {
    const { code, out } = await run(['wake', '--json']);
    expect(code).toBe(0);
    expect(json(out)).toMatchObject({ rewardId: 'w1', stage: 'due' });
    expect((await run(['wake'])).out).toBe('0 decisions\n');
  });

  it('export has everything of one account in the words for customers, and is audited', async () => {
    expect(await run(['export', 'ada', '--out', 'ada.json'])).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    const text = await readFile(path.join(cwd, 'ada.json'), 'utf8');
    expect(json(text)).toMatchObject({
      accountId: 'ada',
      erased: false,
      profile: {
        createdAt: ago(200),
        emails: [{ value: 'ada@quill.example.org', firstAt: ago(200) }],
      },
      referrals: [{ referralId: 'f1', as: 'referrer' }],
      rewards: [{ rewardId: 'w1', amount: { minor: 2000, currency: 'EUR' } }],
      told: [EVENTS[0]],
      decisions: [{ rewardId: 'w1', at: ago(0), decision: 'may be paid' }],
    });
    expect(text).not.toContain('"ben"');
    expect(text).not.toMatch(/posterior|bits|score/u);
  });

  it('merge makes one account another name of the other, once', async () => {
    expect((await run(['merge', 'ada-2', 'ada'])).out).toBe('`ada-2` is now part of `ada`\n');
    const again = await run(['merge', 'ada', 'ada-2']);
    expect(again.out).toBe('`ada` and `ada-2` were one already\n');
    const twice = json((await run(['merge', 'ada-2', 'ada', '--json'])).out);
    expect(twice).toEqual({ accountId: 'ada-2', outcome: 'duplicate', intoId: 'ada' });
    expect(json((await run(['export', 'ada-2'])).out)).toMatchObject({
      accountId: 'ada',
      alsoKnownAs: ['ada-2'],
      profile: { phones: [{ value: { number: '+14155550123' } }] },
    });
    const refused = await run(['merge', 'nobody', 'ada']);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/^merge_refused: nothing recorded names/u);
  });

  it('graph stats and graph rebuild count the same', async () => {
    const before = json((await run(['graph', 'stats', '--json'])).out);
    expect(before).toMatchObject({ accounts: 2 });
    expect(json((await run(['graph', 'rebuild', '--json'])).out)).toEqual(before);
  });

  it('expire lets go of an old address and device, and of nothing twice', async () => {
    expect(json((await run(['expire', '--json'])).out)).toMatchObject({
      accounts: 1,
      observations: 1,
    });
    expect(json((await run(['expire', '--json'])).out)).toMatchObject({ accounts: 0 });
    const { out } = await run(['export', 'ada']);
    expect(json(out)).toMatchObject({ profile: { ips: [], devices: [], emails: [{}] } });
  });

  it('keys rotate goes through every phase at once when nothing else is running', async () => {
    const file = path.join(cwd, '.doubletake', 'keys.json');
    const { code, out } = await run(['keys', 'rotate', '--json']);
    expect({ code, result: json(out) }).toEqual({
      code: 0,
      result: { rows: 7, left: 0, under: [] },
    });
    const text = await readFile(file, 'utf8');
    expect(json(text)).toMatchObject({ peppers: [{ kid: 'p2' }], seal: [{ kid: 's2' }] });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(json((await run(['export', 'ada'])).out)).toMatchObject({ profile: { emails: [{}] } });
  });

  it('erase leaves a tombstone, once; an id that nothing names is a mistake', async () => {
    const { code, out } = await run(['erase', 'ada-2']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^`ada-2` is part of `ada`\n`ada` is erased: 2 observations, 0 payment instruments and \d+ tokens removed\n$/u,
    );
    expect(json((await run(['erase', 'ada', '--json'])).out)).toMatchObject({
      before: true,
      tokens: 0,
    });
    const exported = json((await run(['export', 'ada'])).out);
    expect(exported).toMatchObject({ erased: true, rewards: [{}], told: [] });
    expect(exported).not.toHaveProperty('profile');
    const unknown = await run(['erase', 'zoe']);
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain('account_unknown: nothing recorded names the account `zoe`');
  });

  it('merge writes down ids in which anything stands', async () => {
    const odd = ["b@x+1 'ü'", '鶴'.repeat(200)];
    const observed = odd.map((accountId, nth) => ({
      id: `odd${nth}`,
      at: ago(1),
      accountId,
      status: 'open',
    }));
    const events = observed.map((of) => JSON.stringify({ ...of, type: 'account.observed' }));
    expect((await run(['record', '-'], events.join('\n'))).code).toBe(0);
    expect(await run(['merge', ...odd])).toMatchObject({ code: 0, err: '' });
  });

  it('what does not open any more holds up nobody else, and can be erased', async () => {
    const told = ['spoilt', 'sound'].flatMap((accountId) => [
      { ...EVENTS[1], id: `seen-${accountId}`, accountId, email: `${accountId}@gmail.com` },
      { ...EVENTS[4], id: `paid-${accountId}`, orderId: `of-${accountId}`, accountId },
    ]);
    const lines = told.map((event) => JSON.stringify(event)).join('\n');
    expect((await run(['record', '-'], lines)).code).toBe(0);
    const before = json((await run(['graph', 'stats', '--json'])).out);
    expect(before).toMatchObject({ accounts: 3 });
    const database = await openDatabase({ folder: path.join(cwd, '.doubletake') });
    for (const text of [
      `update accounts set profile = ${spoil('profile')} where account_id = 'spoilt'`,
      `update events set sealed = ${spoil('sealed')} where account_id = 'spoilt'`,
      `update orders set payment = ${spoil('payment')} where order_id = 'of-spoilt'`,
    ])
      await database.query({ name: '', text }, []);
    await database.close();

    // What it was read as before is kept beside it.
    const kept = await run(['graph', 'rebuild', '--json']);
    expect(kept.code).toBe(0);
    expect(json(kept.out)).toEqual(before);

    const rebuilt = await run(['graph', 'rebuild', '--afresh', '--json']);
    expect(rebuilt.code).toBe(1);
    expect(json(rebuilt.err)).toEqual({
      problem: { code: 'ledger_seal_broken', message: 'the profile of `spoilt` does not open' },
    });
    expect(json(rebuilt.out)).toMatchObject({ accounts: 2 });
    expect((await run(['export', 'spoilt'])).err).toMatch(/^ledger_seal_broken/u);

    const erased = await run(['erase', 'spoilt']);
    expect(erased.code).toBe(0);
    expect(erased.out).toMatch(/^`spoilt` is erased: .*\n2 values more did not open/u);
    expect((await run(['graph', 'rebuild'])).code).toBe(0);
    expect(json((await run(['export', 'spoilt'])).out)).toMatchObject({
      erased: true,
      orders: [{ orderId: 'of-spoilt' }],
    });
  });

  it('audit verify finds every deed as it was written, also against a head kept elsewhere', async () => {
    const first = await run(['audit', 'verify', '--out', 'head.json']);
    expect(first.out).toMatch(/^the trail is whole: \d+ records, each as it was written\n$/u);
    expect((await run(['audit', 'verify', '--head', 'head.json'])).code).toBe(0);
    const head = json(await readFile(path.join(cwd, 'head.json'), 'utf8'));
    await writeFile(path.join(cwd, 'forged.json'), JSON.stringify({ ...Object(head), seq: 99 }));
    // Of a file that heads were added to, the last counts; a line that was cut short is none.
    const many = [head, head, { ...Object(head), seq: 99 }].map((each) => JSON.stringify(each));
    const [whole = '', same = '', wrong = ''] = many;
    const added = async (...lines: readonly string[]) => {
      await writeFile(path.join(cwd, 'heads.ndjson'), lines.join('\n'));
      return (await run(['audit', 'verify', '--head', 'heads.ndjson'])).code;
    };
    expect(await added(wrong, whole, same, '{"seq":')).toBe(0);
    expect(await added(whole, wrong, '')).toBe(1);
    const { code, out } = await run(['audit', 'verify', '--head', 'forged.json']);
    expect([code, out]).toEqual([1, expect.stringContaining('signature is not ours')]);
    const { err } = await run(['audit', 'verify', '--head', 'ada.json']);
    expect(err).toMatch(/^audit_head_invalid/u);
  });

  it('migrate finds the tables up to date', async () => {
    expect((await run(['migrate'])).out).toBe('the tables were up to date\n');
  });
});
