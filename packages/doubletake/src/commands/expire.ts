import { expireValues, type OnExpired } from '../care/expire.ts';
import type { Command } from '../cli/command.ts';
import { EXIT } from '../cli/exit-code.ts';
import { counted } from '../cli/numbers.ts';
import { problemLog } from '../cli/problem-log.ts';
import { progress } from '../cli/progress.ts';
import { audited } from './stores/audited.ts';
import { configured, withParts } from './stores/open-stores.ts';

/** The retention job. */
export const expire: Command = {
  name: 'expire',
  summary:
    'let go of what is past its time: addresses after 90 days, devices after 180, evidence after 24 months',
  about: [
    'An internet address goes 90 days after an account was last seen with it, a device after 180 days: from profiles,',
    'from recorded events and from the graph. What a decision was made from, its evidence and facts, goes 24 months after',
    'it was made; what was decided, why and by whom stays, with rewards, claims, labels, counts and the audit trail. What',
    'a webhook told goes 30 days after it was delivered or given up.',
    'Run it daily; it can be cut short and run again. An account of which something does not open any more is passed over',
    'and named; exit code 1 then.',
  ],
  positionals: [],
  options: {},
  examples: [{ line: 'expire', note: 'once a day, as from a timer' }],
  run: async (args, io) => {
    const problems = problemLog(io);
    const expired = await withParts(configured(io), async (parts) => {
      let label = 'accounts';
      let bar = progress({ label }, io);
      try {
        const onProgress: OnExpired = (count, what) => {
          if (what !== label) bar = progress({ label: what }, io);
          label = what;
          bar.tick(count);
        };
        const done = await expireValues(parts, onProgress, (ids) => {
          for (const id of ids)
            problems.add({
              code: 'ledger_seal_broken',
              message: `something observed of \`${id}\` does not open`,
            });
        });
        await audited(
          parts,
          { action: 'retention.expire', subject: 'accounts:all', details: { ...done } },
          io,
        );
        return done;
      } finally {
        await bar.finish();
      }
    });
    await problems.finish();
    const { accounts, observations, tokens, decisions, deliveries } = expired;
    await io.stdout.write(
      args.flag('json')
        ? `${JSON.stringify(expired)}\n`
        : `${counted(accounts, 'account')} let go of values in ${counted(observations, 'observation')}, and of ${counted(tokens, 'token')}; ${counted(decisions, 'decision')} of what it was made from; ${counted(deliveries, 'webhook')} forgotten\n`,
    );
    return problems.count() === 0 ? EXIT.ok : EXIT.no;
  },
};
