import { expect, it } from 'vitest';
import { releasedAt } from './released-at.ts';

it.each([
  { note: 'nothing happened', reward: {}, latest: undefined, at: undefined },
  { note: 'paid', reward: { paidAt: 5 }, latest: undefined, at: 5 },
  { note: 'to be paid', reward: {}, latest: { action: 'pay', at: 3 }, at: 3 },
  { note: 'decided, then paid', reward: { paidAt: 5 }, latest: { action: 'pay', at: 3 }, at: 3 },
  { note: 'confirmed later', reward: { paidAt: 5 }, latest: { action: 'pay', at: 9 }, at: 5 },
  {
    note: 'paid, then reviewed',
    reward: { paidAt: 5 },
    latest: { action: 'review', at: 9 },
    at: 5,
  },
  { note: 'held', reward: {}, latest: { action: 'wait', at: 3 }, at: undefined },
  {
    note: 'clawed back',
    reward: { paidAt: 5 },
    latest: { action: 'claw_back', at: 9 },
    at: undefined,
  },
  { note: 'reversed', reward: { paidAt: 5, reversedAt: 6 }, latest: undefined, at: undefined },
  {
    note: 'reversed as paid',
    reward: { paidAt: 5, reversedAt: 5 },
    latest: undefined,
    at: undefined,
  },
  { note: 'paid again', reward: { paidAt: 7, reversedAt: 6 }, latest: undefined, at: 7 },
] as const)('a reward was released: $note', ({ reward, latest, at }) => {
  expect(releasedAt(reward, latest)).toBe(at);
});
