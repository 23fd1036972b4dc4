/** The kinds of people who refer. The first six are honest. */
export type PersonaName =
  | 'honest_friend'
  | 'honest_household'
  | 'honest_coworker'
  | 'honest_influencer'
  | 'honest_power'
  | 'honest_agent'
  | 'lazy'
  | 'alias'
  | 'careful'
  | 'family'
  | 'refund'
  | 'farm'
  | 'ring'
  | 'insider';

/** What is true of one reward. Detection is measured against this. */
export interface TruthRow {
  readonly rewardId: string;
  /** `policy`: honest people, but a second channel already has the claim to this order. */
  readonly label: 'honest' | 'fraud' | 'policy';
  readonly persona: PersonaName | 'double_claim';
  /** The order fell through before the reward was due. */
  readonly cancelled: boolean;
  /** The order was refunded or charged back after the reward was due. */
  readonly reversedAfterPayout: boolean;
  readonly minor: number;
}
