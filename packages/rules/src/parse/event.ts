import { REASON_CODE } from '../names.ts';
import { VOTE_TYPES } from '../rule.ts';
import type { RuleEvent, VoteType } from '../rule.ts';
import { complain, into } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { readBoolean, readFactId, readName, readObject, readWord } from './values.ts';

/** Parameters that mean something on one type of vote only. */
const BELONGS_TO = { final: 'block', until: 'hold' } as const;

/** What a rule votes for and why. */
export function readEvent(cursor: Cursor, json: unknown): RuleEvent | undefined {
  const object = readObject(cursor, json, { required: ['type', 'params'], optional: [] });
  const type = object?.read('type', (at, word) => readWord(at, word, VOTE_TYPES));
  const params = object?.read('params', (at, value) => readParams(at, value, type));
  return type === undefined || params === undefined ? undefined : { type, params };
}

function readParams(
  cursor: Cursor,
  json: unknown,
  type: VoteType | undefined,
): RuleEvent['params'] | undefined {
  const object = readObject(cursor, json, { required: ['reason'], optional: ['final', 'until'] });
  const reason = object?.read('reason', (at, code) => readName(at, code, REASON_CODE));
  const final = object?.read('final', readBoolean);
  const until = object?.read('until', readFactId);
  for (const [param, wanted] of Object.entries(BELONGS_TO)) {
    if (object?.has(param) !== true || type === undefined || type === wanted) continue;
    const message = `\`${param}\` belongs to a \`${wanted}\`, and this rule votes \`${type}\``;
    complain(into(cursor, param), { code: 'rules_misplaced_param', message });
  }
  if (reason === undefined) return undefined;
  return { reason, ...(final !== undefined && { final }), ...(until !== undefined && { until }) };
}
