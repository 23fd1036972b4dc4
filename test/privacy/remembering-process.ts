import { argv, env, stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { writeHeapSnapshot } from 'node:v8';
import { openDoubletake, parseKeys } from 'doubletake';

// A process that screens, and is told by lines what to do next. It never says, nor is told, what anybody's values are.
const [, , databaseUrl = ''] = argv;
const every: (() => void)[] = [];
const { setInterval: real } = globalThis;
/** Whatever is done every few minutes, to be done at once. */
globalThis.setInterval = Object.assign((work: () => void, after?: number) => {
  every.push(work);
  return real(work, after);
}, real);

const engine = await openDoubletake({ databaseUrl, keys: parseKeys(env['PRIVACY_KEYS'] ?? '') });

const DOES: Readonly<Record<string, (about: string) => unknown>> = {
  screen: (rewardId) => engine.screen(rewardId),
  erase: (accountId) =>
    engine.record({
      id: `erase-${accountId}`,
      type: 'account.erased',
      at: new Date().toISOString(),
      accountId,
    }),
  wait: () => {
    for (const work of every) work();
  },
  heap: (file) => writeHeapSnapshot(file),
};

for await (const line of createInterface(stdin)) {
  const [what = '', about = ''] = line.split(' ');
  await DOES[what]?.(about);
  stdout.write(`${what}\n`);
}
await engine.close();
