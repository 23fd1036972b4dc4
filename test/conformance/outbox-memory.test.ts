import { memoryLedger } from '@doubletake/ledger';
import { outboxConformance } from './outbox.ts';

outboxConformance('in memory', memoryLedger);
