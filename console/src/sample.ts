import { createHash } from 'node:crypto';
import type { Instant, ReviewCase } from '@doubletake/scoring';

/** How the quality sample is drawn. */
export interface Draw {
  /** Of the closed cases of a month, from 0 to 1. */
  readonly share: number;
  /** Chance, from 0 to below 1: the same text gives the same. */
  readonly chance: (text: string) => number;
}

/** A month in UTC as `2026-01`, and when it begins and ends. */
export interface Month {
  readonly name: string;
  readonly from: Instant;
  /** Its last millisecond. */
  readonly to: Instant;
}

/**
 * Whether the quality sample of the month a case opened in takes the case: a share by chance, and everything that was
 * undone, sent back or opened again. Nobody chooses, and everybody gets the same.
 */
export function isSampled(
  { caseId, state, openedAt, revised }: ReviewCase,
  { share, chance }: Draw,
): boolean {
  if (state !== 'closed') return false;
  return revised === true || chance(`${monthOf(openedAt).name}|${caseId}`) < share;
}

/** The first 48 bits of SHA-256, as a part of one. */
export function hashChance(text: string): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, 6) / 2 ** 48;
}

/** The month an instant is in. */
export function monthOf(at: Instant): Month {
  const day = new Date(at);
  return monthFrom(day.getUTCFullYear(), day.getUTCMonth());
}

/** A month by its name; undefined when it is none. */
export function monthNamed(name: string): Month | undefined {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(name) ?? [];
  return year === undefined ? undefined : monthFrom(Number(year), Number(month) - 1);
}

/** The month so many later; earlier when negative. */
export function monthsOn({ from }: Month, step: number): Month {
  const day = new Date(from);
  return monthFrom(day.getUTCFullYear(), day.getUTCMonth() + step);
}

function monthFrom(year: number, month: number): Month {
  const from = Date.UTC(year, month);
  return {
    name: new Date(from).toISOString().slice(0, 7),
    from,
    to: Date.UTC(year, month + 1) - 1,
  };
}
