import { memoryLedger } from '@doubletake/ledger';
import { accountRecordsConformance } from './account-records.ts';

accountRecordsConformance('in memory', memoryLedger);
