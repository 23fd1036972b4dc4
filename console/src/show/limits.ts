import { LEASE, UNDO_WINDOW } from '@doubletake/scoring';
import { LEAST_PASSWORD } from '../access/password-problem.ts';
import { REPORT_LIMIT } from '../access/report-limit.ts';
import { SIGN_IN_LIMITS } from '../access/sign-in-limits.ts';
import { ABSOLUTE, IDLE } from '../middleware/session-store.ts';
import type { ShownTerm } from '../models/administration.ts';
import { shownSpan } from './span.ts';

interface Limit {
  readonly points: number;
  /** Seconds. */
  readonly duration: number;
}

interface ShownLimits {
  readonly title: string;
  readonly rows: readonly ShownTerm[];
}

/** The limits of the console itself, from the values that are in force. */
export function consoleLimits(): readonly ShownLimits[] {
  const { pair, address, everybody, code } = SIGN_IN_LIMITS;
  return [
    {
      title: 'Work',
      rows: [
        { name: 'A case stays in somebody’s hands', value: shownSpan(LEASE) },
        { name: 'A decision can be undone for', value: shownSpan(UNDO_WINDOW) },
      ],
    },
    {
      title: 'Sessions',
      rows: [
        { name: 'End without a request after', value: shownSpan(IDLE) },
        { name: 'End in any case after', value: shownSpan(ABSOLUTE) },
      ],
    },
    {
      title: 'Signing in',
      rows: [
        { name: 'Password, at least', value: `${LEAST_PASSWORD} characters` },
        { name: 'One name from one address', value: tries(pair) },
        { name: 'One address', value: tries(address) },
        { name: 'Everybody together', value: tries(everybody) },
        { name: 'Second factor', value: tries(code) },
      ],
    },
    {
      title: 'Reports of browsers',
      rows: [{ name: 'Of broken policy, one address', value: within(REPORT_LIMIT, 'reports') }],
    },
  ];
}

const tries = (limit: Limit) => within(limit, 'tries');
const within = ({ points, duration }: Limit, what: string): string =>
  `${points} ${what} in ${shownSpan(duration * 1000)}`;
