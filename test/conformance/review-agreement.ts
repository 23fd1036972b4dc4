import { memoryLedger, type ReviewedLedger } from '@doubletake/ledger';
import type { CaseCommand, Decision, DomainEvent } from '@doubletake/scoring';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands, deskSays, person } from './desk-commands.ts';
import { accrued, decided, referred, write } from './ledger-values.ts';
import type { MakeReviewed } from './review-desk.ts';
import { held, HOUR, OPENED, reviewWrite } from './review-values.ts';

type Step =
  | { readonly call: 'decide'; readonly decision: Decision }
  | { readonly call: 'tell'; readonly event: DomainEvent }
  | { readonly call: 'act'; readonly command: CaseCommand }
  | { readonly call: 'next'; readonly by: string; readonly at: number }
  | { readonly call: 'lapse'; readonly at: number }
  | { readonly call: 'settle'; readonly at: number };

// Few cases and hours, so that everything meets everything.
const one = <const Value>(...values: readonly Value[]): fc.Arbitrary<Value> =>
  fc.constantFrom(...values);
const REWARDS = ['r1', 'r2', 'r3'];
const rewardId = one(...REWARDS);
const caseId = fc.tuple(rewardId, one('', '-2')).map(([id, more]) => `dec-${id}${more}`);
const at = fc.integer({ min: 0, max: 120 }).map((half) => OPENED + (half * HOUR) / 2);

const decision: fc.Arbitrary<Decision> = fc
  .record({
    rewardId,
    action: one('review', 'review', 'review', 'void', 'wait'),
    at,
    nth: one(1, 2, 3),
  })
  .map(({ rewardId: id, action, at: when, nth }) => ({
    ...(action === 'review' ? held(id, { score: nth }) : decided(id, action, { on: 0, until: 99 })),
    decisionId: `dec-${id}${nth === 1 ? '' : `-${nth}`}`,
    at: when,
  }));

/** What is told otherwise, or late: the earlier one stands. */
const event: fc.Arbitrary<DomainEvent> = fc
  .record({
    on: fc.integer({ min: -2, max: 2 }),
    account: one('ann', 'eve'),
    referralId: one('ann-bob', 'late'),
    reward: fc.option(rewardId, { nil: undefined }),
  })
  .map(({ on, account, referralId, reward }) =>
    reward === undefined
      ? referred([account, 'bob'], on, { referralId })
      : accrued(reward, on, { beneficiaryId: account, referralId }),
  );

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: decision.map((each) => ({ call: 'decide' as const, decision: each })) },
    {
      weight: 9,
      arbitrary: commands(caseId, at).map((each) => ({ call: 'act' as const, command: each })),
    },
    { weight: 2, arbitrary: event.map((each) => ({ call: 'tell' as const, event: each })) },
    { weight: 2, arbitrary: fc.record({ call: one('next'), by: person, at }) },
    { weight: 1, arbitrary: fc.record({ call: one('lapse', 'settle'), at }) },
  ),
  { minLength: 4, maxLength: 30 },
);

async function take({ desk, ...ledger }: ReviewedLedger, step: Step): Promise<unknown> {
  switch (step.call) {
    case 'decide':
      return ledger.commit(write(step.decision));
    case 'tell':
      return ledger.append([step.event]);
    case 'act':
      return [await desk.preview(step.command), await desk.act(step.command)];
    case 'next':
      return desk.claimNext({ by: step.by, at: step.at });
    case 'lapse':
      return desk.lapse(step.at, 2);
    case 'settle': {
      await desk.lapse(step.at, 10);
      const [first] = await desk.settled(1);
      return first && ledger.commit(reviewWrite(first, step.at));
    }
  }
}

/** Holds a desk to the memory model, whatever happens in whatever order. */
export function deskAgrees(name: string, make: MakeReviewed): void {
  describe(`review desk: ${name}`, () => {
    test('answers as the memory model does, whatever happens in whatever order', async () => {
      const auditKey = new Uint8Array(32);
      await fc.assert(
        fc.asyncProperty(steps, async (story) => {
          const model = memoryLedger({ auditKey });
          const subject = await make({ auditKey });
          const told = [referred(['ann', 'bob'], 0), ...REWARDS.map((id) => accrued(id, 1))];
          await model.append(told);
          await subject.append(told);
          for (const step of story)
            expect(await take(subject, step)).toEqual(await take(model, step));
          expect(await deskSays(subject)).toEqual(await deskSays(model));
        }),
        { numRuns: 150, interruptAfterTimeLimit: 60_000 },
      );
    });
  });
}
