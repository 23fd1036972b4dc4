import fc from 'fast-check';

/**
 * On CI every property test draws the same cases each time, so that a change is judged by what it changed; everywhere
 * else each run draws new ones and prints the seed of what it finds.
 */
if (process.env['CI'] !== undefined) fc.configureGlobal({ seed: 20_261_121 });
