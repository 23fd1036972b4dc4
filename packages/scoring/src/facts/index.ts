import type { Facts, FactValue } from '@doubletake/rules';
import type { FactFamily, FactSources } from './collected.ts';
import { matchFacts } from './match-facts.ts';
import { orderFacts } from './order-facts.ts';
import { refereeFacts } from './referee-facts.ts';
import { referralFacts } from './referral-facts.ts';
import { referrerFacts } from './referrer-facts.ts';
import { rewardFacts } from './reward-facts.ts';
import { scoreFacts } from './score-facts.ts';

/** Every family of facts. `rules/facts.json` declares each one; a test holds the two equal. */
const FAMILIES: readonly FactFamily[] = [
  scoreFacts,
  matchFacts,
  referralFacts,
  refereeFacts,
  referrerFacts,
  orderFacts,
  rewardFacts,
];

/** Everything a rule may read about one screening. */
export function collectFacts(sources: FactSources): Facts {
  const facts: Record<string, FactValue> = {};
  for (const family of FAMILIES)
    for (const [id, value] of Object.entries(family(sources)))
      if (value !== undefined) facts[id] = value;
  return facts;
}
