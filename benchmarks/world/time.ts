/** Milliseconds since 1970, UTC. */
export type Instant = number;

export const MINUTE = 60_000;
export const HOUR: number = 60 * MINUTE;
export const DAY: number = 24 * HOUR;

/** The instant as events write it. */
export const written = (at: Instant): string => new Date(at).toISOString();

/** `YYYY-MM-DD`. */
export const writtenDay = (at: Instant): string => written(at).slice(0, 10);
