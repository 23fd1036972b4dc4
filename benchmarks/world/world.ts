import type { Account } from './accounts.ts';
import { openCodes, type Codes } from './codes.ts';
import type { Happening, WorldEvent } from './contract.ts';
import type { Locale } from './locale/index.ts';
import { LOCALES } from './locale/index.ts';
import { openMailboxes, type Mailboxes } from './mailboxes.ts';
import { layNetwork, type Network } from './network.ts';
import { seeded, type Random } from './random.ts';
import { drawRates, type Rates } from './rates.ts';
import { DAY, written, type Instant } from './time.ts';
import type { TruthRow } from './truth.ts';

/** What a world is made from. The same plan always makes the same world. */
export interface WorldPlan {
  readonly seed: string;
  /** Referrals to make, roughly; clusters are finished once begun. */
  readonly referrals: number;
  /** Customers who belong to no referral unless a persona picks them as a referrer. */
  readonly background: number;
  /** First day of referrals, `YYYY-MM-DD`. */
  readonly from: string;
  /** Days in which referrals happen. Orders, refunds and payouts follow after. */
  readonly days: number;
  /** Rates to fix instead of drawing them from the seed. */
  readonly rates?: Partial<Rates>;
}

/** A world while it is being made. */
export interface World {
  readonly random: Random;
  readonly rates: Rates;
  readonly span: { readonly from: Instant; readonly to: Instant };
  readonly locales: readonly Locale[];
  readonly network: Network;
  readonly mailboxes: Mailboxes;
  /** Companies, by the name their network and mail domain go by; big ones first. */
  readonly offices: readonly string[];
  readonly codes: Codes;
  readonly guests: Account[];
  /** Accounts that earn on links of their own. */
  readonly affiliates: Account[];
  /** People at the till and at the desk. */
  readonly staff: Account[];
  readonly events: WorldEvent[];
  readonly truth: TruthRow[];
  id(kind: string): string;
  happen(at: Instant, happening: Happening): void;
  /** Decides by a probability which each world shifts by its own seed, the same way each time. */
  happens(habit: string, probability: number): boolean;
  /** Some instant within the referral days. */
  moment(): Instant;
}

const TRADES = [
  'harbour',
  'granite',
  'linden',
  'meridian',
  'cobalt',
  'saffron',
  'juniper',
] as const;
const FORMS = ['works', 'logistics', 'partners', 'labs', 'systems', 'foods'] as const;

export function newWorld(plan: WorldPlan): World {
  const random = seeded(plan.seed);
  const rates = drawRates(random.fork('rates'), plan.rates);
  const from = Date.parse(`${plan.from}T00:00:00Z`);
  const to = from + plan.days * DAY;
  const habits = new Map<string, number>();
  const events: WorldEvent[] = [];
  let issued = 0;
  const serial = (): string => (issued += 1).toString(36);
  return {
    random,
    rates,
    span: { from, to },
    locales: LOCALES,
    network: layNetwork(random.fork('network'), rates),
    mailboxes: openMailboxes(random.fork('mail')),
    offices: TRADES.flatMap((trade) => FORMS.map((form) => `${trade}-${form}`)),
    codes: openCodes(random.fork('codes')),
    guests: [],
    affiliates: [],
    staff: [],
    events,
    truth: [],
    id: (kind) => `${kind}_${random.hex(5)}${serial()}`,
    happen: (at, happening) => {
      const id = `ev_${String(events.length + 1).padStart(6, '0')}`;
      const event: WorldEvent = { id, at: written(at), ...happening };
      events.push(event);
    },
    happens: (habit, probability) => {
      const known = habits.get(habit) ?? shifted(probability, random.fork(`habit/${habit}`));
      habits.set(habit, known);
      return random.chance(known);
    },
    moment: () => Math.floor(random.between(from, to)),
  };
}

/** Moves a probability by half a logit, more or less. */
function shifted(probability: number, random: Random): number {
  const logit = Math.log(probability / (1 - probability)) + 0.5 * random.gaussian();
  return 1 / (1 + Math.exp(-logit));
}
