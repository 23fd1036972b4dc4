import { DIRECTIONALS, LIGHT_WORDS, QUALIFIERS } from './data/words.ts';
import type { Dictionary } from './dictionary.ts';

/** A street's words sorted out. */
export interface Street {
  readonly name: readonly string[];
  readonly type?: string;
  readonly directional?: string;
  /** Words after the street's end. */
  readonly rest: readonly string[];
  /** Whether something marked where the street ends. */
  readonly ended: boolean;
}

/** Reads the words of a street; `whole` says that nothing but the street is in them. */
export function readStreet(
  tokens: readonly string[],
  dictionary: Dictionary,
  whole: boolean,
): Street {
  return (
    typeBefore(tokens, dictionary, whole) ??
    typeAfter(tokens, dictionary, whole) ??
    compound(tokens, dictionary) ??
    untyped(tokens, whole)
  );
}

/** `rue X`, `strasse des X`, `calle plaza X`: of two types before the name the second is the street's. */
function typeBefore(
  tokens: readonly string[],
  { types }: Dictionary,
  whole: boolean,
): Street | undefined {
  const first = types.get(tokens[0] ?? '');
  if (first === undefined || tokens.length < 2) return undefined;
  if (first.side === 'after' && !(tokens.length > 2 && LIGHT_WORDS.has(tokens[1] ?? '')))
    return undefined;
  const second = types.get(tokens[1] ?? '');
  const doubled = second !== undefined && second.side !== 'after' && tokens.length > 2;
  return {
    name: tokens.slice(doubled ? 2 : 1),
    type: (doubled ? second : first).concept,
    rest: [],
    ended: whole,
  };
}

/** `X street Y`: the type ends the name; of neighbouring types the last counts. */
function typeAfter(
  tokens: readonly string[],
  { types }: Dictionary,
  whole: boolean,
): Street | undefined {
  const isType = (at: number): boolean => {
    const type = types.get(tokens[at] ?? '');
    return type !== undefined && type.side !== 'before';
  };
  const start = directionalAt(tokens, 0) !== undefined && tokens.length > 2 && !isType(1) ? 1 : 0;
  let at = whole
    ? tokens.findLastIndex((_, index) => index > start && isType(index))
    : tokens.findIndex((_, index) => index > start && isType(index));
  if (at < 0) return undefined;
  while (isType(at + 1)) at++;
  const type = types.get(tokens[at] ?? '')?.concept ?? '';
  const after = directionalAfter(tokens, at + 1);
  const before = start === 1 ? directionalAt(tokens, 0) : undefined;
  const rest = tokens.slice(at + 1 + (after === undefined ? 0 : 1));
  const trailing = rest.length === 1 && QUALIFIERS.has(rest[0] ?? '');
  if (trailing)
    return {
      name: [...rest, ...tokens.slice(start, at)],
      type,
      ...pointing(before, after),
      rest: [],
      ended: true,
    };
  return { name: tokens.slice(start, at), type, ...pointing(before, after), rest, ended: true };
}

/** `bahnhofstrasse`, `am kattenburgerplein`: the last word carries its type. */
function compound(tokens: readonly string[], { compounds }: Dictionary): Street | undefined {
  for (const [at, token] of tokens.entries()) {
    const found = compounds.find(
      ([ending]) => token.endsWith(ending) && token.length >= ending.length + 3,
    );
    if (found === undefined) continue;
    const [ending, type] = found;
    return {
      name: [...tokens.slice(0, at), token.slice(0, -ending.length)],
      type,
      rest: tokens.slice(at + 1),
      ended: true,
    };
  }
  return undefined;
}

function untyped(tokens: readonly string[], whole: boolean): Street {
  const before = tokens.length > 1 ? directionalAt(tokens, 0) : undefined;
  const name = before === undefined ? tokens : tokens.slice(1);
  const after = name.length > 1 && whole ? directionalAt(name, name.length - 1) : undefined;
  return {
    name: after === undefined ? name : name.slice(0, -1),
    ...pointing(before, after),
    rest: [],
    ended: whole,
  };
}

function pointing(before: string | undefined, after: string | undefined): { directional?: string } {
  if (before === undefined && after === undefined) return {};
  return { directional: [before, after].filter((point) => point !== undefined).join('-') };
}

function directionalAt(tokens: readonly string[], at: number): string | undefined {
  const token = tokens[at] ?? '';
  return Object.hasOwn(DIRECTIONALS, token) ? DIRECTIONALS[token] : undefined;
}

/** After the type a spelled-out point may begin the city's name: North Little Rock. */
function directionalAfter(tokens: readonly string[], at: number): string | undefined {
  const point = directionalAt(tokens, at);
  return (tokens[at] ?? '').length <= 2 || at === tokens.length - 1 || (tokens[at] ?? '').length > 5
    ? point
    : undefined;
}
