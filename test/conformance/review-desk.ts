import type { LedgerOptions, ReviewedLedger } from '@doubletake/ledger';
import { beforeEach, describe } from 'vitest';
import { caseAboutTests } from './case-about.ts';
import { caseStatisticsTests } from './case-statistics.ts';
import { decidingTests } from './review-deciding.ts';
import { secondPersonTests } from './review-second-person.ts';
import { leasingTests } from './review-leasing.ts';
import { caseLinkTests } from './review-links.ts';
import { lapsingTests, openingTests } from './review-opening.ts';
import { caseQueueTests } from './review-queue.ts';
import { reviewRecordTests } from './review-records.ts';

export type MakeReviewed = (options?: LedgerOptions) => ReviewedLedger | Promise<ReviewedLedger>;

/** What every desk promises, whatever its cases are kept in. */
export function reviewDeskConformance(name: string, make: MakeReviewed): void {
  describe(`review desk: ${name}`, () => {
    let ledger: ReviewedLedger;
    beforeEach(async () => {
      ledger = await make();
    });
    openingTests(() => ledger);
    caseAboutTests(() => ledger);
    leasingTests(() => ledger);
    decidingTests(() => ledger);
    secondPersonTests(() => ledger);
    lapsingTests(() => ledger);
    caseQueueTests(() => ledger);
    caseLinkTests(() => ledger);
    reviewRecordTests(() => ledger);
    caseStatisticsTests(() => ledger);
  });
}
