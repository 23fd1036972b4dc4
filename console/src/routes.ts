import type { Answer } from './answer.ts';
import type { Asked, SignedIn } from './asked.ts';
import { addUser } from './handlers/add-user.ts';
import { addNote } from './handlers/cases/add-note.ts';
import { casePage } from './handlers/cases/case-page.ts';
import { claimCase } from './handlers/cases/claim-case.ts';
import { claimNext } from './handlers/cases/claim-next.ts';
import { decideCase } from './handlers/cases/decide-case.ts';
import { escalateCase } from './handlers/cases/escalate-case.ts';
import { handOver } from './handlers/cases/hand-over.ts';
import { queue } from './handlers/cases/queue.ts';
import { releaseCase } from './handlers/cases/release-case.ts';
import { resumeCase } from './handlers/cases/resume-case.ts';
import { skipCase } from './handlers/cases/skip-case.ts';
import { snoozeCase } from './handlers/cases/snooze-case.ts';
import { takeOver } from './handlers/cases/take-over.ts';
import { undoDecision } from './handlers/cases/undo-decision.ts';
import { changeOwnPassword } from './handlers/change-own-password.ts';
import { changeRole } from './handlers/change-role.ts';
import { chooseSettings } from './handlers/choose-settings.ts';
import { confirmSecondFactor } from './handlers/confirm-second-factor.ts';
import { cspReport } from './handlers/csp-report.ts';
import { disableUser, enableUser } from './handlers/disable-user.ts';
import { endOtherSessions, endOwnSession } from './handlers/end-own-session.ts';
import { endUserSessions } from './handlers/end-user-sessions.ts';
import { enrolSecondFactor } from './handlers/enrol-second-factor.ts';
import { frontPage } from './handlers/front-page.ts';
import { giveCode } from './handlers/give-code.ts';
import { health } from './handlers/health.ts';
import { inviteUser } from './handlers/invite-user.ts';
import { join } from './handlers/join.ts';
import { joinForm } from './handlers/join-form.ts';
import { me } from './handlers/me.ts';
import { removeSecondFactor } from './handlers/remove-second-factor.ts';
import { secondFactorForm } from './handlers/second-factor-form.ts';
import { setUp } from './handlers/set-up.ts';
import { setUpForm } from './handlers/set-up-form.ts';
import { signIn } from './handlers/sign-in.ts';
import { signInForm } from './handlers/sign-in-form.ts';
import { signOn } from './handlers/sign-on.ts';
import { signOnBack } from './handlers/sign-on-back.ts';
import { signOut } from './handlers/sign-out.ts';
import { userPage } from './handlers/user-page.ts';
import { users } from './handlers/users.ts';
import type { Permission } from './permissions.ts';

interface Row<Needs, Seen> {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly permission: Needs;
  readonly handler: (asked: Seen) => Answer | Promise<Answer>;
}

/** `open`: no session is read. `anyone`: whoever comes. A permission: those who are signed in and hold it. */
export type Route = Row<'open' | 'anyone', Asked> | Row<Permission, SignedIn>;

const get = <const R extends string>(path: string, permission: R) =>
  ({ method: 'get', path, permission }) as const;
const post = <const R extends string>(path: string, permission: R) =>
  ({ method: 'post', path, permission }) as const;

/** Everything this console answers to. What is not here does not exist; who may use it is in `permissions.ts`. */
export const ROUTES: readonly Route[] = [
  { ...get('/healthz', 'open'), handler: health },
  { ...post('/csp-report', 'open'), handler: cspReport },

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

  { ...get('/', 'me.manage'), handler: frontPage },
  { ...get('/me', 'me.manage'), handler: me },
  { ...post('/me/settings', 'me.manage'), handler: chooseSettings },
  { ...post('/me/password', 'me.manage'), handler: changeOwnPassword },
  { ...get('/me/second-factor', 'me.manage'), handler: enrolSecondFactor },
  { ...post('/me/second-factor', 'me.manage'), handler: confirmSecondFactor },
  { ...post('/me/second-factor/remove', 'me.manage'), handler: removeSecondFactor },
  { ...post('/me/sessions/end-others', 'me.manage'), handler: endOtherSessions },
  { ...post('/me/sessions/:sessionId/end', 'me.manage'), handler: endOwnSession },

  { ...get('/queue', 'cases.read'), handler: queue },
  { ...post('/queue/next', 'cases.decide'), handler: claimNext },
  { ...get('/cases/:caseId', 'cases.read'), handler: casePage },
  { ...post('/cases/:caseId/decide', 'cases.decide'), handler: decideCase },
  { ...post('/cases/:caseId/undo', 'cases.decide'), handler: undoDecision },
  { ...post('/cases/:caseId/claim', 'cases.decide'), handler: claimCase },
  { ...post('/cases/:caseId/release', 'cases.decide'), handler: releaseCase },
  { ...post('/cases/:caseId/hand-over', 'cases.decide'), handler: handOver },
  { ...post('/cases/:caseId/skip', 'cases.decide'), handler: skipCase },
  { ...post('/cases/:caseId/escalate', 'cases.decide'), handler: escalateCase },
  { ...post('/cases/:caseId/snooze', 'cases.decide'), handler: snoozeCase },
  { ...post('/cases/:caseId/resume', 'cases.decide'), handler: resumeCase },
  { ...post('/cases/:caseId/take-over', 'cases.approve'), handler: takeOver },
  { ...post('/cases/:caseId/notes', 'cases.decide'), handler: addNote },

  { ...get('/users', 'users.manage'), handler: users },
  { ...post('/users', 'users.manage'), handler: addUser },
  { ...get('/users/:userId', 'users.manage'), handler: userPage },
  { ...post('/users/:userId/role', 'users.manage'), handler: changeRole },
  { ...post('/users/:userId/invite', 'users.manage'), handler: inviteUser },
  { ...post('/users/:userId/disable', 'users.manage'), handler: disableUser },
  { ...post('/users/:userId/enable', 'users.manage'), handler: enableUser },
  { ...post('/users/:userId/sessions/end', 'users.manage'), handler: endUserSessions },
];
