import { ADMINISTRATION_ROUTES } from './routes/administration.ts';
import { ACCOUNT_ROUTES } from './routes/accounts.ts';
import { AUDIT_ROUTES } from './routes/audit.ts';
import { BULK_ROUTES } from './routes/bulk.ts';
import { CASE_ROUTES } from './routes/cases.ts';
import { DOOR_ROUTES } from './routes/doors.ts';
import { ME_ROUTES } from './routes/me.ts';
import { OPEN_ROUTES } from './routes/open.ts';
import type { Route } from './routes/route.ts';
import { RULE_ROUTES } from './routes/rules.ts';
import { SAMPLE_ROUTES } from './routes/samples.ts';
import { STATISTICS_ROUTES } from './routes/statistics.ts';
import { USER_ROUTES } from './routes/users.ts';
import { VIEW_ROUTES } from './routes/views.ts';

/** Everything this console answers to. What is not here does not exist; who may use it is in `permissions.ts`. */
export const ROUTES: readonly Route[] = [
  ...OPEN_ROUTES,
  ...DOOR_ROUTES,
  ...ME_ROUTES,
  ...CASE_ROUTES,
  ...ACCOUNT_ROUTES,
  ...BULK_ROUTES,
  ...VIEW_ROUTES,
  ...SAMPLE_ROUTES,
  ...RULE_ROUTES,
  ...AUDIT_ROUTES,
  ...STATISTICS_ROUTES,
  ...USER_ROUTES,
  ...ADMINISTRATION_ROUTES,
];
