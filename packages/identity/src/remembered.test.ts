import { expect, test } from 'vitest';
import { forgetTexts, remembered } from './remembered.ts';

test('a known result is not computed again', () => {
  let computed = 0;
  const length = remembered(2, (text) => {
    computed += 1;
    return text.length;
  });
  expect([length('one'), length('one'), length('three')]).toEqual([3, 3, 5]);
  expect(computed).toBe(2);
});

test('the oldest result makes room for a new one', () => {
  const asked: string[] = [];
  const echo = remembered(2, (text) => {
    asked.push(text);
    return text;
  });
  for (const text of ['a', 'b', 'c', 'b', 'a']) echo(text);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});

test('told to forget, it computes anew', () => {
  const asked: string[] = [];
  const echo = remembered(2, (text) => {
    asked.push(text);
    return text;
  });
  echo('a');
  forgetTexts();
  echo('a');
  expect(asked).toEqual(['a', 'a']);
});
