import { LEASE, type Instant, type ReviewCase } from '@doubletake/scoring';
import { decidedBefore, hindrance, leaseInForce } from './hindrance.ts';
import type { Steps } from './step.ts';

/** Who has a case in hand. */
export const LEASING: Steps<'claim' | 'renew' | 'release' | 'hand_over' | 'take_over'> = {
  claim: (held, { by, at, leaseFor = LEASE }) =>
    hindrance(held, { by, at }) ?? { case: leased(held, { by, at, leaseFor }), details: {} },

  renew: (held, { leaseFor = LEASE, ...command }) =>
    hindrance(held, command) ?? { case: leased(held, { ...command, leaseFor }) },

  release: (held, command) => hindrance(held, command) ?? { case: unleased(held), details: {} },

  hand_over: (held, { to, ...command }) =>
    hindrance(held, command) ?? {
      case: {
        ...unleased(held),
        assignee: to,
        skippedBy: held.skippedBy.filter((person) => person !== to),
      },
      details: { to },
    },

  take_over: (held, { by, at, reason, leaseFor = LEASE }) => {
    const from = leaseInForce(held, at)?.by;
    return (
      decidedBefore(held, by) ?? {
        case: leased(from === by ? held : unleased(held), { by, at, leaseFor }),
        details: { reason, ...(from === undefined ? {} : { from }) },
      }
    );
  },
};

interface Term {
  readonly by: string;
  readonly at: Instant;
  readonly leaseFor: number;
}

/** The case in a person's hands. Whoever has it keeps the token; everybody else gets the next one. */
function leased(held: ReviewCase, { by, at, leaseFor }: Term): ReviewCase {
  const mine = leaseInForce(held, at);
  if (mine?.by === by)
    return { ...held, lease: { ...mine, until: Math.max(mine.until, at + leaseFor) } };
  const token = held.leases + 1;
  return { ...held, leases: token, lease: { by, token, until: at + leaseFor } };
}

/** The case in nobody's hands. */
export function unleased(held: ReviewCase): ReviewCase {
  const { lease: _, ...rest } = held;
  return rest;
}
