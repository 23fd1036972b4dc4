import { parseArgs } from 'node:util';
import { closestName } from '@doubletake/rules';
import { COMMON_OPTIONS, type Arguments, type Command, type OptionSpec } from './command.ts';
import { CommandError, type CliErrorCode } from './errors.ts';

type Options = Readonly<Record<string, OptionSpec>>;
type Token = ReturnType<typeof tokenise>[number];
type OptionToken = Extract<Token, { kind: 'option' }>;

/** Reads what was typed after a command's name; throws `CommandError` naming the first thing that makes no sense. */
export function readArguments(command: Command, argv: readonly string[]): Arguments {
  const options: Options = { ...command.options, ...COMMON_OPTIONS };
  const values = new Map<string, string | true>();
  const positionals: string[] = [];
  for (const token of tokenise(argv, options)) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    if (values.has(token.name)) {
      throw refusal(token, 'cli_repeated_option', 'is given twice');
    }
    values.set(token.name, valueOf(token, options));
  }
  const declared = (name: string): void => {
    if (!Object.hasOwn(options, name)) throw new RangeError(`${command.name} has no --${name}`);
  };
  return {
    positionals,
    option: (name) => {
      declared(name);
      const value = values.get(name);
      return value === true ? undefined : value;
    },
    flag: (name) => {
      declared(name);
      return values.get(name) === true;
    },
  };
}

/** Checks that no positional is missing or left over. Apart from reading, so that `--help` never complains. */
export function checkPositionals(command: Command, { positionals }: Arguments): void {
  const missing = command.positionals.slice(positionals.length).find(({ optional }) => !optional);
  if (missing !== undefined) {
    const message = `${command.name} needs ${missing.name}: ${missing.summary}`;
    throw new CommandError({ code: 'cli_missing_argument', message, hint: helpOn(command) });
  }
  const unwanted = positionals[command.positionals.length];
  if (unwanted !== undefined && command.positionals.at(-1)?.many !== true) {
    const message = `\`${unwanted}\` is one argument too many`;
    const hint = `quote an argument that has spaces, or see ${helpOn(command)}`;
    throw new CommandError({ code: 'cli_unwanted_argument', message, hint });
  }
}

/** Where a command explains itself. */
function helpOn({ name }: Command): string {
  return `\`doubletake ${name} --help\``;
}

// `strict` off: its own errors know no neighbours, and the tokens tell everything it checks
function tokenise(argv: readonly string[], options: Options) {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  return parseArgs({
    args: [...argv],
    options: { ...config, help: { type: 'boolean', short: 'h' } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens;
}

function valueOf(token: OptionToken, options: Options): string | true {
  const spec = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
  if (spec === undefined) throw unknownOption(token, options);
  if (spec.value === undefined) {
    if (token.value === undefined) return true;
    throw refusal(token, 'cli_unwanted_value', 'takes no value');
  }
  // `--out --json` is a forgotten value; a value that does begin with a hyphen is written `--out=-x`, unless it is a number
  const forgotten = !token.inlineValue && /^-[^\d]/u.test(token.value ?? '');
  if (token.value === undefined || token.value === '' || forgotten) {
    throw refusal(token, 'cli_missing_value', `needs a value: ${spec.value}`);
  }
  return token.value;
}

function unknownOption(token: OptionToken, options: Options): CommandError {
  const near = closestName(token.name, Object.keys(options));
  const all = Object.keys(options).map((name) => `--${name}`);
  return new CommandError({
    code: 'cli_unknown_option',
    message: `\`${token.rawName}\` is no option of this command`,
    at: { option: token.rawName },
    hint: near === undefined ? `it has ${all.join(', ')}` : `did you mean \`--${near}\``,
  });
}

function refusal(token: OptionToken, code: CliErrorCode, message: string): CommandError {
  const { rawName: option } = token;
  return new CommandError({ code, message: `\`${option}\` ${message}`, at: { option } });
}
