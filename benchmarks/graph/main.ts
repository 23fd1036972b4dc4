import { measureAdvance } from './advance.ts';
import { compareGather } from './gather.ts';
import { measureMemory } from './memory.ts';

const [what = 'gather', accounts = '100000', foreseen = accounts] = process.argv.slice(2);

if (what === 'memory') {
  console.log(
    '| accounts | foreseen | keys | bytes | RSS bytes | loaded per second | per CPU second |',
  );
  console.log('|---|---|---|---|---|---|---|');
  await measureMemory(Number(accounts), Number(foreseen));
} else if (what === 'advance') {
  await measureAdvance();
} else {
  for (const concurrency of [1, 64]) await compareGather(Number(accounts), concurrency);
}
