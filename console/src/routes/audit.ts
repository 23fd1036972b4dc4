import { audit } from '../handlers/audit/audit.ts';
import { auditHead } from '../handlers/audit/audit-head.ts';
import { exportAudit } from '../handlers/audit/export-audit.ts';
import { verifyAudit } from '../handlers/audit/verify-audit.ts';
import { exportQueue } from '../handlers/cases/export-queue.ts';
import { get, post, type Route } from './route.ts';

/** Who did what, and what leaves the house as a file. */
export const AUDIT_ROUTES: readonly Route[] = [
  { ...get('/audit', 'audit.read'), handler: audit },
  { ...get('/audit/head', 'audit.read'), handler: auditHead },
  { ...get('/audit/export', 'audit.read'), handler: exportAudit },
  { ...post('/audit/verify', 'audit.read'), handler: verifyAudit },
  { ...get('/queue/export', 'cases.export'), handler: exportQueue },
];
