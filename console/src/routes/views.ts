import { removeView } from '../handlers/views/remove-view.ts';
import { saveView } from '../handlers/views/save-view.ts';
import { post, type Route } from './route.ts';

/** Filters of the queue under a name: settings of one's own. */
export const VIEW_ROUTES: readonly Route[] = [
  { ...post('/queue/views', 'me.manage'), handler: saveView },
  { ...post('/queue/views/:viewId/remove', 'me.manage'), handler: removeView },
];
