import { describe, expect, it } from 'vitest';
import { ago, profileOf } from '../../../../test/support/scenes.ts';
import type { Profile } from '../state/profile.ts';
import { heldTokens, heldTokensOnce, type Tokenise } from './tokens.ts';

const named = (visitorId: string, at: number): Parameters<typeof profileOf>[1] => ({
  at: ago(at),
  device: { installationId: 'i', visitorId, version: '5.1.0' },
});

describe.each([
  ['remembered', heldTokens],
  [
    'read once',
    (profile: Profile, tokenise: Tokenise) => heldTokensOnce([profile], tokenise).flat(),
  ],
])('the tokens of a profile, %s', (_, tokensOf) => {
  it('are of what its device is called now, and of what it was called before until it changed', () => {
    const profile = profileOf(
      'ann',
      named('v1', 9),
      named('v2', 5),
      named('v1', 4),
      named('v3', 2),
    );
    const held = tokensOf(profile, ({ type, value }) => [`k:${type}|${value}`]);
    expect(
      Object.fromEntries(held.map(({ token, since, last }) => [token, [since, last]])),
    ).toEqual({
      'k:installation|i': [ago(9), ago(2)],
      'k:visitor|5.1:v1': [ago(9), ago(4)],
      'k:visitor|5.1:v2': [ago(9), ago(5)],
      'k:visitor|5.1:v3': [ago(9), ago(2)],
    });
  });
});
