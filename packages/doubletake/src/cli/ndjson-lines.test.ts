import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { fc, test } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandError } from './errors.ts';
import { openLines, type Line } from './ndjson-lines.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'doubletake-'));
});
afterAll(async () => rm(folder, { recursive: true }));

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function linesOf(bytes: Uint8Array, { size = 7, longest = 100 } = {}): Promise<Line[]> {
  const lines = await openLines('-', { stdin: chunks(bytes, size), cwd: folder }, longest);
  const read: Line[] = [];
  for await (const line of lines) read.push(line);
  return read;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('lines', () => {
  const rows: { note: string; text: string; lines: [number, string][] }[] = [
    {
      note: 'the last line needs no break',
      text: 'a\nb',
      lines: [
        [1, 'a'],
        [2, 'b'],
      ],
    },
    {
      note: 'blank lines are counted and passed over',
      text: 'a\n\n \nb\n',
      lines: [
        [1, 'a'],
        [4, 'b'],
      ],
    },
    {
      note: 'a carriage return is no part of a line',
      text: 'a\r\nb\r\n',
      lines: [
        [1, 'a'],
        [2, 'b'],
      ],
    },
    { note: 'a byte order mark is no part of a line', text: '\uFEFFa\n', lines: [[1, 'a']] },
    {
      note: 'letters of several bytes survive a chunk border',
      text: 'żółć\n山田太郎\n',
      lines: [
        [1, 'żółć'],
        [2, '山田太郎'],
      ],
    },
    { note: 'an empty input has no line', text: '', lines: [] },
  ];
  it.each(rows)('$note', async ({ text, lines }) => {
    for (const size of [1, 2, 3, 1000]) {
      const plain = await linesOf(bytes(text), { size });
      const packed = await linesOf(gzipSync(text), { size });
      expect(plain.map(({ line, text: each }) => [line, each])).toEqual(lines);
      expect(packed).toEqual(plain);
    }
  });

  test.prop([
    fc.array(fc.string({ unit: 'grapheme', maxLength: 20 })),
    fc.integer({ min: 1, max: 40 }),
  ])('how the bytes arrive never changes the lines', async (texts, size) => {
    const whole = bytes(texts.join('\n'));
    expect(await linesOf(whole, { size })).toEqual(await linesOf(whole, { size: 10_000 }));
  });

  it('a line over the limit is cut, marked, and the next one is read as usual', async () => {
    const read = await linesOf(bytes(`${'x'.repeat(101)}\n${'y'.repeat(100)}\n`));
    expect(read).toEqual([
      { line: 1, text: 'x'.repeat(100), tooLong: true, isUtf8: true },
      { line: 2, text: 'y'.repeat(100), tooLong: false, isUtf8: true },
    ]);
  });

  it('a line in another encoding is marked, and the next one is read as usual', async () => {
    const read = await linesOf(Buffer.concat([Buffer.from('Müller\n', 'latin1'), bytes('Møller')]));
    expect(read.map(({ isUtf8 }) => isUtf8)).toEqual([false, true]);
  });

  it('a letter that is cut at the limit is no other encoding', async () => {
    expect(await linesOf(bytes('ż'.repeat(51)), { longest: 99 })).toMatchObject([
      { tooLong: true, isUtf8: true },
    ]);
  });

  it('gzip is seen from the content, whatever the name says', async () => {
    await writeFile(path.join(folder, 'packed.txt'), gzipSync('a\n'));
    await writeFile(path.join(folder, 'plain.gz'), 'a\n');
    for (const name of ['packed.txt', 'plain.gz']) {
      const io = { stdin: chunks(bytes(''), 1), cwd: folder };
      const lines = await openLines(name, io);
      const read: string[] = [];
      for await (const { text } of lines) read.push(text);
      expect(read).toEqual(['a']);
      expect(lines.read()).toBe(lines.size);
    }
  });

  it.each([
    { note: 'a file that is not there', name: 'nowhere.ndjson', why: /no such file/ },
    { note: 'a folder', name: '.', why: /is a folder/ },
  ])('$note is refused', async ({ name, why }) => {
    const open = async (): Promise<void> => {
      const lines = await openLines(name, { stdin: chunks(bytes(''), 1), cwd: folder });
      for await (const { line } of lines) expect(line).toBeGreaterThan(0);
    };
    await expect(open()).rejects.toThrow(CommandError);
    await expect(open()).rejects.toThrow(why);
  });

  it('compressed content that ends too early is refused', async () => {
    const packed = gzipSync('a\nb\nc\n'.repeat(100));
    await expect(linesOf(packed.subarray(0, packed.length - 12))).rejects.toThrow(/ends too early/);
  });
});
