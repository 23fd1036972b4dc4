/** What long passwords are made of that thousands have had the same idea of, this product's own name among it. */
const STEMS = [
  'administrator',
  'admin',
  'changeme',
  'correcthorsebatterystaple',
  'default',
  'doubletake',
  'dragon',
  'football',
  'forever',
  'hello',
  'iloveyou',
  'letmein',
  'login',
  'master',
  'monkey',
  'mypassword',
  'nopassword',
  'passwort',
  'password',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'pa55word',
  'please',
  'princess',
  'qazwsx',
  'qwerty',
  'qwertz',
  'azerty',
  'secret',
  'somuch',
  'summer',
  'winter',
  'spring',
  'autumn',
  'sunshine',
  'superman',
  'test',
  'thisis',
  'trustno1',
  'welcome',
  'whatever',
  'zaq12wsx',
  '1q2w3e4r',
  '1qaz2wsx',
].toSorted((a, b) => b.length - a.length);

/** Rows of keys, and of letters: whoever follows one types a great deal and says little. */
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'qsdfghjklm',
  'zxcvbnm',
  'yxcvbnm',
  'wxcvbn',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
];

const NEIGHBOURS: ReadonlySet<string> = new Set(
  ROWS.flatMap((row) =>
    Array.from(row.slice(1), (key, before) => `${row[before] ?? ''}${key}`),
  ).flatMap((pair) => [pair, `${pair[1] ?? ''}${pair[0] ?? ''}`]),
);

/** Fewest letters that must be left once what everybody writes is taken away. */
const LEAST_OWN = 6;

/**
 * Whether a password is long and yet guessed early: one thing over and over, a way along the keys, or common words with
 * numbers behind. Not a list of what was stolen; see the README.
 */
export function isGuessable(password: string): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  return isRepeated(text) || followsKeys(text) || ownLetters(text) < LEAST_OWN;
}

function isRepeated(text: string): boolean {
  for (let unit = 1; unit <= text.length / 2; unit += 1)
    if (text.startsWith(text.slice(unit))) return true;
  return false;
}

function followsKeys(text: string): boolean {
  const steps = Array.from(text.slice(1), (key, before) => `${text[before] ?? ''}${key}`);
  const turns = steps.filter(([from, to]) => from !== to && !NEIGHBOURS.has(`${from}${to}`));
  return turns.length < LEAST_OWN;
}

/** Letters that are in no common word. Without letters, every character counts: nobody writes words in signs. */
function ownLetters(text: string): number {
  if (!/\p{L}/u.test(text)) return Number.POSITIVE_INFINITY;
  const rest = STEMS.reduce((left, stem) => left.replaceAll(stem, ' '), text);
  return rest.match(/\p{L}/gu)?.length ?? 0;
}
