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

/** Reads one JSON file strictly and goes on after a problem, so that all of them are reported at once. */
export class FileReader {
  readonly problems: PolicyProblem[] = [];
  readonly #file: string;
  readonly #code: ScoringErrorCode;

  constructor(file: string, code: ScoringErrorCode) {
    this.#file = file;
    this.#code = code;
  }

  problem(path: string, message: string, hint?: string): void {
    const at = { file: this.#file, path };
    this.problems.push({
      code: this.#code,
      message: hint === undefined ? message : `${message}, did you mean \`${hint}\`?`,
      at,
      ...(hint === undefined ? {} : { hint }),
    });
  }

  /** An object with none but the named keys; every other key is a problem. */
  object({ value, path }: Place, keys?: readonly string[]): Json {
    if (!isJson(value)) {
      this.problem(path, 'expected an object');
      return {};
    }
    for (const key of keys ? Object.keys(value) : [])
      if (keys && !keys.includes(key))
        this.problem(`${path}/${key}`, `unknown key \`${key}\``, closestName(key, keys));
    return value;
  }

  list({ value, path }: Place): Place[] {
    if (!Array.isArray(value)) {
      this.problem(path, 'expected a list');
      return [];
    }
    return value.map((item: unknown, index) => ({ value: item, path: `${path}/${String(index)}` }));
  }

  text({ value, path }: Place): string {
    if (typeof value === 'string' && value.length > 0 && value.length <= 2000) return value;
    this.problem(path, 'expected a text of 1 to 2000 characters');
    return '';
  }

  choice<Name extends string>({ value, path }: Place, names: readonly Name[]): Name | undefined {
    const found = names.find((name) => name === value);
    if (found === undefined)
      this.problem(
        path,
        `expected one of ${names.map((name) => `\`${name}\``).join(', ')}`,
        typeof value === 'string' ? closestName(value, names) : undefined,
      );
    return found;
  }

  flag({ value, path }: Place): boolean {
    if (typeof value !== 'boolean') this.problem(path, 'expected true or false');
    return value === true;
  }

  number({ value, path }: Place, range: { readonly from: number; readonly to: number }): number {
    if (typeof value === 'number' && value >= range.from && value <= range.to) return value;
    this.problem(path, `expected a number from ${String(range.from)} to ${String(range.to)}`);
    return range.from;
  }
}
