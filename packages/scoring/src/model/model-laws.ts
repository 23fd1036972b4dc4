import { HYPOTHESES, type ByHypothesis } from '../decision.ts';
import type { IdentitySignal, Model, TableSignal } from './model.ts';

interface ModelProblem {
  readonly path: string;
  readonly message: string;
}

const total = (stories: ByHypothesis): number =>
  HYPOTHESES.reduce((sum, story) => sum + stories[story], 0);

/** Sharing an identifier never argues less for one person than for strangers (scoring-model §1.6). */
function identityLaws(signal: IdentitySignal, path: string): ModelProblem[] {
  return signal.levels.flatMap(({ level, shares }, index) =>
    shares.self >= shares.unrelated
      ? []
      : [
          {
            path: `${path}/levels/${String(index)}/shares`,
            message: `\`${level}\` is shared less by one person than by strangers`,
          },
        ],
  );
}

/** The listed levels leave something for the level that is not listed, under every story. */
function tableLaws(signal: TableSignal, path: string): ModelProblem[] {
  return HYPOTHESES.flatMap((story) => {
    const listed = Object.values(signal.table).reduce((sum, row) => sum + row[story], 0);
    return listed < 1
      ? []
      : [{ path: `${path}/table`, message: `the column \`${story}\` leaves nothing for the rest` }];
  });
}

/** Everything in a well-formed model that would make it weigh wrongly. */
export function modelProblems(model: Model): ModelProblem[] {
  const problems: ModelProblem[] = [];
  if (Math.abs(total(model.prior) - 1) > 1e-9)
    problems.push({ path: '/prior', message: 'the prior does not add up to 1' });
  if (HYPOTHESES.some((story) => model.prior[story] <= 0))
    problems.push({ path: '/prior', message: 'a story with no prior can never be believed' });
  const seen = new Set<string>();
  for (const [index, signal] of model.signals.entries()) {
    const path = `/signals/${String(index)}`;
    if (seen.has(signal.signal))
      problems.push({ path, message: `\`${signal.signal}\` stands twice` });
    seen.add(signal.signal);
    if (signal.kind === 'identity') problems.push(...identityLaws(signal, path));
    if (signal.kind === 'table') problems.push(...tableLaws(signal, path));
  }
  return problems;
}
