import { IDENTIFIER_KINDS, MINUTE, type Instant, type MaskedValue } from '@doubletake/scoring';
import { z } from 'zod';
import { refuse, type Answer } from '../answer.ts';
import type { Asked, SignedIn } from '../asked.ts';
import { audited } from './audited.ts';
import type { Grant } from './grant.ts';

type Kind = MaskedValue['kind'];

/** How long a revealed value is shown. */
const SHOWN_FOR: number = 5 * MINUTE;

/** Grants a session remembers at most; the oldest go first. */
const GRANTS = 24;

/** Why somebody looks: codes of the audit trail, with what the form says. */
export const REVEAL_REASONS: Readonly<Record<string, string>> = {
  compare_pair: 'to compare the pair',
  contact_customer: 'to reach the customer',
  confirm_identity: 'to confirm who they are',
  legal_request: 'an authority asks',
  check_masking: 'the masked value is not enough to decide',
};

/** What a reveal form says. */
export interface Wish {
  readonly kind: Kind | 'all';
  readonly reason: string;
}

const KIND_FIELD = z.enum(['all', ...IDENTIFIER_KINDS], 'Choose what to reveal.');

export const REVEAL_FORM: z.ZodType<Wish> = z.object({
  kind: KIND_FIELD,
  reason: z
    .string('Choose a reason.')
    .refine((reason) => Object.hasOwn(REVEAL_REASONS, reason), 'Choose a reason.'),
});

/** Until when this session may see an account's values of a kind; undefined when it may not. */
export function revealedUntil(
  { session, at }: Pick<Asked, 'session' | 'at'>,
  accountId: string,
  kind: Kind,
): Instant | undefined {
  const untils = (session.revealed ?? [])
    .filter((grant) => grant.accountId === accountId && grant.until > at)
    .flatMap((grant) => (grant.kind === 'all' || grant.kind === kind ? [grant.until] : []));
  return untils.length === 0 ? undefined : Math.max(...untils);
}

interface Reveal extends Wish {
  readonly accountIds: readonly string[];
  /** The case it is about, where it is about one. */
  readonly caseId?: string;
  /** Where the values are then seen. */
  readonly back: string;
}

/** Lets this session see values for five minutes: counted, written down, and only then granted. */
export async function reveal(asked: SignedIn, wish: Reveal): Promise<Answer> {
  const { house, user, at, session } = asked;
  const { accountIds, kind, reason, caseId, back } = wish;
  const wait = await house.revealLimit(user.userId);
  if (wait !== undefined) {
    house.log('reveal.limited', { userId: user.userId });
    const refused = refuse(429, 'You have revealed much in a short time. Wait a little.');
    return { ...refused, headers: { 'retry-after': String(wait) } };
  }
  const details = { kind, reason, ...(caseId === undefined ? {} : { case: caseId }) };
  // INVARIANT: nothing is granted before every entry is in the trail; a trail that is down ends the request here.
  for (const accountId of accountIds)
    await audited(asked, { action: 'account.reveal', subject: `account:${accountId}`, details });
  const until = at + SHOWN_FOR;
  const before = (session.revealed ?? []).filter((grant) => grant.until > at);
  const granted = accountIds.map((accountId): Grant => ({ accountId, kind, until }));
  const revealed = [...before, ...granted].slice(-GRANTS);
  const notice = 'Shown for five minutes, and written down in the audit trail.';
  return { redirect: back, session: { keep: { revealed, notice } } };
}
