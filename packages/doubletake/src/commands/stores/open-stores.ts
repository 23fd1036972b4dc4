import { CommandError } from '../../cli/errors.ts';
import { unlessAborted } from '../../cli/interrupts.ts';
import type { Io } from '../../cli/io.ts';
import { say } from '../../cli/say.ts';
import type { EngineParts } from '../../engine/parts.ts';
import {
  openDoubletake,
  openParts,
  type DoubletakeOptions,
  type OpenDoubletake,
} from '../../open-doubletake.ts';
import { settingsFromEnv } from '../../settings.ts';
import type { EnvOptions } from '../../settings/console-settings.ts';

/** Longest a command waits for an answer of PostgreSQL, in milliseconds: nobody waits for a payout meanwhile. */
const PATIENCE = 10_000;

const patient = (options: DoubletakeOptions): DoubletakeOptions => ({
  ...options,
  database: { timeout: PATIENCE, ...options.database },
});

type Place = Pick<Io, 'signal' | 'env' | 'cwd' | 'now' | 'stderr' | 'asJson'>;

/** The options in the environment; throws `CommandError` with everything that is wrong with them. */
export function configured(io: Place): EnvOptions {
  const { env, cwd, now } = io;
  const settings = settingsFromEnv(env, cwd);
  const warn: DoubletakeOptions['warn'] = (message, code) =>
    void say(io, { text: `${code}: ${message}\n`, json: { warning: { code, message } } });
  if (settings.ok) return { ...settings.value, clock: now, warn };
  throw new CommandError({
    code: 'settings_have_problems',
    message: 'the settings cannot be used',
    problems: settings.problems.map(({ name, ...problem }) => ({
      ...problem,
      at: { setting: name },
    })),
    details: settings.problems.map(
      ({ code, name, message, hint }) => `${name} ${message}; ${hint} (${code})`,
    ),
  });
}

/** Does some work with an engine on the stores that the environment names, and closes them whatever comes of it. */
export async function withEngine<Result>(
  io: Place,
  work: (doubletake: OpenDoubletake) => Promise<Result>,
): Promise<Result> {
  const opening = openDoubletake(patient(configured(io)));
  const doubletake = await unlessAborted(opening, io.signal);
  try {
    return await work(doubletake);
  } finally {
    await doubletake.close();
  }
}

/** The same for work on the stores alone, the graph as it was left. */
export async function withParts<Result>(
  options: DoubletakeOptions,
  work: (parts: EngineParts) => Promise<Result>,
): Promise<Result> {
  const parts = await openParts(patient(options));
  try {
    return await work(parts);
  } finally {
    await parts.graph.close();
    await parts.ledger.close();
  }
}

/** The refusal of an account that nothing recorded names. */
export function accountUnknown(accountId: string): CommandError {
  return new CommandError({
    code: 'account_unknown',
    message: `nothing recorded names the account \`${accountId}\``,
    hint: 'check the id; it is written exactly as the events have it',
  });
}
