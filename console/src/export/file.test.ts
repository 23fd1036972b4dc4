import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exported, ExportRow } from './columns.ts';
import { file } from './file.ts';
import { FORMATS } from './formats.ts';

async function* pagesOf(pages: readonly (readonly ExportRow[])[]) {
  for (const page of pages) yield await Promise.resolve(page);
}

type Told = Parameters<Exported['onEnd']>[0];

async function written(
  format: 'csv' | 'json',
  pages: readonly (readonly ExportRow[])[],
  most?: number,
) {
  const told: Told[] = [];
  const exported = {
    columns: ['id', 'text'],
    pages: pagesOf(pages),
    onEnd: async (end: Told) => void told.push(end),
    ...(most === undefined ? {} : { most }),
  };
  const chunks: string[] = [];
  for await (const chunk of file(exported, FORMATS[format])) chunks.push(chunk);
  return { text: chunks.join(''), told };
}

const row = (id: number, text = 'x'): ExportRow => ({ id, text });

describe('csv', () => {
  test.each([
    { note: 'a formula', text: '=1+1', cell: "'=1+1" },
    { note: 'a command', text: "=cmd|' /C calc'!A0", cell: "'=cmd|' /C calc'!A0" },
    { note: 'plus', text: '+1', cell: "'+1" },
    { note: 'minus', text: '-1+2', cell: "'-1+2" },
    { note: 'at', text: '@SUM(A1)', cell: "'@SUM(A1)" },
    { note: 'tab', text: '\t=1', cell: "'\t=1" },
    { note: 'blank', text: ' =1', cell: "' =1" },
    { note: 'full-width', text: '＝1', cell: "'＝1" },
    { note: 'full-width plus', text: '＋1', cell: "'＋1" },
    { note: 'carriage return', text: '\r=1', cell: '"\'\r=1"' },
    { note: 'line feed', text: '\n=1', cell: '"\'\n=1"' },
    { note: 'a formula in a second line', text: 'x\n=1', cell: '"x\n=1"' },
    { note: 'the same by a carriage return', text: 'x\r=1', cell: '"x\r=1"' },
    { note: 'quotes and a comma', text: 'a "b", c', cell: '"a ""b"", c"' },
    { note: 'a formula in quotes', text: '=A1,"x"', cell: '"\'=A1,""x"""' },
    { note: 'harmless', text: 'four-controls/shared-device', cell: 'four-controls/shared-device' },
  ])('$note comes out as text', async ({ text, cell }) => {
    const { text: out } = await written('csv', [[row(1, text)]]);
    expect(out).toBe(`id,text\r\n1,${cell}\r\n`);
  });

  test('no cell begins with what a spreadsheet calculates, whatever it held', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (text) => {
        const { text: out } = await written('csv', [[row(1, text)]]);
        const cell = out.slice('id,text\r\n1,'.length).replace(/^"/, '');
        expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
      }),
    );
  });

  test('a file that does not hold everything says so in its last row', async () => {
    const pages = [
      [row(1), row(2)],
      [row(3), row(4)],
    ];
    const { text, told } = await written('csv', pages, 3);
    expect(text.split('\r\n').slice(-3)).toEqual([
      '3,x',
      'cut after 3 rows: narrow the filter,',
      '',
    ]);
    expect(told).toEqual([{ rows: 3, end: 'cut' }]);
  });

  test('a full file that holds everything says nothing', async () => {
    const { text, told } = await written('csv', [[row(1), row(2)]], 2);
    expect(text).not.toContain('cut after');
    expect(told).toEqual([{ rows: 2, end: 'complete' }]);
  });
});

describe('json', () => {
  test.each([
    { note: 'nothing', pages: [] },
    { note: 'an empty page', pages: [[]] },
    { note: 'one row', pages: [[row(1, '"\n')]] },
    { note: 'pages', pages: [[row(1), row(2)], [row(3)]] },
    { note: 'an empty page first', pages: [[], [row(1)], [row(2)]] },
  ])('$note is JSON', async ({ pages }) => {
    const { text } = await written('json', pages);
    expect(JSON.parse(text)).toEqual({ rows: pages.flat(), cut: false });
  });

  test('says when it was cut', async () => {
    const { text } = await written('json', [[row(1), row(2)]], 1);
    expect(JSON.parse(text)).toEqual({ rows: [row(1)], cut: true });
  });
});

async function* failing() {
  yield await Promise.resolve([row(1)]);
  throw new Error('the store is gone');
}

test.each(['reader', 'store'])(
  'what was broken off by the %s is told with its rows',
  async (who) => {
    const told: Told[] = [];
    const exported = {
      columns: ['id'],
      pages: failing(),
      onEnd: async (end: Told) => void told.push(end),
    };
    const out = file(exported, FORMATS.csv);
    await out.next();
    await out.next();
    if (who === 'reader') await out.return();
    else await expect(out.next()).rejects.toThrow('gone');
    expect(told).toEqual([{ rows: 1, end: 'broken_off' }]);
  },
);
