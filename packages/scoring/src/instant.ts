/** A point in time: epoch milliseconds, UTC. */
export type Instant = number;

/** Milliseconds in a minute, an hour and a day, for windows written in those units. */
export const MINUTE = 60_000;
export const HOUR: number = 60 * MINUTE;
export const DAY: number = 24 * HOUR;
