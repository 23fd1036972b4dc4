import type { Views } from '../../console/src/views.ts';
import { ACCESS_VIEW_MODELS } from './view-models/access.ts';
import { ACCOUNT_VIEW_MODELS } from './view-models/accounts.ts';
import { ADMINISTRATION_VIEW_MODELS } from './view-models/administration.ts';
import { AUDIT_VIEW_MODELS } from './view-models/audit.ts';
import { BULK_VIEW_MODELS } from './view-models/bulk.ts';
import { CASE_VIEW_MODELS } from './view-models/cases.ts';
import { RULE_VIEW_MODELS } from './view-models/rules.ts';
import { SECOND_LOOK_VIEW_MODELS } from './view-models/second-looks.ts';
import { STATISTICS_VIEW_MODELS } from './view-models/statistics.ts';

/** Models for every view, enough of them that every line of it is rendered. */
export const VIEW_MODELS: { readonly [Name in keyof Views]: readonly Views[Name][] } = {
  ...ACCESS_VIEW_MODELS,
  ...ACCOUNT_VIEW_MODELS,
  ...ADMINISTRATION_VIEW_MODELS,
  ...CASE_VIEW_MODELS,
  ...BULK_VIEW_MODELS,
  ...SECOND_LOOK_VIEW_MODELS,
  ...RULE_VIEW_MODELS,
  ...AUDIT_VIEW_MODELS,
  ...STATISTICS_VIEW_MODELS,
  error: [{ title: 'No', status: 404, text: 'Nothing here.', requestId: 'r1' }],
};
