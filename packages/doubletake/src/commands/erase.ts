import { eraseAccount } from '../care/erase-account.ts';
import type { Command } from '../cli/command.ts';
import { EXIT } from '../cli/exit-code.ts';
import { counted } from '../cli/numbers.ts';
import { entryOf } from './stores/audited.ts';
import { accountUnknown, configured, withParts } from './stores/open-stores.ts';

/** One person's data taken out of everything. */
export const erase: Command = {
  name: 'erase',
  summary: 'remove what identifies the person behind an account, everywhere',
  about: [
    'Profile, observations, payment instruments and notes go from the ledger, its tokens from the graph. Ids, referrals,',
    'orders, rewards and decisions stay, without anything that names a person, and so does the tombstone: nothing told of',
    'the account later is kept. Erasing twice changes nothing.',
  ],
  positionals: [{ name: 'ACCOUNT', summary: 'its id, as the events have it' }],
  options: {},
  examples: [{ line: 'erase acc_7', note: 'when somebody asks to be forgotten' }],
  run: async (args, io) => {
    const told = args.positionals[0] ?? '';
    const erasure = await withParts(configured(io), async (parts) => {
      const done = await eraseAccount(parts, told, ({ accountId, ...details }) =>
        entryOf(parts, { action: 'account.erase', subject: `account:${accountId}`, details }, io),
      );
      if (done === undefined) throw accountUnknown(told);
      return done;
    });
    const { accountId, before, observations, payments, tokens, unreadable = 0 } = erasure;
    const alias = accountId === told ? '' : `\`${told}\` is part of \`${accountId}\`\n`;
    const text = before
      ? `\`${accountId}\` had been erased before\n`
      : `\`${accountId}\` is erased: ${counted(observations, 'observation')}, ${counted(payments, 'payment instrument')} and ${counted(tokens, 'token')} removed\n${unreadable === 0 ? '' : `${counted(unreadable, 'value')} more did not open, and went unread\n`}`;
    await io.stdout.write(args.flag('json') ? `${JSON.stringify(erasure)}\n` : `${alias}${text}`);
    return EXIT.ok;
  },
};
