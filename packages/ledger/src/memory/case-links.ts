import type { CaseCount, CaseLinks, ReviewCase } from '@doubletake/scoring';
import { compareText } from '../compare-text.ts';
import { accountsOf } from '../desk/accounts-of.ts';
import { COUNT_CAP } from '../desk/queue-bounds.ts';
import type { CaseBook } from './case-book.ts';

/** Cases around a case: the reference model. */
export function memoryLinks(cases: CaseBook): CaseLinks {
  return {
    linked: async (caseId, limit) => {
      const held = cases.find(caseId);
      if (held === undefined) return [];
      const isLinked = linkedTo(held);
      return cases.all().filter(isLinked).toSorted(openFirst).slice(0, limit);
    },
    similar: async (caseId, limit) => {
      const held = cases.find(caseId);
      if (held === undefined) return undefined;
      const like = cases.all().filter((other) => isLike(held, other));
      const released = like.filter(({ outcome }) => outcome === 'release');
      const blocked = like.filter(({ outcome }) => outcome === 'block');
      const latest = [...released, ...blocked].toSorted(lastClosed).slice(0, limit);
      return { released: counted(released), blocked: counted(blocked), latest };
    },
  };
}

function linkedTo(held: ReviewCase): (other: ReviewCase) => boolean {
  const accounts = new Set(accountsOf(held));
  return (other) =>
    other.caseId !== held.caseId &&
    (accountsOf(other).some((id) => accounts.has(id)) ||
      (held.orderId !== undefined && other.orderId === held.orderId));
}

function isLike(held: ReviewCase, other: ReviewCase): boolean {
  const sameRules = JSON.stringify(other.rules) === JSON.stringify(held.rules);
  const elsewhere = other.caseId !== held.caseId && other.programmeId === held.programmeId;
  return elsewhere && sameRules && other.state === 'closed';
}

const openFirst = (a: ReviewCase, b: ReviewCase): number =>
  Number(a.state === 'closed') - Number(b.state === 'closed') ||
  b.openedAt - a.openedAt ||
  compareText(a.caseId, b.caseId);

const lastClosed = (a: ReviewCase, b: ReviewCase): number =>
  (b.closedAt ?? 0) - (a.closedAt ?? 0) || compareText(a.caseId, b.caseId);

const counted = ({ length }: readonly ReviewCase[]): CaseCount => ({
  count: Math.min(length, COUNT_CAP),
  orMore: length > COUNT_CAP,
});
