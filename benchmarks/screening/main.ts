import { compareMany } from './many.ts';
import { comparePairs } from './pairs.ts';

const [what = 'pairs', referrals = '600'] = process.argv.slice(2);

if (what === 'many') await compareMany(Number(referrals));
else await comparePairs(Number(referrals));
