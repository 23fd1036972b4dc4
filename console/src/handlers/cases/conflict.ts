import type { CaseAnswer } from '@doubletake/scoring';
import { page, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { CASE_REFUSAL_TEXTS } from '../../case-refusals.ts';
import { namesOf } from '../../show/names.ts';
import { reasonWords } from '../../show/reason.ts';
import { shownTime } from '../../show/time.ts';

type Facts = readonly { readonly name: string; readonly value: string }[];

/** Says that the case has changed, and shows what stands now beside what was about to be sent. */
export async function conflict(
  asked: SignedIn,
  answer: Extract<CaseAnswer, { readonly ok: false }>,
  yours: Facts,
): Promise<Answer> {
  const { refusal, case: held } = answer;
  if (held === undefined) return refuse(409, CASE_REFUSAL_TEXTS[refusal]);
  const { zone } = asked.user.settings;
  const names = await namesOf(asked.house);
  const { conclusion, lease } = held;
  const theirs: Facts =
    conclusion === undefined
      ? lease === undefined
        ? []
        : [
            { name: 'In hand', value: names(lease.by) },
            { name: 'Until', value: shownTime(lease.until, zone).text },
          ]
      : [
          { name: 'Decided by', value: names(conclusion.by) },
          { name: 'At', value: shownTime(conclusion.at, zone).text },
          { name: 'Decision', value: conclusion.outcome ?? 'none' },
          { name: 'Reason', value: reasonWords(conclusion.reason ?? 'none') },
          { name: 'Label', value: conclusion.label },
        ];
  const model = {
    title: refusal === 'decided_by_other' ? 'Somebody was faster' : 'That cannot be done now',
    text: CASE_REFUSAL_TEXTS[refusal],
    caseId: held.caseId,
    theirs,
    yours,
  };
  return page('case-conflict', model, 409);
}
