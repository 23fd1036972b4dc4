import { CommandError } from '../../cli/errors.ts';

/** An argument as typed: JSON where it begins like an object, otherwise the text itself. */
export function typedValue(argument: string): unknown {
  if (!argument.trimStart().startsWith('{')) return argument;
  try {
    const value: unknown = JSON.parse(argument);
    return value;
  } catch {
    const message = 'an argument that begins with `{` must be JSON, and this one is not';
    const hint = `in a shell, put it in single quotes: '{"number": "…"}'`;
    throw new CommandError({ code: 'cli_bad_value', message, hint });
  }
}
