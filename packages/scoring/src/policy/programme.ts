/** What a programme does with couples, families and flatmates who refer each other. Never a fraud label. */
export type HouseholdPolicy = 'allowed' | 'review' | 'ineligible';

/** One referral scheme's terms: `rules/programmes/<programme>.json`. */
export interface Programme {
  /** Its id, as events name it. */
  readonly programme: string;
  readonly name: string;
  readonly description: string;
  /** The risk pack that judges it beside `terms`. @defaultValue `evidence` */
  readonly pack: string;
  /** Decide and record everything, pay all the same. @defaultValue false */
  readonly observe: boolean;
  /** Days after the order's completion before a reward may be paid. @defaultValue 7 */
  readonly payoutHoldDays: number;
  /** Days after completion in which a cancelled, refunded or charged-back order takes the reward back. @defaultValue 60 */
  readonly clawbackDays: number;
  /** Rewards one beneficiary may be paid; absent is unlimited. */
  readonly caps: {
    /** In any 30 days. */
    readonly per30Days?: number;
    /** In the 30 days after its first reward. */
    readonly firstMonth?: number;
    /** Ever. */
    readonly lifetime?: number;
  };
  /** @defaultValue `allowed` */
  readonly household: HouseholdPolicy;
  /** Hours within which a person answers a held reward; past them its case is escalated. @defaultValue 48 */
  readonly reviewHours: number;
  /**
   * From this many minor units on, a second person must approve what the first decided, and an exception for the pair
   * whatever the amount; absent: never.
   */
  readonly secondPersonFrom?: number;
  /** What stands in for the risk rules while the graph cannot be reached. @defaultValue `hold` */
  readonly failMode: 'hold' | 'release';
}

/** What a programme id that no file names gets: the defaults, and nothing unlimited that a file did not grant. */
export const UNKNOWN_PROGRAMME: Omit<Programme, 'programme' | 'name' | 'description'> = {
  pack: 'evidence',
  observe: false,
  payoutHoldDays: 7,
  clawbackDays: 60,
  caps: {},
  household: 'allowed',
  reviewHours: 48,
  failMode: 'hold',
};
