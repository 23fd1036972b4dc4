import type { SharedValue, Surroundings } from '@doubletake/scoring';
import { drawing } from '../../console/src/graph/drawing.ts';
import { picture } from '../../console/src/graph/picture.ts';
import { machine, median } from '../rounds.ts';

// What the picture of who is connected costs: laid out the first time, and found again.

const MIDDLE = ['acc_referrer', 'acc_referee'];

/** Surroundings of a pair: so many others on values of four kinds, each value among up to eight accounts. */
function around(others: number, round: number): Surroundings {
  const kinds = ['device', 'payment', 'ip', 'email'] as const;
  const types = { device: 'visitor', payment: 'payment', ip: 'ip', email: 'email' } as const;
  const ids = Array.from({ length: others }, (_, n) => `acc_${round}_${n}`);
  const shared = Array.from({ length: Math.ceil(others / 4) }, (_, n): SharedValue => {
    const kind = kinds[n % kinds.length] ?? 'device';
    const held = [...ids.slice(4 * n, 4 * n + 6), ...ids.slice(n, n + 2)];
    return {
      kind,
      type: types[kind],
      masked: `••• ${n}`,
      places: (n % 3 === 0 ? MIDDLE : MIDDLE.slice(n % 2, (n % 2) + 1)).map((accountId) => ({
        accountId,
        index: n,
      })),
      others: [...new Set(held)],
      count: new Set(held).size + 2,
    };
  });
  return { middle: MIDDLE, shared, referrals: [] };
}

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Measures pictures of three sizes and prints a table. */
export function measurePictures(rounds = 21): void {
  console.log('| nodes | first, ms of CPU | found again, ms of CPU |\n|---|---|---|');
  const measured: Record<string, readonly number[]> = {};
  for (const others of [8, 24, 44]) {
    const [first, again]: [number[], number[]] = [[], []];
    let nodes = 0;
    for (let round = 0; round < rounds; round += 1) {
      const of = around(others, round);
      nodes = picture(of).nodes.length;
      const draw = (): void => {
        drawing(picture(of), of.middle);
      };
      first.push(cpuMs(draw));
      again.push(cpuMs(draw));
    }
    measured[String(nodes)] = [median(first), median(again)];
    console.log(`| ${nodes} | ${median(first).toFixed(1)} | ${median(again).toFixed(2)} |`);
  }
  console.log(JSON.stringify({ ...machine(), rounds, measured }));
}
