import type { Role } from '@doubletake/scoring';
import { mayGrant, ROLES } from '../permissions.ts';
import type { Choice } from '../shown.ts';

const LABELS: Readonly<Record<Role, string>> = {
  auditor: 'Auditor: reads everything, changes nothing',
  analyst: 'Analyst: works cases',
  lead: 'Lead: also approves, reopens and manages analysts',
  admin: 'Administrator: also manages everybody, keys and settings',
};

/** The roles somebody may give, as a choice. */
export function grantableRoles(own: Role): Choice['options'] {
  return ROLES.filter((role) => mayGrant(own, role)).map((role) => ({
    value: role,
    label: LABELS[role],
  }));
}
