import { HYPOTHESES, type ByHypothesis } from '../decision.ts';
import { byHypothesis } from '../evidence/likelihood.ts';
import { FileReader, type Place } from '../policy/file-reader.ts';
import type { ParsedPolicy } from '../policy/problem.ts';
import { modelProblems } from './model-laws.ts';
import type { Model, ModelLevel, ModelSignal } from './model.ts';

const SHARE = { from: 0, to: 1 };
const CAP = { from: 0.1, to: 20 };

function stories(reader: FileReader, { value, path }: Place): ByHypothesis {
  const entry = reader.object({ value, path }, HYPOTHESES);
  return byHypothesis((story) =>
    reader.number({ value: entry[story], path: `${path}/${story}` }, SHARE),
  );
}

function level(reader: FileReader, { value, path }: Place): ModelLevel {
  const entry = reader.object({ value, path }, ['level', 'shares', 'typical', 'alpha']);
  return {
    level: reader.text({ value: entry['level'], path: `${path}/level` }),
    shares: stories(reader, { value: entry['shares'], path: `${path}/shares` }),
    typical: reader.number({ value: entry['typical'], path: `${path}/typical` }, SHARE),
    alpha: reader.number(
      { value: entry['alpha'], path: `${path}/alpha` },
      { from: 1, to: 1_000_000 },
    ),
  };
}

/** What every kind of signal states. */
type Common = Pick<ModelSignal, 'signal' | 'group' | 'capBits'>;

/** What each kind of signal carries beside that: under which key, and how it is read. */
const SHAPES: Readonly<
  Record<
    ModelSignal['kind'],
    {
      readonly key: string;
      readonly read: (reader: FileReader, place: Place, common: Common) => ModelSignal;
    }
  >
> = {
  identity: {
    key: 'levels',
    read: (reader, place, common) => ({
      kind: 'identity',
      ...common,
      levels: reader.list(place).map((each) => level(reader, each)),
    }),
  },
  table: {
    key: 'table',
    read: (reader, place, common) => ({
      kind: 'table',
      ...common,
      table: Object.fromEntries(
        Object.entries(reader.object(place)).map(([name, value]) => [
          name,
          stories(reader, { value, path: `${place.path}/${name}` }),
        ]),
      ),
    }),
  },
  numeric: {
    key: 'takes',
    read: (reader, place, common) => ({
      kind: 'numeric',
      ...common,
      takes: stories(reader, place),
    }),
  },
};

const KINDS = ['identity', 'table', 'numeric'] as const;

function signal(reader: FileReader, { value, path }: Place): ModelSignal[] {
  const entry = reader.object({ value, path });
  const kind = reader.choice({ value: entry['kind'], path: `${path}/kind` }, KINDS);
  if (kind === undefined) return [];
  const { key, read } = SHAPES[kind];
  reader.object({ value, path }, ['kind', 'signal', 'group', 'capBits', key]);
  const common = {
    signal: reader.text({ value: entry['signal'], path: `${path}/signal` }),
    group: reader.text({ value: entry['group'], path: `${path}/group` }),
    capBits: reader.number({ value: entry['capBits'], path: `${path}/capBits` }, CAP),
  };
  return [read(reader, { value: entry[key], path: `${path}/${key}` }, common)];
}

/** Reads `model.json` and holds it to the laws a model must keep. */
export function parseModel(json: unknown, file: string): ParsedPolicy<Model> {
  const reader = new FileReader(file, 'model_invalid');
  const entry = reader.object({ value: json, path: '' }, ['version', 'prior', 'clamp', 'signals']);
  const clamp = reader.object({ value: entry['clamp'], path: '/clamp' }, ['from', 'to']);
  const model: Model = {
    version: reader.text({ value: entry['version'], path: '/version' }),
    prior: stories(reader, { value: entry['prior'], path: '/prior' }),
    clamp: {
      from: reader.number({ value: clamp['from'], path: '/clamp/from' }, { from: 1e-6, to: 0.5 }),
      to: reader.number({ value: clamp['to'], path: '/clamp/to' }, { from: 0.5, to: 1 - 1e-6 }),
    },
    signals: reader
      .list({ value: entry['signals'], path: '/signals' })
      .flatMap((place) => signal(reader, place)),
  };
  if (reader.problems.length === 0)
    for (const { path, message } of modelProblems(model)) reader.problem(path, message);
  return reader.problems.length > 0
    ? { ok: false, problems: reader.problems }
    : { ok: true, value: model };
}
