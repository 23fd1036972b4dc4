import { DE } from './de.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { GB } from './gb.ts';
import { IT } from './it.ts';
import type { Locale } from './locale.ts';
import { NL } from './nl.ts';
import { PL } from './pl.ts';
import { US } from './us.ts';

export type { Locale, Town } from './locale.ts';

/** Every country a world may have customers in. */
export const LOCALES: readonly Locale[] = [US, GB, DE, FR, ES, IT, NL, PL];
