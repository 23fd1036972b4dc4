import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';

/** Where something is, in the picture's own units. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What has to find a place. */
export interface Body {
  readonly id: string;
  /** How much room it needs around its spot. */
  readonly radius: number;
  /** Where it stays; otherwise it is moved to where its links want it. */
  readonly fixed?: Spot;
}

export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly length: number;
}

interface Moving extends SimulationNodeDatum {
  readonly id: string;
  readonly radius: number;
}

const TICKS = 150;
/** Still after so many ticks: what is left of the heat that it began with. */
const COLD = 0.001;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Places bodies so that what is tied is near and nothing overlaps. The same bodies and ties, in whatever order, give the
 * same spots in every process: they begin in places that follow from their ids, and chance is counted.
 */
export function layout(bodies: readonly Body[], ties: readonly Tie[]): ReadonlyMap<string, Spot> {
  const nodes = bodies.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(seeded);
  const links = ties
    .toSorted((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1))
    .map(({ from, to, length }) => ({ source: from, target: to, length }));
  const simulation = forceSimulation<Moving>(nodes)
    .stop()
    .randomSource(counted())
    .alphaDecay(1 - COLD ** (1 / TICKS))
    .force(
      'link',
      forceLink<Moving, SimulationLinkDatum<Moving> & { length: number }>(links)
        .id(({ id }) => id)
        .distance(({ length }) => length),
    )
    .force('apart', forceManyBody<Moving>().strength(-340).distanceMax(420))
    .force('room', forceCollide<Moving>(({ radius }) => radius).iterations(2))
    .force('x', forceX<Moving>(0).strength(0.05))
    // Wider than high, as screens are.
    .force('y', forceY<Moving>(0).strength(0.13));
  simulation.tick(TICKS);
  return new Map(nodes.map(({ id, x = 0, y = 0 }) => [id, { x: tenths(x), y: tenths(y) }]));
}

/** A spiral: no two begin in the same place, and what is fixed is where it will be. */
function seeded({ id, radius, fixed }: Body, index: number): Moving {
  if (fixed !== undefined) return { id, radius, x: fixed.x, y: fixed.y, fx: fixed.x, fy: fixed.y };
  const distance = 60 + 14 * Math.sqrt(index + 1);
  const angle = index * GOLDEN_ANGLE;
  return { id, radius, x: distance * Math.cos(angle), y: distance * Math.sin(angle) };
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** A linear congruential generator (Numerical Recipes, 2nd ed., 1992, p. 284): the same numbers each time. */
function counted(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
