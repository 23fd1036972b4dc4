import { addNote } from '../handlers/cases/add-note.ts';
import { approvals } from '../handlers/cases/approvals.ts';
import { approveCase } from '../handlers/cases/approve-case.ts';
import { casePage } from '../handlers/cases/case-page.ts';
import { claimCase } from '../handlers/cases/claim-case.ts';
import { claimNext } from '../handlers/cases/claim-next.ts';
import { decideCase } from '../handlers/cases/decide-case.ts';
import { escalateCase } from '../handlers/cases/escalate-case.ts';
import { goToId } from '../handlers/cases/go-to-id.ts';
import { handOver } from '../handlers/cases/hand-over.ts';
import { here } from '../handlers/cases/here.ts';
import { queue } from '../handlers/cases/queue.ts';
import { releaseCase } from '../handlers/cases/release-case.ts';
import { reopenCase } from '../handlers/cases/reopen-case.ts';
import { resumeCase } from '../handlers/cases/resume-case.ts';
import { skipCase } from '../handlers/cases/skip-case.ts';
import { snoozeCase } from '../handlers/cases/snooze-case.ts';
import { takeOver } from '../handlers/cases/take-over.ts';
import { undoDecision } from '../handlers/cases/undo-decision.ts';
import { get, post, type Route } from './route.ts';

/** Working the queue, and one case. */
export const CASE_ROUTES: readonly Route[] = [
  { ...get('/queue', 'cases.read'), handler: queue },
  { ...post('/queue/next', 'cases.decide'), handler: claimNext },
  { ...get('/go', 'cases.read'), handler: goToId },
  { ...get('/cases/:caseId', 'cases.read'), handler: casePage },
  { ...post('/cases/:caseId/decide', 'cases.decide'), handler: decideCase },
  { ...post('/cases/:caseId/undo', 'cases.decide'), handler: undoDecision },
  { ...post('/cases/:caseId/claim', 'cases.decide'), handler: claimCase },
  { ...post('/cases/:caseId/release', 'cases.decide'), handler: releaseCase },
  { ...post('/cases/:caseId/hand-over', 'cases.decide'), handler: handOver },
  { ...post('/cases/:caseId/skip', 'cases.decide'), handler: skipCase },
  { ...post('/cases/:caseId/escalate', 'cases.decide'), handler: escalateCase },
  { ...post('/cases/:caseId/snooze', 'cases.decide'), handler: snoozeCase },
  { ...post('/cases/:caseId/resume', 'cases.decide'), handler: resumeCase },
  { ...get('/approvals', 'cases.approve'), handler: approvals },
  { ...post('/cases/:caseId/approval', 'cases.approve'), handler: approveCase },
  { ...post('/cases/:caseId/here', 'cases.read'), handler: here },
  { ...post('/cases/:caseId/reopen', 'cases.approve'), handler: reopenCase },
  { ...post('/cases/:caseId/take-over', 'cases.approve'), handler: takeOver },
  { ...post('/cases/:caseId/notes', 'cases.decide'), handler: addNote },
];
