import { describe, expect, test } from 'vitest';
import { keyProblems, movedKeys, SHORTCUTS } from './shortcuts.ts';

describe('keys', () => {
  test('are each there once', () => {
    expect(keyProblems(new Map())).toEqual({});
    expect(new Set(SHORTCUTS.map(({ id }) => id)).size).toBe(SHORTCUTS.length);
  });

  test.each([
    { note: 'a free letter', keys: { note: 'w' }, wrong: [] },
    { note: 'a letter of another script', keys: { note: 'ж' }, wrong: [] },
    { note: 'two that change places', keys: { note: 'b', block: 'm' }, wrong: [] },
    { note: 'one that is taken', keys: { note: 'b' }, wrong: ['note'] },
    { note: 'one that two want', keys: { note: 'w', pair: 'w' }, wrong: ['pair'] },
    { note: 'a digit', keys: { note: '1' }, wrong: ['note'] },
    { note: 'a space', keys: { note: ' ' }, wrong: ['note'] },
    { note: 'two characters', keys: { note: 'mm' }, wrong: ['note'] },
    { note: 'nothing', keys: { note: '' }, wrong: ['note'] },
  ])('$note: $wrong', ({ keys, wrong }) => {
    expect(Object.keys(keyProblems(new Map(Object.entries(keys))))).toEqual(wrong);
  });

  test('are told by the key they stand in for', () => {
    expect(movedKeys({ note: 'w', block: 'b', pair: '😀', gone: 'q' })).toBe('mwd😀');
    expect(movedKeys()).toBe('');
  });
});
