import type { ReviewedLedger } from '@doubletake/ledger';
import type { Instant } from '@doubletake/scoring';
import { SettingsError } from './settings-error.ts';

const MINUTE = 60_000;

/** What clocks may differ by before somebody is told, in milliseconds: more than they drift between two corrections. */
const TOLD = MINUTE;

/** What they may differ by at all: hold windows, waits and undo windows are told by our clock, and money goes out by them. */
const REFUSED = 5 * MINUTE;

/**
 * Makes sure that a clock tells what the ledger's database tells.
 * @returns what to warn of, if anything.
 * @throws SettingsError `settings_clock_off` when they are minutes apart.
 */
export async function checkClock(
  { upkeep }: Pick<ReviewedLedger, 'upkeep'>,
  clock: () => Instant,
): Promise<string | undefined> {
  const asked = clock();
  const theirs = await upkeep.now();
  const answered = clock();
  const ahead = Math.round((asked + answered) / 2) - theirs;
  // The answer was on its way for part of it.
  const apart = Math.abs(ahead) - (answered - asked) / 2;
  if (apart <= TOLD) return undefined;
  const said = `the clock of this machine is ${spoken(apart)} ${ahead > 0 ? 'ahead of' : 'behind'} the database's; set both by the same time server`;
  if (apart > REFUSED) throw new SettingsError('settings_clock_off', said);
  return said;
}

const UNITS = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
] as const;

function spoken(milliseconds: number): string {
  const [unit, length] = UNITS.find(([, each]) => milliseconds >= 2 * each) ?? ['second', 1000];
  return `${Math.round(milliseconds / length)} ${unit}s`;
}
