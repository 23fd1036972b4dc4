import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cutTo, padTo, printable, widthOf } from './printable.ts';
import { table } from './table.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', '山', 'é', '\u001B', '\u202E', '\n', '🙂', 'e\u0301') }),
);

describe('printable', () => {
  it.each([
    { note: 'an escape sequence loses its escape', text: '\u001B[2Jgone', shown: '�[2Jgone' },
    { note: 'a reversed reading direction is taken out', text: 'a\u202Eb', shown: 'a�b' },
    { note: 'line breaks become spaces', text: 'a\r\nb\tc', shown: 'a b c' },
    { note: 'letters of any script stay', text: 'Łódź 山田', shown: 'Łódź 山田' },
  ])('$note', ({ text, shown }) => expect(printable(text)).toBe(shown));

  test.prop([anyText])('nothing that arrived as data can send a terminal a command', (text) => {
    expect(printable(text)).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test.prop([anyText, fc.integer({ min: 0, max: 30 })])(
    'a text cut and padded to a width has that width',
    (text, width) => {
      const shown = printable(text);
      expect(widthOf(cutTo(shown, width))).toBeLessThanOrEqual(width);
      expect(widthOf(padTo(cutTo(shown, width), width, 'right'))).toBe(width);
    },
  );
});

describe('table', () => {
  test.prop([fc.array(fc.tuple(anyText, anyText, fc.nat())), fc.integer({ min: 40, max: 120 })])(
    'no line is wider than the terminal',
    (rows, width) => {
      const columns = [
        { heading: 'a' },
        { heading: 'b' },
        { heading: 'n', align: 'right' } as const,
      ];
      const cells = rows.map(([a, b, n]) => [a, b, String(n)]);
      const lines = table(columns, cells, width).split('\n');
      expect(lines).toHaveLength(rows.length + 2);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
    },
  );

  it('aligns names to the left and numbers to the right', () => {
    const columns = [{ heading: 'name' }, { heading: 'n', align: 'right' } as const];
    expect(
      table(
        columns,
        [
          ['a', '1'],
          ['山田', '1,000'],
        ],
        80,
      ),
    ).toBe('name      n\na         1\n山田  1,000\n');
  });
});
