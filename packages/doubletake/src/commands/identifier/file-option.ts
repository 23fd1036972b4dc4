import type { Arguments } from '../../cli/command.ts';
import { CommandError } from '../../cli/errors.ts';

/** The file to answer and where the answers go; nothing when the command line itself holds the question. */
export function fileOption(
  args: Arguments,
): { readonly file: string; readonly out: string | undefined } | undefined {
  const [file, out] = [args.option('file'), args.option('out')];
  const [, unwanted] = args.positionals;
  if (file === undefined && out !== undefined) {
    const message = '`--out` is where the answers to `--file` go, and there is no `--file`';
    throw new CommandError({
      code: 'cli_bad_value',
      message,
      hint: 'redirect the answer with `>` instead',
    });
  }
  if (file !== undefined && unwanted !== undefined) {
    const message = `\`${unwanted}\` is not asked for: the values stand in \`--file\``;
    throw new CommandError({ code: 'cli_unwanted_argument', message });
  }
  return file === undefined ? undefined : { file, out };
}
