import { missing } from '../evidence/observation.ts';
import type { Signal } from './signal.ts';

/** Whether the referee's number is an internet one, or one no carrier has been given. */
export const voip: Signal = {
  name: 'voip',
  observe: ({ referee }) => {
    const phones = referee.identities.phone;
    if (phones.length === 0) return missing('no phone');
    const hollow = phones.some(({ value }) => value.voip || !value.valid);
    return { kind: 'table', level: hollow ? 'yes' : 'no' };
  },
};
