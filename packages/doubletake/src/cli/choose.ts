import { closestName } from '@doubletake/rules';
import { CommandError } from './errors.ts';

/** The row with the typed name; throws `CommandError` naming the nearest one. `what` is what the rows are. */
export function choose<Row extends { readonly name: string }>(
  rows: readonly Row[],
  typed: string,
  what: string,
): Row {
  const row = rows.find(({ name }) => name === typed);
  if (row !== undefined) return row;
  const names = rows.map(({ name }) => name);
  const near = closestName(typed, names);
  throw new CommandError({
    code: 'cli_bad_value',
    message: `\`${typed}\` is no ${what}`,
    hint: near === undefined ? `there are ${names.join(', ')}` : `did you mean \`${near}\``,
  });
}
