import type { Io, Output } from './io.ts';

/** The few colours in use, by what they mean: the codes that begin and end them (ECMA-48, SGR). */
const STYLES = {
  good: [32, 39],
  warn: [33, 39],
  bad: [31, 39],
  strong: [1, 22],
  quiet: [2, 22],
} as const;

/** Colours a text, or leaves it as it is. */
export type Paint = Readonly<Record<keyof typeof STYLES, (text: string) => string>>;

/** Colours for an output: only on a terminal, and never where `NO_COLOR` is set (no-color.org) or `TERM` is `dumb`. */
export function paintFor(output: Output, { env }: Pick<Io, 'env'>): Paint {
  const plain = !output.isTerminal || (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  const painter = (style: keyof typeof STYLES) => {
    const [begin, end] = STYLES[style];
    return (text: string): string => (plain ? text : `\u001B[${begin}m${text}\u001B[${end}m`);
  };
  return {
    good: painter('good'),
    warn: painter('warn'),
    bad: painter('bad'),
    strong: painter('strong'),
    quiet: painter('quiet'),
  };
}
