import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryIo } from '../cli/memory-io.ts';
import { runCommand } from '../cli/run-command.ts';

const card = (fingerprint: string): object => ({ kind: 'card', provider: 'acme', fingerprint });
const money = { minor: 2000, currency: 'EUR' };

/** One referrer, one twin of hers and one friend; both rewards come due after their stay. */
const EVENTS = [
  {
    id: 'e1',
    type: 'account.observed',
    at: '2025-01-01T00:00:00Z',
    accountId: 'ada',
    email: 'ada@quill.example.org',
    payment: card('fp_1'),
  },
  ...['twin', 'friend'].flatMap((who) => [
    {
      id: `${who}1`,
      type: 'account.observed',
      at: '2025-03-01T00:00:00Z',
      accountId: who,
      email: `${who}@gmail.com`,
      payment: card(who === 'twin' ? 'fp_1' : 'fp_2'),
    },
    {
      id: `${who}2`,
      type: 'referral.attributed',
      at: '2025-03-01T00:10:00Z',
      referralId: who,
      programmeId: 'guest-credit',
      referrerId: 'ada',
      refereeId: who,
    },
    {
      id: `${who}3`,
      type: 'order.updated',
      at: '2025-03-05T00:00:00Z',
      orderId: who,
      accountId: who,
      status: 'completed',
      amount: money,
    },
    {
      id: `${who}4`,
      type: 'reward.accrued',
      at: '2025-03-05T00:00:00Z',
      rewardId: who,
      programmeId: 'guest-credit',
      referralId: who,
      orderId: who,
      beneficiaryId: 'ada',
      side: 'referrer',
      channel: 'referral',
      kind: 'credit',
      amount: money,
    },
    { id: `${who}5`, type: 'reward.due', at: '2025-03-20T00:00:00Z', rewardId: who },
  ]),
];
const LINES = EVENTS.map((event) => `${JSON.stringify(event)}\n`).join('');

let cwd = '';
beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'doubletake-'));
});
afterEach(async () => rm(cwd, { recursive: true }));

async function replay(
  stdin: string,
  ...argv: string[]
): Promise<{ code: number; out: string; err: string }> {
  const io = memoryIo({ stdin, cwd });
  const code = await runCommand(['replay', '-', ...argv], io);
  return { code, out: io.out(), err: io.err() };
}

describe('replay', () => {
  it('writes a decision per line and ends with what became of the rewards', async () => {
    const { code, out, err } = await replay(LINES, '--out', 'decisions.ndjson');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const decisions = (await readFile(path.join(cwd, 'decisions.ndjson'), 'utf8'))
      .trimEnd()
      .split('\n');
    expect(decisions.map((line): unknown => JSON.parse(line))).toMatchObject([
      { rewardId: 'friend', action: 'pay' },
      { rewardId: 'twin', action: 'void' },
    ]);
    expect(out).toMatch(/^11 events, 2 decisions$/mu);
    expect(out).toMatch(/^guest-credit +2 +1 +0 +0 +1 +0$/mu);
    expect(out).toMatch(/^EUR +20\.00 +20\.00$/mu);
    expect(out).toMatch(/^SHARED_PAYMENT_INSTRUMENT +1$/mu);
  });

  it('with decisions on standard output the tables are not', async () => {
    const { out, err } = await replay(LINES, '--out', '-');
    for (const line of out.trimEnd().split('\n'))
      expect(JSON.parse(line)).toHaveProperty('decisionId');
    expect(err).toMatch(/^guest-credit +2/mu);
  });

  it('says the same to a script', async () => {
    const { out } = await replay(LINES, '--json');
    expect(JSON.parse(out)).toMatchObject({
      events: 11,
      decisions: 2,
      money: { pay: [money], void: [money] },
    });
  });

  it('a bad line is reported, and the rest goes on', async () => {
    const { code, out, err } = await replay(`{"id":"x"}\n${LINES}not json\n`);
    expect(code).toBe(1);
    expect(out).toMatch(/^11 events, 2 decisions$/mu);
    expect(err).toBe(
      'line 1: event_missing_key: missing key `type`\nline 13: event_not_json: the line is not JSON\n2 problems; those lines were passed over\n',
    );
  });

  it('two people whose letters cannot be read are not the same', async () => {
    const seen = '"type":"account.observed","at":"2026-01-01T00:00:00Z"';
    const [first, second] = ['müller', 'møller'].map(
      (id) => `{"id":"${id}",${seen},"accountId":"${id}","email":"${id}@example.org"}\n`,
    );
    const latin = Buffer.from(`${first}${second}`, 'latin1');
    const io = memoryIo({ cwd, stdin: Buffer.concat([latin, Buffer.from(LINES)]) });
    expect(await runCommand(['replay', '-'], io)).toBe(1);
    expect(io.out()).toMatch(/^11 events, 2 decisions$/mu);
    const why = 'event_not_utf8: the line is not UTF-8, write the file in that encoding';
    expect(io.err()).toContain(`line 1: ${why}\nline 2: ${why}\n2 problems`);
  });

  it('an order that never ends keeps its reward waiting, and nobody else', async () => {
    const endless = EVENTS.map((event) =>
      event.id === 'friend3'
        ? { ...event, status: 'created', endsAt: '9999-12-31T23:59:59Z' }
        : event,
    );
    const lines = endless.map((event) => `${JSON.stringify(event)}\n`).join('');
    const { code, out } = await replay(lines, '--out', '-');
    expect(code).toBe(0);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    ).toMatchObject([
      { rewardId: 'friend', action: 'wait', until: '9999-12-31T23:59:59.999Z' },
      { rewardId: 'twin', action: 'void' },
      { rewardId: 'friend', action: 'wait', at: '9999-12-31T23:59:59.999Z' },
    ]);
  });

  it('leaves no half file behind when it fails', async () => {
    const io = { ...memoryIo({ cwd }), stdin: broken() };
    expect(await runCommand(['replay', '-', '--out', 'decisions.ndjson'], io)).toBe(3);
    expect(await readdir(cwd)).toEqual([]);
  });
});

async function* broken(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(LINES);
  throw Object.assign(new Error('read failed'), { code: 'EIO' });
}
