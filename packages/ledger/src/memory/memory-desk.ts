import type { CaseAnswer, CaseCommand, ReviewCase, ReviewDesk } from '@doubletake/scoring';
import { aboutNow } from '../desk/about-now.ts';
import { answerOf, noteWith } from '../desk/answer.ts';
import { auditEntry, lapseEntry } from '../desk/audit-entry.ts';
import { checkNote } from '../desk/note.ts';
import { COUNT_CAP } from '../desk/queue-bounds.ts';
import { lapsed, wakeAt } from '../desk/lapse.ts';
import type { Stepped } from '../desk/step.ts';
import { takeStep } from '../desk/take-step.ts';
import type { CaseBook } from './case-book.ts';
import { passes } from './case-filter.ts';
import { memoryLinks } from './case-links.ts';
import { memoryStatistics } from './case-counts.ts';
import { casePage, nextCase } from './case-pages.ts';
import { compareText } from '../compare-text.ts';
import { agreement, inTime, ruleLabels } from './label-counts.ts';
import type { Entities } from './entities.ts';
import { restateCase } from './restate-case.ts';
import type { MemoryAuditTrail } from './memory-audit-trail.ts';
import type { MemoryNotes } from './memory-notes.ts';

/** What a desk in memory is made of. */
export interface DeskParts {
  readonly entities: Entities;
  readonly cases: CaseBook;
  readonly notes: MemoryNotes;
  readonly audit: MemoryAuditTrail;
}

/** The reference model of the desk. */
export function memoryDesk({ entities, cases, notes, audit }: DeskParts): ReviewDesk {
  const step = (command: CaseCommand): Stepped => {
    const held = cases.find(command.caseId);
    const given = 'commandId' in command ? cases.conclusion(command.commandId) : undefined;
    const taken = takeStep(held, command, given);
    const again = typeof taken === 'object' && command.do === 'reopen';
    return again && cases.openOn(taken.case.rewardId) !== undefined ? 'case_open_elsewhere' : taken;
  };
  const act = (command: CaseCommand): CaseAnswer => {
    const held = cases.find(command.caseId);
    const taken = step(command);
    if (typeof taken === 'object') {
      const note = noteWith(command);
      if (note !== undefined) checkNote(note);
      if (taken.details !== undefined) audit.add(auditEntry(command, taken.details));
      if (note !== undefined) notes.add(note);
      cases.keep(taken);
      // It was told nothing while it was closed.
      if (command.do === 'reopen') restateCase({ entities, cases }, taken.case.rewardId);
    }
    const after = cases.find(command.caseId);
    return typeof taken !== 'object' || after === undefined
      ? answerOf(taken, held)
      : { ok: true, case: after };
  };
  return {
    ...memoryLinks(cases),
    ...memoryStatistics(cases),
    note: notes.note,
    notes: notes.notes,
    act: async (command) => act(command),
    preview: async (command) => answerOf(step(command), cases.find(command.caseId)),
    find: async (caseId) => cases.find(caseId),
    page: async (request) => casePage(cases.all(), request),
    counts: async (filters) =>
      filters.map((filter) => {
        const count = cases.all().filter(passes(filter)).length;
        return { count: Math.min(count, COUNT_CAP), orMore: count > COUNT_CAP };
      }),
    claimNext: async (wish) => {
      const next = nextCase(cases.all(), wish);
      if (next === undefined) return undefined;
      const { filter: _, ...term } = wish;
      const claimed = act({ do: 'claim', caseId: next.caseId, ...term });
      return claimed.ok ? claimed.case : undefined;
    },
    lapse: async (at, limit) =>
      cases
        .all()
        .filter((held) => (wakeAt(held) ?? Infinity) <= at)
        .toSorted(byWaking)
        .slice(0, limit)
        .flatMap((held) => {
          const taken = lapsed(held, at);
          if (taken === undefined) return [];
          audit.add(lapseEntry(taken, at));
          cases.keep(taken);
          return taken.case;
        }),
    settled: async (limit) =>
      cases
        .all()
        .flatMap(({ state, conclusion }) => (state === 'final' ? (conclusion ?? []) : []))
        .toSorted((a, b) => (a.finalAt ?? 0) - (b.finalAt ?? 0) || compareText(a.caseId, b.caseId))
        .slice(0, limit)
        .map((each) => aboutNow(each, entities.nameOf)),
    conclusions: async (caseId) =>
      cases
        .conclusions()
        .filter((each) => each.caseId === caseId)
        .toSorted(inTime),
    ruleLabels: async (period) => ruleLabels(cases.conclusions(), period),
    agreement: async (period) => agreement(cases.conclusions(), period),
  };
}

const byWaking = (a: ReviewCase, b: ReviewCase): number =>
  (wakeAt(a) ?? 0) - (wakeAt(b) ?? 0) || compareText(a.caseId, b.caseId);
