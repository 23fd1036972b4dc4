import type { WorldPlan } from './world.ts';

/** The month the demo replays: some 300 rewards, with more abuse than a good month has. */
export const DEMO_PLAN: WorldPlan = {
  seed: 'demo-month',
  referrals: 180,
  background: 520,
  from: '2026-02-02',
  days: 28,
  rates: { abuse: 0.12 },
};
