import type { Decision, Engine } from '@doubletake/scoring';
import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { createEngine } from '../../packages/doubletake/src/engine/engine.ts';
import type { EngineParts } from '../../packages/doubletake/src/engine/parts.ts';
import { told } from '../support/friends-of-ann.ts';
import { shippedParts } from '../support/shipped-parts.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 1, 20);

/** What one order of bob's can pay to ann's side: twice through her own link, once by carla's. */
const REWARDS = { own: 'f-bob', affiliate: 'f-bob', carla: 'f-carla' } as const;
type RewardId = keyof typeof REWARDS;

/** What may come next of a reward, of the order, or of time. */
type Move =
  | { readonly do: 'ask' | 'paid' | 'reversed'; readonly rewardId: RewardId }
  | { readonly do: 'order'; readonly status: 'completed' | 'cancelled' | 'refunded' }
  | { readonly do: 'relink'; readonly first: 'ann' | 'carla' }
  | { readonly do: 'person'; readonly outcome: 'release' | 'block' }
  | { readonly do: 'wait'; readonly days: number };

const rewardId = fc.constantFrom<RewardId>('own', 'affiliate', 'carla');
const ask: fc.Arbitrary<Move> = fc.record({ do: fc.constant('ask'), rewardId });
const MOVES: readonly fc.Arbitrary<Move>[] = [
  ask,
  ask,
  ask,
  ask,
  fc.record({ do: fc.constantFrom('paid', 'reversed'), rewardId }),
  fc.record({
    do: fc.constant('order'),
    status: fc.constantFrom('completed', 'cancelled', 'refunded'),
  }),
  fc.record({ do: fc.constant('relink'), first: fc.constantFrom('ann', 'carla') }),
  fc.record({ do: fc.constant('person'), outcome: fc.constantFrom('release', 'block') }),
  fc.record({ do: fc.constant('wait'), days: fc.integer({ min: 0, max: 20 }) }),
];
const moves = fc.array(fc.oneof(...MOVES), { minLength: 4, maxLength: 24 });

/** A house whose host pays by what it is told, or says what it paid and took back by itself. */
class House {
  now = START;
  #events = 0;
  readonly #parts: EngineParts = shippedParts(() => this.now);
  readonly #engine: Engine = createEngine(this.#parts);
  /** Whose money is out, as the host's books have it. */
  readonly out: Set<string> = new Set();

  async open(): Promise<void> {
    await this.#engine.recordMany(told(['bob']).filter((event) => !('beneficiaryId' in event)));
    await this.#seen('carla');
    await this.#link('f-carla', 'carla');
    for (const [id, referralId] of Object.entries(REWARDS))
      await this.#tell({
        type: 'reward.accrued',
        rewardId: id,
        programmeId: 'finders-fee',
        referralId,
        orderId: 'o-bob',
        beneficiaryId: referralId === 'f-bob' ? 'ann' : 'carla',
        side: 'referrer',
        channel: id === 'affiliate' ? 'affiliate' : 'referral',
        kind: 'cash',
        amount: { minor: 2000, currency: 'EUR' },
      });
  }

  async #tell(event: object): Promise<void> {
    this.#events += 1;
    const at = new Date(this.now - 3_600_000 + this.#events).toISOString();
    const [answer] = await this.#engine.recordMany([{ id: `e${this.#events}`, at, ...event }]);
    expect(answer).toMatchObject({ outcome: 'recorded' });
  }

  #seen(accountId: string): Promise<void> {
    const email = `${accountId}.jones@gmail.com`;
    return this.#tell({
      type: 'account.observed',
      accountId,
      createdAt: '2024-01-01T00:00:00Z',
      email,
    });
  }

  /** Always earlier than every link before it: the first link wins. */
  #link(referralId: string, referrerId: string): Promise<void> {
    const at = new Date(Date.UTC(2026, 0, 2) - this.#events * 1000).toISOString();
    return this.#tell({
      type: 'referral.attributed',
      at,
      referralId,
      programmeId: 'finders-fee',
      referrerId,
      refereeId: 'bob',
    });
  }

  async step(move: Move): Promise<void> {
    this.now += 1000;
    if (move.do === 'order') {
      const { status } = move;
      await this.#tell({ type: 'order.updated', orderId: 'o-bob', accountId: 'bob', status });
    } else if (move.do === 'relink') {
      await this.#link(move.first === 'ann' ? 'f-bob' : 'f-carla', move.first);
    } else if (move.do === 'person') {
      await this.#conclude(move.outcome);
    } else if (move.do === 'wait') {
      this.now += move.days * DAY;
    } else if (move.do === 'ask') {
      const trigger = `asked-${this.now}`;
      this.#obeys([await this.#engine.screen(move.rewardId, { trigger })]);
    } else {
      await this.#tell({ type: `reward.${move.do}`, rewardId: move.rewardId });
      if (move.do === 'paid') this.out.add(move.rewardId);
      else this.out.delete(move.rewardId);
    }
    this.#obeys(await this.#engine.wake());
  }

  async #conclude(outcome: 'release' | 'block'): Promise<void> {
    const { cases } = await this.#parts.ledger.desk.page({ filter: {} });
    const caseId = cases[0]?.case.caseId;
    if (caseId === undefined) return;
    await this.#engine.decide({
      caseId,
      by: 'lea',
      commandId: `c${this.now}`,
      outcome,
      reason: outcome === 'release' ? 'REVIEWED_GENUINE' : 'REVIEWED_COLLUSION',
      scoreVisible: true,
    });
    this.now += 60_000;
  }

  /** Pays what it is told to. INVARIANT of the law: nothing is let go while money is out for the same side. */
  #obeys(decisions: readonly (Decision | undefined)[]): void {
    for (const decision of decisions) {
      if (decision?.action !== 'pay' || this.out.has(decision.rewardId)) continue;
      expect([...this.out], `told to pay ${decision.rewardId}`).toEqual([]);
      this.out.add(decision.rewardId);
    }
  }
}

test.prop([moves], { numRuns: 120 })(
  'one side of an order is let go to one reward at a time, until its money was said to be back',
  async (story) => {
    const house = new House();
    await house.open();
    for (const move of story) await house.step(move);
  },
);
