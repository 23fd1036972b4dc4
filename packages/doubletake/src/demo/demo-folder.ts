import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder, usable } from '@doubletake/ledger';
import { CommandError } from '../cli/errors.ts';

/** Says whose folder it is, and whether all of the month is in it. */
const MARK = 'demo.json';

/** Where a demonstration keeps its data. */
export interface DemoFolder {
  readonly path: string;
  /** Whether a month was played into it to the end. */
  readonly isMade: boolean;
  /** Writes down that it was. */
  readonly made: () => void;
}

/**
 * Takes a folder for the demonstration: one that is not there or empty, or one of an earlier demonstration. What was cut
 * short in the making is made anew, and so is everything on a reset.
 * @throws CommandError `demo_folder_taken` when something else is in it: nothing but a demonstration is ever removed.
 * @throws LedgerError `ledger_folder_in_use` when it would have to be made anew while another process has it open;
 * `ledger_folder_unusable` when the system lets nothing be kept there.
 */
export async function demoFolder(path: string, reset: boolean): Promise<DemoFolder> {
  const mark = join(path, MARK);
  const holds = existsSync(path) ? usable(path, () => readdirSync(path)) : [];
  if (holds.length > 0 && !holds.includes(MARK))
    throw new CommandError({
      code: 'demo_folder_taken',
      message: `\`${path}\` holds something that is no demonstration`,
      hint: 'name another folder with --folder',
    });
  const isMade = !reset && holds.length > 0 && readFileSync(mark, 'utf8').includes('"made"');
  if (!isMade) {
    // Not while another process has it open: that throws.
    const unlock = await lockFolder(path);
    unlock();
    rmSync(path, { recursive: true, force: true });
    mkdirSync(path, { recursive: true });
    writeFileSync(mark, '{"state":"making"}\n');
  }
  return { path, isMade, made: () => writeFileSync(mark, '{"state":"made"}\n') };
}
