import { damerau } from '../text/damerau.ts';
import { likenessAcrossScripts, vowelsAreCheap } from './across-scripts.ts';
import { bothKnown, isNickname } from './nicknames.ts';
import type { NameToken } from './person-name.ts';

/** How two words of a name agree. */
export type Agreement = 'equal' | 'spelling' | 'nickname' | 'typo' | 'initial';

/** How much of a word's identity each agreement keeps, 0 to 1. */
export const AGREEMENT: Readonly<Record<Agreement, number>> = {
  equal: 1,
  spelling: 0.97,
  nickname: 0.9,
  typo: 0.85,
  initial: 0.6,
};

/** Above it, five in six transliterations of one name lie and one in thirty of names with one initial. */
const ALIKE_ACROSS_SCRIPTS = 0.66;

/** How two words agree, or nothing when they are different words. */
export function matchTokens(left: NameToken, right: NameToken): Agreement | undefined {
  if (left.han !== undefined && right.han !== undefined)
    return left.han === right.han ? 'equal' : undefined;
  if (left.text === right.text) return 'equal';
  if (left.text.length === 1 || right.text.length === 1) {
    return left.text.charAt(0) === right.text.charAt(0) ? 'initial' : undefined;
  }
  if (left.sound === right.sound) return 'spelling';
  if (
    left.transliterated !== right.transliterated &&
    likenessAcrossScripts(left.sound, right.sound) >= ALIKE_ACROSS_SCRIPTS
  )
    return 'spelling';
  if (!(left.part === 'family' && right.part === 'family') && isNickname(left.text, right.text))
    return 'nickname';
  if (bothKnown(left.text, right.text)) return undefined;
  return isTypo(left, right) ? 'typo' : undefined;
}

function isTypo(left: NameToken, right: NameToken): boolean {
  const longest = Math.max(left.sound.length, right.sound.length);
  const allowed = longest < 4 ? 0 : longest < 8 ? 1 : longest < 11 ? 1.5 : 2;
  if (Math.abs(left.sound.length - right.sound.length) > allowed) return false;
  return (
    Math.min(damerau(left.sound, right.sound, vowelsAreCheap), damerau(left.text, right.text)) <=
    allowed
  );
}
