import { choose } from '../cli/choose.ts';
import type { Arguments, Command } from '../cli/command.ts';
import { CommandError } from '../cli/errors.ts';
import { EXIT, type ExitCode } from '../cli/exit-code.ts';
import type { Io } from '../cli/io.ts';
import { paintFor } from '../cli/paint.ts';
import { fileOption } from './identifier/file-option.ts';
import { givenHints } from './identifier/given-hints.ts';
import { hintsIn } from './identifier/hints.ts';
import { answerRecords, refused, type JsonRecord } from './identifier/records-file.ts';
import { typedValue } from './identifier/typed.ts';
import type { Hints, Reading } from './identifier/written.ts';
import type { Inspectable } from './inspect/inspectable.ts';
import { INSPECTABLES } from './inspect/kinds.ts';
import { printFindings } from './inspect/print-findings.ts';

/** What one identifier tells by itself, or each of a whole file. */
export const inspect: Command = {
  name: 'inspect',
  summary: 'show how an identifier is read: its canonical form, class and parts',
  about: [
    'What is told:',
    ...INSPECTABLES.map(({ name, tells }) => `  ${name.padEnd(8)} ${tells}`),
    '`identifies` says whether the value leads to anybody: a placeholder or a private IP does not.',
    'A line of --file is {"id", "value"}, with "region" and "country" where they help; the value may also stand',
    'under its kind’s own name: "email", "domain", "number", "address", "name", "ip".',
    'Exit code 1 when the value cannot be read; with --file, when lines could not be answered.',
  ],
  positionals: [
    { name: 'KIND', summary: INSPECTABLES.map(({ name }) => name).join(', ') },
    { name: 'VALUE', summary: 'text, or JSON in the event contract’s form', optional: true },
  ],
  options: {
    region: { value: 'CODE', summary: 'country a phone number is dialled in, such as US' },
    country: { value: 'CODE', summary: 'country of an address, where the text does not say' },
    file: {
      value: 'FILE',
      summary: 'inspect every value of an NDJSON file, plain or gzip; - is standard input',
    },
    out: { value: 'FILE', summary: 'where the answers to --file go; standard output by default' },
  },
  examples: [
    { line: 'inspect email A.Lee+promo@googlemail.com', note: 'which mailbox is this?' },
    { line: 'inspect email mailinator.com --json', note: 'is this domain disposable?' },
    { line: "inspect phone '020 7946 0018' --region GB", note: 'what kind of line is it?' },
    { line: 'inspect phone --file numbers.ndjson --out types.ndjson', note: 'a whole file' },
  ],
  run: async (args, io) => {
    const [name = '', value] = args.positionals;
    const kind = choose(INSPECTABLES, name, 'kind that can be inspected');
    const job = fileOption(args);
    if (job !== undefined) {
      const answer = answerValue(kind, givenHints(args, 'region'));
      return answerRecords({ ...job, label: 'inspecting', answer }, io);
    }
    if (value !== undefined) return inspectOne(kind, args, io);
    const message = `inspect ${kind.name} needs VALUE, or --file`;
    throw new CommandError({ code: 'cli_missing_argument', message });
  },
};

async function inspectOne(kind: Inspectable, args: Arguments, io: Io): Promise<ExitCode> {
  const value = typedValue(args.positionals[1] ?? '');
  const read = kind.inspect({ value, hints: givenHints(args, 'region') });
  const answer = read.ok ? read.value : { problem: read.problem };
  await io.stdout.write(
    args.flag('json')
      ? `${JSON.stringify({ kind: kind.name, ...answer }, undefined, 2)}\n`
      : printFindings(read, paintFor(io.stdout, io)),
  );
  return read.ok ? EXIT.ok : EXIT.no;
}

/** A value that cannot be read is an answer too: `class` is then `unreadable`, and `problem` says why. */
function answerValue(kind: Inspectable, hints: Hints): (record: JsonRecord) => Reading<JsonRecord> {
  const keys = ['value', ...kind.keys];
  return (record) => {
    const key = keys.find((each) => record[each] !== undefined && record[each] !== null);
    if (key === undefined) {
      return refused(
        'line_missing_key',
        `no value under ${keys.map((each) => `\`${each}\``).join(', ')}`,
      );
    }
    const read = kind.inspect({ value: record[key], hints: { ...hints, ...hintsIn(record) } });
    return {
      ok: true,
      value: read.ok ? read.value : { class: 'unreadable', problem: read.problem },
    };
  };
}
