import type { Instant } from '@doubletake/scoring';
import type { SignedIn } from '../asked.ts';
import { namesOf } from './names.ts';

/** Whom a page is made for, and when. */
export interface Reader {
  readonly userId: string;
  readonly zone: string;
  readonly at: Instant;
  readonly names: (userId: string) => string;
}

/** The reader of a page. */
export async function readerOf({ house, user, at }: SignedIn): Promise<Reader> {
  return { userId: user.userId, zone: user.settings.zone, at, names: await namesOf(house) };
}
