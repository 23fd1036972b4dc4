import { LedgerError } from '@doubletake/ledger';
import type { Decision } from '@doubletake/scoring';
import { beforeEach, expect, test } from 'vitest';
import { approved, heldCase, leftBy, review } from '../../../../test/support/held-case.ts';
import { HELD_AT, told } from '../../../../test/support/held-reward.ts';
import { shippedParts } from '../../../../test/support/shipped-parts.ts';
import { allowanceIdOf } from './allowance-id.ts';
import { createEngine } from './engine.ts';
import type { EngineParts } from './parts.ts';

const DAY = 86_400_000;

let now: number;
let parts: EngineParts;
const engine = () => createEngine(parts);

beforeEach(() => {
  now = HELD_AT;
  parts = shippedParts(() => now);
});

/** Cases that were concluded long enough ago, under the ids c1 and so on. */
async function concluded(count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1) {
    const caseId = await heldCase(parts, n);
    expect(await engine().decide(review(caseId, { commandId: `c${n}` }))).toMatchObject({
      ok: true,
    });
    now += 1;
  }
  now += 10_000;
}

/** An engine over a ledger that takes no label of some commands, and lists only two conclusions where a hundred are asked for. */
function refusing(...commandIds: readonly string[]) {
  const { ledger } = parts;
  const append: typeof ledger.append = async (events, ...rest) => {
    if (events.some(({ id }) => commandIds.includes(id.slice('label:'.length))))
      throw new LedgerError('ledger_text_refused', 'stuck');
    return ledger.append(events, ...rest);
  };
  const settled: typeof ledger.desk.settled = async (limit) => ledger.desk.settled(limit - 98);
  return createEngine({
    ...parts,
    ledger: { ...ledger, append, desk: { ...ledger.desk, settled } },
  });
}

test('what cannot be settled holds up no other conclusion and no screening, and is what the wake fails with', async () => {
  await concluded(5);
  await engine().recordMany(told(6));
  const heard: Decision[] = [];
  const waking = refusing('c1', 'c2', 'c4').wake({
    told: (decisions) => void heard.push(...decisions),
  });
  await expect(waking).rejects.toThrow('stuck');
  expect(heard.map(({ rewardId, stage }) => [rewardId, stage])).toEqual([
    ['r3', 'review'],
    ['r5', 'review'],
    ['r6', 'due'],
  ]);
  expect((await engine().wake()).map(({ rewardId }) => rewardId)).toEqual(['r1', 'r2', 'r4']);
});

test('a ledger that is down is asked to settle one conclusion, not each', async () => {
  await concluded(3);
  const { ledger } = parts;
  const unavailable = new LedgerError('ledger_unavailable', 'down');
  let isDown = false;
  let appended = 0;
  const append: typeof ledger.append = async () => {
    isDown = true;
    appended += 1;
    throw unavailable;
  };
  const settled: typeof ledger.desk.settled = async (limit) => {
    if (isDown) throw unavailable;
    return ledger.desk.settled(limit);
  };
  const broken = { ...ledger, append, desk: { ...ledger.desk, settled } };
  await expect(createEngine({ ...parts, ledger: broken }).wake()).rejects.toThrow('down');
  expect(appended).toBe(1);
});

test('whatever command id is taken can be settled, its exception as well', async () => {
  const caseId = await heldCase(parts);
  const commandId = 'c'.repeat(200);
  const allowance = { reason: 'one household', expiresAt: now + 90 * DAY };
  const asked = review(caseId, { commandId, allowance });
  expect(await engine().decide(asked)).toMatchObject({ ok: true });
  await approved(parts, caseId, commandId);
  now += 10_000;
  expect(await engine().wake()).toHaveLength(1);
  expect(await leftBy(parts, caseId)).toMatchObject({ state: 'closed', allowance: 'lea' });
});

test.each([
  ['of one', 201, 0],
  ['of many, with a slash and the case', 174, 1],
])(
  'a command id %s that is too long is refused before anything is concluded',
  async (_, length, many) => {
    const caseIds = [await heldCase(parts, 1), await heldCase(parts, 2)];
    const decide = async (commandId: string) => {
      const shared = { ...review('', { commandId }), caseIds };
      return many === 1
        ? engine().decideMany(shared)
        : engine().decide({ ...shared, caseId: caseIds[0] ?? '' });
    };
    await expect(decide('c'.repeat(length))).rejects.toMatchObject({ code: 'ledger_text_refused' });
    now += 10_000;
    expect(await engine().wake()).toEqual([]);
    await decide('c'.repeat(length - 1));
    now += 10_000;
    expect(await engine().wake()).toHaveLength(many + 1);
  },
);

test('the name of an exception follows from the whole command id', () => {
  expect(allowanceIdOf('c1')).toBe('review:c1');
  const [long, longer] = ['c'.repeat(199), 'c'.repeat(200)].map(allowanceIdOf);
  expect(long).not.toBe(longer);
  expect(longer).toHaveLength('review:'.length + 43);
});
