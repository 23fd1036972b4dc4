import type { Decision } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { unseen } from './unseen.ts';

type Said = Pick<Decision, 'degraded' | 'standing'>;

test.each<{ note: string; decision: Said; says: readonly string[] }>([
  {
    note: 'the graph was down',
    decision: { degraded: 'graph_unavailable' },
    says: ['A store could not be asked', '(graph_unavailable)', 'nothing was compared'],
  },
  {
    note: 'a row was changed',
    decision: { degraded: 'ledger_seal_broken' },
    says: ['does not open'],
  },
  {
    note: 'the graph was down, and it was blocked before',
    decision: { degraded: 'graph_timeout', standing: 'block' },
    says: ['Before that it was blocked, and that stands.'],
  },
])('a case says what its decision did not see: $note', ({ decision, says }) => {
  for (const words of says) expect(unseen(decision)).toContain(words);
});

test('and nothing where it saw everything', () => {
  expect(unseen({})).toBeUndefined();
});
