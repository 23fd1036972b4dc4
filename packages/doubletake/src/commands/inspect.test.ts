import { describe, expect, it } from 'vitest';
import { memoryIo } from '../cli/memory-io.ts';
import { runCommand } from '../cli/run-command.ts';

describe('inspect', () => {
  const rows: { note: string; argv: string[]; found: object }[] = [
    {
      note: 'an address at a mail provider, with the rules that changed it',
      argv: ['email', 'Jo.B+x@googlemail.com'],
      found: {
        canonical: 'job@gmail.com',
        class: 'free',
        provider: 'Gmail',
        disposable: false,
        identifies: true,
      },
    },
    {
      note: 'a bare domain',
      argv: ['email', 'mailinator.com'],
      found: {
        canonical: 'mailinator.com',
        class: 'disposable',
        disposable: true,
        disposableBy: 'list',
      },
    },
    {
      note: 'a domain that only its name gives away',
      argv: ['email', 'a@temp-mail-of-mine.info'],
      found: { disposable: true, disposableBy: 'name' },
    },
    {
      note: 'a placeholder leads to nobody',
      argv: ['email', 'nobody@example.com'],
      found: { class: 'placeholder', identifies: false },
    },
    {
      note: 'a phone line',
      argv: ['phone', '030 901820', '--region', 'DE'],
      found: {
        canonical: '+4930901820',
        class: 'FIXED_LINE',
        type: 'FIXED_LINE',
        country: 'DE',
        voip: false,
      },
    },
    {
      note: 'digits without a country',
      argv: ['phone', '030 901820'],
      found: { class: 'UNKNOWN', valid: false, identifies: false },
    },
    {
      note: 'an address',
      argv: ['address', '12 Mill Lane, Flat 3, Leeds LS1 4AB', '--country', 'GB'],
      found: { class: 'unit', number: '12', unit: '3', street: ['mill'], city: 'leeds' },
    },
    {
      note: 'a name',
      argv: ['name', 'Quill, Ada'],
      found: { canonical: 'ada quill', class: 'full', given: ['ada'], family: ['quill'] },
    },
    {
      note: 'a private address',
      argv: ['ip', '10.1.2.3'],
      found: { class: 'private', version: 4, identifies: false },
    },
  ];
  it.each(rows)('$note', async ({ argv, found }) => {
    const io = memoryIo();
    expect(await runCommand(['inspect', ...argv, '--json'], io)).toBe(0);
    expect(JSON.parse(io.out())).toMatchObject({ kind: argv[0], ...found });
  });

  it('what cannot be read is said, and is no success', async () => {
    const io = memoryIo();
    expect(await runCommand(['inspect', 'ip', 'nowhere'], io)).toBe(1);
    expect(io.out()).toMatch(/^unreadable {2}identity_ip_unreadable: /);
  });

  it('shows a person one finding a line', async () => {
    const io = memoryIo();
    await runCommand(['inspect', 'ip', '10.1.2.3'], io);
    expect(io.out()).toBe(
      'canonical   10.1.2.3\nclass       private\nversion     4\nnetwork     10.1.2.\nidentifies  no\n',
    );
  });
});

describe('inspect --file', () => {
  it('takes a value under any name its kind has', async () => {
    const lines = [
      '{"id":"a","domain":"mailinator.com"}',
      '{"id":"b","email":"x@gmail.com"}',
      '{"id":"c","value":"@"}',
      '{"id":"d"}',
    ];
    const io = memoryIo({ stdin: lines.join('\n') });
    expect(await runCommand(['inspect', 'email', '--file', '-'], io)).toBe(1);
    expect(
      io
        .out()
        .split('\n')
        .filter(Boolean)
        .map((line): unknown => JSON.parse(line)),
    ).toMatchObject([
      { id: 'a', canonical: 'mailinator.com', disposable: true },
      { id: 'b', canonical: 'x@gmail.com', disposable: false },
      { id: 'c', class: 'unreadable', problem: { code: 'identity_email_unreadable' } },
      { id: 'd', line: 4, error: { code: 'line_missing_key' } },
    ]);
  });

  it('a phone number with its region', async () => {
    const io = memoryIo({ stdin: '{"id":"a","number":"030 901820","region":"DE"}' });
    expect(await runCommand(['inspect', 'phone', '--file', '-'], io)).toBe(0);
    expect(JSON.parse(io.out())).toMatchObject({ id: 'a', type: 'FIXED_LINE', country: 'DE' });
  });
});
