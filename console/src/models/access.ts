import type { Role, UserSettings } from '@doubletake/scoring';
import type { FormProblems } from '../form.ts';
import type { ShownTab } from './administration.ts';
import type { QrPicture } from '../show/qr-picture.ts';
import type { Choice, ShownTime, Titled } from '../shown.ts';

/** A browser somebody is signed in with. */
export interface ShownSession {
  readonly sessionId: string;
  readonly agent: string;
  readonly began: ShownTime;
  readonly seen: ShownTime;
  readonly current: boolean;
}

export interface ShownUser {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  readonly secondFactor: 'app' | 'provider' | 'none';
  readonly state: 'active' | 'invited' | 'disabled';
  readonly created: ShownTime;
}

/** A key, and where somebody has it. */
export interface ShownKey {
  readonly id: string;
  readonly key: string;
  readonly does: string;
  readonly own: string;
  readonly problem: string | undefined;
}

/** What the pages of signing in, of oneself and of the users are given. */
export interface AccessViews {
  'sign-in': Titled & {
    readonly name: string;
    readonly next: string;
    readonly problem: string | undefined;
    readonly passwords: boolean;
    readonly singleSignOn: string | undefined;
  };
  code: Titled & { readonly problem: string | undefined };
  'set-up': Titled & {
    readonly token: string;
    readonly name: string;
    readonly problems: FormProblems;
  };
  join: Titled & {
    readonly token: string;
    readonly name: string;
    readonly problems: FormProblems;
  };
  me: Titled & {
    readonly name: string;
    readonly role: Role;
    readonly secondFactor: 'app' | 'provider' | 'none';
    readonly mayRemoveFactor: boolean;
    readonly recoveryCodes: number;
    readonly hasPassword: boolean;
    readonly settings: UserSettings;
    readonly keys: readonly ShownKey[];
    readonly zones: Choice['options'];
    readonly sessions: readonly ShownSession[];
    readonly problems: FormProblems;
  };
  'second-factor': Titled & {
    readonly name: string;
    readonly secret: string;
    readonly uri: string;
    /** The address, for a camera. */
    readonly picture: QrPicture;
    readonly required: boolean;
    readonly hasOne: boolean;
    readonly problem: string | undefined;
  };
  'recovery-codes': Titled & { readonly codes: readonly string[] };
  users: Titled & {
    readonly tabs: readonly ShownTab[];
    readonly users: readonly ShownUser[];
    readonly roles: Choice['options'];
    readonly mayAdd: boolean;
    readonly name: string;
    readonly role: Role;
    readonly problems: FormProblems;
  };
  user: Titled & {
    readonly tabs: readonly ShownTab[];
    readonly user: ShownUser;
    readonly roles: Choice['options'];
    readonly sessions: readonly ShownSession[];
    readonly own: boolean;
    /** Whether a lost second factor of theirs may be taken away by whoever looks. */
    readonly mayInvite: boolean;
    readonly mayRemoveFactor: boolean;
    readonly manageable: boolean;
  };
  invitation: Titled & {
    readonly userId: string;
    readonly name: string;
    readonly link: string;
    readonly expires: ShownTime;
  };
}
