import type { Kind } from '@doubletake/identity';
import { canonicalReading, type Reading, type Written } from '../identifier/written.ts';

/** One thing known of an identifier. */
export type Finding = string | number | boolean | readonly string[] | undefined;

/** What is known of one identifier by itself: flat, `canonical` and `class` first. */
export type Findings = Readonly<Record<string, Finding>>;

/** A kind of identifier that can be inspected from the command line. */
export interface Inspectable {
  readonly name: string;
  /** One line for the help: what is told about a value. */
  readonly tells: string;
  /** Keys a line may have its value under, besides `value`. */
  readonly keys: readonly string[];
  readonly inspect: (written: Written) => Reading<Findings>;
}

/** How a kind of the identity package is inspected here. */
export interface Inspecting<Raw, Value> {
  readonly tells: string;
  readonly keys: readonly string[];
  readonly raw: (written: Written) => Reading<Raw>;
  readonly findings: (value: Value) => Findings;
}

/** A row of the table of inspectable kinds. */
export function inspectable<Raw, Value>(
  kind: Kind<Raw, Value>,
  { tells, keys, raw, findings }: Inspecting<Raw, Value>,
): Inspectable {
  return {
    name: kind.kind,
    tells,
    keys,
    inspect: (written) => {
      const read = canonicalReading(raw(written), kind.canonicalise);
      if (!read.ok) return read;
      const identifies = kind.keys(read.value).length > 0;
      return { ok: true, value: { ...findings(read.value), identifies } };
    },
  };
}
