import type { Merged, MergeRefusal } from '@doubletake/scoring';
import { mergeAccounts } from '../care/merge-accounts.ts';
import type { Command } from '../cli/command.ts';
import { CommandError } from '../cli/errors.ts';
import { EXIT } from '../cli/exit-code.ts';
import { actorOf, entryOf, escaped } from './stores/audited.ts';
import { configured, withParts } from './stores/open-stores.ts';

/** Why a merge is refused, and what to do. */
const REFUSALS: Readonly<Record<MergeRefusal, readonly [message: string, hint: string]>> = {
  same: ['an account is one with itself', 'name two accounts'],
  unknown: ['nothing recorded names one of the accounts', 'check both ids'],
  erased: ['one of the accounts was erased', 'erase the other one too if it is the same person'],
  elsewhere: ['the account was merged into another one before', 'merge that one instead'],
};

/** Two accounts found to be one. */
export const merge: Command = {
  name: 'merge',
  summary: 'join two accounts that were found to be one',
  about: [
    'From then on the first is another name of the second: everything recorded under either, before or after, counts as',
    'the second’s. Identifiers, referrals, orders and caps are joined; decisions and the claims on orders stay as they',
    'were. What waits or is held is decided anew by the next `wake`. It cannot be undone.',
  ],
  positionals: [
    { name: 'ACCOUNT', summary: 'becomes another name' },
    { name: 'INTO', summary: 'the account that stays' },
  ],
  options: {},
  examples: [{ line: 'merge acc_8 acc_7', note: 'acc_8 turned out to be acc_7' }],
  run: async (args, io) => {
    const [accountId = '', intoId = ''] = args.positionals;
    const merged = await withParts(configured(io), async (parts) => {
      const details = { into: escaped(intoId) };
      const deed = { action: 'account.merge', subject: `account:${accountId}`, details };
      const entry = entryOf(parts, deed, io);
      return mergeAccounts(parts, { accountId, intoId, by: actorOf(io) }, entry);
    });
    if (merged.outcome === 'refused') throw refusal(merged.why);
    await io.stdout.write(
      args.flag('json')
        ? `${JSON.stringify({ accountId, ...merged })}\n`
        : `${said([accountId, intoId], merged)}\n`,
    );
    return EXIT.ok;
  },
};

function said(
  [accountId, otherId]: readonly [string, string],
  { outcome, intoId }: Exclude<Merged, { why: MergeRefusal }>,
): string {
  return outcome === 'merged'
    ? `\`${accountId}\` is now part of \`${intoId}\``
    : `\`${accountId}\` and \`${otherId}\` were one already`;
}

function refusal(why: MergeRefusal): CommandError {
  const [message, hint] = REFUSALS[why];
  return new CommandError({ code: 'merge_refused', message, hint });
}
