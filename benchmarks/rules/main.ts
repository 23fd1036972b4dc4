import { compilePack, evaluate, type EvaluateOptions, type Facts } from '@doubletake/rules';
import type { Pack } from '@doubletake/rules';
import { Engine } from 'json-rules-engine';
import { report, rounds, type Candidate } from '../rounds.ts';
import { drawFacts, seeded } from './facts.ts';
import { drawPack } from './pack.ts';

const SAMPLES = 2000;
const REFERENCE_RUNS = 400;
const COMPILED_RUNS = 100_000;

function engineOf({ rules }: Pack): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const { name, priority = 1, conditions, event } of rules)
    engine.addRule(
      JSON.parse(
        JSON.stringify({ conditions, priority, event: { type: event.type, params: { name } } }),
      ),
    );
  return engine;
}

async function agree(pack: Pack, samples: readonly Facts[]): Promise<number> {
  const engine = engineOf(pack);
  const compiled = compilePack(pack);
  let matched = 0;
  for (const facts of samples) {
    const { events } = await engine.run({ ...facts });
    const theirs = events.map(({ params }) => `drawn/${String(params?.['name'])}`).toSorted();
    const ours = evaluate(compiled, facts).votes.map(({ rule }) => rule);
    if (theirs.join() !== ours.toSorted().join())
      throw new Error(`json-rules-engine says ${theirs.join()}, we say ${ours.join()}`);
    matched += ours.length;
  }
  return matched / samples.length;
}

function compiledCandidate(
  name: string,
  { pack, samples, options }: { pack: Pack; samples: readonly Facts[]; options: EvaluateOptions },
): Candidate {
  const compiled = compilePack(pack);
  const runs = options.trace === 'full' ? COMPILED_RUNS / 10 : COMPILED_RUNS;
  return {
    name,
    run: () => {
      for (let nth = 0; nth < runs; nth += 1)
        evaluate(compiled, samples[nth % samples.length] ?? {}, options);
      return runs;
    },
  };
}

for (const size of [12, 40]) {
  const chance = seeded(size);
  const pack = drawPack(size, chance);
  const samples = Array.from({ length: SAMPLES }, () => drawFacts(chance));
  const matched = await agree(pack, samples);
  const engine = engineOf(pack);
  const candidates: Candidate[] = [
    {
      name: 'json-rules-engine',
      run: async () => {
        for (let nth = 0; nth < REFERENCE_RUNS; nth += 1)
          await engine.run({ ...samples[nth % SAMPLES] });
        return REFERENCE_RUNS;
      },
    },
    compiledCandidate('compiled, events only', { pack, samples, options: {} }),
    compiledCandidate('compiled, trace of matched rules', {
      pack,
      samples,
      options: { trace: 'matched' },
    }),
    compiledCandidate('compiled, full trace', { pack, samples, options: { trace: 'full' } }),
  ];
  report(
    `${size} rules, 33 facts, ${matched.toFixed(2)} matched on average, same rules matched on ${SAMPLES} sets of facts`,
    await rounds(candidates),
  );
}
