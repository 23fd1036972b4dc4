import { safePath } from '../../access/safe-path.ts';
import { goTo, page, type Answer } from '../../answer.ts';
import type { Asked } from '../../asked.ts';

/** The page to sign in on. */
export function signInForm(asked: Asked): Answer {
  const next = safePath(asked.query['next']);
  return asked.user === undefined ? signInPage(asked, { next }) : goTo(next);
}

interface Shown {
  readonly next: string;
  readonly name?: string;
  readonly problem?: string;
  readonly status?: number;
}

/** The sign-in page with what was typed and what was wrong with it. */
export function signInPage({ house }: Asked, shown: Shown): Answer {
  const { next, name = '', problem, status } = shown;
  const { singleSignOn } = house;
  const passwords = singleSignOn?.only !== true;
  const model = {
    title: 'Sign in',
    name,
    next,
    problem,
    passwords,
    singleSignOn: singleSignOn?.label,
  };
  return page('sign-in', model, status);
}
