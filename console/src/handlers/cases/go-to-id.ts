import { goTo, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { queueHref } from '../../queue-query.ts';
import { casePath } from './on-case.ts';

/** Where an id leads: to its case, or to the cases that it is part of. */
export async function goToId({ house, query }: SignedIn): Promise<Answer> {
  const id = (query['id'] ?? '').trim();
  if (id === '') return goTo('/queue');
  const held = await house.cases.desk.find(id);
  return goTo(held === undefined ? queueHref({}, { id }) : casePath(id));
}
