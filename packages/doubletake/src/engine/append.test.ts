import { memoryIdentityGraph } from '@doubletake/graph';
import { LedgerError, memoryLedger } from '@doubletake/ledger';
import { parseEvent, type DomainEvent } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { openParts } from '../open-doubletake.ts';
import { append } from './append.ts';
import type { EngineParts } from './parts.ts';

const EVENTS = ['seen ann', 'seen bob', 'erased ann', 'seen cat', 'erased cat', 'seen dan'].map(
  (line, index): DomainEvent => {
    const [what, accountId] = line.split(' ');
    const type = what === 'seen' ? 'account.observed' : 'account.erased';
    const event = { id: `e${index}`, type, at: `2025-01-0${index + 1}T00:00:00Z`, accountId };
    const told = type === 'account.observed' ? { ...event, status: 'active' } : event;
    const parsed = parseEvent(told, 1);
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    return parsed.value;
  },
);

const down = new LedgerError('ledger_unavailable', 'the database did not answer');

/** A ledger whose nth append, and every one after it, meets no database. */
async function failing(from: number): Promise<EngineParts> {
  const ledger = memoryLedger();
  let appends = 0;
  const unlessDown = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    if ((appends += 1) > from) throw down;
    return ask();
  };
  return {
    ...(await openParts()),
    graph: memoryIdentityGraph(),
    ledger: {
      ...ledger,
      append: async (events) => unlessDown(async () => ledger.append(events)),
      records: {
        ...ledger.records,
        erase: async (event) => unlessDown(async () => ledger.records.erase(event)),
      },
    },
  };
}

const nobodyLeaves = async (): Promise<void> => {};

test.each([
  { note: 'no append', works: 5, recorded: [0, 1, 2, 3, 4, 5] },
  { note: 'the last', works: 4, recorded: [0, 1, 2, 3, 4] },
  { note: 'an erasure and all that follows', works: 1, recorded: [0, 1] },
])('where $note fails, every event is answered for itself', async ({ works, recorded }) => {
  const answers = await append(await failing(works), EVENTS, nobodyLeaves);
  expect(answers).toEqual(
    EVENTS.map(({ id }, index) =>
      recorded.includes(index)
        ? { outcome: 'recorded', id }
        : { outcome: 'unavailable', id, code: 'ledger_unavailable' },
    ),
  );
});

test('where nothing was committed, the call fails as a whole', async () => {
  await expect(append(await failing(0), EVENTS, nobodyLeaves)).rejects.toBe(down);
});
