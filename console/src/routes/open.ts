import { cspReport } from '../handlers/csp-report.ts';
import { health } from '../handlers/health.ts';
import { get, post, type Route } from './route.ts';

/** What machines ask, before any session is read. */
export const OPEN_ROUTES: readonly Route[] = [
  { ...get('/healthz', 'open'), handler: health },
  { ...post('/csp-report', 'open'), handler: cspReport },
];
