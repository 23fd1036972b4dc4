import { refuseKind } from './codec.ts';
import type { Codec } from './codec.ts';

/** A number for which `test` holds, `called` so in messages. */
const number = (called: string, test: (value: number) => boolean): Codec<number> => ({
  read: (value, reading) => {
    if (typeof value !== 'number') return refuseKind(value, called, reading);
    // adding zero turns JSON's `-0` into the zero it is printed as
    if (test(value)) return value + 0;
    return reading.refuse({
      code: 'event_bad_value',
      message: `\`${value}\` is not ${called}`,
      text: String(value),
    });
  },
  write: (value) => value,
});

/** A count of smallest units: whole, not negative, exact in a double. */
export const whole: Codec<number> = number(
  'a whole number from 0',
  (value) => Number.isSafeInteger(value) && value >= 0,
);

/** A probability-like score. */
export const share: Codec<number> = number(
  'a number from 0 to 1',
  (value) => value >= 0 && value <= 1,
);

/** A yes or no the caller knows. */
export const flag: Codec<boolean> = {
  read: (value, reading) =>
    typeof value === 'boolean' ? value : refuseKind(value, '`true` or `false`', reading),
  write: (value) => value,
};
