import { closestName } from '@doubletake/rules';
import type { ScoringErrorCode } from '../errors.ts';
import type { PolicyProblem } from './problem.ts';

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A place in a file: its value and its JSON Pointer. */
export interface Place {
  readonly value: unknown;
  readonly path: string;
}

/** Which numbers may stand somewhere, both ends included. */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly whole?: boolean;
}

/** Reads one JSON file strictly and goes on after a problem, so that all of them are reported at once. */
export class FileReader {
  readonly problems: PolicyProblem[] = [];
  /** Places that hold no object: whatever is missing below them is missing because of it. */
  readonly #hollow: string[] = [];
  readonly #file: string;
  readonly #code: ScoringErrorCode;

  constructor(file: string, code: ScoringErrorCode) {
    this.#file = file;
    this.#code = code;
  }

  problem(path: string, message: string, hint?: string): void {
    if (this.#hollow.some((place) => path.startsWith(`${place}/`))) return;
    const at = { file: this.#file, path };
    this.problems.push({
      code: this.#code,
      message: hint === undefined ? message : `${message}, did you mean \`${hint}\`?`,
      at,
      ...(hint === undefined ? {} : { hint }),
    });
  }

  /** What was expected, and what stands there instead. */
  #wrong({ value, path }: Place, expected: string, hint?: string): void {
    const found = value === undefined ? 'nothing' : `\`${JSON.stringify(value).slice(0, 80)}\``;
    this.problem(path, `expected ${expected}, found ${found}`, hint);
  }

  /** An object with none but the named keys; every other key is a problem. */
  object({ value, path }: Place, keys?: readonly string[]): Json {
    if (!isJson(value)) {
      this.#wrong({ value, path }, 'an object');
      this.#hollow.push(path);
      return {};
    }
    for (const key of keys ? Object.keys(value) : [])
      if (keys && !keys.includes(key))
        this.problem(`${path}/${key}`, `unknown key \`${key}\``, closestName(key, keys));
    return value;
  }

  list({ value, path }: Place): Place[] {
    if (!Array.isArray(value)) {
      this.#wrong({ value, path }, 'a list');
      return [];
    }
    return value.map((item: unknown, index) => ({ value: item, path: `${path}/${String(index)}` }));
  }

  text({ value, path }: Place): string {
    if (typeof value === 'string' && value.length > 0 && value.length <= 2000) return value;
    this.#wrong({ value, path }, 'a text of 1 to 2000 characters');
    return '';
  }

  choice<Name extends string>({ value, path }: Place, names: readonly Name[]): Name | undefined {
    const found = names.find((name) => name === value);
    if (found === undefined) {
      const hint = typeof value === 'string' ? closestName(value, names) : undefined;
      this.#wrong({ value, path }, names.map((name) => `\`${name}\``).join(' or '), hint);
    }
    return found;
  }

  flag({ value, path }: Place): boolean {
    if (typeof value !== 'boolean') this.#wrong({ value, path }, 'true or false');
    return value === true;
  }

  number({ value, path }: Place, { from, to, whole = false }: Range): number {
    const fits = typeof value === 'number' && value >= from && value <= to;
    if (fits && (!whole || Number.isInteger(value))) return value;
    const kind = whole ? 'a whole number' : 'a number';
    this.#wrong({ value, path }, `${kind} from ${String(from)} to ${String(to)}`);
    return from;
  }
}
