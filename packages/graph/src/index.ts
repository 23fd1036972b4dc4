export { GRAPH_ERROR_CODES, GraphError, type GraphErrorCode } from './errors.ts';
export { memoryIdentityGraph } from './memory-identity-graph.ts';
export type { RedisGraphOptions } from './redis/options.ts';
export { redisIdentityGraph } from './redis/redis-identity-graph.ts';
