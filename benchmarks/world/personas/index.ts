import { agent } from './agent.ts';
import { alias } from './alias.ts';
import { careful } from './careful.ts';
import { coworker } from './coworker.ts';
import { family } from './family.ts';
import { farm } from './farm.ts';
import { friend } from './friend.ts';
import { household } from './household.ts';
import { influencer } from './influencer.ts';
import { insider } from './insider.ts';
import { lazy } from './lazy.ts';
import type { Persona } from './persona.ts';
import { power } from './power.ts';
import { refund } from './refund.ts';
import { ring } from './ring.ts';

/** Everybody who refers. */
export const PERSONAS: readonly Persona[] = [
  friend,
  household,
  coworker,
  influencer,
  power,
  agent,
  lazy,
  alias,
  careful,
  family,
  refund,
  farm,
  ring,
  insider,
];
