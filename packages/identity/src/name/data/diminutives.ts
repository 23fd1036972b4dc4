import { ENGLISH_DIMINUTIVES } from './diminutives/english.ts';
import { GERMANIC_DIMINUTIVES } from './diminutives/germanic.ts';
import { OTHER_DIMINUTIVES } from './diminutives/other.ts';
import { ROMANCE_DIMINUTIVES } from './diminutives/romance.ts';
import { SLAVIC_DIMINUTIVES } from './diminutives/slavic.ts';

/**
 * Given names and the short forms people go by, one group per entry, formal forms first, ` | ` before the short ones.
 * Everyday knowledge of the languages named; a short form may stand in several groups.
 */
export const DIMINUTIVES: readonly string[] = [
  ENGLISH_DIMINUTIVES,
  ROMANCE_DIMINUTIVES,
  SLAVIC_DIMINUTIVES,
  GERMANIC_DIMINUTIVES,
  OTHER_DIMINUTIVES,
].flatMap((family) => family.trim().split(/;\s|\n/));
