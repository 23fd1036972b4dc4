import { describe, expect, it } from 'vitest';
import { memoryIo } from '../cli/memory-io.ts';
import { runCommand } from '../cli/run-command.ts';

const ada = {
  person: { givenName: 'Ada', familyName: 'Quill' },
  email: 'ada.quill@gmail.com',
  payment: { kind: 'card', provider: 'acme', fingerprint: 'fp_1' },
};
const twin = { ...ada, email: 'adaquill+2@gmail.com' };
const stranger = {
  person: { givenName: 'Boris', familyName: 'Tanaka' },
  email: 'b.tanaka@proton.me',
  payment: { kind: 'card', provider: 'acme', fingerprint: 'fp_2' },
};

async function score(
  pair: unknown,
  ...argv: string[]
): Promise<{ code: number; out: string; err: string }> {
  const isText = typeof pair === 'string' || pair instanceof Uint8Array;
  const io = memoryIo({ stdin: isText ? pair : JSON.stringify(pair) });
  const code = await runCommand(['score', '-', ...argv], io);
  return { code, out: io.out(), err: io.err() };
}

describe('score', () => {
  it('one person on both sides is not paid, and is told why', async () => {
    const { code, out } = await score({ referrer: ada, referee: twin });
    expect(code).toBe(1);
    expect(out).toMatch(/^signal +level +held by +bits/mu);
    expect(out).toMatch(/^payment +exact +2 accounts +\+/mu);
    expect(out).toMatch(/^Reasons:\n {2}[A-Z_]+: /mu);
    expect(out).toMatch(/^ {2}without \w+ the score is \d+\.\d$/mu);
  });

  it('strangers are paid', async () => {
    const { code, out } = await score({ referrer: ada, referee: stranger }, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ outcome: 'release', action: 'pay' });
  });

  it('the pack can be chosen', async () => {
    const { code, out } = await score(
      { referrer: ada, referee: twin },
      '--pack',
      'four-controls',
      '--json',
    );
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'block',
      reasons: expect.arrayContaining([
        expect.objectContaining({ code: 'SHARED_PAYMENT_INSTRUMENT' }),
      ]) as unknown,
    });
  });

  it.each([
    { note: 'no JSON', pair: 'pair', code: 3, told: /^file_not_json: standard input is not JSON/ },
    {
      note: 'another encoding',
      pair: Buffer.from('{"referrer":{"email":"müller@example.org"}}', 'latin1'),
      code: 3,
      told: /^file_not_utf8: standard input is not UTF-8/,
    },
    { note: 'no object', pair: [1], code: 2, told: /^pair_invalid: a pair is a JSON object/ },
    {
      note: 'a side is missing',
      pair: { referrer: {} },
      code: 2,
      told: /missing key `referee`\n {2}give `\{\}`/,
    },
    {
      note: 'a misspelt part',
      pair: { refererr: {}, referee: {} },
      code: 2,
      told: /unknown key `refererr`\n {2}did you mean `referrer`/,
    },
    {
      note: 'a misspelt field',
      pair: { referrer: {}, referee: { emial: 'x' } },
      code: 2,
      told: /^pair_invalid: .+\n {2}\/referee\/emial: event_unknown_key: .+did you mean `email`/,
    },
  ])('$note', async ({ pair, code, told }) => {
    const answer = await score(pair);
    expect(answer).toMatchObject({ code, out: '' });
    expect(answer.err).toMatch(told);
  });
});
