import {
  CASE_SORTS,
  CASE_STATES,
  type CaseFilter,
  type CasePageRequest,
  type Policy,
} from '@doubletake/scoring';
import type { SignedIn } from './asked.ts';
import type { Choice } from './shown.ts';
import { SAVED_VIEWS, type NamedFilter } from './saved-views.ts';
import { CASE_STATE_WORDS } from './show/case-state.ts';
import { minorUnits } from './show/money.ts';
import { reasonWords } from './show/reason.ts';

type Query = SignedIn['query'];

/** Fields of the filter form, in the order of the page; the address carries them. */
export const FILTER_FIELDS: readonly string[] = [
  'state',
  'programme',
  'reason',
  'rule',
  'score',
  'amount',
  'currency',
  'id',
];

/** What an address asks of the queue, place apart, always in one order: two addresses that ask the same are the same. */
export function searchOf(query: Query): string {
  const plain: Readonly<Record<string, string>> = { view: 'all', sort: 'due' };
  const fields = ['view', ...FILTER_FIELDS, 'sort'].flatMap((name) => {
    const value = query[name]?.trim() ?? '';
    return value === '' || value === plain[name] ? [] : [[name, value] as [string, string]];
  });
  return new URLSearchParams(fields).toString();
}

/** What a view keeps of a query: not whom somebody looked for, who may ask to be forgotten. */
export const keptSearchOf = (query: Query): string => searchOf({ ...query, id: '' });

/** What such a text asks. */
export function queryOf(search: string): Query {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Whom a queue is filtered for, and when. */
type For = Parameters<NamedFilter['filter']>[0];

/** Which cases a query asks for: those of its view, narrowed by its fields. */
export function filterOf(query: Query, reader: For): CaseFilter {
  return { ...viewOf(query).filter(reader), ...typedFilter(query) };
}

/** The view that the address names; everything when it names none. */
export function viewOf(query: Query): NamedFilter {
  const [all] = SAVED_VIEWS;
  const found = SAVED_VIEWS.find(({ id }) => id === query['view']) ?? all;
  if (found === undefined) throw new Error('there are no views');
  return found;
}

/** What the address asks for. What makes no sense in it is left out. */
export function pageRequest({ query, user, at }: SignedIn): CasePageRequest {
  const [sort = 'due', direction] = (query['sort'] ?? 'due').split('-');
  const { after, before } = query;
  return {
    filter: filterOf(query, { userId: user.userId, at }),
    sort: CASE_SORTS.find((each) => each === sort) ?? 'due',
    descending: direction === 'down',
    ...(after === undefined ? {} : { after }),
    ...(before === undefined ? {} : { before }),
  };
}

function typedFilter(query: Query): CaseFilter {
  const state = CASE_STATES.find((each) => each === query['state']);
  const score = numberIn(query['score']);
  const amount = numberIn(query['amount']);
  const currency = currencyIn(query['currency']);
  const { programme, reason, rule } = query;
  const id = query['id']?.trim();
  return {
    ...(state === undefined ? {} : { states: [state] }),
    ...(programme ? { programmeId: programme } : {}),
    ...(reason ? { reason } : {}),
    ...(rule ? { rule } : {}),
    ...(currency === undefined ? {} : { currency }),
    ...(score === undefined ? {} : { scoreFrom: score }),
    ...(amount === undefined ? {} : { minorFrom: minorUnits(amount, currency) }),
    ...(id ? { id, states: state === undefined ? CASE_STATES : [state] } : {}),
  };
}

function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}(\.\d{1,2})?$/.test(text.trim()) ? Number(text) : undefined;
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

function currencyIn(text: string | undefined): string | undefined {
  const code = text?.trim().toUpperCase() ?? '';
  return CURRENCIES.has(code) ? code : undefined;
}

/** The drop-downs of the filter form. */
export function filterChoices(
  query: Query,
  { programmes, reasons, book }: Pick<Policy, 'programmes' | 'reasons' | 'book'>,
): readonly Choice[] {
  const any = { value: '', label: 'any' };
  const states = CASE_STATES.map((value) => ({ value, label: CASE_STATE_WORDS[value].text }));
  const schemes = [...programmes].map(([value, { name }]) => ({ value, label: name }));
  const codes = Object.keys(reasons)
    .filter((code) => !code.startsWith('REVIEWED_'))
    .map((value) => ({ value, label: reasonWords(value) }));
  const holding = book.rules
    .flatMap(({ id, rule }) => (rule.event.type === 'hold' ? [id] : []))
    .toSorted()
    .map((value) => ({ value, label: value }));
  const selected = (name: string): string => query[name] ?? '';
  return [
    {
      name: 'state',
      label: 'State',
      options: [{ value: '', label: 'as the view says' }, ...states],
      selected: selected('state'),
    },
    {
      name: 'programme',
      label: 'Programme',
      options: [any, ...schemes],
      selected: selected('programme'),
    },
    { name: 'reason', label: 'Reason', options: [any, ...codes], selected: selected('reason') },
    { name: 'rule', label: 'Rule', options: [any, ...holding], selected: selected('rule') },
    { name: 'sort', label: 'First', options: SORTS, selected: query['sort'] ?? 'due' },
  ];
}

const SORTS: Choice['options'] = [
  { value: 'due', label: 'due soonest' },
  { value: 'score-down', label: 'highest score' },
  { value: 'amount-down', label: 'largest reward' },
  { value: 'opened', label: 'oldest' },
  { value: 'opened-down', label: 'newest' },
];

/** The address of this queue with other fields; an empty one is left out. */
export function queueHref(
  query: Query,
  change: Readonly<Record<string, string | undefined>>,
): string {
  const { after: _, before: __, ...kept } = query;
  const fields = Object.entries({ ...kept, ...change }).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value] as [string, string]],
  );
  const search = new URLSearchParams(fields).toString();
  return search === '' ? '/queue' : `/queue?${search}`;
}
