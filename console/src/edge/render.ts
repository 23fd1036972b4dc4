import { fileURLToPath } from 'node:url';
import ejs from 'ejs';
import type { Layout, PageName, Views } from '../views.ts';

/** A page as HTML: its view, in the layout. */
export type Render = <Name extends PageName>(
  view: Name,
  model: Views[Name],
  layout: Omit<Layout, 'body' | 'title'>,
) => Promise<string>;

const FOLDER = fileURLToPath(new URL('../../views/', import.meta.url));

// Given with each call: EJS 7 does not read Express's `view options`. Strict, so that a view sees `v` and nothing else.
const OPTIONS: ejs.Options = { strict: true, localsName: 'v', cache: true, views: [FOLDER] };

/** Renders the files of `views/`. */
export const render: Render = async (view, model, layout) => {
  const body = await ejs.renderFile(`${FOLDER}${view}.ejs`, model, OPTIONS);
  const page: Layout = { ...layout, title: model.title, body };
  return ejs.renderFile(`${FOLDER}layout.ejs`, page, OPTIONS);
};
