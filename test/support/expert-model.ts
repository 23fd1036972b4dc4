import { readFileSync } from 'node:fs';
import { parseModel, type Model } from '@doubletake/scoring';

/** The model as its file states it. */
export const EXPERT_MODEL_JSON: unknown = JSON.parse(
  readFileSync(new URL('../../rules/model.json', import.meta.url), 'utf8'),
);

function read(): Model {
  const parsed = parseModel(EXPERT_MODEL_JSON, 'model.json');
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  return parsed.value;
}

/** The weights this repository ships. */
export const EXPERT_MODEL: Model = read();
