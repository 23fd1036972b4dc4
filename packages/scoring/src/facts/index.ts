import type { Facts, FactValue } from '@doubletake/rules';
import type { FactFamily, FactSources, LedgerFactFamily, LedgerFactSources } from './collected.ts';
import { knownFacts } from './known-facts.ts';
import { matchFacts } from './match-facts.ts';
import { orderFacts } from './order-facts.ts';
import { refereeFacts } from './referee-facts.ts';
import { referralFacts } from './referral-facts.ts';
import { referrerFacts } from './referrer-facts.ts';
import { reviewFacts } from './review-facts.ts';
import { rewardFacts } from './reward-facts.ts';
import { scoreFacts } from './score-facts.ts';

const LEDGER_FAMILIES: readonly LedgerFactFamily[] = [
  knownFacts,
  referralFacts,
  orderFacts,
  rewardFacts,
  reviewFacts,
];

/** Every family of facts. `rules/facts.json` declares each one; a test holds the two equal. */
const FAMILIES: readonly FactFamily[] = [
  scoreFacts,
  matchFacts,
  refereeFacts,
  referrerFacts,
  ...LEDGER_FAMILIES,
];

/** Everything a rule may read about one screening. */
export function collectFacts(sources: FactSources): Facts {
  return told(FAMILIES.map((family) => family(sources)));
}

/** What of it stands without a look at what surrounds the pair. */
export function collectLedgerFacts(sources: LedgerFactSources): Facts {
  return told(LEDGER_FAMILIES.map((family) => family(sources)));
}

function told(families: readonly Readonly<Record<string, FactValue | undefined>>[]): Facts {
  const facts: Record<string, FactValue> = {};
  for (const family of families)
    // By its keys: a pair of each key and its value is more than all the rest of a decision leaves behind.
    for (const id of Object.keys(family)) {
      const value = family[id];
      if (value !== undefined) facts[id] = value;
    }
  return facts;
}
