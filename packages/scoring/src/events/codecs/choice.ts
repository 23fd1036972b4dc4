import { closestName } from '@doubletake/rules';
import type { ScoringErrorCode } from '../../errors.ts';
import { quoted } from '../reading.ts';
import { refuseKind } from './codec.ts';
import type { Codec } from './codec.ts';

/** One of a closed list of words, `called` so in messages; any other is refused with `code`. */
export const choice = <const Word extends string>(
  called: string,
  words: readonly Word[],
  code: ScoringErrorCode = 'event_bad_value',
): Codec<Word> => ({
  read: (value, reading) => {
    if (typeof value !== 'string') return refuseKind(value, 'a text', reading);
    const word = words.find((known) => known === value);
    if (word !== undefined) return word;
    const hint = closestName(value, words);
    const advice =
      hint === undefined
        ? `expected one of ${words.map((known) => `\`${known}\``).join(' ')}`
        : `did you mean \`${hint}\`?`;
    return reading.refuse({
      code,
      message: `unknown ${called} \`${quoted(value)}\`, ${advice}`,
      text: value,
      ...(hint === undefined ? {} : { hint }),
    });
  },
  write: (word) => word,
});
