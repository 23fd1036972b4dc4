import type { House } from '../house.ts';
import type { StaticFiles } from '../middleware/static-files.ts';
import type { Render } from './render.ts';

/** What turns answers into responses. */
export interface Edge {
  readonly house: House;
  readonly files: StaticFiles;
  readonly render: Render;
}
