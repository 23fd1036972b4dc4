import { closestName } from '@doubletake/rules';
import { CommandError, type Complaint } from '../../cli/errors.ts';
import type { PairInput } from '../../score-pair.ts';

/** What a pair's file may hold, in the order of the events made of it. */
export const PAIR_PARTS = ['referrer', 'referee', 'referral', 'order', 'reward'] as const;

type Part = (typeof PAIR_PARTS)[number];

/** Checks a file's shape; what stands in the parts is checked by the event contract. */
export function pairInput(json: unknown): PairInput {
  if (!isObject(json)) throw invalid({ message: 'a pair is a JSON object' });
  for (const key of Object.keys(json)) {
    if (PAIR_PARTS.some((part) => part === key)) continue;
    const near = closestName(key, PAIR_PARTS);
    throw invalid({
      message: `unknown key \`${key}\``,
      at: { path: `/${key}` },
      hint: near === undefined ? `a pair has ${PAIR_PARTS.join(', ')}` : `did you mean \`${near}\``,
    });
  }
  const optional = (part: Part): object =>
    json[part] === undefined ? {} : { [part]: objectIn(json, part) };
  return {
    referrer: objectIn(json, 'referrer'),
    referee: objectIn(json, 'referee'),
    ...optional('referral'),
    ...optional('order'),
    ...optional('reward'),
  };
}

function objectIn(json: Readonly<Record<string, unknown>>, part: Part): object {
  const value = json[part];
  const at = { path: `/${part}` };
  if (value === undefined) {
    const hint = 'give `{}` for an account of which nothing is known';
    throw invalid({ message: `missing key \`${part}\``, at, hint });
  }
  if (!isObject(value)) throw invalid({ message: `\`${part}\` is no JSON object`, at });
  return value;
}

const invalid = (complaint: Omit<Complaint, 'code'>): CommandError =>
  new CommandError({ code: 'pair_invalid', ...complaint });

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
