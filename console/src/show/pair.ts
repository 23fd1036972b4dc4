import {
  displayed,
  type Contribution,
  type Decision,
  type MaskedValue,
  type Profile,
  type Sides,
} from '@doubletake/scoring';
import type { PairRow } from '../models/case-parts.ts';
import { marked } from './marked.ts';
import { levelWords, signalName } from './signal.ts';
import { signedBits } from './waterfall.ts';

type Kind = MaskedValue['kind'];
type Seen = readonly { readonly firstAt: number }[];

/** Kinds of identifier in the order a pair is compared, and where a profile has them. */
const COMPARED: readonly (readonly [kind: Kind, values: (profile: Profile) => Seen])[] = [
  ['payment', ({ payments }) => payments],
  ['device', ({ devices }) => devices],
  ['address', ({ addresses }) => addresses],
  ['email', ({ emails }) => emails],
  ['phone', ({ phones }) => phones],
  ['name', ({ people }) => people],
  ['ip', ({ ips }) => ips],
];

/** Both sides of the pair, one row for each kind of identifier; values masked. */
export function pairRows(decision: Decision, sides: Sides): readonly PairRow[] {
  return comparedKinds(decision, sides).map(({ kind, found, contribution }): PairRow => {
    const { referrer, referee } = displayed(contribution, sides);
    const agrees = found !== undefined && found.level !== 'none';
    return {
      kind: signalName(kind),
      referrer: referrer === undefined ? [] : marked(referrer, referee, agrees),
      referee: referee === undefined ? [] : marked(referee, referrer, agrees),
      compared: found && verdict(found),
    };
  });
}

/** One kind of identifier: what the decision found, and which value of each side is shown for it. */
interface ComparedKind {
  readonly kind: Kind;
  readonly found: Contribution | undefined;
  readonly contribution: Contribution;
}

/** Every kind in the order of the rows. */
export function comparedKinds({ contributions }: Decision, sides: Sides): readonly ComparedKind[] {
  return COMPARED.map(([kind, values]) => {
    const found = contributions.find(({ signal }) => signal === kind);
    const latest = (profile: Profile | undefined) => profile && values(profile).at(-1)?.firstAt;
    const contribution = compared(found ?? { signal: kind, level: 'none', bits: 0 }, {
      referrerSince: latest(sides.referrer),
      refereeSince: latest(sides.referee),
    });
    return { kind, found, contribution };
  });
}

/** What was compared; where nothing agreed, what each side showed last. */
function compared(
  contribution: Contribution,
  last: { referrerSince: number | undefined; refereeSince: number | undefined },
): Contribution {
  const { referrerSince = last.referrerSince, refereeSince = last.refereeSince } = contribution;
  return {
    ...contribution,
    ...(referrerSince === undefined ? {} : { referrerSince }),
    ...(refereeSince === undefined ? {} : { refereeSince }),
  };
}

function verdict({
  signal,
  level,
  bits,
  sharedBy,
}: Contribution): NonNullable<PairRow['compared']> {
  const agrees = level !== 'none';
  return {
    level: agrees ? levelWords(signal, level) : 'different',
    agrees,
    bits: signedBits(bits),
    tone: bits > 0 ? 'bad' : 'good',
    sharedBy: agrees && sharedBy !== undefined ? `held by ${sharedBy} accounts` : undefined,
  };
}
