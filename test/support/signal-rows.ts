import { describe, expect, it } from 'vitest';
import type { Signal } from '../../packages/scoring/src/signals/signal.ts';
import { sceneOf, type Seen } from './scenes.ts';

/** What both sides showed, and what a signal makes of it. */
export interface SignalRow {
  readonly note: string;
  readonly referrer: Seen | readonly Seen[];
  readonly referee: Seen | readonly Seen[];
  /** The level seen; `missing` when there was nothing to compare. */
  readonly level: string;
  readonly comparable?: readonly string[];
}

/** A test for each row. */
export function shows(signal: Signal, rows: readonly SignalRow[]): void {
  describe(signal.name, () => {
    it.each(rows)('$note: $level', ({ level, comparable, ...sides }) => {
      const seen = signal.observe(sceneOf(sides));
      expect(seen.kind === 'missing' ? 'missing' : seen.kind === 'identity' && seen.level).toBe(
        level,
      );
      if (comparable && seen.kind === 'identity') expect(seen.comparable).toEqual(comparable);
    });
  });
}
