export { collectSnapshot, type CollectOptions } from './collect.ts';
export { COLLECTOR_ERROR_CODES, type CollectorErrorCode, type CollectorProblem } from './errors.ts';
export { KEPT_SOURCES } from './kept-sources.ts';
export type { Snapshot, SnapshotComponent } from './snapshot.ts';
