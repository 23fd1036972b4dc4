import { argv, env, stdout } from 'node:process';
import { openDoubletake, parseKeys, type Engine } from 'doubletake';
import { PATIENT } from '../support/patient.ts';
import { Host } from './host.ts';
import { NOW } from './referrals.ts';

// A host in a process of its own: works through referrals until it is killed or has done as many as it was told to,
// and writes down every acknowledgement the moment it has it.
const [, , databaseUrl = '', redisUrl = '', prefix = '', from = '0', count = '1e9'] = argv;
const engine = await openDoubletake({
  databaseUrl,
  redisUrl,
  keys: parseKeys(env['FAULT_KEYS'] ?? ''),
  clock: () => NOW,
  database: PATIENT,
  redis: { prefix, ...PATIENT },
});

const say = (line: object): boolean => stdout.write(`${JSON.stringify(line)}\n`);

const spoken: Engine = {
  ...engine,
  recordMany: async (events) => {
    const answers = await engine.recordMany(events);
    say({ events });
    return answers;
  },
  screenMany: async (rewardIds, options) => {
    const decisions = await engine.screenMany(rewardIds, options);
    say({ trigger: options?.trigger, decisions });
    return decisions;
  },
};

say({ open: true });
const host = new Host(spoken);
for (let n = Number(from); n < Number(from) + Number(count); n += 2) {
  const work = async (each: number): Promise<void> => {
    await host.tell(each);
    await host.ask(each);
  };
  await Promise.all([work(n), work(n + 1)]);
}
const [refusal] = host.refusals;
if (refusal !== undefined) throw new Error('a call was refused', { cause: refusal });
await engine.close();
