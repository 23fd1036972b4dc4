import { memoryLedger } from '@doubletake/ledger';
import { auditTrailConformance } from './audit-trail.ts';
import { reviewDeskConformance } from './review-desk.ts';

reviewDeskConformance('in memory', memoryLedger);
auditTrailConformance('in memory', memoryLedger);
