import { isStorable } from '@doubletake/ledger';
import { isOwnId, LATEST, type Instant } from '@doubletake/scoring';

/** As long as the id of an event may be. */
const LONGEST_TRIGGER = 200;

/** @throws RangeError when a trigger or an instant is none: that is a mistake in the calling program. */
export function checkRequest({ trigger, at }: { trigger: string; at: Instant }): void {
  if (trigger.length > LONGEST_TRIGGER || !isStorable(trigger))
    throw new RangeError(
      `a trigger is an id of at most ${LONGEST_TRIGGER} characters, without NUL or half a character`,
    );
  if (isOwnId(trigger))
    throw new RangeError(
      `\`${trigger}\` is a trigger of ours: a screening that answered it would stand for another`,
    );
  checkTime(at);
}

/**
 * An instant, or how long something lasts.
 * @throws RangeError when it is not whole: a ledger that kept it could not do what it was kept for.
 */
export function checkTime(time: Instant): void {
  if (!Number.isSafeInteger(time) || time < 0 || time > LATEST)
    throw new RangeError(
      `\`${time}\` is not a whole number of milliseconds, since 1970 or to last`,
    );
}
