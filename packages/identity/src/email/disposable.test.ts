import { describe, expect, test } from 'vitest';
import { DISPOSABLE_LISTS } from './disposable-lists.ts';
import { disposableTest } from './disposable.ts';

describe('shipped lists', () => {
  const isDisposable = disposableTest();
  test.each([
    { domain: 'mailinator.com', verdict: true, note: 'named by a list' },
    { domain: 'any.mailinator.com', verdict: true, note: 'sub-domain of a named one' },
    { domain: 'anything.33m.co', verdict: true, note: 'wildcard list' },
    { domain: 'best-tempmail-2031.io', verdict: 'suspected', note: 'name says so' },
    { domain: '7734gmail.com', verdict: 'suspected', note: 'digits before a freemail name' },
    { domain: 'some-school.edu.pl', verdict: 'suspected', note: 'a list names the public suffix' },
    { domain: 'gmail.com', verdict: false, note: 'freemail' },
    { domain: 'vfemail.net', verdict: false, note: 'freemail that a list calls disposable' },
    { domain: 'nus.edu.sg', verdict: false, note: 'allowed' },
    { domain: 'ada.anonaddy.com', verdict: false, note: 'relay that a list calls disposable' },
    { domain: 'template-box-studio.de', verdict: false, note: 'telling letters inside a word' },
    { domain: 'acme.io', verdict: false, note: 'nothing known' },
  ])('$domain: $verdict ($note)', ({ domain, verdict }) => {
    expect(isDisposable(domain)).toBe(verdict);
  });
});

test('a host’s own lists add to the shipped ones and allow what they forbid', () => {
  const isDisposable = disposableTest({
    blocked: [...DISPOSABLE_LISTS.blocked, ['new-one.io']],
    suspected: [['maybe.io']],
    allowed: ['mailinator.com'],
  });
  expect(['new-one.io', 'maybe.io', 'mailinator.com', 'acme.io'].map(isDisposable)).toEqual([
    true,
    'suspected',
    false,
    false,
  ]);
});
