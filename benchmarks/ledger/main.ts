import { compareAppend } from './append.ts';
import { measureGrowth } from './growth.ts';
import { measureSingles } from './singles.ts';

const [what = 'append', referrals = '400', size = '1000'] = process.argv.slice(2);

if (what === 'singles') await measureSingles(Number(referrals));
else if (what === 'growth') await measureGrowth(Number(referrals));
else await compareAppend(Number(referrals), Number(size));
