import { memoryLedger } from '@doubletake/ledger';
import { ledgerConformance } from './ledger.ts';

ledgerConformance('in memory', memoryLedger);
