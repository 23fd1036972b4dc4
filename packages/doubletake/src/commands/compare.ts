import { choose } from '../cli/choose.ts';
import type { Command } from '../cli/command.ts';
import { CommandError } from '../cli/errors.ts';
import { EXIT } from '../cli/exit-code.ts';
import { paintFor } from '../cli/paint.ts';
import { COMPARABLES } from './compare/kinds.ts';
import { answerPair } from './compare/pair-record.ts';
import { printVerdict } from './compare/print-verdict.ts';
import { fileOption } from './identifier/file-option.ts';
import { givenHints } from './identifier/given-hints.ts';
import { answerRecords } from './identifier/records-file.ts';
import { typedValue } from './identifier/typed.ts';

/** Whether two identifiers are one person's, one pair or a whole file of them. */
export const compare: Command = {
  name: 'compare',
  summary: 'say whether two identifiers are the same, and why',
  about: [
    'How A and B are written:',
    ...COMPARABLES.map(({ name, written }) => `  ${name.padEnd(8)} ${written}`),
    'E-mail counts as the same when it is one mailbox or made to look like one; the level says which.',
    'Two values of which one cannot be read are never the same: their level is `unknown`.',
    'A line of --file is {"id", "a", "b"} with "region" (or "region_a", "region_b") and "country" where they help;',
    'its answer is {"id", "same", "level", "similarity", "why"}. Other keys are passed over.',
    'Exit code 0 says the same, 1 not the same; with --file, 1 says that lines could not be answered.',
  ],
  positionals: [
    { name: 'KIND', summary: COMPARABLES.map(({ name }) => name).join(', ') },
    { name: 'A', summary: 'one of the two', optional: true },
    { name: 'B', summary: 'the other', optional: true },
  ],
  options: {
    region: { value: 'CODE', summary: 'country both phone numbers are dialled in, such as US' },
    'region-a': { value: 'CODE', summary: 'country of A, where the two differ' },
    'region-b': { value: 'CODE', summary: 'country of B, where the two differ' },
    country: { value: 'CODE', summary: 'country of both addresses, where the text does not say' },
    file: {
      value: 'FILE',
      summary: 'compare every pair of an NDJSON file, plain or gzip; - is standard input',
    },
    out: { value: 'FILE', summary: 'where the verdicts of --file go; standard output by default' },
  },
  examples: [
    {
      line: 'compare email a.lee+1@gmail.com alee@googlemail.com',
      note: 'one mailbox by its provider’s rules?',
    },
    {
      line: "compare phone '(415) 555-0132' +14155550132 --region US",
      note: 'one line, written two ways?',
    },
    {
      line: "compare address '12 High St Apt 4' '12 High Street, Apt 5' --country GB",
      note: 'one home?',
    },
    { line: 'compare name --file pairs.ndjson --out verdicts.ndjson', note: 'a whole file' },
  ],
  run: async (args, io) => {
    const kind = choose(COMPARABLES, args.positionals[0] ?? '', 'kind that can be compared');
    const hints = {
      a: givenHints(args, 'region-a', 'region'),
      b: givenHints(args, 'region-b', 'region'),
    };
    const job = fileOption(args);
    if (job !== undefined) {
      return answerRecords({ ...job, label: 'comparing', answer: answerPair(kind, hints) }, io);
    }
    const [, a, b] = args.positionals;
    if (a === undefined || b === undefined) {
      const message = `compare ${kind.name} needs A and B, or --file`;
      throw new CommandError({ code: 'cli_missing_argument', message });
    }
    const verdict = kind.compare(
      { value: typedValue(a), hints: hints.a },
      { value: typedValue(b), hints: hints.b },
    );
    const text = args.flag('json')
      ? `${JSON.stringify({ kind: kind.name, ...verdict }, undefined, 2)}\n`
      : printVerdict(verdict, paintFor(io.stdout, io));
    await io.stdout.write(text);
    return verdict.same ? EXIT.ok : EXIT.no;
  },
};
