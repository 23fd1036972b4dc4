import { bulkPage, linkedPage } from '../handlers/bulk/bulk-page.ts';
import { bulkResult } from '../handlers/bulk/bulk-result.ts';
import { decideBulk } from '../handlers/bulk/decide-bulk.ts';
import { undoBulk } from '../handlers/bulk/undo-bulk.ts';
import { get, post, type Route } from './route.ts';

/** Deciding many cases at once. */
export const BULK_ROUTES: readonly Route[] = [
  /** Changes nothing: a form that is too long for an address. */
  { ...post('/bulk', 'cases.decide'), handler: bulkPage },
  { ...get('/bulk', 'cases.decide'), handler: linkedPage },
  { ...post('/bulk/decide', 'cases.decide'), handler: decideBulk },
  { ...get('/bulk/:commandId', 'cases.decide'), handler: bulkResult },
  { ...post('/bulk/:commandId/undo', 'cases.decide'), handler: undoBulk },
];
