import { HYPOTHESES, type ByHypothesis } from '../decision.ts';
import type { IdentitySignal, Model, ModelLevel, TableSignal } from './model.ts';

interface ModelProblem {
  readonly path: string;
  readonly message: string;
}

const total = (stories: ByHypothesis): number =>
  HYPOTHESES.reduce((sum, story) => sum + stories[story], 0);

/** One level of an identity ladder, with where it stands. */
function levelLaws({ level, shares, typical }: ModelLevel, path: string): ModelProblem[] {
  const problems: ModelProblem[] = [];
  // Sharing an identifier never argues less for one person than for strangers (scoring-model §1.6).
  if (shares.self < shares.unrelated)
    problems.push({
      path: `${path}/shares`,
      message: `\`${level}\` is shared less by one person than by strangers`,
    });
  // INVARIANT: nothing a pair can show is impossible under any story, so no weight is ever infinite.
  if (HYPOTHESES.some((story) => shares[story] === 1))
    problems.push({ path: `${path}/shares`, message: `\`${level}\` leaves no room to differ` });
  if (typical === 0 || typical === 1)
    problems.push({ path: `${path}/typical`, message: 'a frequency lies between 0 and 1' });
  return problems;
}

function identityLaws({ levels }: IdentitySignal, path: string): ModelProblem[] {
  return levels.flatMap((level, index) => {
    const place = `${path}/levels/${String(index)}`;
    const twice = levels.findIndex((other) => other.level === level.level) < index;
    return [
      ...levelLaws(level, place),
      ...(twice ? [{ path: place, message: `\`${level.level}\` stands twice` }] : []),
    ];
  });
}

/** Every level is possible under every story, the level that is not listed among them. */
function tableLaws({ table }: TableSignal, path: string): ModelProblem[] {
  const problems: ModelProblem[] = [];
  for (const [name, row] of Object.entries(table))
    if (HYPOTHESES.some((story) => row[story] === 0))
      problems.push({
        path: `${path}/table/${name}`,
        message: `\`${name}\` is impossible under one story`,
      });
  for (const story of HYPOTHESES)
    if (Object.values(table).reduce((sum, row) => sum + row[story], 0) >= 1)
      problems.push({
        path: `${path}/table`,
        message: `the column \`${story}\` leaves nothing for the rest`,
      });
  return problems;
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
