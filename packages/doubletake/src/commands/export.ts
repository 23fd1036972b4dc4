import { accountExport } from '../care/account-export.ts';
import type { Command } from '../cli/command.ts';
import { EXIT } from '../cli/exit-code.ts';
import { openOutput } from '../cli/output-file.ts';
import { audited } from './stores/audited.ts';
import { accountUnknown, configured, withParts } from './stores/open-stores.ts';

/** One account's data, for the person it is about. */
export const exportAccount: Command = {
  name: 'export',
  summary: 'write everything kept of one account as JSON, for the person it is about',
  about: [
    'Profile, referrals without the other person, orders, rewards, and what was decided in the words for customers.',
    'That it was exported, and by whom, goes into the audit trail.',
  ],
  positionals: [{ name: 'ACCOUNT', summary: 'its id, as the events have it' }],
  options: { out: { value: 'FILE', summary: 'where it goes; standard output by default' } },
  examples: [{ line: 'export acc_7 --out acc_7.json', note: 'when somebody asks what is kept' }],
  run: async (args, io) => {
    const told = args.positionals[0] ?? '';
    await withParts(configured(io), async (parts) => {
      const record = await parts.ledger.records.account(told);
      if (record === undefined) throw accountUnknown(told);
      const out = await openOutput(args.option('out'), io);
      try {
        const { accountId } = record;
        // In the trail before it is out of our hands.
        await audited(parts, { action: 'account.export', subject: `account:${accountId}` }, io);
        await out.write(`${JSON.stringify(accountExport(record), undefined, 2)}\n`);
        await out.finish();
      } catch (error) {
        await out.discard();
        throw error;
      }
    });
    return EXIT.ok;
  },
};
