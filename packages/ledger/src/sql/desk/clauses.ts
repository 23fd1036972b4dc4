import type { CaseFilter, CaseState } from '@doubletake/scoring';
import { CASE_STATES } from '@doubletake/scoring';
import { WORKABLE } from '../../desk/queue-bounds.ts';

/** The values of a statement that is put together, each behind its number. */
export class Values {
  readonly list: unknown[] = [];

  /** The placeholder of one more value. */
  add(value: unknown, type = 'text'): string {
    this.list.push(value);
    return `$${this.list.length}::${type}`;
  }
}

type FilterPart = Exclude<keyof CaseFilter, 'states'>;

type Clause<Part extends FilterPart> = (
  wanted: CaseFilter[Part] & ({} | null),
  values: Values,
) => string;

/** What each part of a filter says in SQL. Only placeholders and words of our own: no value is ever written in. */
const CLAUSES: { readonly [Part in FilterPart]: Clause<Part> } = {
  programmeId: (id, values) => `programme_id = ${values.add(id)}`,
  reason: (code, values) => `reasons @> array[${values.add(code)}]`,
  rule: (rule, values) => `rules @> array[${values.add(rule)}]`,
  currency: (code, values) => `currency = ${values.add(code)}`,
  minorFrom: (minor, values) => `minor >= ${values.add(minor, 'bigint')}`,
  minorTo: (minor, values) => `minor <= ${values.add(minor, 'bigint')}`,
  scoreFrom: (score, values) => `score >= ${values.add(score, 'double precision')}`,
  scoreTo: (score, values) => `score <= ${values.add(score, 'double precision')}`,
  openedFrom: (at, values) => `opened_at >= ${values.add(at, 'bigint')}`,
  openedTo: (at, values) => `opened_at <= ${values.add(at, 'bigint')}`,
  dueFrom: (at, values) => `due_at >= ${values.add(at, 'bigint')}`,
  dueTo: (at, values) => `due_at <= ${values.add(at, 'bigint')}`,
  assignee: (person, values) =>
    person === null ? 'assignee is null' : `assignee = ${values.add(person)}`,
  leasedBy: (person, values) => `leased_by = ${values.add(person)}`,
  id: (id, values) => {
    const wanted = values.add(id);
    const columns = ['case', 'reward', 'order', 'referrer', 'referee', 'beneficiary'];
    const found = columns.map((of) => `select case_id from cases where ${of}_id = ${wanted}`);
    return `case_id in (${found.join(' union ')})`;
  },
};

/** Everything a filter asks but the state, each to hold. */
export function clauses(filter: CaseFilter, values: Values): readonly string[] {
  return PARTS.flatMap((part) => clause(part, filter[part], values));
}

/** The states a filter asks for, each as a word of SQL. */
export function statesOf({ states = WORKABLE }: CaseFilter): readonly string[] {
  return CASE_STATES.filter((state: CaseState) => states.includes(state)).map(
    (state) => `'${state}'`,
  );
}

const PARTS = Object.keys(CLAUSES).filter((part): part is FilterPart => part in CLAUSES);

function clause<Part extends FilterPart>(
  part: Part,
  wanted: CaseFilter[Part],
  values: Values,
): readonly string[] {
  // INVARIANT: a part that says nothing asks nothing; null is a value.
  return wanted === undefined ? [] : [CLAUSES[part](wanted, values)];
}
