import { FileReader, type Place } from './file-reader.ts';
import type { ParsedPolicy } from './problem.ts';
import { UNKNOWN_PROGRAMME, type Programme } from './programme.ts';

const KEYS = [
  'programme',
  'name',
  'description',
  'pack',
  'observe',
  'payoutHoldDays',
  'clawbackDays',
  'caps',
  'household',
  'reviewHours',
  'secondPersonFrom',
  'failMode',
] as const;

const CAPS = ['per30Days', 'firstMonth', 'lifetime'] as const;
const DAYS = { from: 0, to: 3650 };
const HOURS = { from: 1, to: 24 * 365 };
const MINOR = { from: 1, to: Number.MAX_SAFE_INTEGER, whole: true };
const COUNT = { from: 0, to: 1_000_000, whole: true };

/** Reads one programme file; what it leaves out has the documented default. */
export function parseProgramme(json: unknown, file: string): ParsedPolicy<Programme> {
  const reader = new FileReader(file, 'programme_invalid');
  const entry = reader.object({ value: json, path: '' }, KEYS);
  const stated: Readonly<Record<string, unknown>> = { ...UNKNOWN_PROGRAMME, ...entry };
  const at = (key: (typeof KEYS)[number]): Place => ({ value: stated[key], path: `/${key}` });
  const given = reader.object(at('caps'), CAPS);
  const caps = Object.fromEntries(
    CAPS.filter((cap) => given[cap] !== undefined).map((cap) => [
      cap,
      reader.number({ value: given[cap], path: `/caps/${cap}` }, COUNT),
    ]),
  );
  const programme: Programme = {
    programme: reader.text(at('programme')),
    name: reader.text(at('name')),
    description: reader.text(at('description')),
    pack: reader.text(at('pack')),
    observe: reader.flag(at('observe')),
    payoutHoldDays: reader.number(at('payoutHoldDays'), DAYS),
    clawbackDays: reader.number(at('clawbackDays'), DAYS),
    caps,
    household: reader.choice(at('household'), ['allowed', 'review', 'ineligible']) ?? 'allowed',
    reviewHours: reader.number(at('reviewHours'), HOURS),
    ...(stated['secondPersonFrom'] === undefined
      ? {}
      : { secondPersonFrom: reader.number(at('secondPersonFrom'), MINOR) }),
    failMode: reader.choice(at('failMode'), ['hold', 'release']) ?? 'hold',
  };
  return reader.problems.length > 0
    ? { ok: false, problems: reader.problems }
    : { ok: true, value: programme };
}
