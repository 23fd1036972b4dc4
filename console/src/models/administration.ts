import type { FormProblems } from '../form.ts';
import type { ShownState } from './case-parts.ts';
import type { Choice, ShownTime, Titled } from '../shown.ts';

/** One place of the administration; see `partials/tabs.ejs`. */
export interface ShownTab {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

/** Boxes to tick; see `partials/checks.ejs`. */
export interface Checks {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly checked: boolean;
  }[];
  readonly problem: string | undefined;
}

interface ShownApiKey {
  readonly keyId: string;
  readonly label: string;
  readonly scopes: readonly string[];
  readonly by: string;
  readonly made: ShownTime;
  readonly expires: ShownTime | undefined;
  readonly used: ShownTime | undefined;
  readonly state: ShownState;
  readonly revocable: boolean;
}

export interface ShownEndpoint {
  readonly endpointId: string;
  readonly url: string;
  readonly types: readonly string[];
  readonly added: ShownTime;
  readonly by: string;
  readonly state: ShownState;
  readonly enabled: boolean;
}

export interface ShownDelivery {
  readonly messageId: string;
  readonly type: string;
  readonly at: ShownTime;
  readonly state: ShownState;
  readonly tries: number;
  readonly next: ShownTime | undefined;
}

/** One line of a table of names and values. */
export interface ShownTerm {
  readonly name: string;
  readonly value: string;
}

/** What the pages of the administration are given, but for users. */
export interface AdministrationViews {
  'api-keys': Titled & {
    readonly tabs: readonly ShownTab[];
    readonly keys: readonly ShownApiKey[];
    readonly label: string;
    readonly scopes: Checks;
    readonly days: Choice;
    readonly problems: FormProblems;
  };
  'api-key-made': Titled & {
    readonly label: string;
    readonly text: string;
    readonly expires: ShownTime;
  };
  webhooks: Titled & {
    readonly tabs: readonly ShownTab[];
    readonly endpoints: readonly ShownEndpoint[];
    readonly url: string;
    readonly types: Checks;
    readonly problems: FormProblems;
  };
  webhook: Titled & {
    readonly tabs: readonly ShownTab[];
    readonly endpoint: ShownEndpoint;
    /** Until when the secret before this one still signs. */
    readonly previousUntil: ShownTime | undefined;
    readonly deliveries: readonly ShownDelivery[];
    readonly older: string | undefined;
    readonly newest: string | undefined;
  };
  'webhook-secret': Titled & {
    readonly endpointId: string;
    readonly url: string;
    readonly secret: string;
    readonly previousUntil: ShownTime | undefined;
  };
  delivery: Titled & {
    readonly tabs: readonly ShownTab[];
    readonly endpointId: string;
    readonly url: string;
    readonly delivery: ShownDelivery;
    readonly decisionId: string | undefined;
    readonly resendable: boolean;
    readonly attempts: readonly {
      readonly at: ShownTime;
      readonly what: ShownState;
      readonly status: string;
      readonly took: string;
    }[];
  };
  settings: Titled & {
    readonly tabs: readonly ShownTab[];
    readonly version: string;
    readonly reasons: readonly {
      readonly code: string;
      readonly analyst: string;
      readonly customer: string;
      /** Who gives it: rules, or people and what they mean by it. */
      readonly by: string;
    }[];
    readonly programmes: readonly {
      readonly id: string;
      readonly name: string;
      readonly about: string;
      readonly file: string;
      readonly terms: readonly ShownTerm[];
    }[];
    readonly limits: readonly {
      readonly title: string;
      readonly rows: readonly ShownTerm[];
    }[];
  };
}
