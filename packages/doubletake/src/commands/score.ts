import { decisionJson, renderProblem, type EventProblem } from '@doubletake/scoring';
import type { Command } from '../cli/command.ts';
import { CommandError } from '../cli/errors.ts';
import { explainDecision } from '../cli/explain-decision.ts';
import { EXIT } from '../cli/exit-code.ts';
import { readJsonFile } from '../cli/json-file.ts';
import { paintFor } from '../cli/paint.ts';
import { scorePair } from '../score-pair.ts';
import { openPolicy, POLICY_OPTIONS } from './policy/open-rules.ts';
import { PAIR_PARTS, pairInput } from './score/pair-input.ts';

/** One pair, decided without any store. */
export const score: Command = {
  name: 'score',
  summary: 'score one referrer and referee from a file, and show how the score came about',
  about: [
    'The file is {"referrer": {…}, "referee": {…}} with the fields of an account.observed event in each, and, where',
    'they matter, "referral", "order" and "reward" with fields of theirs; ids and times are filled in.',
    'No store is asked, so nothing is known of how common a shared value is: the model’s typical figures stand in.',
    'Exit code 0 when the reward may be paid, 1 when it is held or blocked.',
  ],
  positionals: [{ name: 'FILE', summary: 'the pair as JSON; - is standard input' }],
  options: POLICY_OPTIONS,
  examples: [
    { line: 'score pair.json', note: 'explain one pair' },
    {
      line: 'score pair.json --pack four-controls --json',
      note: 'the decision as JSON, by another risk pack',
    },
  ],
  run: async (args, io) => {
    const policy = await openPolicy(args, io);
    const input = pairInput(await readJsonFile(args.positionals[0] ?? '-', io));
    const scored = await scorePair(input, policy, io.now());
    if (!scored.ok) {
      const problems = scored.problems.map(inPair);
      throw new CommandError({
        code: 'pair_invalid',
        message: 'the pair cannot be scored',
        problems,
        details: problems.map(renderProblem),
        hint: 'the fields are those of the event contract',
      });
    }
    const text = args.flag('json')
      ? `${JSON.stringify(decisionJson(scored.value), undefined, 2)}\n`
      : explainDecision(scored.value, { width: io.stdout.columns, paint: paintFor(io.stdout, io) });
    await io.stdout.write(text);
    return scored.value.outcome === 'release' ? EXIT.ok : EXIT.no;
  },
};

/** The part of the file a problem is in: the engine numbers the events it made of the parts, in their order. */
function inPair({ at, ...problem }: EventProblem): EventProblem {
  const part = PAIR_PARTS[(at.line ?? 1) - 1] ?? 'referrer';
  return { ...problem, at: { path: `/${part}${at.path}` } };
}
