import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc, test as property } from '@fast-check/vitest';
import type { Policy } from '@doubletake/scoring';
import { defaultRulesDir, loadRules, policyOf } from 'doubletake';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { replayed, type Replayed } from '../support/small-world.ts';
import { on, STORIES } from './stories.ts';

/** Every event of every story, once. */
const EVENTS = [
  ...new Map(
    STORIES.flatMap(({ events }) => events).map((event) => [String(event['id']), event]),
  ).values(),
];
const LINES = EVENTS.map((event) => JSON.stringify(event));

let run: Replayed;
beforeAll(async () => {
  run = await replayed(LINES);
});

describe('the stories', () => {
  it.each(STORIES)('$note', ({ reward, decisions }) => {
    const own = run.decisions.filter(({ rewardId }) => rewardId === reward);
    expect(
      own.map(({ stage, action, reasons }) => [stage, action, reasons[0]?.code].join(' ').trim()),
    ).toEqual(decisions);
  });

  test('are read without a problem, and counted', () => {
    expect(run.problems).toEqual([]);
    expect(run.summary).toMatchObject({
      events: EVENTS.length,
      duplicates: 0,
      conflicts: 0,
      decisions: run.written.length,
    });
    const [fee] = run.summary.programmes;
    expect(fee).toMatchObject({
      programmeId: 'finders-fee',
      byAction: { claw_back: 1, review: 1 },
    });
  });

  test('every line is the decision, in ISO instants', () => {
    for (const line of run.written) expect(line).toMatch(/^\{.*"at":"2025-[^"]+Z".*\}$/u);
  });
});

describe('a file as hosts write them', () => {
  const shuffled = fc.shuffledSubarray(LINES, { minLength: LINES.length });
  property.prop([shuffled], { numRuns: 10 })(
    'in any order of lines gives the same bytes',
    async (lines) => {
      expect((await replayed(lines)).written).toEqual(run.written);
    },
  );

  property.prop([fc.subarray(LINES)], { numRuns: 5 })(
    'with lines twice gives the same bytes',
    async (again) => {
      const twice = await replayed([...LINES, ...again]);
      expect(twice.written).toEqual(run.written);
      expect(twice.summary.duplicates).toBe(again.length);
    },
  );

  test.each([
    { note: 'no JSON', bad: '{"id":"x1","type":', code: 'event_not_json' },
    {
      note: 'a misspelt key',
      bad: `{"id":"x1","type":"reward.due","at":"${on(1)}","rewardID":"r"}`,
      code: 'event_unknown_key',
    },
    { note: 'a blank line is none', bad: '   ', code: undefined },
  ])('with a bad line in the middle: $note', async ({ bad, code }) => {
    const { written, problems } = await replayed([...LINES.slice(0, 20), bad, ...LINES.slice(20)]);
    expect(written).toEqual(run.written);
    expect(problems[0]?.code).toBe(code);
    if (code !== undefined) expect(problems[0]?.at.line).toBe(21);
  });

  test('a card number is refused and never repeated', async () => {
    const card = ['4242', '4242', '4242', '4242'];
    const event = {
      id: 'card-1',
      type: 'account.observed',
      at: on(1),
      accountId: 'card-old',
      payment: { kind: 'card', fingerprint: card.join(' ') },
    };
    const { written, problems } = await replayed([...LINES, event]);
    expect(problems.map(({ code }) => code)).toEqual(['event_card_number']);
    expect(written).toEqual(run.written);
    const told = JSON.stringify([written, problems]).replaceAll(/[\s-]/gu, '');
    expect(told).not.toContain(card.join(''));
  });

  test('another event under a known id is reported, and the first stands', async () => {
    const [first = ''] = LINES;
    const { written, problems } = await replayed([...LINES, first.replace('@web.de', '@gmx.de')]);
    expect(problems).toMatchObject([{ code: 'event_id_conflict', at: { line: LINES.length + 1 } }]);
    expect(written).toEqual(run.written);
  });

  test('nothing in gives nothing out', async () => {
    expect(await replayed([])).toMatchObject({ written: [], summary: { events: 0, decisions: 0 } });
  });
});

/** The repository's rules with every programme observing only. */
function observingPolicy(): Policy {
  const dir = mkdtempSync(join(tmpdir(), 'doubletake-rules-'));
  try {
    cpSync(defaultRulesDir(), dir, { recursive: true });
    for (const name of readdirSync(join(dir, 'programmes'))) {
      const file = join(dir, 'programmes', name);
      const programme: unknown = JSON.parse(readFileSync(file, 'utf8'));
      writeFileSync(file, JSON.stringify(Object.assign({}, programme, { observe: true })));
    }
    const loaded = loadRules(dir);
    if (!loaded.ok) throw new Error(loaded.problems[0]?.message);
    return policyOf(loaded.value);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

test('observing programmes decide everything, and pay it all', async () => {
  const { decisions } = await replayed(LINES, observingPolicy());
  expect(new Set(decisions.map(({ action }) => action))).toEqual(new Set(['pay']));
  expect(decisions.every(({ observeOnly }) => observeOnly === true)).toBe(true);
  expect(new Set(decisions.map(({ outcome }) => outcome))).toEqual(
    new Set(['release', 'hold', 'block']),
  );
});
