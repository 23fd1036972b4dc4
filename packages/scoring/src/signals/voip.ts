import { missing } from '../evidence/observation.ts';
import type { Signal } from './signal.ts';

/**
 * Whether the referee's number is an internet one. A number no carrier was ever given is its own level: typing errors
 * and placeholder numbers are far more common than fraud among them.
 */
export const voip: Signal = {
  name: 'voip',
  observe: ({ referee }) => {
    const phones = referee.identities.phone;
    if (phones.length === 0) return missing('no phone');
    if (phones.some(({ value }) => value.voip)) return { kind: 'table', level: 'yes' };
    const assigned = phones.some(({ value }) => value.valid);
    return { kind: 'table', level: assigned ? 'no' : 'unassigned' };
  },
};
