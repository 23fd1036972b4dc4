import type { SharedValue, Surroundings } from '@doubletake/scoring';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawing } from './drawing.ts';
import { Kept } from './kept.ts';
import { DRAWN_KINDS } from './kinds.ts';
import { layout } from './layout.ts';
import { MOST_NODES, picture, type LinkFilter } from './picture.ts';
import { placed } from './placed.ts';

const KINDS = ['payment', 'device', 'address', 'email', 'phone', 'name', 'ip'] as const;
const TYPES: Readonly<Record<SharedValue['kind'], SharedValue['type']>> = {
  payment: 'payment',
  device: 'visitor',
  address: 'building',
  email: 'email',
  phone: 'phone',
  name: 'surname',
  ip: 'ip',
};

const accountId = fc.oneof(
  fc.integer({ min: 0, max: 150 }).map((n) => `acc_${n}`),
  fc.string({ minLength: 1, maxLength: 40 }),
);
const value = (middle: readonly string[]): fc.Arbitrary<SharedValue> =>
  fc
    .record({
      kind: fc.constantFrom(...KINDS),
      masked: fc.string({ maxLength: 30 }),
      index: fc.nat(15),
      of: fc.subarray([...middle], { minLength: 1 }),
      others: fc.uniqueArray(
        accountId.filter((id) => !middle.includes(id)),
        { maxLength: 12 },
      ),
      more: fc.oneof(fc.constant(0), fc.nat(500)),
    })
    .map(({ kind, masked, index, of, others, more }) => ({
      kind,
      type: TYPES[kind],
      masked,
      places: of.map((id) => ({ accountId: id, index })),
      others,
      count: of.length + others.length + more,
    }));
const around: fc.Arbitrary<Surroundings> = fc
  .uniqueArray(accountId, { minLength: 1, maxLength: 2 })
  .chain((middle) =>
    fc.record({
      middle: fc.constant(middle),
      shared: fc.array(value(middle), { maxLength: 40 }),
      referrals: fc.array(
        fc.record({
          referralId: fc.string(),
          referrerId: fc.oneof(fc.constantFrom(...middle), accountId),
          refereeId: fc.oneof(fc.constantFrom(...middle), accountId),
          at: fc.nat(),
        }),
        { maxLength: 60 },
      ),
    }),
  );
const filter: fc.Arbitrary<LinkFilter> = fc.constantFrom(undefined, 'referral', ...KINDS);
const held = (others: readonly string[], count: number): SharedValue => ({
  kind: 'ip',
  type: 'ip',
  masked: '198.51.•.•',
  places: [{ accountId: 'ann', index: 0 }],
  others,
  count,
});
const NOWHERE = { x: Number.NaN, y: Number.NaN };
const RUNS = { numRuns: 60 };

describe('a picture', () => {
  test('never has more than 60 nodes, and every line ends at two of them', () => {
    fc.assert(
      fc.property(around, filter, (of, links) => {
        const { nodes, edges } = picture(of, links);
        const ids = new Set(nodes.map(({ id }) => id));
        expect(nodes.length).toBeLessThanOrEqual(MOST_NODES);
        expect(ids.size).toBe(nodes.length);
        for (const { from, to } of edges) expect(ids.has(from) && ids.has(to)).toBe(true);
      }),
      RUNS,
    );
  });

  test('always has those in the middle, and counts who is not drawn', () => {
    fc.assert(
      fc.property(around, filter, (of, links) => {
        const { nodes, edges } = picture(of, links);
        const accounts = nodes.flatMap((node) => (node.what === 'account' ? [node.accountId] : []));
        for (const id of of.middle) expect(accounts).toContain(id);
        for (const node of nodes)
          if (node.what === 'value') {
            const drawn = edges.filter(({ to }) => to === node.id).length;
            expect(drawn + node.folded).toBe(node.value.count);
          }
      }),
      RUNS,
    );
  });

  test('of one kind shows values of that kind only', () => {
    fc.assert(
      fc.property(around, fc.constantFrom(...KINDS), (of, kind) => {
        for (const node of picture(of, kind).nodes)
          if (node.what === 'value') expect(node.value.kind).toBe(kind);
      }),
      RUNS,
    );
  });

  const crowd = Array.from({ length: 12 }, (_, n) => `c${n}`);

  test('a hub draws nobody for its sake, but its lines to those drawn for another', () => {
    const hub = held(crowd, 90);
    const alone = picture({ middle: ['ann'], shared: [hub], referrals: [] });
    expect(alone.nodes).toHaveLength(2);
    expect(alone.nodes.find(({ what }) => what === 'value')).toMatchObject({
      hub: true,
      folded: 89,
    });
    expect(alone.left.accounts).toBe(12);
    const both = picture({
      middle: ['ann'],
      shared: [hub, { ...held(['c3'], 2), kind: 'device', type: 'visitor' }],
      referrals: [],
    });
    expect(both.edges.map(({ from, kind }) => `${from} ${kind}`).toSorted()).toEqual([
      'a:ann device',
      'a:ann ip',
      'a:c3 device',
      'a:c3 ip',
    ]);
  });
});

