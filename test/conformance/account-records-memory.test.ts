import { memoryLedger } from '@doubletake/ledger';
import { accountRecordsConformance } from './account-records.ts';
import { keyChecksConformance } from './key-checks.ts';

accountRecordsConformance('in memory', memoryLedger);
keyChecksConformance('in memory', async () => memoryLedger());
