import { describe, expect, it, test } from 'vitest';
import { EXPERT_MODEL } from '../../../../test/support/expert-model.ts';
import type { Model } from '../model/model.ts';
import type { Observation, Observations } from './observation.ts';
import { weigh } from './weigh.ts';

const ACCOUNTS = 100_000;
const LADDERS: Readonly<Record<string, readonly string[]>> = {
  address: ['exact', 'building'],
  name: ['full', 'surname'],
  ip: ['same_time', 'same_line'],
  device: ['installation', 'visitor', 'hardware'],
  payment: ['exact', 'likely'],
  phone: ['exact', 'recycled'],
  email: ['exact', 'probable', 'lookalike', 'base'],
};

/** Every kind was shown by both sides, and nothing but what is given agrees. */
const apart: Observations = Object.fromEntries(
  Object.entries(LADDERS).map(([signal, comparable]) => [
    signal,
    { kind: 'identity', level: 'none', comparable, matured: 0 },
  ]),
);
const agree = (signal: string, level: string, share = 0): Observations => ({
  [signal]: {
    kind: 'identity',
    level,
    comparable: LADDERS[signal] ?? [],
    matured: Math.round(share * ACCOUNTS),
    sharedBy: 2,
  },
});
const saw = (signal: string, level: string): Observations => ({
  [signal]: { kind: 'table', level } satisfies Observation,
});
const quiet: Observations = {
  ...apart,
  ...saw('latency', 'later'),
  ...saw('age', 'older'),
  ...saw('disposable', 'ordinary'),
  ...saw('voip', 'no'),
  ...saw('anonymiser', 'no'),
  ...saw('value', 'usual'),
  ...saw('siblings', 'none'),
};

/** Scores that scoring-model §1.3 gives for these pairs, from a prototype with coarser frequencies. */
describe('the worked examples of the model', () => {
  it.each([
    { note: 'two strangers', seen: quiet, score: 0.1, within: 0.1 },
    {
      note: 'coworkers behind one company network that 2 % of accounts come from',
      seen: { ...quiet, ...agree('ip', 'same_time', 0.02) },
      score: 0.1,
      within: 0.2,
    },
    {
      note: 'two iPhones with one visitor id, as every fifth account has',
      seen: { ...quiet, ...agree('device', 'visitor', 0.2) },
      score: 0,
      within: 0.2,
    },
    {
      note: 'two Windows machines with one rare visitor id and nothing else',
      seen: { ...quiet, ...agree('device', 'visitor') },
      score: 0.2,
      within: 0.3,
    },
    {
      note: 'spouses: one address, surname and network, each with an own device and card',
      seen: {
        ...quiet,
        ...agree('address', 'exact'),
        ...agree('name', 'surname'),
        ...agree('ip', 'same_time'),
      },
      score: 0.3,
      within: 0.3,
    },
    {
      note: 'spouses with a joint card',
      seen: {
        ...quiet,
        ...agree('address', 'exact'),
        ...agree('name', 'surname'),
        ...agree('ip', 'same_time'),
        ...agree('payment', 'exact'),
      },
      score: 0.4,
      within: 0.3,
    },
    {
      note: 'spouses with a joint card and a tablet they never took turns on',
      seen: {
        ...quiet,
        ...agree('address', 'exact'),
        ...agree('name', 'surname'),
        ...agree('ip', 'same_time'),
        ...agree('payment', 'exact'),
        ...agree('device', 'installation'),
        ...saw('interleave', 'no'),
      },
      score: 0.6,
      within: 0.3,
    },
    {
      note: 'a friend who signs up on my laptop at my home',
      seen: {
        ...quiet,
        ...agree('ip', 'same_time'),
        ...agree('device', 'installation'),
        ...saw('interleave', 'no'),
      },
      score: 2,
      within: 1,
    },
    {
      note: 'a lazy self-referrer: one browser in turns, an alias mailbox, a VOIP number, in a hurry',
      seen: {
        ...quiet,
        ...agree('address', 'exact'),
        ...agree('name', 'full'),
        ...agree('ip', 'same_time'),
        ...agree('device', 'installation'),
        ...saw('interleave', 'yes'),
        ...agree('email', 'exact'),
        ...saw('voip', 'yes'),
        ...saw('latency', 'under_5_minutes'),
      },
      score: 100,
      within: 0.1,
    },
    {
      note: 'a careful self-referrer: same address, VPN, VOIP, another device and card, a cheap stay',
      seen: {
        ...quiet,
        ...agree('address', 'exact'),
        ip: { kind: 'missing', why: 'anonymised' },
        ...saw('anonymiser', 'yes'),
        ...saw('voip', 'yes'),
        ...saw('value', 'low'),
      },
      score: 86,
      within: 2,
    },
    {
      note: 'a farm: like referees, VPN, a catch-all domain, VOIP, cheap orders, a new referrer',
      seen: {
        ...quiet,
        ip: { kind: 'missing', why: 'anonymised' },
        ...saw('siblings', 'three_or_more'),
        ...saw('anonymiser', 'yes'),
        ...saw('disposable', 'catch_all'),
        ...saw('voip', 'yes'),
        ...saw('value', 'low'),
        ...saw('age', 'under_3_days'),
      },
      score: 100,
      within: 0.1,
    },
  ] satisfies readonly { note: string; seen: Observations; score: number; within: number }[])(
    '$note: $score',
    ({ seen, score, within }) => {
      const weighed = weigh(EXPERT_MODEL, seen, ACCOUNTS).score;
      expect(Math.abs(weighed - score)).toBeLessThanOrEqual(within + 1e-9);
    },
  );
});

