import type { Random } from './random.ts';

/** How often things happen in one world: shares between 0 and 1. */
export interface Rates {
  /** Of referrals, how many are abusive. */
  readonly abuse: number;
  /** Homes behind a carrier-grade NAT. */
  readonly cgnat: number;
  /** Adults who work in an office behind one address. */
  readonly office: number;
  readonly iphone: number;
  /** Couples who pay with one card. */
  readonly jointCard: number;
  /** Homes with a tablet or computer several people use. */
  readonly sharedDevice: number;
  readonly vpn: number;
  /** Honest customers with a throw-away mailbox. */
  readonly disposable: number;
  /** Written fields with a slip of the finger. */
  readonly typo: number;
  /** Written fields in another form than the tidy one. */
  readonly variant: number;
  /** Friends who sign up while visiting the referrer. */
  readonly homeVisit: number;
  /** Friends who sign up on the referrer's phone. */
  readonly borrowedPhone: number;
  /** Customers who moved into a building another customer lives in. */
  readonly sameBuilding: number;
  readonly cancelled: number;
  /** Honest orders refunded or charged back after the reward was paid. */
  readonly reversed: number;
  /** Customers who order again within the year. */
  readonly rebook: number;
  /** Honest orders a second channel claims as well. */
  readonly doubleClaim: number;
  /** Friends who refer each other, in two programmes. */
  readonly reciprocal: number;
  /** Sessions the host looked up with an address intelligence provider. */
  readonly verdict: number;
  readonly ipv6: number;
  /** Events that arrive late. */
  readonly late: number;
  /** Events that arrive twice. */
  readonly twice: number;
}

// Ranges are assumptions about one-country-to-eight-country travel programmes, wide on purpose:
// what is measured should hold across them. Joint cards: 48 % of US cardholders have shared one.
const RANGES: { readonly [rate in keyof Rates]: readonly [low: number, high: number] } = {
  abuse: [0.03, 0.12],
  cgnat: [0.04, 0.3],
  office: [0.2, 0.45],
  iphone: [0.25, 0.55],
  jointCard: [0.3, 0.65],
  sharedDevice: [0.3, 0.6],
  vpn: [0.03, 0.12],
  disposable: [0.002, 0.012],
  typo: [0.01, 0.05],
  variant: [0.15, 0.45],
  homeVisit: [0.05, 0.16],
  borrowedPhone: [0.015, 0.06],
  sameBuilding: [0.02, 0.1],
  cancelled: [0.08, 0.2],
  reversed: [0.003, 0.012],
  rebook: [0.14, 0.28],
  doubleClaim: [0.01, 0.05],
  reciprocal: [0.01, 0.04],
  verdict: [0.7, 1],
  ipv6: [0.1, 0.4],
  late: [0.002, 0.01],
  twice: [0.001, 0.005],
};

/** Draws every rate from its range; a rate in `fixed` keeps the caller's value. */
export function drawRates(random: Random, fixed: Partial<Rates> = {}): Rates {
  const draw = (rate: keyof Rates): number => {
    const [low, high] = RANGES[rate];
    const drawn = random.between(low, high);
    return fixed[rate] ?? drawn;
  };
  return {
    abuse: draw('abuse'),
    cgnat: draw('cgnat'),
    office: draw('office'),
    iphone: draw('iphone'),
    jointCard: draw('jointCard'),
    sharedDevice: draw('sharedDevice'),
    vpn: draw('vpn'),
    disposable: draw('disposable'),
    typo: draw('typo'),
    variant: draw('variant'),
    homeVisit: draw('homeVisit'),
    borrowedPhone: draw('borrowedPhone'),
    sameBuilding: draw('sameBuilding'),
    cancelled: draw('cancelled'),
    reversed: draw('reversed'),
    rebook: draw('rebook'),
    doubleClaim: draw('doubleClaim'),
    reciprocal: draw('reciprocal'),
    verdict: draw('verdict'),
    ipv6: draw('ipv6'),
    late: draw('late'),
    twice: draw('twice'),
  };
}