describe('a layout', () => {
  test('gives the same places to the same things, in whatever order they come', () => {
    fc.assert(
      fc.property(around, fc.nat(60), (of, by) => {
        const { nodes, edges } = picture(of);
        const bodies = nodes.map(({ id }) => ({ id, radius: 30 }));
        const ties = edges.map(({ from, to }) => ({ from, to, length: 80 }));
        const turned = [...bodies.slice(by), ...bodies.slice(0, by)];
        const spots = layout(bodies, ties);
        expect(layout(turned, ties.toReversed())).toEqual(spots);
      }),
      { numRuns: 15 },
    );
  });

  test('has every coordinate finite and no two accounts on the same spot', () => {
    fc.assert(
      fc.property(around, filter, (of, links) => {
        const chosen = picture(of, links);
        const all = placed(chosen);
        const spots = chosen.nodes.map(({ id }) => [id, all.get(id) ?? NOWHERE] as const);
        for (const [, { x, y }] of spots)
          expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
        const accounts = spots
          .filter(([id]) => id.startsWith('a:'))
          .map(([, at]) => `${at.x} ${at.y}`);
        expect(new Set(accounts).size).toBe(accounts.length);
      }),
      { numRuns: 30 },
    );
  });

  test('keeps the line between the two in the middle free of what they share', () => {
    fc.assert(
      fc.property(around, (of) => {
        const chosen = picture(of);
        const spots = placed(chosen);
        const [first, second] = of.middle.map((id) => spots.get(`a:${id}`));
        if (first === undefined || second === undefined) return;
        for (const node of chosen.nodes) {
          const { x, y } = spots.get(node.id) ?? NOWHERE;
          if (node.what === 'value' && x > first.x + 60 && x < second.x - 60)
            expect(Math.abs(y)).toBeGreaterThan(13);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('puts the first of two in the middle left of the second, whatever they are called', () => {
    const shared = (['zoe', 'ann'] as const).map((id) => ({
      kind: 'device' as const,
      type: 'visitor' as const,
      masked: 'x',
      places: [{ accountId: id, index: 0 }],
      others: [`of-${id}`],
      count: 2,
    }));
    const { accounts } = drawing(picture({ middle: ['zoe', 'ann'], shared, referrals: [] }), [
      'zoe',
      'ann',
    ]);
    const x = (text: string) => accounts.find((each) => each.text === text)?.x ?? Number.NaN;
    expect(x('zoe')).toBeLessThan(x('ann'));
  });
});

test('a drawing stays within its frame', () => {
  fc.assert(
    fc.property(around, (of) => {
      const { viewBox, accounts, values, lines } = drawing(picture(of), of.middle);
      const [left = 0, top = 0, width = 0, height = 0] = viewBox.split(' ').map(Number);
      for (const { x, y } of [...accounts, ...values]) {
        expect(x > left && x < left + width).toBe(true);
        expect(y > top && y < top + height).toBe(true);
      }
      for (const each of lines)
        expect([each.x1, each.y1, each.x2, each.y2].every(Number.isFinite)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('every kind has a shape of its own', () => {
  const shapes = Object.values(DRAWN_KINDS).map(({ path }) => path);
  expect(new Set(shapes).size).toBe(shapes.length);
});

describe('what is kept', () => {
  test('is made once, and never more than it may', () => {
    const kept = new Kept<string, object>(2);
    let made = 0;
    const make = () => {
      made += 1;
      return {};
    };
    const first = kept.of('a', make);
    expect(kept.of('a', make)).toBe(first);
    kept.of('b', make);
    kept.of('a', make);
    kept.of('c', make);
    expect(kept.size).toBe(2);
    expect(made).toBe(3);
    expect(kept.of('a', make)).toBe(first);
    kept.of('b', make);
    expect(made).toBe(4);
  });
});
