import type { Decision } from '@doubletake/scoring';
import { fc, test } from '@fast-check/vitest';
import { newKeysFile, openDoubletake, parseKeys, type Keys, type OpenDoubletake } from 'doubletake';
import { describe, expect } from 'vitest';
import { smallWorld } from '../support/small-world.ts';

const EVENTS = smallWorld('engine');
const REWARDS = EVENTS.flatMap((event) =>
  event.type === 'reward.accrued' ? [event.rewardId] : [],
);
/** After the last event, when every hold window has passed. */
const END = Date.UTC(2026, 0, 1);
const KEYS: Keys = parseKeys(newKeysFile());

/** What an account in a crowd showed before it showed many more. */
const SHARED = { type: 'email', value: 'shared1@web.de' } as const;

/** An account shows the nth of many values. */
const seen = (accountId: string, value: number): object => ({
  id: `${accountId}-shows-${value}`,
  type: 'account.observed',
  at: new Date(Date.UTC(2025, 1, 1, value)).toISOString(),
  accountId,
  email: `shared${value}@web.de`,
  ip: `203.0.113.${value}`,
});

const opened = (): Promise<OpenDoubletake> => openDoubletake({ keys: KEYS, clock: () => END });

/** The same events cut into batches of some sizes. */
function* batches<Item>(items: readonly Item[], sizes: readonly number[]): Generator<Item[]> {
  for (let start = 0, turn = 0; start < items.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? items.length;
    yield items.slice(start, start + size);
    start += size;
  }
}

async function recorded(
  events: readonly object[],
  sizes: readonly number[],
): Promise<OpenDoubletake> {
  const engine = await opened();
  for (const batch of batches(events, sizes)) await engine.recordMany(batch);
  return engine;
}

const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 });
const decideAll = async (engine: OpenDoubletake): Promise<readonly (Decision | undefined)[]> =>
  engine.screenMany(REWARDS, { trigger: 'law' });

describe('laws of the engine', () => {
  test.prop([fc.subarray([...EVENTS]), sizes], { numRuns: 2 })(
    'recording an event twice changes nothing',
    async (again, cuts) => {
      const once = await recorded(EVENTS, [EVENTS.length]);
      const twice = await recorded([...EVENTS, ...again], cuts);
      const answers = await twice.recordMany(EVENTS);
      expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['duplicate']));
      expect(await twice.wake()).toEqual(await once.wake());
    },
  );

  test.prop([sizes], { numRuns: 2 })('rebuilding the graph changes no decision', async (cuts) => {
    const grown = await recorded(EVENTS, cuts);
    const rebuilt = await recorded(EVENTS, [EVENTS.length]);
    await rebuilt.parts.graph.clear();
    expect((await rebuilt.parts.graph.stats()).accounts).toBe(0);
    // Whatever is recorded next, the graph catches up from its own cursor.
    await rebuilt.record(EVENTS[0]);
    expect(await decideAll(rebuilt)).toEqual(await decideAll(grown));
  });

  test.prop([sizes, sizes], { numRuns: 2 })(
    'rebuilding the graph changes no decision, whatever is recorded meanwhile',
    async (cuts, later) => {
      const grown = await recorded(EVENTS, cuts);
      const half = Math.floor(EVENTS.length / 2);
      const rebuilt = await recorded(EVENTS.slice(0, half), [half]);
      await rebuilt.parts.graph.clear();
      const recording = [rebuilt.record(EVENTS[0])];
      for (const batch of batches(EVENTS.slice(half), later)) {
        await rebuilt.parts.ledger.profile('nobody');
        recording.push(rebuilt.recordMany(batch).then(([first]) => first ?? expect.fail()));
      }
      await Promise.all(recording);
      expect(await decideAll(rebuilt)).toEqual(await decideAll(grown));
    },
  );

  test('rebuilding the graph changes no decision, where profiles let go of values either', async () => {
    // Both ends of some pairs show what somebody else showed first, and no longer keeps.
    const crowd = Array.from({ length: 20 }, (_, value) => seen('crowd', value));
    const pairs = EVENTS.flatMap((event) =>
      event.type === 'referral.attributed'
        ? [seen(event.referrerId, 1), seen(event.refereeId, 1)]
        : [],
    ).slice(0, 20);
    const grown = await recorded([...crowd, ...pairs], [1]);
    const profile = await grown.parts.ledger.profile('crowd');
    expect(profile?.emails.map(({ value }) => value)).not.toContain('shared1@web.de');
    await grown.recordMany(EVENTS);
    const made = await recorded([...crowd, ...pairs, ...EVENTS], [1000]);
    expect(await decideAll(made)).toEqual(await decideAll(grown));
    const [[token = '']] = [made.parts.hashing.tokenise(SHARED)];
    const member = {
      account: made.parts.hashing.accountRef('crowd'),
      tokens: [{ type: SHARED.type, token }],
    };
    const asked = { referrer: member, referee: member, asOf: END } as const;
    const { holders } = await made.parts.graph.gather(asked);
    expect(holders.get(token)?.count).toBeGreaterThan(1);
    expect(holders).toEqual((await grown.parts.graph.gather(asked)).holders);
  });

  test.prop([fc.shuffledSubarray(REWARDS, { minLength: REWARDS.length })], { numRuns: 2 })(
    'screening many is screening one after another',
    async (rewards) => {
      const many = await recorded(EVENTS, [EVENTS.length]);
      const single = await recorded(EVENTS, [EVENTS.length]);
      const one: (Decision | undefined)[] = [];
      for (const reward of rewards) one.push(await single.screen(reward, { trigger: 'law' }));
      expect(await many.screenMany(rewards, { trigger: 'law' })).toEqual(one);
    },
  );

  test('the same trigger gives the same decision, a new one a new decision', async () => {
    const engine = await recorded(EVENTS, [EVENTS.length]);
    const [rewardId = ''] = REWARDS;
    const first = await engine.screen(rewardId, { trigger: 'one' });
    expect(await engine.screen(rewardId, { trigger: 'one' })).toEqual(first);
    const second = await engine.screen(rewardId, { trigger: 'two' });
    expect(second?.decisionId).not.toBe(first?.decisionId);
  });
});

