import { argv, env, stdout } from 'node:process';
import { pgliteLedger } from '@doubletake/ledger';
import type { AccountObserved } from '@doubletake/scoring';

// A process that records events until it is killed, and says which were acknowledged.
const [, , folder = '', from = '0'] = argv;
const key = Buffer.from(env['LEDGER_KEY'] ?? '', 'hex');
const ledger = await pgliteLedger({
  folder,
  keys: { current: 'k1', keys: new Map([['k1', key]]) },
  auditKey: key,
});
stdout.write('open\n');

for (let n = Number(from); ; n += 3) {
  const batch = [n, n + 1, n + 2].map((each): AccountObserved => {
    const accountId = `acc-${each % 50}`;
    const email = `${each}@example.com`;
    return { id: `evt-${each}`, type: 'account.observed', at: each * 1000, accountId, email };
  });
  await ledger.append(batch);
  stdout.write(`${n + 2}\n`);
}
