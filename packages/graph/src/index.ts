export { GRAPH_ERROR_CODES, GraphError, type GraphErrorCode } from './errors.ts';
export { memoryIdentityGraph } from './memory-identity-graph.ts';
