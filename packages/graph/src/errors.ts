/** Everything a graph can refuse or fail with. A closed list: README and types are held equal by a test. */
export const GRAPH_ERROR_CODES = [
  'graph_bad_account',
  'graph_bad_token',
  'graph_bad_instant',
  'graph_bad_option',
  'graph_unavailable',
  'graph_timeout',
  'graph_full',
  'graph_refused',
  'graph_evicts',
  'graph_of_another_ledger',
  'graph_emptied',
  'graph_behind',
  'graph_contended',
] as const;

/** One of the codes. */
export type GraphErrorCode = (typeof GRAPH_ERROR_CODES)[number];

/** A graph that was asked something unreadable, or whose store failed. */
export class GraphError extends Error {
  readonly code: GraphErrorCode;

  constructor(code: GraphErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'GraphError';
    this.code = code;
  }
}

/** The answer to who asks for more of the ledger than a graph shows yet. */
export function graphBehind(): GraphError {
  return new GraphError(
    'graph_behind',
    'the graph does not show all of the ledger that was asked for: project what comes after its cursor',
  );
}
