import { memoryAccessStore } from '@doubletake/ledger';
import { accessStoreConformance } from './access-store.ts';

accessStoreConformance('in memory', memoryAccessStore);
