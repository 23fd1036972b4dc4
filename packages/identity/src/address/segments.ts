import { fold } from '../text/fold.ts';
import type { Dictionary } from './dictionary.ts';

/** Words between two separators. */
export interface Segment {
  tokens: string[];
  /** Stands beside the postcode, so that it names a place. */
  readonly postal: boolean;
}

/** Put where the postcode stood, to tell its neighbours from other segments. */
export const POSTCODE_MARK = '@';

const CROSS_STREET =
  /\b(st|ave?|rd|blvd|street|avenue|road|drive|dr|way|pl|place)\.? +(?:at|near|between|off|behind|opposite|betw|nr)\b[^,\n]*/g;

/** Ordinal signs and the Russian garden cooperative would be lost in folding, so they are read before it. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\bn\.?\s?[º°]/giu, 'no '],
  [/(\d)\s?\.?[ºª°]/gu, '$1th '],
  [/(?<!\p{L})ст(?=\s)/giu, 'снт'],
];

/** What is rewritten, in this order, before the text is cut into words. */
const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/\btel\b[ .:].*$/g, ''],
  [/\bc\/o\b/g, ' '],
  [/\b[sb]\/n\b|\bs\.n\.|\bsin numero\b/g, ' sn '],
  [/\bs[/\\]t\b/g, ' snt '],
  [/\bc\/(?=\s*[a-z])/g, ' calle '],
  [/\ba\/ya\b/g, ' postbox '],
  [/\b(d|l|dell|all|nell|sull|dall|qu)'/g, '$1 '],
  [/'/g, ''],
  [/\b([vpcl])\.(le|lo|zza|za|so|go)\b/g, '$1$2'],
  [/\b(pr|b|p)-(kt|t|d|dul|ta|r)\b/g, '$1$2'],
  [/\b(flat|unit|apt|apartment)\.? (\d+[a-z]?)\/(\d+)/g, '$1 $2 , $3'],
  [/[<>"\t`_]+/g, ' '],
  [/[()[\]{}|;\n\r]+/g, ' , '],
  [/\b([a-z])\. ?(?=[a-z]\b(?:\.| |,|$))/g, '$1'],
  [/(\d) *- *(?=[a-z]\b)/g, '$1'],
  [/(\d) +-+ *(?=[a-z])|([a-z]) *-+ +(?=\d)/g, '$1$2 '],
  [/([a-z]) +-+ +(?=[a-z])/g, '$1 , '],
  [CROSS_STREET, '$1'],
];

const HYPHENATED = /(\d+[a-z]?) *- *(?=(\d+))/g;

/** Folds a written address and settles its separators; segments are divided by commas afterwards. */
export function tidy(written: string): string {
  let text = written;
  if (/[º°ªсС]/u.test(text)) for (const [sign, word] of SIGNS) text = text.replace(sign, word);
  text = fold(text);
  for (const [pattern, replacement] of REWRITES) text = text.replace(pattern, replacement);
  return text;
}

/** Cuts tidied text into segments of tokens. */
export function segments(text: string, dictionary: Dictionary): Segment[] {
  const ranged = text.replace(HYPHENATED, rangeOrBreak);
  return ranged
    .split(',')
    .map((part) => ({ tokens: cut(part, dictionary), postal: part.includes(POSTCODE_MARK) }))
    .filter(({ tokens, postal }) => tokens.length > 0 || postal);
}

/** `11 - 13` is a range of houses; `155 - 28053` is two numbers. */
function rangeOrBreak(whole: string, first: string, second: string): string {
  const from = Number.parseInt(first, 10);
  const to = Number(second);
  if (to >= from && to - from < 100) return `${first}-`;
  return whole.includes(' ') ? `${first} , ` : `${first}-`;
}

function cut(part: string, dictionary: Dictionary): string[] {
  return part
    .replace(/#/g, ' # ')
    .split(/[^a-z0-9#/-]+/)
    .flatMap((piece) => pieces(piece, dictionary));
}

const KEPT = /^\d+[a-z]?(?:[-/]\d+[a-z]?)+$/;
const LETTERED = /^(\d+)\/([a-z])$/;
const GLUED_POSTCODE = /^(\d{4,5})([a-z]{3,})$/;
const GLUED_WORD = /^([a-z]+)(\d+[a-z]?)$/;

function pieces(piece: string, dictionary: Dictionary): readonly string[] {
  if (piece === '') return [];
  if (/^[a-z]+$/.test(piece) || KEPT.test(piece)) return [piece];
  const lettered = LETTERED.exec(piece);
  if (lettered !== null) return [`${lettered[1] ?? ''}${lettered[2] ?? ''}`];
  if (/[-/]/.test(piece)) return piece.split(/[-/]+/).flatMap((half) => pieces(half, dictionary));
  const glued = GLUED_POSTCODE.exec(piece) ?? GLUED_WORD.exec(piece);
  const [, head = '', tail = ''] = glued ?? [];
  const splits = /^\d/.test(head) || dictionary.subunits.has(head) || dictionary.markers.has(head);
  return glued !== null && splits ? [head, tail] : [piece];
}
