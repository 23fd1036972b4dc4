import { displayed, type Decision, type Sides } from '@doubletake/scoring';
import type { PairRow } from '../case-views.ts';
import { marked } from './marked.ts';
import { COMPARED, levelWords, signalName } from './signal.ts';
import { signedBits } from './waterfall.ts';

/** Both sides of the pair, one row for each kind of identifier; values masked. */
export function pairRows({ contributions }: Decision, sides: Sides): readonly PairRow[] {
  return COMPARED.map((signal): PairRow => {
    const found = contributions.find((each) => each.signal === signal);
    if (found === undefined) return { kind: signalName(signal), compared: undefined };
    const { referrer, referee, level, bits, sharedBy } = displayed(found, sides);
    const agrees = level !== 'none';
    return {
      kind: signalName(signal),
      compared: {
        referrer: referrer === undefined ? [] : marked(referrer, referee, agrees),
        referee: referee === undefined ? [] : marked(referee, referrer, agrees),
        level: agrees ? levelWords(level) : 'different',
        agrees,
        bits: signedBits(bits),
        tone: bits > 0 ? 'bad' : 'good',
        sharedBy: agrees && sharedBy !== undefined ? `held by ${sharedBy} accounts` : undefined,
      },
    };
  });
}
