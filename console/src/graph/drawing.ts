import type { SharedValue } from '@doubletake/scoring';
import type { GraphAccount, GraphLine, GraphValue } from '../models/graph.ts';
import { accountHref } from '../show/account-link.ts';
import { DRAWN_KINDS, respectOf } from './kinds.ts';
import type { Spot } from './layout.ts';
import type { Picture, PictureEdge, PictureNode } from './picture.ts';
import { accountSize, placed, shortId, type Size } from './placed.ts';

const MARGIN = 26;
/** With more nodes than this only what matters most is labelled. */
const CROWDED = 26;
const LABEL_LETTERS = 20;
const VALUE: Size = { halfWidth: 13, halfHeight: 13 };
const ARROW = 5;

/** A picture as shapes in places. */
export interface Drawing {
  readonly viewBox: string;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly GraphLine[];
  readonly values: readonly GraphValue[];
  readonly accounts: readonly GraphAccount[];
}

/** Draws a picture: its size, lines from edge to edge, shapes and labels. */
export function drawing(of: Picture, middle: readonly string[]): Drawing {
  const spots = placed(of);
  const spot = (id: string): Spot => spots.get(id) ?? { x: 0, y: 0 };
  const sizes = new Map(of.nodes.map((node) => [node.id, sizeOf(node)]));
  const size = (id: string): Size => sizes.get(id) ?? VALUE;
  const crowded = of.nodes.length > CROWDED;
  return {
    ...frame(of.nodes.map(({ id }) => ({ ...spot(id), ...size(id) }))),
    lines: of.edges.map((edge) => line(edge, spot, size)),
    values: of.nodes.flatMap((node) =>
      node.what === 'value' ? [shownValue(node, spot(node.id), crowded)] : [],
    ),
    accounts: of.nodes.flatMap((node) =>
      node.what === 'account' ? [shownAccount(node, spot(node.id), { of, middle })] : [],
    ),
  };
}

function sizeOf(node: PictureNode): Size {
  return node.what === 'account' ? accountSize(node.accountId) : VALUE;
}

/** A frame around everything, with room for labels. */
function frame(all: readonly (Spot & Size)[]): Pick<Drawing, 'viewBox' | 'width' | 'height'> {
  const left = Math.min(0, ...all.map(({ x, halfWidth }) => x - halfWidth)) - MARGIN;
  const right = Math.max(0, ...all.map(({ x, halfWidth }) => x + halfWidth)) + MARGIN;
  const top = Math.min(0, ...all.map(({ y, halfHeight }) => y - halfHeight)) - MARGIN;
  const bottom = Math.max(0, ...all.map(({ y, halfHeight }) => y + halfHeight)) + MARGIN;
  const [width, height] = [Math.round(right - left), Math.round(bottom - top)];
  return { viewBox: `${Math.round(left)} ${Math.round(top)} ${width} ${height}`, width, height };
}

/** From the edge of one shape to the edge of the other, so that an arrow's head is seen. */
function line(
  { from, to, kind }: PictureEdge,
  spot: (id: string) => Spot,
  size: (id: string) => Size,
): GraphLine {
  const [start, end] = [spot(from), spot(to)];
  const gap = kind === 'referral' ? ARROW : 0;
  const first = towards(start, end, { ...size(from), gap: 0 });
  const last = towards(end, start, { ...size(to), gap });
  return { kind, x1: first.x, y1: first.y, x2: last.x, y2: last.y };
}

/** Where a line from `here` to `there` leaves a box around `here`, and a little further. */
function towards(
  here: Spot,
  there: Spot,
  { halfWidth, halfHeight, gap }: Size & { readonly gap: number },
): Spot {
  const [dx, dy] = [there.x - here.x, there.y - here.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return here;
  const share = Math.min(halfWidth / Math.abs(dx), halfHeight / Math.abs(dy));
  const out = Math.min(share + gap / length, 0.5);
  return { x: tenths(here.x + dx * out), y: tenths(here.y + dy * out) };
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

function shownValue(
  { value, hub, folded }: Extract<PictureNode, { what: 'value' }>,
  { x, y }: Spot,
  crowded: boolean,
): GraphValue {
  const { kind, masked, places } = value;
  const { name, path } = DRAWN_KINDS[kind];
  const both = new Set(places.map(({ accountId }) => accountId)).size > 1;
  return {
    kind,
    name,
    shape: path,
    x,
    y,
    label: crowded && !both ? undefined : cutTo(masked),
    labelY: 26,
    folded: folded > 0 ? `+${folded}` : undefined,
    hub,
    about: aboutValue(value),
  };
}

const cutTo = (text: string): string =>
  text.length <= LABEL_LETTERS ? text : `${text.slice(0, LABEL_LETTERS - 1)}…`;

/** A value in words. */
function aboutValue({ kind, type, masked, count }: SharedValue): string {
  return `${DRAWN_KINDS[kind].name} ${masked}, ${respectOf(type)}, held by ${count} accounts`;
}

function shownAccount(
  { id, accountId }: Extract<PictureNode, { what: 'account' }>,
  { x, y }: Spot,
  { of, middle }: { readonly of: Picture; readonly middle: readonly string[] },
): GraphAccount {
  const place = middle.indexOf(accountId);
  const held = of.edges.filter(({ from, kind }) => from === id && kind !== 'referral').length;
  const brought = of.edges.filter(({ from, kind }) => from === id && kind === 'referral').length;
  const by = of.edges.filter(({ to, kind }) => to === id && kind === 'referral').length;
  const words = [
    `Account ${accountId}`,
    held > 0 ? `${held} shared ${held === 1 ? 'value' : 'values'}` : undefined,
    brought > 0 ? `brought ${brought} of these` : undefined,
    by > 0 ? `was brought by ${by} of these` : undefined,
  ];
  return {
    x,
    y,
    ...accountSize(accountId),
    text: shortId(accountId),
    href: accountHref(accountId),
    role: place === 0 ? 'first' : place === 1 ? 'second' : 'other',
    about: words.filter((word) => word !== undefined).join(', '),
  };
}
