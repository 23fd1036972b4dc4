/** What an API key may be good for, and what that means. A closed list: a scope that is not here opens nothing. */
export const API_SCOPES = {
  'events:write': 'Record events',
  'rewards:screen': 'Ask whether a reward may be paid',
  'decisions:read': 'Read decisions',
  'cases:read': 'Read cases, and what people concluded',
} as const;

export type ApiScope = keyof typeof API_SCOPES;
