import { parseInstant, printInstant } from '../../instant.ts';
import type { Instant } from '../../instant.ts';
import { quoted } from '../reading.ts';
import type { Codec } from './codec.ts';
import { describe } from './codec.ts';

/**
 * ISO 8601 UTC outside, epoch milliseconds inside. Nothing a programme is told of happened before 1970: what lies there is how
 * some languages write that there is no date.
 */
export const instant: Codec<Instant> = {
  read: (value, reading) => {
    const read = typeof value === 'string' ? parseInstant(value) : undefined;
    if (read !== undefined && read >= 0) return read;
    const { kind, text } = describe(value);
    const told = text === undefined ? kind : `\`${quoted(text)}\``;
    return reading.refuse({
      code: 'event_bad_instant',
      message:
        read === undefined
          ? `${told} is no instant, write it in UTC as \`2025-01-31T12:00:00Z\``
          : `${told} lies before 1970, leave out what is not known`,
      ...(text === undefined ? {} : { text }),
    });
  },
  write: printInstant,
};
