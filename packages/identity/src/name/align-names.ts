import { AGREEMENT, type Agreement, matchTokens } from './token-match.ts';
import type { NameToken } from './person-name.ts';

/** Two words found to be one. */
export interface Match {
  readonly left: NameToken;
  readonly right: NameToken;
  readonly agreement: Agreement;
}

/** Which words of two names belong together, whatever their order, and which have no partner. */
export interface Alignment {
  readonly matches: readonly Match[];
  readonly leftOnly: readonly NameToken[];
  readonly rightOnly: readonly NameToken[];
}

/** Pairs the words of two names, the best agreement first (greedy assignment: names have few words). */
export function alignNames(left: readonly NameToken[], right: readonly NameToken[]): Alignment {
  // INVARIANT: the pairing is greedy, so that only a fixed order of the two keeps it symmetric.
  return rank(left) <= rank(right) ? align(left, right) : mirror(align(right, left));
}

function rank(words: readonly NameToken[]): string {
  return words.map(({ text, part, han }) => `${text} ${part} ${han ?? ''}`).join(' ');
}

function mirror({ matches, leftOnly, rightOnly }: Alignment): Alignment {
  return {
    matches: matches.map(({ left, right, agreement }) => ({ left: right, right: left, agreement })),
    leftOnly: rightOnly,
    rightOnly: leftOnly,
  };
}

function align(left: readonly NameToken[], right: readonly NameToken[]): Alignment {
  const leftWords = glue(left, right);
  const rightWords = glue(right, leftWords);
  const candidates: (Match & { readonly weight: number })[] = [];
  for (const a of leftWords) {
    for (const b of rightWords) {
      const agreement = matchTokens(a, b);
      if (agreement !== undefined)
        candidates.push({
          left: a,
          right: b,
          agreement,
          weight: weigh(agreement, a.part === b.part),
        });
    }
  }
  candidates.sort((a, b) => b.weight - a.weight);
  const used = new Set<NameToken>();
  const matches = candidates.filter((candidate) => {
    if (used.has(candidate.left) || used.has(candidate.right)) return false;
    used.add(candidate.left).add(candidate.right);
    return true;
  });
  return {
    matches,
    leftOnly: leftWords.filter((word) => !used.has(word)),
    rightOnly: rightWords.filter((word) => !used.has(word)),
  };
}

function weigh(agreement: Agreement, samePart: boolean): number {
  return AGREEMENT[agreement] + (samePart ? 0.01 : 0);
}

/** Writes neighbours as one word where the other name does: Mary Ann, Maryann. */
function glue(words: readonly NameToken[], others: readonly NameToken[]): readonly NameToken[] {
  if (words.length < 2) return words;
  const glued: NameToken[] = [];
  for (const word of words) {
    const last = glued.at(-1);
    const joined = last === undefined ? undefined : join(last, word);
    if (joined !== undefined && others.some((other) => startsAs(other, joined)))
      glued[glued.length - 1] = joined;
    else glued.push(word);
  }
  return glued.some(
    (word) => !words.includes(word) && !others.some((other) => other.text === word.text),
  )
    ? words
    : glued;
}

function join(left: NameToken, right: NameToken): NameToken {
  return {
    text: left.text + right.text,
    sound: left.sound + right.sound,
    transliterated: left.transliterated,
    part: right.part,
  };
}

function startsAs(other: NameToken, joined: NameToken): boolean {
  return other.text.startsWith(joined.text);
}
