import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { memoryIo } from '../cli/memory-io.ts';
import { runCommand } from '../cli/run-command.ts';
import { COMPARABLES } from './compare/kinds.ts';

interface Answer {
  readonly code: number;
  readonly verdict: unknown;
}

async function verdictOf(...argv: string[]): Promise<Answer> {
  const io = memoryIo();
  const code = await runCommand(['compare', ...argv, '--json'], io);
  expect(io.err()).toBe('');
  return { code, verdict: JSON.parse(io.out()) as unknown };
}

const CARD = '{"kind":"card","provider":"acme","fingerprint":"fp_1"}';
const OTHER_CARD = '{"kind":"card","provider":"acme","fingerprint":"fp_2"}';

describe('compare', () => {
  const rows: { note: string; argv: string[]; same: boolean; level: string }[] = [
    {
      note: 'one mailbox',
      argv: ['email', 'jo.b+x@gmail.com', 'job@googlemail.com'],
      same: true,
      level: 'exact',
    },
    {
      note: 'a lookalike is caught as the same',
      argv: ['email', 'bellamy@gmail.com', 'be1lamy@gmail.com'],
      same: true,
      level: 'lookalike',
    },
    {
      note: 'a slip in the domain is caught as the same',
      argv: ['email', 'bellamy@gmial.com', 'bellamy@gmail.com'],
      same: true,
      level: 'typo',
    },
    {
      note: 'two people',
      argv: ['email', 'bellamy@gmail.com', 'carver@gmail.com'],
      same: false,
      level: 'none',
    },
    {
      note: 'one region for both numbers',
      argv: ['phone', '030 901820', '+49 30 901820', '--region', 'DE'],
      same: true,
      level: 'exact',
    },
    {
      note: 'a region for each number',
      argv: ['phone', '030 901820', '030 901820', '--region-a', 'DE', '--region-b', 'NL'],
      same: false,
      level: 'none',
    },
    {
      note: 'a number with its region',
      argv: ['phone', '{"number":"030 901820","region":"DE"}', '+4930901820'],
      same: true,
      level: 'exact',
    },
    {
      note: 'another flat in one building',
      argv: [
        'address',
        '12 Mill Lane, Flat 3, Leeds',
        '12 Mill Ln, Flat 4, Leeds',
        '--country',
        'GB',
      ],
      same: false,
      level: 'building',
    },
    {
      note: 'one name in parts and in one',
      argv: ['name', '{"givenName":"Ada","familyName":"Quill"}', 'Quill, Ada'],
      same: true,
      level: 'full',
    },
    { note: 'one card', argv: ['payment', CARD, CARD], same: true, level: 'exact' },
    { note: 'two cards', argv: ['payment', CARD, OTHER_CARD], same: false, level: 'none' },
    {
      note: 'a neighbour',
      argv: ['ip', '198.51.100.7', '198.51.100.7'],
      same: true,
      level: 'exact',
    },
    {
      note: 'what cannot be read is never the same',
      argv: ['ip', 'nowhere', 'nowhere'],
      same: false,
      level: 'unknown',
    },
    {
      note: 'one person in two forms',
      argv: [
        'account',
        '{"given_name":"Ada","surname":"Quill","dob":"1980-02-03","email":"ada@quill.example.org"}',
        '{"person":{"fullName":"Ada Quill","birthDate":"1980-02-03"},"email":"ada@quill.example.org"}',
      ],
      same: true,
      level: 'person',
    },
    {
      note: 'an account of which nothing is known',
      argv: ['account', '{}', '{"person":{"fullName":"Ada Quill"}}'],
      same: false,
      level: 'unknown',
    },
  ];
  it.each(rows)('$note', async ({ argv, same, level }) => {
    const { code, verdict } = await verdictOf(...argv);
    expect(verdict).toMatchObject({ kind: argv[0], same, level });
    expect(code).toBe(same ? 0 : 1);
  });

  it('a card number is refused as in an event, and is not repeated', async () => {
    const io = memoryIo();
    await runCommand(
      ['compare', 'payment', '{"kind":"card","fingerprint":"4111 1111 1111 1111"}', CARD],
      io,
    );
    expect(io.out()).toContain('event_card_number');
    expect(io.out()).not.toContain('1111');
  });

  it('reads to a person as it does to a script', async () => {
    const io = memoryIo();
    await runCommand(
      ['compare', 'address', '12 Mill Lane, Flat 3, Leeds', '12 Mill Ln, Flat 4, Leeds'],
      io,
    );
    expect(io.out()).toMatch(
      /^not the same {2}building, similarity 0\.\d\d\n(?: {2}.+\n)+a {2}.+\nb {2}.+\n$/,
    );
  });

  test.prop([
    fc.constantFrom(...COMPARABLES),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'binary' }),
  ])('sameness is symmetric, whatever is written', (kind, a, b) => {
    const [left, right] = [a, b].map((value) => ({ value, hints: {} }));
    if (left === undefined || right === undefined) throw new Error('two sides');
    const { same, level, similarity } = kind.compare(left, right);
    expect(kind.compare(right, left)).toMatchObject({ same, level, similarity });
  });
});

