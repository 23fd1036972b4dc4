import { Kept } from './kept.ts';
import { layout, type Body, type Spot, type Tie } from './layout.ts';
import type { Picture, PictureEdge, PictureNode } from './picture.ts';

/** Half of what an account's label takes. */
export interface Size {
  readonly halfWidth: number;
  readonly halfHeight: number;
}

const LETTER = 3.7;
const LONGEST = 16;
const MIDDLE_APART = 250;
const PICTURES_KEPT = 256;

/** An id as far as there is room for it. */
export function shortId(accountId: string): string {
  return accountId.length <= LONGEST ? accountId : `${accountId.slice(0, LONGEST - 1)}…`;
}

/** The room an account takes. */
export function accountSize(accountId: string): Size {
  return { halfWidth: 10 + shortId(accountId).length * LETTER, halfHeight: 14 };
}

const kept = new Kept<string, ReadonlyMap<string, Spot>>(PICTURES_KEPT);

/** Where each node is. A picture seen before is not laid out again: what it shows is what it is known by. */
export function placed({ nodes, edges }: Picture): ReadonlyMap<string, Spot> {
  const middle = nodes.filter((node) => node.what === 'account' && node.place !== undefined);
  const bodies = nodes.map((node) => bodyOf(node, middle.length));
  const free = middle.length > 1 ? KEPT_FREE : [];
  const ties = edges.map(tieOf);
  return kept.of(JSON.stringify([bodies, ties]), () => layout([...bodies, ...free], ties));
}

/** Bodies nobody sees, so that the line between the two in the middle is free of what they share. */
const KEPT_FREE: readonly Body[] = [-55, 0, 55].map((x) => ({
  id: `free:${x}`,
  radius: 20,
  fixed: { x, y: 0 },
}));

function bodyOf(node: PictureNode, middle: number): Body {
  const { id } = node;
  if (node.what === 'value') return { id, radius: node.hub ? 40 : 34 };
  const radius = Math.max(26, accountSize(node.accountId).halfWidth);
  if (node.place === undefined) return { id, radius };
  const x = (node.place - (middle - 1) / 2) * MIDDLE_APART;
  return { id, radius, fixed: { x, y: 0 } };
}

function tieOf({ from, to, kind }: PictureEdge): Tie {
  return { from, to, length: kind === 'referral' ? 150 : 80 };
}