/** A model of one signal of a single level, to see its bounds. */
const single = (capBits: number, clamp = EXPERT_MODEL.clamp): Model => ({
  ...EXPERT_MODEL,
  clamp,
  signals: EXPERT_MODEL.signals
    .filter(({ signal }) => signal === 'email')
    .map((signal) => ({ ...signal, capBits })),
});

describe('bounds', () => {
  const seen = agree('email', 'exact');

  test('what a cap takes away stands as a line of its own', () => {
    const free = weigh(single(20), seen, ACCOUNTS);
    const { contributions, logOddsBits, priorBits } = weigh(single(2), seen, ACCOUNTS);
    const [email, cap] = contributions;
    expect(email?.bits).toBeCloseTo(free.contributions[0]?.bits ?? 0, 12);
    expect(cap).toEqual({ signal: 'cap', level: 'bounded', bits: 2 - (email?.bits ?? 0) });
    expect(logOddsBits).toBeCloseTo(priorBits + 2, 12);
  });

  test('no cap line where nothing was capped', () => {
    expect(weigh(single(20), seen, ACCOUNTS).contributions).toHaveLength(1);
  });

  test('no probability is stated beyond the clamp, and the posterior keeps to it', () => {
    const { probability, posterior, contributions } = weigh(
      single(20, { from: 0.4, to: 0.6 }),
      seen,
      ACCOUNTS,
    );
    expect(probability).toBeCloseTo(0.6, 12);
    expect(posterior.self + posterior.ring).toBeCloseTo(0.6, 12);
    expect(contributions.at(-1)?.signal).toBe('cap');
    const nothing = weigh(single(20, { from: 0.4, to: 0.6 }), {}, ACCOUNTS);
    expect(nothing.probability).toBeCloseTo(0.4, 12);
  });
});

test('without any evidence the score is the prior', () => {
  const { score, contributions, counterfactuals, posterior } = weigh(EXPERT_MODEL, {}, 0);
  expect({ score, contributions, counterfactuals }).toEqual({
    score: 8,
    contributions: [],
    counterfactuals: [],
  });
  expect(posterior.household).toBeCloseTo(EXPERT_MODEL.prior.household, 12);
});

test('a contribution says what was shared, by how many and where it stands', () => {
  const email: Observation = {
    kind: 'identity',
    level: 'exact',
    comparable: ['exact'],
    matured: 0,
    sharedBy: 3,
    referrerSince: 0,
    refereeSince: 2,
  };
  const [line] = weigh(EXPERT_MODEL, { email }, ACCOUNTS).contributions;
  expect(line).toMatchObject({ level: 'exact', sharedBy: 3, referrerSince: 0, refereeSince: 2 });
});

test('a counterfactual is the score without that signal, the three strongest first', () => {
  const seen = {
    ...quiet,
    ...agree('phone', 'exact'),
    ...agree('name', 'full'),
    ...agree('email', 'base'),
    ...saw('voip', 'yes'),
  };
  const { counterfactuals } = weigh(EXPERT_MODEL, seen, ACCOUNTS);
  expect(counterfactuals).toHaveLength(3);
  for (const { without, score } of counterfactuals) {
    const { [without]: _, ...rest } = seen as Observations;
    expect(weigh(EXPERT_MODEL, rest, ACCOUNTS).score).toBe(score);
  }
});