async function answers(kind: string, ...lines: string[]): Promise<Answer & { err: string }> {
  const io = memoryIo({ stdin: lines.join('\n') });
  const code = await runCommand(['compare', kind, '--file', '-'], io);
  const verdict = io
    .out()
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line));
  return { code, verdict, err: io.err() };
}

describe('compare --file', () => {
  it('answers every line under its id, with the region each side names', async () => {
    const { code, verdict, err } = await answers(
      'phone',
      '{"id":"p1","a":"030 901820","b":"+4930901820","region":"DE","note":"passed over"}',
      '{"id":7,"a":"030 901820","b":"030 901820","region_a":"DE","region_b":"NL"}',
      '{"a":"abc","b":"030 901820"}',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(verdict).toEqual([
      {
        id: 'p1',
        same: true,
        level: 'exact',
        similarity: 1,
        why: ['one line in international form'],
      },
      { id: 7, same: false, level: 'none', similarity: 0, why: [] },
      expect.objectContaining({ id: 3, same: false, level: 'unknown' }),
    ]);
  });

  it('what is in another encoding is not compared', async () => {
    const stdin = Buffer.from('{"id":"x","a":"Müller","b":"Møller"}\n', 'latin1');
    const io = memoryIo({ stdin });
    expect(await runCommand(['compare', 'name', '--file', '-'], io)).toBe(1);
    const error = {
      code: 'line_not_utf8',
      message: 'the line is not UTF-8, write the file in that encoding',
    };
    expect(JSON.parse(io.out())).toEqual({ id: 1, line: 1, error });
  });

  it('a bad line is reported and answered with its error, and the rest goes on', async () => {
    const { code, verdict, err } = await answers(
      'email',
      'not json',
      '["a","b"]',
      '{"id":"x","a":"a@example.com"}',
      '{"id":"y","a":"a@example.com","b":"b@example.com"}',
    );
    expect(code).toBe(1);
    expect(verdict).toEqual([
      { id: 1, line: 1, error: { code: 'line_not_json', message: 'the line is not JSON' } },
      {
        id: 2,
        line: 2,
        error: { code: 'line_not_an_object', message: 'the line is no JSON object' },
      },
      { id: 'x', line: 3, error: { code: 'line_missing_key', message: 'missing key `b`' } },
      expect.objectContaining({ id: 'y', same: false }),
    ]);
    expect(err).toBe(
      [
        'line 1: line_not_json: the line is not JSON',
        'line 2: line_not_an_object: the line is no JSON object',
        'line 3: line_missing_key: missing key `b`',
        '3 lines could not be answered\n',
      ].join('\n'),
    );
  });

  it('twenty problems are told and the rest counted', async () => {
    const { err } = await answers('email', ...Array.from({ length: 25 }, () => '{}'));
    expect(err.split('\n')).toHaveLength(23);
    expect(err).toContain('and 5 more problems\n25 lines could not be answered\n');
  });
});
