import { openDatabase } from '@doubletake/ledger';
import type { Command } from '../cli/command.ts';
import { CommandError } from '../cli/errors.ts';
import { EXIT } from '../cli/exit-code.ts';
import type { Io } from '../cli/io.ts';
import { count, counted } from '../cli/numbers.ts';
import { progress } from '../cli/progress.ts';
import { folderKeys, folderKeysPath } from '../keys.ts';
import type { DoubletakeOptions } from '../open-doubletake.ts';
import { keysAt } from '../rotation/keys-at.ts';
import {
  rotateKeys,
  type RotationOptions,
  type RotationResult,
  type RotationState,
} from '../rotation/rotate.ts';
import { keysFileOf } from '../settings.ts';
import { audited } from './stores/audited.ts';
import { configured, withParts } from './stores/open-stores.ts';

const RESTART = 'start every process anew with the file, then run `doubletake keys rotate` again';

/** What each state of a rotation asks for. */
const NEXT: Readonly<Record<NonNullable<RotationState>, string>> = {
  added: `new keys are in the file, and nothing is sealed with them yet: ${RESTART}`,
  used: `everything is under the new keys; the old ones are still read: ${RESTART}, which drops them`,
  dropped: `the old keys are gone from the file: keep a copy of them, ${RESTART}, which looks for what was written with them since and clears what is left of them`,
};

const COMPLETE =
  'the rotation is complete: nothing is left of the old keys, and they may be destroyed';

/** Secrets replaced while everything goes on. */
export const keysRotate: Command = {
  name: 'keys rotate',
  summary: 'replace the keys, with decisions the same before, meanwhile and after',
  about: [
    'Takes the rotation one phase further: add new keys to the file; use them, and rewrite tokens and sealed rows; drop',
    'the old ones; clear what is left. Between two phases every process must be started with the file as it then is, or it',
    'could not read what others seal. Each phase can be cut short and run again; one that could not say what it did says it',
    'then, and goes no further. Embedded, or with --alone, all phases run at once.',
  ],
  positionals: [],
  options: { alone: { summary: 'no other process uses these stores now' } },
  examples: [
    { line: 'keys rotate', note: 'the next phase; it says what to do then' },
    { line: 'keys rotate --alone', note: 'all phases, while everything else is stopped' },
  ],
  run: async (args, io) => {
    const options = configured(io);
    const alone = args.flag('alone') || isEmbedded(options);
    const total = {
      tokens: progress({ label: 'tokens' }, io),
      rows: progress({ label: 'rows' }, io),
    };
    try {
      const at = keysAt(keysPath(options, io));
      const rotating: RotationOptions = {
        at,
        withParts: async (keys, work) =>
          withParts({ ...options, keys }, async (parts) => {
            const done = await work(parts);
            await audited(parts, { action: 'keys.rotate', subject: 'keys:all' }, io);
            return done;
          }),
        alone,
        tell: async (result) => {
          await total.tokens.finish();
          await total.rows.finish();
          await io.stdout.write(args.flag('json') ? `${JSON.stringify(result)}\n` : said(result));
        },
        onTokens: total.tokens.tick,
        onSealed: total.rows.tick,
      };
      const result = await inTurn(options, () => rotateKeys(rotating));
      return result.left === 0 ? EXIT.ok : EXIT.no;
    } finally {
      await total.tokens.finish();
      await total.rows.finish();
    }
  },
};

/** Two runs at once would each take the other's phase for one that every process was started after. */
async function inTurn(
  { databaseUrl, database }: DoubletakeOptions,
  rotate: () => Promise<RotationResult>,
): Promise<RotationResult> {
  // An embedded database is one process's alone as it is.
  if (databaseUrl === undefined) return rotate();
  const lock = await openDatabase({ ...database, databaseUrl });
  try {
    const result = await lock.alone('doubletake.rotate', rotate);
    if (result !== undefined) return result;
    throw new CommandError({
      code: 'keys_rotating',
      message: 'another run of `doubletake keys rotate` is under way on this database',
      hint: 'wait for it to end; what it says to do comes first',
    });
  } finally {
    await lock.close();
  }
}

function said({ state, rows, left, under }: RotationResult): string {
  if (left > 0) {
    const names = under.map((kid) => `\`${kid}\``).join(', ');
    return state === 'dropped'
      ? `${count(left)} values are sealed with ${names}, gone from the file, by a process that ran on with an older one: put what is missing back behind the others in \`seal\`, ${RESTART}\n`
      : `${count(left)} values are sealed with ${names}, an old key: a process still runs with the old file; ${RESTART}\n`;
  }
  const sealed = rows === 0 ? '' : `${counted(rows, 'row')} sealed anew\n`;
  return `${sealed}${state === undefined ? COMPLETE : NEXT[state]}\n`;
}

const isEmbedded = ({ databaseUrl, redisUrl }: DoubletakeOptions): boolean =>
  databaseUrl === undefined && redisUrl === undefined;

/** The file that holds the keys; throws `CommandError` when they are somewhere else. */
function keysPath({ keys, folder }: DoubletakeOptions, { env, cwd }: Io): string {
  const named = keysFileOf(env, cwd);
  if (named !== undefined) return named;
  if (keys !== undefined || folder === undefined)
    throw new CommandError({
      code: 'keys_not_in_file',
      message: 'the keys are in DOUBLETAKE_KEYS, where nothing can be added to them',
      hint: 'put them in a file and name it in DOUBLETAKE_KEYS_FILE',
    });
  // Made now if nothing was ever opened here.
  folderKeys(folder);
  return folderKeysPath(folder);
}
