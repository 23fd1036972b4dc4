import { compareAppend } from './append.ts';
import { measureSingles } from './singles.ts';

const [what = 'append', count = '400', size = '1000'] = process.argv.slice(2);

if (what === 'singles') await measureSingles(Number(count));
else await compareAppend(Number(count), Number(size));
