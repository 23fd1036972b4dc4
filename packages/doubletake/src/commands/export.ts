import { accountExport } from '../care/account-export.ts';
import type { Command } from '../cli/command.ts';
import { EXIT } from '../cli/exit-code.ts';
import { openOutput } from '../cli/output-file.ts';
import { problemLog } from '../cli/problem-log.ts';
import { audited } from './stores/audited.ts';
import { accountUnknown, configured, withParts } from './stores/open-stores.ts';

/** One account's data, for the person it is about. */
export const exportAccount: Command = {
  name: 'export',
  summary: 'write everything kept of one account as JSON, for the person it is about',
  about: [
    'Profile, referrals without the other person, orders, rewards, every observation and what its orders were said to be as',
    'they were told, and what was decided in the words for customers. That it was exported, and by whom, goes into the audit',
    'trail. An event that does not open any more is left out and named; exit code 1 then.',
  ],
  positionals: [{ name: 'ACCOUNT', summary: 'its id, as the events have it' }],
  options: {
    out: {
      value: 'FILE',
      summary: 'where it goes, readable by its owner alone; standard output by default',
    },
  },
  examples: [{ line: 'export acc_7 --out acc_7.json', note: 'when somebody asks what is kept' }],
  run: async (args, io) => {
    const told = args.positionals[0] ?? '';
    const problems = problemLog(io);
    const onUnreadable = (eventIds: readonly string[]): void => {
      for (const id of eventIds)
        problems.add({
          code: 'ledger_seal_broken',
          message: `the event \`${id}\` does not open`,
        });
    };
    await withParts(configured(io), async (parts) => {
      const record = await parts.ledger.records.account(told);
      if (record === undefined) throw accountUnknown(told);
      const out = await openOutput(args.option('out'), io, 0o600);
      try {
        const { accountId } = record;
        // In the trail before it is out of our hands.
        await audited(parts, { action: 'account.export', subject: `account:${accountId}` }, io);
        const { ledger } = parts;
        for await (const text of accountExport(record, { ledger, onUnreadable }))
          await out.write(text);
        await out.finish();
      } catch (error) {
        await out.discard();
        throw error;
      }
    });
    await problems.finish();
    return problems.count() === 0 ? EXIT.ok : EXIT.no;
  },
};
