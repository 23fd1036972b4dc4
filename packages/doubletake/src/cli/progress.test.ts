import { describe, expect, it } from 'vitest';
import { memoryIo } from './memory-io.ts';
import { paintFor } from './paint.ts';
import { progress } from './progress.ts';

describe('progress', () => {
  it('writes nothing where nobody watches', async () => {
    const io = memoryIo();
    const bar = progress({ label: 'reading', total: 10 }, io);
    bar.tick(5);
    await bar.finish();
    expect(io.err()).toBe('');
  });

  it('draws how far it is, ten times a second at most, and clears the line at the end', async () => {
    let now = 0;
    const io = memoryIo({ terminal: 60, now: () => now });
    const bar = progress({ label: 'reading', total: 4 }, io);
    for (const [at, done] of [
      [0, 1],
      [50, 2],
      [100, 3],
      [120, 4],
    ] as const) {
      now = at;
      bar.tick(done);
    }
    await bar.finish();
    const drawn = io
      .err()
      .split('\r')
      .map((line) => line.trim());
    expect(drawn).toEqual([
      '',
      'reading ██████░░░░░░░░░░░░░░░░░░ 25 %',
      'reading ██████████████████░░░░░░ 75 %',
      '',
      '',
    ]);
  });

  it('counts where the total is unknown', async () => {
    const io = memoryIo({ terminal: 60 });
    const bar = progress({ label: 'reading' }, io);
    bar.tick(12_345);
    await bar.finish();
    expect(io.err()).toContain('reading 12,345');
  });
});

describe('colours', () => {
  it.each([
    { note: 'a terminal gets them', setup: { terminal: 80 }, painted: true },
    { note: 'a pipe does not', setup: {}, painted: false },
    {
      note: 'NO_COLOR is honoured',
      setup: { terminal: 80, env: { NO_COLOR: '1' } },
      painted: false,
    },
    {
      note: 'an empty NO_COLOR is none',
      setup: { terminal: 80, env: { NO_COLOR: '' } },
      painted: true,
    },
    {
      note: 'a dumb terminal gets none',
      setup: { terminal: 80, env: { TERM: 'dumb' } },
      painted: false,
    },
  ])('$note', ({ setup, painted }) => {
    const io = memoryIo(setup);
    expect(paintFor(io.stdout, io).bad('no') !== 'no').toBe(painted);
  });
});
