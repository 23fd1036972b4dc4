import { parseInstant, printInstant } from '../../instant.ts';
import type { Instant } from '../../instant.ts';
import { quoted } from '../reading.ts';
import type { Codec } from './codec.ts';
import { describe } from './codec.ts';

/** ISO 8601 UTC outside, epoch milliseconds inside. */
export const instant: Codec<Instant> = {
  read: (value, reading) => {
    const read = typeof value === 'string' ? parseInstant(value) : undefined;
    if (read !== undefined) return read;
    const { kind, text } = describe(value);
    return reading.refuse({
      code: 'event_bad_instant',
      message: `${text === undefined ? kind : `\`${quoted(text)}\``} is no instant, write it in UTC as \`2025-01-31T12:00:00Z\``,
      ...(text === undefined ? {} : { text }),
    });
  },
  write: printInstant,
};
