import { expect, test } from 'vitest';
import { passwordProblem } from './password-problem.ts';

test.each([
  { note: 'a few words', password: 'tea with two sugars', problem: undefined },
  { note: 'fifteen characters', password: 'plum fog violin', problem: undefined },
  { note: 'made by a machine', password: 'kX9_vq2-Lm7Tz0RbWc4E', problem: undefined },
  { note: 'a row of letters', password: 'abcdefghijklmno', problem: /guessed/ },
  { note: 'fourteen', password: 'abcdefghijklmn', problem: /at least 15/ },
  { note: 'no words at all', password: '#%&!@$^*()_+{}|', problem: undefined },
  { note: 'letters beyond ASCII count once', password: 'ääëïöüñçßøåœžš', problem: /at least 15/ },
  { note: 'too long to be typed', password: 'ab'.repeat(200), problem: /at most 256/ },
  { note: 'one character over and over', password: 'aaaaaaaaaaaaaaaaaaaa', problem: /different/ },
  { note: 'the name and little else', password: 'ann.harrisann.harris12', problem: /your name/ },
])('$note', ({ password, problem }) => {
  const found = passwordProblem(password, 'Ann.Harris');
  if (problem === undefined) expect(found).toBeUndefined();
  else expect(found).toMatch(problem);
});
