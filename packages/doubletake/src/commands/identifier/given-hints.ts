import type { Arguments } from '../../cli/command.ts';
import { CommandError } from '../../cli/errors.ts';
import type { Hints } from './written.ts';

/** The hints given on the command line; of several options for the region, the first that was given. */
export function givenHints(args: Arguments, ...regions: readonly string[]): Hints {
  const region = regions.map((name) => regionOf(args, name)).find((code) => code !== undefined);
  const country = args.option('country');
  return {
    ...(region === undefined ? {} : { region }),
    ...(country === undefined ? {} : { country }),
  };
}

/** A misspelt region would quietly be no hint at all. */
function regionOf(args: Arguments, name: string): string | undefined {
  const typed = args.option(name);
  if (typed === undefined || /^[a-z]{2}$/iu.test(typed)) return typed;
  const message = `\`--${name}\` needs a country code of two letters, not \`${typed}\``;
  throw new CommandError({
    code: 'cli_bad_value',
    message,
    hint: 'codes are those of ISO 3166-1: US, GB, DE',
  });
}
