import { statistics } from '../handlers/statistics/statistics.ts';
import { get, type Route } from './route.ts';

/** What can be learned from the cases. */
export const STATISTICS_ROUTES: readonly Route[] = [
  { ...get('/statistics', 'statistics.read'), handler: statistics },
];
