import { COMMON_OPTIONS, type Command, type PositionalSpec } from './command.ts';
import { padTo, widthOf } from './printable.ts';

/** One line about the product, the commands, and where to go from there. `commands` may be a group's only. */
export function overview(commands: readonly Command[], group?: string): string {
  const name = group === undefined ? 'doubletake' : `doubletake ${group}`;
  const list = pairs(commands.map((command) => [command.name, command.summary]));
  const intro =
    group === undefined
      ? 'Takes a second look at every referral before its reward is paid.\n\n'
      : '';
  return `${intro}Usage: ${name} <command> [options]

Commands:
${list}
Every command takes --help, with examples, and --json.
Exit codes: 0 yes or done, 1 no or problems found, 2 wrong usage, 3 a file or store could not be reached.
`;
}

/** Everything about one command. */
export function helpOf(command: Command): string {
  const { name, summary, about = [], positionals, options, examples } = command;
  const usage = ['Usage: doubletake', name, ...positionals.map(placeholder), '[options]'].join(' ');
  return [
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.\n\n${usage}\n`,
    about.length === 0 ? '' : `\n${about.map((line) => `${line}\n`).join('')}`,
    section('Arguments', pairs(positionals.map((spec) => [spec.name, spec.summary]))),
    section('Options', pairs(Object.entries({ ...options, ...COMMON_OPTIONS }).map(optionPair))),
    section(
      'Examples',
      examples.map(({ line, note }) => `  ${note}\n    doubletake ${line}\n`).join(''),
    ),
  ].join('');
}

function section(heading: string, lines: string): string {
  return lines === '' ? '' : `\n${heading}:\n${lines}`;
}

function placeholder({ name, optional = false, many = false }: PositionalSpec): string {
  const shown = many ? `${name}…` : name;
  return optional ? `[${shown}]` : shown;
}

function optionPair([name, { value, summary }]: [string, { value?: string; summary: string }]): [
  string,
  string,
] {
  return [value === undefined ? `--${name}` : `--${name} ${value}`, summary];
}

function pairs(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(0, ...rows.map(([left]) => widthOf(left)));
  return rows.map(([left, right]) => `  ${padTo(left, width)}  ${right}\n`).join('');
}
