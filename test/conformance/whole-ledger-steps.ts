import type { ReviewedLedger } from '@doubletake/ledger';
import { CASE_STATES, type CaseCommand, type DecisionWrite } from '@doubletake/scoring';
import fc from 'fast-check';
import { commands, person } from './desk-commands.ts';
import { allowance, decision, event, steps as recorded, take as record } from './ledger-steps.ts';
import { day, decided } from './ledger-values.ts';
import { at, chosen, named, nth, one, type Call, type Move } from './move.ts';
import { sending } from './outbox-moves.ts';
import { ENDPOINT } from './outbox-telling.ts';
import { held, HOUR, OPENED, reviewWrite } from './review-values.ts';

const account = one('ann', 'bob', 'cat', 'dan', 'eve');
const NOTHING: Call = async () => undefined;

async function caseOf(model: ReviewedLedger, n: number): Promise<string> {
  const { cases } = await model.desk.page({ filter: { states: CASE_STATES } });
  return chosen(cases, n)?.case.caseId ?? 'none';
}

/** A decision as a screening makes it while people work. */
const screened = fc.tuple(decision, at).map(([write, when]): DecisionWrite => {
  const { action, rewardId, stage, decisionId, until } = write.decision;
  const made = {
    ...(action === 'review' ? held(rewardId) : decided(rewardId, action, { on: 0 })),
    ...(until === undefined ? {} : { until: when + 5 * HOUR }),
    decisionId,
    stage,
    at: when,
  };
  return { ...write, decision: made };
});

const telling: readonly fc.Arbitrary<Move>[] = [
  named(
    'tell',
    fc.array(event, { minLength: 1, maxLength: 6 }),
    (events) => () => (ledger) => record(ledger, { call: 'append', events }),
  ),
  named(
    'allow',
    allowance,
    (granted) => () => (ledger) => record(ledger, { call: 'allow', allowance: granted }),
  ),
  named(
    'erase',
    fc.record({ accountId: account, at, id: one('x1', 'x2', 'x3') }),
    (told) => () => (ledger) =>
      record(ledger, { call: 'append', events: [{ ...told, type: 'account.erased' }] }),
  ),
  named(
    'merge',
    fc.record({ accountId: account, intoId: account, by: person }),
    (merge) => () => (ledger) => ledger.records.merge(merge, OPENED),
  ),
];

const deciding: readonly fc.Arbitrary<Move>[] = [
  named(
    'decide',
    fc.array(screened, { minLength: 1, maxLength: 3 }),
    (writes) => () => (ledger) =>
      record(ledger, {
        call: 'commit',
        writes:
          writes.length === 1 ? writes : writes.filter((each) => each.decision.stage !== 'review'),
      }),
  ),
  named('answer', fc.tuple(screened, at), ([write, until]) => async (model) => {
    const [timer] = await model.timers(until, 1);
    if (timer === undefined) return NOTHING;
    const { rewardId, trigger } = timer;
    const decisionId = `dec-${rewardId}/${trigger}`;
    const answer = { ...write.decision, rewardId, decisionId, stage: 'due' as const };
    return (ledger) => record(ledger, { call: 'commit', writes: [{ decision: answer, trigger }] });
  }),
];

const working: readonly fc.Arbitrary<Move>[] = [
  named('act', fc.tuple(commands(one(''), at), nth), ([command, n]) => async (model) => {
    const caseId = await caseOf(model, n);
    return ({ desk }) => acted(desk, { ...command, caseId });
  }),
  named(
    'next',
    fc.record({ by: person, at }),
    (wish) =>
      () =>
      ({ desk }) =>
        desk.claimNext(wish),
  ),
  named(
    'lapse',
    at,
    (when) =>
      () =>
      ({ desk }) =>
        desk.lapse(when, 2),
  ),
  named('settle', at, (when) => async ({ desk }) => {
    const [first] = await desk.settled(1);
    if (first === undefined) return (ledger) => ledger.desk.lapse(when, 10);
    return (ledger) => record(ledger, { call: 'commit', writes: [reviewWrite(first, when)] });
  }),
  named(
    'note',
    fc.record({ noteId: one('n1', 'n2'), by: person, at, text: one('a', 'b'), on: account, nth }),
    ({ on, nth: n, ...words }) =>
      async (model) => {
        const subject =
          n < 3
            ? ({ kind: 'case', id: await caseOf(model, n) } as const)
            : ({ kind: 'account', id: on } as const);
        return ({ desk }) => coded(desk.note({ ...words, subject }));
      },
  ),
];

const keeping: readonly fc.Arbitrary<Move>[] = [
  named(
    'expire',
    fc.tuple(account, one(90, 95, 182, 190)),
    ([id, on]) =>
      () =>
      ({ upkeep }) =>
        upkeep.expire(id, day(on)),
  ),
  named(
    'let go',
    fc.tuple(one(732, 740, 745), one(1, 3)),
    ([on, limit]) =>
      () =>
      ({ upkeep }) =>
        upkeep.expireDecisions(day(on), limit),
  ),
];

async function acted(desk: ReviewedLedger['desk'], command: CaseCommand): Promise<unknown> {
  return [await desk.preview(command), await coded(desk.act(command))];
}

/** What came of it, a refusal by its code. */
async function coded(answer: Promise<unknown>): Promise<unknown> {
  return answer.catch((error: unknown) => {
    if (error instanceof Error && 'code' in error) return error.code;
    throw error;
  });
}

const often = (weight: number, moves: readonly fc.Arbitrary<Move>[]) => ({
  weight,
  arbitrary: fc.oneof(...moves),
});

/** How a ledger begins that everything below happens to: two who want to be told, and rewards that wait. */
export const BEGINNING: readonly Call[] = [
  ({ outbox: of }) => of.addEndpoint({ ...ENDPOINT, types: ['decision.made', 'case.concluded'] }),
  ({ outbox: of }) =>
    of.addEndpoint({
      ...ENDPOINT,
      endpointId: 'hook_b',
      types: ['case.opened', 'reward.claw_back'],
    }),
];

/** Whatever may happen to a ledger, in an order nobody promised. */
export const moves: fc.Arbitrary<readonly Move[]> = fc
  .tuple(
    recorded,
    fc.array(
      fc.oneof(
        often(5, telling),
        often(6, deciding),
        often(10, working),
        often(4, sending),
        often(1, keeping),
      ),
      { minLength: 5, maxLength: 40 },
    ),
  )
  .map(([early, later]) => [
    ...early.map((step): Move => ({
      name: JSON.stringify(step),
      call: () => (ledger) => record(ledger, step),
    })),
    ...later,
  ]);
