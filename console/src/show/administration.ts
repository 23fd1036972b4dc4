import type { Role } from '@doubletake/scoring';
import type { ShownTab } from '../models/administration.ts';
import { may, type Permission } from '../permissions.ts';

const PLACES: readonly {
  readonly label: string;
  readonly href: string;
  readonly needs: Permission;
}[] = [
  { label: 'Users', href: '/users', needs: 'users.manage' },
  { label: 'API keys', href: '/api-keys', needs: 'api-keys.manage' },
  { label: 'Webhooks', href: '/webhooks', needs: 'settings.manage' },
  { label: 'Reasons and limits', href: '/settings', needs: 'settings.manage' },
];

/** The places of the administration somebody may go to, the one they are in marked. */
export function administrationTabs(role: Role, current: string): readonly ShownTab[] {
  return PLACES.filter(({ needs }) => may(role, needs)).map(({ label, href }) => ({
    label,
    href,
    current: href === current,
  }));
}
