/** For a store that is not asked how soon it answers: on a busy machine it is to be slow, not to be given up. */
export const PATIENT = { timeout: 20_000, connectTimeout: 20_000 } as const;
