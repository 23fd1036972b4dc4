/** Fewest characters of a password. */
export const LEAST_PASSWORD = 15;
const MOST = 256;
const FEWEST_DIFFERENT = 6;

/**
 * What is wrong with a password somebody chose; undefined when nothing is. Length, not composition (ASVS 5.0 §6.2):
 * at least 15 characters, which leaves none of the common lists, not the name again, not a few characters repeated.
 */
export function passwordProblem(password: string, name: string): string | undefined {
  const characters = Array.from(password.normalize('NFKC'));
  if (characters.length < LEAST_PASSWORD)
    return `Use at least ${LEAST_PASSWORD} characters; a few words will do.`;
  if (characters.length > MOST) return `Use at most ${MOST} characters.`;
  if (new Set(characters).size < FEWEST_DIFFERENT) return 'Use more different characters.';
  const rest = password.toLowerCase().replaceAll(name.toLowerCase(), '');
  if (rest.length < LEAST_PASSWORD / 2) return 'Do not use your name as the password.';
  return undefined;
}
