import type { CaseFilter, Instant } from '@doubletake/scoring';

/** A filter everybody has at hand. */
export interface NamedFilter {
  readonly id: string;
  readonly label: string;
  readonly filter: (reader: { readonly userId: string; readonly at: Instant }) => CaseFilter;
}

const HIGH_VALUE_MINOR = 2_500;

/** The views beside the queue; the keys 1 to 9 open them in this order. */
export const SAVED_VIEWS: readonly NamedFilter[] = [
  { id: 'all', label: 'Everything open', filter: () => ({}) },
  { id: 'mine', label: 'In my hands', filter: ({ userId }) => ({ leasedBy: userId }) },
  { id: 'given', label: 'Handed to me', filter: ({ userId }) => ({ assignee: userId }) },
  {
    id: 'late',
    label: 'Late',
    filter: ({ at }) => ({ dueTo: at, states: ['open', 'escalated', 'awaiting_second'] }),
  },
  { id: 'high', label: '25 and more', filter: () => ({ minorFrom: HIGH_VALUE_MINOR }) },
  { id: 'escalated', label: 'Escalated', filter: () => ({ states: ['escalated'] }) },
  { id: 'snoozed', label: 'Snoozed', filter: () => ({ states: ['snoozed'] }) },
];
