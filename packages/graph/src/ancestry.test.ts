import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ancestry, walkUp } from './ancestry.ts';
import type { Link } from './kin.ts';

test('what is written down level by level is what walking up finds, loops and all', () => {
  const parents = fc.array(fc.option(fc.nat(11)), { minLength: 12, maxLength: 12 });
  const law = fc.property(parents, (above) => {
    const parentOf = (account: string): Link | undefined => {
      const parent = above[Number(account)];
      return parent === null || parent === undefined
        ? undefined
        : { account: String(parent), at: 0 };
    };
    const accounts = above.map((_, n) => String(n));
    let written = new Map(accounts.map((account): [string, readonly Link[]] => [account, []]));
    for (let round = 0; round <= accounts.length; round += 1) {
      const before = written;
      written = new Map(
        accounts.map((account) => {
          const parent = parentOf(account);
          return [account, ancestry(account, parent, before.get(parent?.account ?? '') ?? [])];
        }),
      );
    }
    for (const account of accounts) expect(written.get(account)).toEqual(walkUp(account, parentOf));
  });
  fc.assert(law);
});