const secret = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);

const tokensUnder = async (kid: string, fill: number) => {
  const peppers = { current: { kid, secret: secret(fill) }, accounts: secret(9) };
  return (await openDoubletake({ keys: { ...KEYS, peppers } })).parts.hashing;
};

describe('tokens differ across types and key ids', () => {
  const types = fc.shuffledSubarray(
    ['email', 'phone', 'name', 'ip', 'email.base', 'payment'] as const,
    {
      minLength: 2,
      maxLength: 2,
    },
  );

  test.prop([types, fc.string()], { numRuns: 20 })(
    'of one text under two types',
    async ([one, two], value) => {
      const { tokenise } = await tokensUnder('k1', 1);
      const [[a = ''], [b = '']] = [
        tokenise({ type: one ?? 'ip', value }),
        tokenise({ type: two ?? 'ip', value }),
      ];
      expect(a).not.toBe(b);
      expect(a).toMatch(/^k1:[\w-]{22}$/u);
    },
  );

  test.prop([fc.string()], { numRuns: 20 })(
    'of one value under two keys, whatever their ids',
    async (value) => {
      const [one, two] = [await tokensUnder('k1', 1), await tokensUnder('k2', 2)];
      const [a = '', b = ''] = [one, two].flatMap(({ tokenise }) =>
        tokenise({ type: 'email', value }),
      );
      expect(a.split(':')[0]).not.toBe(b.split(':')[0]);
      expect(a.split(':')[1]).not.toBe(b.split(':')[1]);
      // An account keeps its reference through a rotation.
      expect(one.accountRef(value)).toBe(two.accountRef(value));
    },
  );

  test('a rotation writes both and names the newest first', async () => {
    const peppers = {
      current: { kid: 'k2', secret: secret(2) },
      older: [{ kid: 'k1', secret: secret(1) }],
      accounts: secret(9),
    };
    const { parts } = await openDoubletake({ keys: { ...KEYS, peppers } });
    const old = await tokensUnder('k1', 1);
    const tokens = parts.hashing.tokenise({ type: 'email', value: 'ann@example.com' });
    expect(tokens.map((token) => token.slice(0, 3))).toEqual(['k2:', 'k1:']);
    expect(tokens[1]).toBe(old.tokenise({ type: 'email', value: 'ann@example.com' })[0]);
  });
});
