import { isGuessable } from './guessable.ts';

/** Fewest characters of a password. */
export const LEAST_PASSWORD = 15;
const MOST = 256;
const FEWEST_DIFFERENT = 6;

/**
 * What is wrong with a password somebody chose; undefined when nothing is. Length, not composition (ASVS 5.0 §6.2):
 * at least 15 characters, not the name again, and nothing everybody thinks of who has to fill 15 (§6.2.4 asks for the
 * common ones that a policy lets through).
 */
export function passwordProblem(password: string, name: string): string | undefined {
  const characters = Array.from(password.normalize('NFKC'));
  if (characters.length < LEAST_PASSWORD)
    return `Use at least ${LEAST_PASSWORD} characters; a few words will do.`;
  if (characters.length > MOST) return `Use at most ${MOST} characters.`;
  if (new Set(characters).size < FEWEST_DIFFERENT) return 'Use more different characters.';
  const rest = password.toLowerCase().replaceAll(name.toLowerCase(), '');
  if (rest.length < LEAST_PASSWORD / 2) return 'Do not use your name as the password.';
  if (isGuessable(password))
    return 'This is guessed early: use a few words that have nothing to do with each other.';
  return undefined;
}
