import { changeOwnPassword } from '../handlers/me/change-own-password.ts';
import { chooseKeys } from '../handlers/me/choose-keys.ts';
import { chooseSettings } from '../handlers/me/choose-settings.ts';
import { confirmSecondFactor } from '../handlers/me/confirm-second-factor.ts';
import { endOtherSessions, endOwnSession } from '../handlers/me/end-own-session.ts';
import { enrolSecondFactor } from '../handlers/me/enrol-second-factor.ts';
import { frontPage } from '../handlers/front-page.ts';
import { me } from '../handlers/me/me.ts';
import { removeSecondFactor } from '../handlers/me/remove-second-factor.ts';
import { get, post, type Route } from './route.ts';

/** What everybody who is signed in may do about themselves. */
export const ME_ROUTES: readonly Route[] = [
  { ...get('/', 'me.manage'), handler: frontPage },
  { ...get('/me', 'me.manage'), handler: me },
  { ...post('/me/settings', 'me.manage'), handler: chooseSettings },
  { ...post('/me/keys', 'me.manage'), handler: chooseKeys },
  { ...post('/me/password', 'me.manage'), handler: changeOwnPassword },
  { ...get('/me/second-factor', 'me.manage'), handler: enrolSecondFactor },
  { ...post('/me/second-factor', 'me.manage'), handler: confirmSecondFactor },
  { ...post('/me/second-factor/remove', 'me.manage'), handler: removeSecondFactor },
  { ...post('/me/sessions/end-others', 'me.manage'), handler: endOtherSessions },
  { ...post('/me/sessions/:sessionId/end', 'me.manage'), handler: endOwnSession },
];
