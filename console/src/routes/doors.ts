import { giveCode } from '../handlers/doors/give-code.ts';
import { join } from '../handlers/doors/join.ts';
import { joinForm } from '../handlers/doors/join-form.ts';
import { secondFactorForm } from '../handlers/doors/second-factor-form.ts';
import { setUp } from '../handlers/doors/set-up.ts';
import { setUpForm } from '../handlers/doors/set-up-form.ts';
import { signIn } from '../handlers/doors/sign-in.ts';
import { signInForm } from '../handlers/doors/sign-in-form.ts';
import { signOn } from '../handlers/doors/sign-on.ts';
import { signOnBack } from '../handlers/doors/sign-on-back.ts';
import { signOut } from '../handlers/doors/sign-out.ts';
import { get, post, type Route } from './route.ts';

/** The ways in and out. */
export const DOOR_ROUTES: readonly Route[] = [
  { ...get('/set-up/:token', 'anyone'), handler: setUpForm },
  { ...post('/set-up/:token', 'anyone'), handler: setUp },
  { ...get('/join/:token', 'anyone'), handler: joinForm },
  { ...post('/join/:token', 'anyone'), handler: join },
  { ...get('/sign-in', 'anyone'), handler: signInForm },
  { ...post('/sign-in', 'anyone'), handler: signIn },
  { ...get('/sign-in/code', 'anyone'), handler: secondFactorForm },
  { ...post('/sign-in/code', 'anyone'), handler: giveCode },
  { ...get('/sign-in/sso', 'anyone'), handler: signOn },
  { ...get('/sign-in/sso/callback', 'anyone'), handler: signOnBack },
  { ...post('/sign-out', 'anyone'), handler: signOut },
];
